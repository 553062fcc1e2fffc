/** The authored directory after the schema has accepted every file: what the rules look at and compile.ts takes. */

import type { PartyType } from "../directory/types.js";
import type { AuthoredParty } from "./compile.js";
import type { ContentOf, FILES } from "./files.js";
import type { Range } from "./range.js";

export interface AuthoredEntry {
  type: PartyType;
  /** File and JSON path of the record, for issues. */
  file: string;
  path: string;
  party: AuthoredParty;
}

/** A file of records that belong to no party. */
export interface AuthoredDocument<T = unknown> {
  file: string;
  content: T;
}

type Documents<Role extends keyof typeof FILES> = readonly AuthoredDocument<ContentOf<Role>>[];
type OneDocument<Role extends keyof typeof FILES> = AuthoredDocument<ContentOf<Role>> | null;

export interface AuthoredDirectory {
  parties: readonly AuthoredEntry[];
  topics: ContentOf<"topics">;
  usual: ContentOf<"usual">;
  /** What channels name by `cost`: an overlay's too. */
  costs: ContentOf<"costs">["costs"];
  retired: ContentOf<"retired">["ids"];
  grounds: Documents<"grounds">;
  calendar: OneDocument<"calendar">;
  /** The merchants among the parties, with what a charge of theirs means. */
  merchants: Documents<"merchant">;
  refundRoutes: OneDocument<"refund-routes">;
  claims: Documents<"claim">;
  checklists: Documents<"checklist">;
  /** What an overlay has no part in, and so is not kept with what it is laid over; nor is all of it in a published package. */
  beside: {
    messages: Documents<"messages">;
    holders: OneDocument<"numbering-holders">;
    regions: OneDocument<"numbering-regions">;
    plan: OneDocument<"numbering-plan">;
    ranges: readonly Range[];
    /** Topics by the files of example questions. */
    examples: readonly AuthoredDocument<string>[];
  };
}

export const NOTHING_BESIDE: AuthoredDirectory["beside"] = {
  messages: [],
  holders: null,
  regions: null,
  plan: null,
  ranges: [],
  examples: [],
};
