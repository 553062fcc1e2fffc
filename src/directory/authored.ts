/** The authored directory after the schema has accepted every file: what the rules look at and compile.ts takes. */
import type { AuthoredParty } from "./compile.js";
import type { AuthoredRetired, AuthoredTopics } from "./schema.js";
import type { PartyType } from "./types.js";

export interface AuthoredEntry {
  type: PartyType;
  /** File and JSON path of the record, for issues. */
  file: string;
  path: string;
  party: AuthoredParty;
}

export interface AuthoredDirectory {
  parties: readonly AuthoredEntry[];
  topics: AuthoredTopics;
  retired: AuthoredRetired["ids"];
}
