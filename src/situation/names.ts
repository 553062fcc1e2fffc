import type { DirectoryIndex, PartySummary } from "../directory/types.js";
import { fold, notListed, suggest } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { OTHER_MERCHANT } from "../vocabulary/situation.js";

export function operators(directory: DirectoryIndex): PartySummary[] {
  return directory.parties.filter((party) => party.type === "operator");
}

type Named = Pick<PartySummary, "id" | "name" | "aliases">;

const namesOf = ({ id, name, aliases }: Named): string[] => [id, name.ru, name.en, ...aliases];

/** The id of the nearest by any of its names. */
export function nearestNamed(given: string, known: readonly Named[]): string[] {
  const ids = new Map(known.flatMap((one) => namesOf(one).map((name) => [name.toLowerCase(), one.id] as const)));
  return suggest(given, [...ids.keys()]).flatMap((name) => ids.get(name) ?? []);
}

/** A retired id leads to its successor. */
function byId<T extends { id: string }>(id: string, known: readonly T[], { retired }: DirectoryIndex): T | undefined {
  const named = (wanted: string | null | undefined) => known.find((one) => one.id === wanted);
  return named(id) ?? named(retired.find((entry) => entry.id === id)?.instead);
}

/** By a name or any alias people use, in any case. */
function byName(given: string, known: readonly PartySummary[]): PartySummary | undefined {
  const wanted = fold(given);
  return known.find((one) => namesOf(one).some((name) => fold(name) === wanted));
}

/** An operator by id, name or alias. */
export function operatorNamed(given: string, directory: DirectoryIndex): PartySummary | undefined {
  const known = operators(directory);
  return byId(given, known, directory) ?? byName(given, known);
}

/** @throws Problem `unknown-operator` with the nearest id. */
export function findOperator(given: string, directory: DirectoryIndex): PartySummary {
  const known = operators(directory);
  const found = operatorNamed(given, directory);
  if (found) return found;
  const allowed = known.map(({ id }) => id);
  const hints = nearestNamed(given, known);
  throw new Problem("unknown-operator", "unknown-operator", { given }, { allowed, hints });
}

/** Who may have taken the money in a case of this topic, where that is a question: a topic with one seller names it already. */
export function sellersOf(topic: string, { parties }: DirectoryIndex): string[] {
  const sellers = parties.filter((party) => party.seller && party.topics.includes(topic)).map((party) => party.id);
  return sellers.length > 1 ? sellers : [];
}

/**
 * A seller by id, name or alias, or `other`.
 * @throws Problem `unknown-merchant` with the nearest id.
 */
export function findMerchant(given: string, directory: DirectoryIndex): string {
  if (fold(given) === OTHER_MERCHANT) return OTHER_MERCHANT;
  const sellers = directory.parties.filter((party) => party.seller);
  const found = byId(given, sellers, directory) ?? byName(given, sellers);
  if (found) return found.id;
  const allowed = [...sellers.map((party) => party.id), OTHER_MERCHANT];
  throw notListed(given, allowed, { code: "unknown-merchant" });
}

/** @throws Problem `unknown-topic` with the nearest id. */
export function findTopic(given: string, directory: DirectoryIndex): DirectoryIndex["topics"][number] {
  const { topics } = directory;
  const found = byId(given.trim().toLowerCase(), topics, directory);
  if (found) return found;
  const allowed = topics.map(({ id }) => id);
  throw notListed(given, allowed, { code: "unknown-topic" });
}
