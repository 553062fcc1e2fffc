/** The authored directory after the schema has accepted every file: what the rules look at and compile.ts takes. */

import type { PartyType } from "../directory/types.js";
import type { AuthoredChecklist } from "../schemas/checklists.js";
import type { AuthoredClaim } from "../schemas/claims.js";
import type { AuthoredCalendar, AuthoredGrounds } from "../schemas/grounds.js";
import type { AuthoredMerchant, AuthoredRefundRoutes } from "../schemas/merchants.js";
import type { AuthoredHoldersFile, AuthoredPlan, AuthoredRegionsFile } from "../schemas/numbering.js";
import type { AuthoredCosts } from "../schemas/parties.js";
import type { AuthoredRetired, AuthoredTopics, AuthoredUsual } from "../schemas/topics.js";
import type { Text } from "../vocabulary/language.js";
import type { AuthoredParty } from "./compile.js";
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

export interface AuthoredDirectory {
  parties: readonly AuthoredEntry[];
  topics: AuthoredTopics;
  usual: AuthoredUsual;
  /** What channels name by `cost`: an overlay's too. */
  costs: AuthoredCosts;
  retired: AuthoredRetired["ids"];
  grounds: readonly AuthoredDocument<AuthoredGrounds>[];
  calendar: AuthoredDocument<AuthoredCalendar> | null;
  /** The merchants among the parties, with what a charge of theirs means. */
  merchants: readonly AuthoredDocument<AuthoredMerchant>[];
  refundRoutes: AuthoredDocument<AuthoredRefundRoutes> | null;
  claims: readonly AuthoredDocument<AuthoredClaim>[];
  checklists: readonly AuthoredDocument<AuthoredChecklist>[];
  /** What an overlay has no part in, and so is not kept with what it is laid over; nor is all of it in a published package. */
  beside: {
    messages: readonly AuthoredDocument<Readonly<Record<string, Text>>>[];
    holders: AuthoredDocument<AuthoredHoldersFile> | null;
    regions: AuthoredDocument<AuthoredRegionsFile> | null;
    plan: AuthoredDocument<AuthoredPlan> | null;
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
