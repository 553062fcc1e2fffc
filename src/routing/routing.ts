/** What routing answers: plain data for renderers, nothing left to decide. */
import type { Rule } from "../directory/types.js";
import type { RuleRole } from "../vocabulary/channels.js";
import type { Grade } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import type { OpenFact } from "../vocabulary/situation.js";
import type { route, routed } from "./route.js";

/** One alternative: the values of the missing facts under which something holds. */
export type Condition = Readonly<Partial<Record<OpenFact, readonly string[]>>>;

export type RoutedChannel = ReturnType<typeof routed>;

export interface Advice {
  id: string;
  role: RuleRole | null;
  text: Text;
  grade: Grade | null;
  sources: Rule["sources"];
}

export type Routing = ReturnType<typeof route>;
export type RejectedChannel = Routing["rejected"][number];
