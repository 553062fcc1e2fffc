/** A person's text made comparable: one spelling of letters, words apart. */
import { letters, retyped } from "../values/keyboard.js";

/** Nobody states a question in more; the rest of a longer text is not read. */
export const LONGEST = 4000;

/** Latin letters that look like Cyrillic ones, as they get into Russian words by a slip of the keyboard. */
const LOOKALIKES = letters("abcehkmoptxy", "авсенкмортху");

const MIXED = /[a-z]+[а-я][a-zа-я]*|[а-я]+[a-z][a-zа-я]*/g;

const unmixed = (word: string): string => {
  const cyrillic = retyped(word, LOOKALIKES);
  return /[a-z]/.test(cyrillic) ? word : cyrillic;
};

/** What colours a text in a terminal; its last letter must not grow onto a word. */
const ESCAPES = /\p{Cc}\[[\d;]*[a-z]?/gu;

/** Lower case, one form of each letter, no control characters; punctuation stays. */
export function normalise(text: string): string {
  return (
    text
      .slice(0, LONGEST)
      .normalize("NFKC")
      .toLowerCase()
      .replace(ESCAPES, " ")
      .replace(/[\u00e0-\u024f]/g, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""))
      // Without its dots "ёта" would be "эта", misspelt.
      .replace(/(?<![а-я])ёт(?=[аеуы](?![а-я]))/g, "йот")
      .replace(/ё/g, "е")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
      // As lists of countries shorten islands.
      .replace(/(?<![а-я])о-в(а?)(?![а-я])/g, "остров$1")
      .replace(/https?:\S+|www\.\S+/g, " url ")
      // "Нееет" is "нет"; an "ООО" is a company.
      .replace(/(?<![а-я])ооо(?![а-я])|([a-zа-я])\1{2,}/g, (run: string, letter?: string) => letter ?? run)
      .replace(MIXED, unmixed)
  );
}

/** A code to dial such as *100#. */
const CODE = /[*#][\d*#]+/g;

/** Words and numbers in order; a digit right after a word belongs to it (теле2, t2). */
export const tokens = (normalised: string): string[] =>
  normalised.replace(CODE, " ussd ").match(/[a-z]+\d?(?!\d)|[a-z]+|[а-я]+\d?(?!\d)|[а-я]+|\d+/g) ?? [];

/** Which clause each of the words stands in; a full stop inside a name ("дом.ру") ends none. */
export const clauses = (normalised: string): number[] =>
  normalised
    .split(/[,;:!?()\n—–]|\.(?!\S)|\s-\s/)
    .map(tokens)
    .filter((words) => words.length > 0)
    .flatMap((words, clause) => words.map(() => clause));
