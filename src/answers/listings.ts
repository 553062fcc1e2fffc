import type { Directory, Party } from "../directory/types.js";
import { findOperator } from "../situation/names.js";
import { suggest } from "../values/choice.js";
import { Problem } from "../values/problem.js";

/**
 * All parties, or the one named: an operator by any of its names, a body or merchant by its id.
 * @throws Problem unknown-operator.
 */
export function partiesNamed(given: string | undefined, directory: Directory): Party[] {
  if (given === undefined) return directory.parties.map((summary) => directory.party(summary.id));
  const byId = directory.parties.find((summary) => summary.id === given.trim().toLowerCase());
  if (byId) return [directory.party(byId.id)];
  try {
    return [directory.party(findOperator(given, directory).id)];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const allowed = directory.parties.map((summary) => summary.id);
    const hints = error.hints.length > 0 ? error.hints : suggest(given, allowed);
    throw new Problem("unknown-operator", "unknown-party", { given }, { allowed, hints });
  }
}
