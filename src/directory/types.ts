/**
 * The compiled directory: what the engine reads. Made from the authored files by gate/assemble.ts, at build time
 * for the built-in directory and at run time for an overlay. What is compiled as it is authored has the type of its schema, which is erased
 * when the program is built: nothing that answers loads zod. `dist/types` holds these types written out.
 */
import type { AuthoredChecklist, AuthoredStep } from "../schemas/checklists.js";
import type { AuthoredClaim } from "../schemas/claims.js";
import type { AuthoredCalendar, AuthoredGround } from "../schemas/grounds.js";
import type { AuthoredMerchant, AuthoredRefundRoutes } from "../schemas/merchants.js";
import type * as parties from "../schemas/parties.js";
import type { Read } from "../schemas/read.js";
import type { AuthoredRetired, AuthoredTopics, AuthoredUsual } from "../schemas/topics.js";
import type { Grade, Status } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import type { Service } from "../vocabulary/situation.js";
import type { openersOf } from "./openers.js";

/** `date` is as precise as the source: YYYY, YYYY-MM or YYYY-MM-DD. */
export type Source = Read<Pick<parties.AuthoredSource, "publisher" | "url" | "tier" | "date">>;

/** A record with what its sources are worth together. */
export type Graded<T> = Read<Omit<T, "sources">> & { readonly grade: Grade; readonly sources: readonly Source[] };

export type Cost = Read<parties.AuthoredChannel["cost"][number]>;
export type Hours = Read<NonNullable<parties.AuthoredChannel["hours"]>>;

export interface Channel extends Graded<Omit<parties.AuthoredChannel, "value" | "display">> {
  party: string;
  /** As a person reads it; the same in both languages unless it is described in words. */
  display: Text;
  /** Exactly what to key in; null where there is no fixed value. */
  dial: string | null;
  e164: string | null;
  uri: string | null;
  /** Whether a source says that the value works abroad, and whether that source is recent. */
  namedAbroad: "current" | "older" | null;
  status: Status;
  origin: string;
  conflicts: readonly string[];
}

export type Rule = Graded<parties.AuthoredRule>;
export type ForWhom = Rule["when"];
export type Conflict = Read<Omit<parties.AuthoredConflict, "about">>;

export type NeverOffered = Read<Omit<parties.AuthoredNeverOffered, "values" | "sources">> & {
  readonly values: readonly Text[];
  readonly sources: readonly Source[];
};

/** What sources say of a charge, a refund or a right: what a rule, a step or a letter rests on. */
export type Ground = Graded<Omit<AuthoredGround, "disputed">> & { readonly area: string; readonly status: Status };
export type Deadline = Ground["deadlines"][number];

/** Where an answer leads: another step, another checklist, or the end. */
export type GoTo = NonNullable<Branch["goTo"]>;
export type Branch = ChecklistStep["branches"][number];

export type ChecklistStep = Read<Omit<AuthoredStep, "grounds">> & {
  /** `operator`: only for that operator's customers. */
  readonly grounds: readonly { readonly id: string; readonly operator: string | null }[];
};

export type Checklist = Read<Omit<AuthoredChecklist, "$schema" | "steps">> & {
  readonly steps: readonly ChecklistStep[];
};

/** What is known of a checklist without opening its file. */
export type ChecklistSummary = Pick<Checklist, "id" | "title" | "topics">;

/** A letter: what is asked, which paragraphs, law lines and demands a situation calls for, and what follows from sending it. */
export type ClaimLetter = Read<Omit<AuthoredClaim, "$schema">>;

export type ClaimField = ClaimLetter["fields"][number];
/** All that is stated has to hold; a field that is blank fulfils nothing but `filled: false` and `not`. */
export type ClaimCondition = ClaimField["when"][number];
/** A sentence or two with `{field}` where a value goes, and what it rests on. */
export type ClaimLine = ClaimLetter["law"][number];
export type ClaimRecipient = ClaimLetter["recipients"][number];
export type ClaimDate = ClaimLetter["dates"][number];

/** What a list of letters shows. */
export type ClaimSummary = Pick<ClaimLetter, "id" | "title" | "about" | "asked">;

/** Working days of Russia. Holidays are MM-DD, other days YYYY-MM-DD. */
export interface Calendar {
  holidays: readonly string[];
  /** Years whose transfers of days off are decreed. */
  years: Readonly<Record<string, Read<Omit<AuthoredCalendar["years"][string], "sources">>>>;
}

/** What a line on a statement can mean; texts stand in the grounds named. */
export type MerchantCharge = Read<Pick<AuthoredMerchant, "id" | "name" | "purpose" | "aliases">> &
  Read<AuthoredMerchant["charge"]> & {
    /** Whether the seller has refund rules that sources state. */
    readonly refundEstablished: boolean;
  };
/** How a seller stands on a statement. */
export type Descriptor = MerchantCharge["descriptors"][number];
/** Whether such a charge is to be expected on a Russian card or account, from a date on. */
export type Likelihood = MerchantCharge["likely"][number];

type AuthoredRefund = AuthoredMerchant["refund"];

export type RefundRule = Read<AuthoredRefund["rules"][number]> & { readonly id: string };
export type Conditions = RefundRule["if"];
/** A value, any of several, a comparison with a number or a date, or what it is not. */
export type Condition = NonNullable<Conditions[keyof Conditions]>;

export type RefundRules = Read<Pick<AuthoredMerchant, "id" | "name"> & Omit<AuthoredRefund, "rules">> & {
  readonly rules: readonly RefundRule[];
};

/** A way to the money beside the seller's rules. */
export type RefundRoute = Read<AuthoredRefundRoutes["routes"][number]> & { readonly id: string };

export type LegalEntity = Graded<parties.AuthoredLegalEntity>;

export type PartyType = "operator" | "body" | "merchant" | "emergency";

/** Somebody who can be reached: an operator, a regulator, a merchant, the emergency services. */
export interface Party {
  id: string;
  type: PartyType;
  name: Text;
  channels: readonly Channel[];
  rules: readonly Rule[];
  conflicts: readonly Conflict[];
  neverOffered: readonly NeverOffered[];
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

type TopicPart = Read<AuthoredTopics["topics"][number]["parts"][number]>;
export interface Topic extends Read<Omit<AuthoredTopics["topics"][number], "parts">> {
  /** The part of it that a sentence asks about. */
  readonly asked?: TopicPart | undefined;
}
export type TopicText = Read<Omit<AuthoredTopics["prepare"][string], "sources">>;

/** What a sentence may ask of a topic alone: the parts by the id of their topic, and the limits that no topic as a whole has. */
export interface TopicParts {
  topics: Readonly<Record<string, readonly TopicPart[]>>;
  limits: Readonly<Record<string, TopicText>>;
}

/** What is taken for granted where facts are left out; the later of what fits goes before the earlier. */
export type UsualCase = Read<Omit<AuthoredUsual, "$schema">>;

export type RetiredId = Read<AuthoredRetired["ids"][number]>;

export interface DirectoryIndex {
  version: string;
  /** The newest `checkedOn`. @format date */
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
  /** Every number and code of all parties, offered or not: for those who ask whose a number is. */
  values(): ValueIndex;
  /** For those who read sentences. */
  names(): Names;
  parts(): TopicParts;
}

/** Parts of what was built beside the directory: each gives the same at every call, and is opened with the first. */
export type OpenersOf<WordLists> = ReturnType<typeof openersOf<WordLists>>;
