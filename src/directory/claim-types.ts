/** A claim letter as data: what is asked, which paragraphs, law lines and demands a situation calls for, and what follows from sending it. */
import type { ChannelKind } from "../vocabulary/channels.js";
import type { ClaimAddressee, ClaimDateKind, ClaimFieldKind } from "../vocabulary/claims.js";
import type { Text } from "../vocabulary/language.js";
import type { DeadlineUnit } from "../vocabulary/terms.js";

/** All that is stated has to hold; a field that is blank fulfils nothing but `filled: false`. */
export interface ClaimCondition {
  field: string;
  in?: readonly string[];
  /** The date is this day or later. */
  from?: string;
  /** The date is earlier than this day. */
  before?: string;
  /** The date is not earlier than that of another field. */
  notBefore?: string;
  filled?: boolean;
}

export interface ClaimChoice {
  value: string;
  label: Text;
  /** How the letter says it. */
  letter?: Text;
}

export interface ClaimField {
  id: string;
  kind: ClaimFieldKind;
  label: Text;
  hint: Text;
  required: boolean;
  /** About a person: kept out of JSON unless asked for. */
  personal: boolean;
  /** Whether it is asked in an interview; the others are for flags and files. */
  asked: boolean;
  /** A date that cannot lie in the future. */
  past: boolean;
  /** Date fields that this one cannot precede: nobody is refused before asking. */
  notBefore: readonly string[];
  choices: readonly ClaimChoice[];
  /** A choice's value, `today`, or what the operator written to has: `operator-name`, `operator-address`, `operator-service`. */
  preset: string | null;
  when: readonly ClaimCondition[];
}

/** A sentence or two with `{field}` where a value goes, and what it rests on. */
export interface ClaimLine {
  id: string;
  text: Text;
  grounds: readonly string[];
  when: readonly ClaimCondition[];
}

export interface ClaimDemand extends ClaimLine {
  /** May be left out. */
  optional: boolean;
}

export interface ClaimRecipient {
  type: ClaimAddressee;
  /** Fields with the name and the address where the directory does not know them; for a body, the field that names it. */
  name: string;
  address: string | null;
  /** Where to find the address. */
  find: Text;
  when: readonly ClaimCondition[];
}

export interface ClaimDate {
  id: string;
  kind: ClaimDateKind;
  text: Text;
  ground: string;
  /** Which of the ground's terms. */
  term: number;
  /** The first of these fields that is filled, or another date of this list. */
  start: { fields: readonly string[] } | { after: string };
  /** What to do the day after it has passed in vain; `patience` where that is later than the term. */
  afterwards: {
    text: Text;
    grounds: readonly string[];
    patience: { amount: number; unit: DeadlineUnit } | null;
  } | null;
  when: readonly ClaimCondition[];
}

export interface ClaimLetter {
  id: string;
  title: Text;
  about: Text;
  /** Its place in the list. */
  order: number;
  /** The topic whose channels of the operator take such a letter; null where it goes to nobody in the directory. */
  topic: string | null;
  kinds: readonly ChannelKind[];
  recipients: readonly ClaimRecipient[];
  fields: readonly ClaimField[];
  /** The words every letter has: before the addressee and the sender, above the attachments, at the signature, for the stamp. */
  labels: Readonly<Record<"to" | "from" | "attachments" | "signature" | "stamp", Text>>;
  sender: readonly ClaimLine[];
  heading: Text;
  subject: Text;
  paragraphs: readonly ClaimLine[];
  law: readonly ClaimLine[];
  demand: Text;
  demands: readonly ClaimDemand[];
  closing: readonly ClaimLine[];
  attachments: readonly ClaimLine[];
  before: readonly ClaimLine[];
  send: readonly ClaimLine[];
  dates: readonly ClaimDate[];
  next: readonly ClaimLine[];
  limits: readonly ClaimLine[];
}

/** What a list of letters shows. */
export type ClaimSummary = Pick<ClaimLetter, "id" | "title" | "about">;
