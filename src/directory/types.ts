/**
 * The compiled directory: what the engine reads. Made from the authored files by compile.ts, at build time
 * for the built-in directory and at run time for an overlay.
 */
import type { ChannelKind, CostClass, Login, NumberType, RuleRole, Scope } from "../vocabulary/channels.js";
import type {
  Account,
  DerivedFact,
  LikelihoodVerdict,
  Outcome,
  PurchaseFact,
  RefundRuleKind,
  Route,
} from "../vocabulary/charges.js";
import type { ChecklistTool } from "../vocabulary/checklists.js";
import type { Grade, Status, Tier } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import type { WithdrawnStatus } from "../vocabulary/numbers.js";
import type { Line, Menu, OwnLine, Place, Service, Subscriber } from "../vocabulary/situation.js";
import type { DeadlineEvent, DeadlineUnit } from "../vocabulary/terms.js";

/** `date` is as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD. */
export interface Source {
  publisher: string;
  url: string | null;
  tier: Tier;
  date: string | null;
}

export interface Cost {
  when?: { from?: readonly Line[]; roaming?: readonly Place[] };
  class: CostClass;
  text: Text;
  /** Charged later: it works without money on the balance. */
  onCredit?: true;
}

export interface OpeningInterval {
  days: readonly string[];
  from: string;
  to: string;
}

export interface Hours {
  text: Text;
  schedule: "always" | readonly OpeningInterval[] | null;
  timeZone: string;
}

export interface Channel {
  id: string;
  party: string;
  kind: ChannelKind;
  numberType: NumberType | null;
  /** As a person reads it; the same in both languages unless it is described in words. */
  display: Text;
  /** Exactly what to key in; null where there is no fixed value. */
  dial: string | null;
  e164: string | null;
  uri: string | null;
  message: string | null;
  label: Text;
  subscriber: "personal" | "corporate" | "any" | "unknown";
  service: Service | "any";
  from: "any" | readonly Line[];
  roaming: "any" | readonly Place[];
  countries: readonly string[];
  topics: readonly string[];
  general: boolean;
  /** How much of its topics it serves; where that differs, topic by topic. */
  scope: Scope | Readonly<Record<string, Scope>>;
  /** Pinned by a company's overlay: before all others that are as proven. */
  first: boolean;
  cost: readonly Cost[];
  hours: Hours | null;
  steps: readonly Text[];
  /** null where nobody has to log in, or logging in needs nothing of the SIM. */
  login: Login | null;
  note: Text | null;
  preference: number;
  /** Whether a source says that the value works abroad, and whether that source is recent. */
  namedAbroad: "current" | "older" | null;
  grade: Grade;
  status: Status;
  checkedOn: string;
  origin: string;
  sources: readonly Source[];
  conflicts: readonly string[];
}

/** For whom a text of advice is said; what is left out holds for all. */
export interface ForWhom {
  roaming?: readonly Place[];
  from?: readonly Line[];
  subscriber?: Subscriber;
  /** Only where a channel of this kind is offered. */
  kind?: ChannelKind;
}

export interface Rule {
  id: string;
  role: RuleRole;
  topics: "all" | readonly string[];
  when: ForWhom;
  text: Text;
  grade: Grade;
  checkedOn: string;
  sources: readonly Source[];
}

export interface Conflict {
  id: string;
  question: Text;
  candidates: readonly { text: Text; channel: string | null }[];
  chosen: readonly string[];
  resolution: Text;
  why: Text;
  checkedOn: string;
}

export interface NeverOffered {
  id: string;
  status: WithdrawnStatus;
  values: readonly Text[];
  claim: Text;
  why: Text;
  topics: readonly string[];
  instead: string | null;
  sources: readonly Source[];
}

export interface Duration {
  amount: number;
  unit: DeadlineUnit;
}

/** A term that a source states. */
export interface Deadline extends Duration {
  from: DeadlineEvent;
  direction: "after" | "before";
  extend: Duration | null;
  /** The case it is for, where a ground has several terms. */
  when: Text | null;
}

/** What sources say of a charge, a refund or a right: what a rule, a step or a letter rests on. */
export interface Ground {
  id: string;
  area: string;
  text: Text;
  /** Why it is advice and not a rule. */
  doubt: Text | null;
  deadlines: readonly Deadline[];
  grade: Grade;
  status: Status;
  checkedOn: string;
  sources: readonly Source[];
}

/** Where an answer leads: another step, another checklist, or the end. */
export type GoTo = { step: string } | { checklist: string } | { end: true };

export interface Branch {
  id: string;
  label: Text;
  /** null: on to the next step. */
  goTo: GoTo | null;
  /** What happened where this is the answer, beside what doing the step records. */
  records: readonly DeadlineEvent[];
  /** The other checklist is taken up beside this one, which goes on. */
  alongside: boolean;
}

export interface ChecklistStep {
  id: string;
  /** Minutes count: it may come before the evidence is kept. */
  urgent: boolean;
  title: Text;
  text: Text;
  /** Resolved by routing for the person: the operator's own channels of a topic, or those of one party. */
  route: readonly { topic: string; party: string | null }[];
  keep: Text | null;
  /** `today`, or grounds whose terms apply. */
  deadlines: readonly string[];
  /** A reminder of ours, from the day the step's turn came. */
  remindAfterDays: number | null;
  /** Events that happen when the step is done. */
  records: readonly DeadlineEvent[];
  tool: ChecklistTool | null;
  /** When to go on. */
  goOn: Text;
  branches: readonly Branch[];
  onFail: { text: Text; goTo: GoTo | null };
  /** `operator`: only for that operator's customers. */
  grounds: readonly { id: string; operator: string | null }[];
}

export interface Checklist {
  id: string;
  title: Text;
  when: Text;
  topics: readonly string[];
  steps: readonly ChecklistStep[];
}

/** What is known of a checklist without opening its file. */
export type ChecklistSummary = Pick<Checklist, "id" | "title" | "topics">;

/** Working days of Russia. Holidays are MM-DD, other days YYYY-MM-DD. */
export interface Calendar {
  holidays: readonly string[];
  /** Years whose transfers of days off are decreed. */
  years: Readonly<Record<string, { off: readonly string[]; working: readonly string[] }>>;
}

/** How a seller stands on a statement. */
export interface Descriptor {
  /** A word or the beginning of a line; a final `*` has to stand in the line too. */
  text: string;
  /** Only the whole line: shorter words mean too many other things. */
  whole: boolean;
  ground: string;
  /** What this spelling alone says of the charge. */
  means: string | null;
}

/** Whether such a charge is to be expected on a Russian card or account, from a date on. */
export interface Likelihood {
  from: string;
  verdict: LikelihoodVerdict;
  /** What else it may be, to be checked first. */
  check: readonly Text[];
  ground: string | null;
  /** Where no source says it: what was not found. */
  text: Text | null;
}

/** What a line on a statement can mean; texts stand in the grounds named. */
export interface MerchantCharge {
  id: string;
  name: Text;
  purpose: Text;
  aliases: readonly string[];
  accounts: readonly Account[];
  descriptors: readonly Descriptor[];
  /** Why there are no descriptors: what was looked for. */
  descriptorsNotEstablished: Text | null;
  /** Beginnings of lines that are another's. */
  not: readonly string[];
  /** Addresses or names its messages come from. */
  senders: readonly { text: string; ground: string }[];
  /** Where any short number of three to six digits leads here: the checklist that follows. */
  shortNumbers: string | null;
  explains: readonly string[];
  likely: readonly Likelihood[];
  cancel: readonly string[];
  support: readonly string[];
  checklist: string;
  /** The way for charges from such an account that nobody recognises. */
  generalFor: Account | null;
  /** Whether the seller has refund rules that sources state. */
  refundEstablished: boolean;
}

export type Comparison = { lt?: number; lte?: number; gt?: number; gte?: number };
export type DateComparison = { lt?: string; lte?: string; gt?: string; gte?: string };
/** A value, any of several, or a comparison with a number or a date. */
/** Holds too while the fact is not known. */
export type Exclusion = { isNot: string | boolean | readonly string[] };
export type Condition = string | boolean | readonly string[] | Comparison | DateComparison | Exclusion;
export type Conditions = Readonly<Partial<Record<PurchaseFact | DerivedFact, Condition>>>;

export interface RefundRule {
  id: string;
  ground: string;
  kind: RefundRuleKind;
  /** Purchases it is about; it says nothing of others. */
  for: Conditions;
  if: Conditions;
  /** For a classification the derived fact it settles. */
  gives: Outcome | DerivedFact | null;
  else: Outcome | null;
  /** Said beside it, with their terms. */
  also: readonly string[];
}

export interface RefundRules {
  id: string;
  name: Text;
  rules: readonly RefundRule[];
  /** Facts that go without saying here. */
  assume: Readonly<Partial<Record<PurchaseFact, string>>>;
  otherwise: { gives: Outcome; ground: string | null };
  /** Why there are no rules of the seller's own: what was looked for. */
  notEstablished: Text | null;
  /** What to write in the request, and where to send it. */
  request: readonly string[];
  /** How the money comes back once it is approved. */
  payout: readonly string[];
}

/** A way to the money beside the seller's rules. */
export interface RefundRoute {
  id: string;
  route: Route;
  ground: string;
  if: Conditions;
  /** Said also while the facts are not known. */
  general: boolean;
  gives: Outcome | null;
}

export interface LegalEntity {
  name: Text;
  inn: string | null;
  ogrn: string | null;
  claimAddress: Text | null;
  grade: Grade;
  checkedOn: string;
  sources: readonly Source[];
}

export type PartyType = "operator" | "body" | "merchant" | "emergency";

/** Somebody who can be reached: an operator, a regulator, a merchant, the emergency services. */
export interface Party {
  id: string;
  type: PartyType;
  name: Text;
  channels: readonly Channel[];
  rules: readonly Rule[];
  conflicts: readonly Conflict[];
  legalEntity: LegalEntity | null;
}

/** What is known of a party without opening its own file. */
export interface PartySummary {
  id: string;
  type: PartyType;
  name: Text;
  aliases: readonly string[];
  services: readonly Service[];
  /** Topics its channels are declared for. */
  topics: readonly string[];
  /** One of several who may have taken the money; the bank and the phone account are not. */
  seller: boolean;
  /** Mobile numbers that the state's register gives an operator: how large it is beside others; null where it has none. */
  mobileNumbers: number | null;
  origin: string;
}

export interface Topic {
  id: string;
  label: Text;
  explanation: Text;
  operatorNeeded: boolean;
  /** Not where minutes count: then nothing that is left out is asked. */
  asks: boolean;
  service: Service | null;
  kinds: readonly ChannelKind[];
  ownLine: OwnLine;
  /** Where it stands in the terminal's first menu. */
  menu: Menu;
  prepare: readonly string[];
  limits: readonly string[];
  /** The usual case of this topic, where it has its own. */
  usual: UsualValues;
}

/** Facts by the values they are usually taken for. */
export type UsualValues = Readonly<Partial<Record<"service" | "subscriber" | "roaming" | "from", string>>>;

/** What is taken for granted where facts are left out; the later of what fits goes before the earlier. */
export interface UsualCase {
  facts: UsualValues;
  service: Readonly<Partial<Record<Service, UsualValues>>>;
  ownLine: Readonly<Partial<Record<OwnLine, UsualValues>>>;
}

export interface TopicText {
  text: Text;
  /** Left out where the operator's own rule of this role says it. */
  unless: RuleRole | null;
  when: ForWhom;
}

export interface RetiredId {
  id: string;
  instead: string | null;
  since: string;
  why: Text;
}

export interface DirectoryIndex {
  version: string;
  /** The newest `checkedOn`, YYYY-MM-DD. */
  asOf: string;
  parties: readonly PartySummary[];
  topics: readonly Topic[];
  usual: UsualCase;
  prepare: Readonly<Record<string, TopicText>>;
  limits: Readonly<Record<string, TopicText>>;
  retired: readonly RetiredId[];
  checklists: readonly ChecklistSummary[];
}

/** Where a number or code stands in the directory. */
export interface ValueUse {
  party: string;
  role: "channel" | "never-offered" | "conflict";
  id: string;
  /** The value as it stands, not a number mentioned inside a phrase. */
  exact: boolean;
}

/** By the key of a number or code (numbering/key.ts). */
export type ValueIndex = Readonly<Record<string, readonly ValueUse[]>>;

/** Patterns of words under the first letters a text must show for them to be tried, each with the id it means. */
type Patterns = Readonly<Record<string, readonly (readonly [pattern: string, id: string])[]>>;

/** What parties are called in a sentence. */
export interface Names {
  operators: {
    /** Name the operator wherever they stand. */
    names: Patterns;
    /** May mean something else, used only when nothing else names an operator. */
    loose: Patterns;
    /** Spellings from which one letter may be wrong. */
    misspelt: readonly (readonly [spelling: string, operator: string])[];
  };
  /** Short codes and USSD that one operator alone uses. */
  codes: Readonly<Record<string, string>>;
  merchants: Patterns;
}

export interface Directory extends DirectoryIndex {
  /** Opens one party; throws on an id that `parties` does not list. */
  party(id: string): Party;
  /** Values of a party that are never offered: kept apart, so that a look-up does not pay for them. */
  neverOffered(id: string): readonly NeverOffered[];
  /** Every number and code of all parties, offered or not: for those who ask whose a number is. */
  values(): ValueIndex;
  /** How a reply to a customer begins, by topic; a look-up does not pay for them. */
  replies(): Readonly<Record<string, Text>>;
  /** For those who read sentences. */
  names(): Names;
}
