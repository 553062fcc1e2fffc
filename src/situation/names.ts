import { closest, distance } from "fastest-levenshtein";
import type { DirectoryIndex, PartySummary } from "../directory/types.js";
import { Problem } from "./problem.js";

/** One spelling for comparison: case, ё, hyphens, dots, quotes and spaces do not tell names apart. */
export const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\s\-_.«»"'’]+/g, "");

/** Up to one accepted value near enough to be a slip of the fingers. */
export function suggest(given: string, accepted: readonly string[]): string[] {
  if (accepted.length === 0 || given.length > 60) return [];
  const best = closest(given.toLowerCase(), accepted);
  const slips = Math.min(3, Math.ceil(Math.min(given.length, best.length) / 3));
  return distance(given.toLowerCase(), best) <= slips ? [best] : [];
}

export function operators(directory: DirectoryIndex): PartySummary[] {
  return directory.parties.filter((party) => party.type === "operator");
}

function namesOf(operator: PartySummary): string[] {
  return [operator.id, operator.name.ru, operator.name.en, ...operator.aliases];
}

/**
 * An operator by id, name or any alias people use, in any case; a retired id leads to its successor.
 * @throws Problem `unknown-operator` with the nearest id.
 */
export function findOperator(given: string, directory: DirectoryIndex): PartySummary {
  const known = operators(directory);
  const exact = known.find((operator) => operator.id === given);
  if (exact) return exact;
  const wanted = fold(given);
  const found = known.find((operator) => namesOf(operator).some((name) => fold(name) === wanted));
  if (found) return found;
  const successor = directory.retired.find((entry) => entry.id === given)?.instead;
  const heir = known.find((operator) => operator.id === successor);
  if (heir) return heir;
  const names = known.flatMap((operator) => namesOf(operator).map((name) => ({ name, id: operator.id })));
  const near = suggest(
    given,
    names.map((entry) => entry.name.toLowerCase()),
  );
  const hints = near.flatMap((name) => names.find((entry) => entry.name.toLowerCase() === name)?.id ?? []);
  const allowed = known.map((operator) => operator.id);
  throw new Problem("unknown-operator", "unknown-operator", { given }, { allowed, hints });
}

/** @throws Problem `unknown-topic` with the nearest id. */
export function findTopic(given: string, directory: DirectoryIndex): DirectoryIndex["topics"][number] {
  const wanted = given.trim().toLowerCase();
  const found = directory.topics.find((topic) => topic.id === wanted);
  if (found) return found;
  const successor = directory.retired.find((entry) => entry.id === wanted)?.instead;
  const heir = directory.topics.find((topic) => topic.id === successor);
  if (heir) return heir;
  const allowed = directory.topics.map((topic) => topic.id);
  throw new Problem("unknown-topic", "unknown-topic", { given }, { allowed, hints: suggest(wanted, allowed) });
}
