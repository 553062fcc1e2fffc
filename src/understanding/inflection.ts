/** Russian names of places in their cases, as far as it takes to tell where from whither. */

/** in: "в Турции"; to: "в Турцию"; of: "из Турции"; name: "Турция". */
export type Case = "name" | "of" | "to" | "in" | "other";

type Endings = Readonly<Record<string, readonly Case[]>>;

/** Each paradigm's endings after the stem. The order is part of the compiled dictionary. */
const PARADIGMS: readonly Endings[] = [
  { "": ["name", "of", "to", "in"] },
  { ия: ["name"], ии: ["of", "in"], ию: ["to"], ией: ["other"], иеи: ["other"] },
  { а: ["name"], ы: ["of"], и: ["of"], е: ["in"], у: ["to"], ой: ["other"] },
  { я: ["name"], и: ["of"], е: ["in"], ю: ["to"], ей: ["other"] },
  { "": ["name", "to"], а: ["of"], у: ["other", "in"], ом: ["other"], е: ["in"] },
  { й: ["name", "to"], я: ["of"], ю: ["other"], ем: ["other"], е: ["in"] },
  { ь: ["name", "to"], и: ["of", "in"], я: ["of"], ю: ["other"], е: ["in"], ем: ["other"], ью: ["other"] },
  {
    ы: ["name", "to"],
    и: ["name", "to"],
    "": ["of"],
    ов: ["of"],
    ев: ["of"],
    ам: ["other"],
    ям: ["other"],
    ах: ["in"],
    ях: ["in"],
    ами: ["other"],
  },
  { ье: ["name", "to", "in"], ья: ["of"], ью: ["other"], ьем: ["other"] },
  { о: ["name", "to", "in", "of"], а: ["of"], у: ["other"], ом: ["other"], е: ["in"] },
  { "": ["name", "to"] },
];

const INDECLINABLE = 0;
const MASCULINE = 4;
const NAME_ONLY = 10;

/** By the end of the name, the first that fits; the letters taken off leave the stem. */
const BY_END: readonly (readonly [end: RegExp, taken: number, paradigm: number])[] = [
  [/^алматы$/, 0, INDECLINABLE],
  [/ия$/, 2, 1],
  // Goa, Samoa, Nicaragua.
  [/[оу]а$/, 0, INDECLINABLE],
  [/а$/, 1, 2],
  [/я$/, 1, 3],
  [/ье$/, 2, 8],
  [/(ово|ево|ино)$/, 1, 9],
  [/[еоуэюи]$/, 0, INDECLINABLE],
  [/й$/, 1, 5],
  [/ь$/, 1, 6],
  [/[^аеиоуыэюя]$/, 0, MASCULINE],
];

const PLURAL: readonly (readonly [end: RegExp, taken: number])[] = [
  [/ы$/, 1],
  [/(ики|йи|ески)$/, 1],
];

export interface Stem {
  stem: string;
  paradigm: number;
}

/** @param name one word as it stands in a list, in its own capitals. */
export function stemsOf(name: string): Stem[] {
  const word = name.toLowerCase().replaceAll("ё", "е");
  const fleeting = /^(.*)\((.)\)(.*)$/.exec(word);
  if (fleeting) {
    const [, begin = "", vowel = "", end = ""] = fleeting;
    return [
      { stem: begin + vowel + end, paradigm: NAME_ONLY },
      { stem: begin + end, paradigm: MASCULINE },
    ];
  }
  // An abbreviation keeps its form, whatever letter it ends in.
  if (/^\p{Lu}{2,}$/u.test(name)) return [{ stem: word, paradigm: INDECLINABLE }];
  const plural = word === "алматы" ? undefined : PLURAL.find(([end]) => end.test(word));
  if (plural) return [{ stem: word.slice(0, -plural[1]), paradigm: 7 }];
  const [, taken, paradigm] = BY_END.find(([end]) => end.test(word)) ?? [null, 0, INDECLINABLE];
  return [{ stem: word.slice(0, word.length - taken), paradigm }];
}

/** The cases a word can stand in, or none when it is not a form of the stem. */
export function casesOf(word: string, { stem, paradigm }: Stem): readonly Case[] {
  return word.startsWith(stem) ? (PARADIGMS[paradigm]?.[word.slice(stem.length)] ?? []) : [];
}
