/** The authored directory after the schema has accepted every file: what the rules look at and compile.ts takes. */

import type { PartyType } from "../directory/types.js";
import type { AuthoredParty } from "./compile.js";
import type { ContentOf, FILES } from "./files.js";

export interface AuthoredEntry {
  type: PartyType;
  /** File and JSON path of the record, for issues. */
  file: string;
  path: string;
  party: AuthoredParty;
}

export type Role = keyof typeof FILES;

/** What was read in the files of each role. */
export type Files = { readonly [One in Role]: readonly { file: string; content: ContentOf<One> }[] };

export interface AuthoredDirectory {
  /** Of all files, those of an overlay over the others. */
  parties: readonly AuthoredEntry[];
  topics: ContentOf<"topics">;
  files: Files;
}

/** What the only file of a role holds. @throws where there is none. */
export function only<One extends Role>(role: One, files: Files): ContentOf<One> {
  const [found] = files[role];
  if (found) return found.content;
  throw new Error(`no file of ${role}`);
}

/** In the rest an overlay has no part, nor is all of it in a published package. */
const KEPT = ["usual", "costs", "retired", "calendar", "grounds", "merchant", "refund-routes", "claim", "checklist"];

/** As it is kept to lay overlays over it. */
export function forOverlays({ files, ...directory }: AuthoredDirectory): AuthoredDirectory {
  const kept = Object.entries(files).map(([role, found]) => [role, KEPT.includes(role) ? found : []]);
  return { ...directory, files: Object.fromEntries(kept) as Files };
}
