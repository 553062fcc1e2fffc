/** Opens one claim letter, or the list of them; nothing but `claim` reads these files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClaimLetter, ClaimSummary } from "./claim-types.js";

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

/** @param folder where the build put the compiled directory. */
export const loadClaimList = (folder: string): readonly ClaimSummary[] =>
  readJson<ClaimSummary[]>(join(folder, "claims.json"));

/** @param id one of the list's. */
export const loadClaim = (folder: string, id: string): ClaimLetter =>
  readJson<ClaimLetter>(join(folder, "claims", `${id}.json`));
