/** What every question is answered over. */
import type { ClaimLetter, ClaimSummary } from "../directory/claim-types.js";
import type { NumberingPlan, RangeTable } from "../directory/numbering-types.js";
import type { Calendar, Checklist, Directory, MerchantCharge, RefundRoute, RefundRules } from "../directory/types.js";
import type { Grounds } from "../terms/deadlines.js";
import type { WordLists } from "../understanding/dictionaries.js";
import type { Moment } from "../values/moment.js";

/** Each gives the same at every call; what it gives is opened with the first. */
export interface Openers {
  ranges(): RangeTable;
  plan(): NumberingPlan;
  merchants(): readonly MerchantCharge[];
  /** @param id of a merchant. */
  refundRules(id: string): RefundRules;
  refundRoutes(): readonly RefundRoute[];
  grounds(): Grounds;
  calendar(): Calendar;
  /** @param id one that the directory lists. */
  checklist(id: string): Checklist;
  claims(): readonly ClaimSummary[];
  /** @param id one of `claims`. */
  claim(id: string): ClaimLetter;
  /** What topics of sentences are told by, as the build packed it. */
  topicModel(): Uint8Array;
  wordLists(): WordLists;
}

export interface Desk {
  readonly directory: Directory;
  /** The only clock an answer uses. */
  readonly moment: Moment;
  readonly open: Openers;
}
