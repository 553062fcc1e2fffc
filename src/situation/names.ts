import type { DirectoryIndex, PartySummary } from "../directory/types.js";
import { fold, notListed, suggest } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { OTHER_MERCHANT } from "../vocabulary/situation.js";

export function operators(directory: DirectoryIndex): PartySummary[] {
  return directory.parties.filter((party) => party.type === "operator");
}

function namesOf(party: PartySummary): string[] {
  return [party.id, party.name.ru, party.name.en, ...party.aliases];
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

/** Who may have taken the money in a case of this topic, where that is a question: a topic with one seller names it already. */
export function sellersOf(topic: string, { parties }: DirectoryIndex): string[] {
  const sellers = parties.filter((party) => party.seller && party.topics.includes(topic)).map((party) => party.id);
  return sellers.length > 1 ? sellers : [];
}

/**
 * A seller by id, name or alias, or `other`.
 * @throws Problem `unknown-merchant` with the nearest id.
 */
export function findMerchant(given: string, { parties }: DirectoryIndex): string {
  const sellers = parties.filter((party) => party.seller);
  const wanted = fold(given);
  const found = sellers.find((party) => namesOf(party).some((name) => fold(name) === wanted));
  if (found) return found.id;
  if (wanted === OTHER_MERCHANT) return OTHER_MERCHANT;
  const allowed = [...sellers.map((party) => party.id), OTHER_MERCHANT];
  throw notListed(given, allowed, { code: "unknown-merchant" });
}

/** @throws Problem `unknown-topic` with the nearest id. */
export function findTopic(given: string, directory: DirectoryIndex): DirectoryIndex["topics"][number] {
  const wanted = given.trim().toLowerCase();
  const found = directory.topics.find((topic) => topic.id === wanted);
  if (found) return found;
  const successor = directory.retired.find((entry) => entry.id === wanted)?.instead;
  const heir = directory.topics.find((topic) => topic.id === successor);
  if (heir) return heir;
  throw notListed(
    given,
    directory.topics.map((topic) => topic.id),
    { code: "unknown-topic" },
  );
}
