/** What a topic is recognised by: stems, neighbouring stems, pieces of words, and the concepts behind them. */
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as russian } from "@orama/stemmers/russian";
import type { Phrases } from "./phrase.js";

/** Each kind of feature is normalised by itself and counts for so much. */
export const KINDS = { stem: 1, pair: 0.6, skip: 0.4, piece: 0.8, concept: 1, concepts: 0.8 } as const;
export type Kind = keyof typeof KINDS;

export interface Features {
  kind: Kind;
  /** How often each occurs. */
  counts: ReadonlyMap<string, number>;
}

/** A word said three times is not three times as telling. */
export const damped = (count: number): number => 1 + Math.log(count);

/** Stand-ins for what is replaced before features are taken. */
export const MARKS = { operator: "@operator", abroad: "@abroad", russia: "@russia" } as const;

export function stem(word: string): string {
  if (/[а-я]/.test(word)) return russian(word);
  return /[a-z]/.test(word) ? english(word) : word;
}

/** The feature that a word is known by, whatever its ending. */
export const wordFeature = (word: string): string => `w:${stem(word)}`;

/** A number by what it may be; its digits say nothing of the topic. */
export function numberClass(digits: string): string {
  if (digits.length >= 5) return "@long";
  return /^0\d{2,}$/.test(digits) ? "@short" : "@number";
}

const PIECE = 4;
const START = "^";
const END = "$";

function counted(features: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

function* pieces(words: readonly string[]): Generator<string> {
  for (const word of words) {
    if (word.startsWith("@")) continue;
    const framed = ` ${word} `;
    for (let at = 0; at + PIECE <= framed.length; at++) yield `c:${framed.slice(at, at + PIECE)}`;
  }
}

function* together(names: readonly string[]): Generator<string> {
  for (const [index, first] of names.entries()) {
    for (const second of names.slice(index + 1)) yield `p:${first}+${second}`;
  }
}

/**
 * @param tokens words of the text as written, for concepts.
 * @param words the same with operators, places and numbers replaced by MARKS and classes.
 */
export function features(tokens: readonly string[], words: readonly string[], concepts: Phrases<string>): Features[] {
  const stems = words.map(stem);
  const framed = [START, ...stems, END];
  const names = [...new Set(concepts.find(tokens).map(({ value }) => value))].sort();
  return [
    { kind: "stem", counts: counted(stems.map((one) => `w:${one}`)) },
    { kind: "pair", counts: counted(framed.slice(1).map((one, index) => `b:${framed[index]} ${one}`)) },
    { kind: "skip", counts: counted(stems.slice(2).map((one, index) => `s:${stems[index]} ${one}`)) },
    { kind: "piece", counts: counted(pieces(words)) },
    { kind: "concept", counts: counted(names.map((name) => `k:${name}`)) },
    { kind: "concepts", counts: counted(together(names)) },
  ];
}
