/** Where a channel of a card answers, in as few words as tell it. */
import type { DirectoryIndex } from "../../directory/types.js";
import { linesFrom } from "../../routing/completions.js";
import type { Condition } from "../../routing/routing.js";
import { conditionText } from "../route/conditions.js";
import type { Words } from "../words.js";

export interface Speaker {
  operator: string;
  directory: DirectoryIndex;
  words: Words;
}

const same = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  [...a].sort().join() === [...b].sort().join();

/** "с любого телефона" for every line but none, "в России" for home and journeys there. */
function phraseOf(fact: string, values: readonly string[], { operator, directory, words }: Speaker): string {
  const others = linesFrom("other-operator", operator, directory);
  const phrases: readonly [string, string, readonly string[]][] = [
    ["from", "card.from.phone", ["own", ...others, "landline", "foreign"]],
    ["from", "card.from.russian", ["own", ...others, "landline"]],
    ["roaming", "card.roaming.russia", ["home", "russia"]],
  ];
  const found = phrases.find(([of, , all]) => of === fact && same(all, values));
  return found ? words.say(found[1]) : conditionText({ [fact]: values }, operator, directory, words);
}

const alternative = (condition: Condition, speaker: Speaker): string =>
  Object.entries(condition)
    .map(([fact, values]) => phraseOf(fact, values, speaker))
    .join(", ");

/** @param always what an empty list of alternatives says. */
export const alternatives = (conditions: readonly Condition[], always: string, speaker: Speaker): string =>
  conditions.length === 0 ? always : conditions.map((one) => alternative(one, speaker)).join("; ");

/** Without what it has in common with the place where the channel answers for sure: "за границей" instead of all of it again. */
export function different(conditions: readonly Condition[], from: readonly Condition[] | null): readonly Condition[] {
  const [known] = from?.length === 1 ? from : [];
  const [only] = conditions;
  if (!known || !only || conditions.length > 1) return conditions;
  const told = Object.entries(only).filter(([fact, values]) => !same(values, known[fact]));
  return told.length > 0 ? [Object.fromEntries(told)] : conditions;
}
