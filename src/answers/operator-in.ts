import { distance } from "fastest-levenshtein";
import type { DirectoryIndex, PartySummary } from "../directory/types.js";
import { operators } from "../situation/names.js";
import { fold } from "../values/choice.js";

/** A name shorter than this has no room for a slip or an ending: one letter makes another name of it. */
const LONG_NAME = 5;
/** A Russian name takes up to this many letters in its cases: "билайном". */
const LONGEST_ENDING = 2;

const namesOf = ({ id, name, aliases }: PartySummary): string[] => [id, name.ru, name.en, ...aliases].map(fold);

function means(word: string, name: string): boolean {
  if (word === name) return true;
  if (name.length < LONG_NAME) return false;
  const inflected = word.startsWith(name) && word.length - name.length <= LONGEST_ENDING;
  return inflected || distance(word, name) <= 1;
}

export interface Named {
  operator: PartySummary | null;
  /** The words that are not its name. */
  rest: readonly string[];
}

/** The operator somebody names among other words, in any of its cases, with a slip of the fingers. */
export function operatorIn(words: readonly string[], directory: DirectoryIndex): Named {
  const known = operators(directory).map((operator) => ({ operator, names: namesOf(operator) }));
  // "Тинькофф Мобайл" before "мобайл": two words name more exactly than one.
  for (const length of [2, 1]) {
    for (let at = 0; at + length <= words.length; at++) {
      const word = fold(words.slice(at, at + length).join(""));
      const exact = known.find(({ names }) => names.includes(word));
      const found = exact ?? known.find(({ names }) => names.some((name) => means(word, name)));
      if (found) return { operator: found.operator, rest: [...words.slice(0, at), ...words.slice(at + length)] };
    }
  }
  return { operator: null, rest: words };
}
