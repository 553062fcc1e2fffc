/** What routing answers: plain data for renderers, nothing left to decide. */
import type { Channel, Conflict, Cost, Rule, Topic } from "../directory/types.js";
import type { Notice, Situation } from "../situation/facts.js";
import type { Moment } from "../values/moment.js";
import type { ReachRule, RuleRole, Verdict } from "../vocabulary/channels.js";
import type { NoCall } from "../vocabulary/codes.js";
import type { Grade } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import type { OpenFact } from "../vocabulary/situation.js";
import type { LeftOut } from "./answer.js";
import type { Usual } from "./usual.js";

/** One alternative: the values of the missing facts under which something holds. */
export type Condition = Readonly<Partial<Record<OpenFact, readonly string[]>>>;

export interface RoutedChannel {
  channel: Channel;
  verdict: Verdict;
  rule: ReachRule;
  cost: Cost;
  /** null where the sources or a bare date leave it open, or the channel states no hours. */
  open: boolean | null;
  conflicts: readonly Conflict[];
  conditions: readonly Condition[];
}

export interface RejectedChannel extends LeftOut {
  conditions: readonly Condition[];
}

export interface Winner {
  id: string | null;
  conditions: readonly Condition[];
}

export interface Advice {
  id: string;
  role: RuleRole | null;
  text: Text;
  grade: Grade | null;
  sources: Rule["sources"];
}

export interface Routing {
  situation: Situation;
  topic: Topic;
  moment: Moment;
  /** No missing fact could change the primary, its verdict or its cost class. */
  complete: boolean;
  needs: readonly OpenFact[];
  primary: string | null;
  primaries: readonly Winner[];
  /** What most people's answer is, and where it differs; null where no fact is left out. */
  usual: Usual | null;
  /** Where no channel is proven: the first of the others, or null. */
  nearest: readonly Winner[];
  channels: readonly RoutedChannel[];
  /** The answer, one of `channels`: the primary, or the best of those that may answer where none does for sure; null where it hangs on a fact. */
  main: RoutedChannel | null;
  /** Said before the answer. Where the topic counts the own SIM as gone and no other line is in hand: what answers from any other phone there. */
  otherPhone: RoutedChannel | null;
  /** Why nobody can call about this from where they are, in the usual case; null where they can, or have excluded voice. */
  noCall: NoCall | null;
  /** For whoever is abroad or without a phone: what somebody in Russia can call for them. */
  viaSomeone: RoutedChannel | null;
  rejected: readonly RejectedChannel[];
  /** Bodies to turn to after the operator. */
  escalation: readonly RoutedChannel[];
  prepare: readonly Advice[];
  limits: readonly Advice[];
  /** Checklists that belong to the topic, by id. */
  checklists: readonly string[];
  notices: readonly Notice[];
}
