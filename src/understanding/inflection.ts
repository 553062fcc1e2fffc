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

export interface Stem {
  stem: string;
  paradigm: number;
}

/** The cases a word can stand in, or none when it is not a form of the stem. */
export function casesOf(word: string, { stem, paradigm }: Stem): readonly Case[] {
  return word.startsWith(stem) ? (PARADIGMS[paradigm]?.[word.slice(stem.length)] ?? []) : [];
}
