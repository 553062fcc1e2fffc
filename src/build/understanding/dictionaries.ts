/** The dictionaries of data/understanding in the shape the program opens. */
import type { Names } from "../../directory/types.js";
import { type Files, only } from "../../gate/authored.js";
import type { ContentOf } from "../../gate/files.js";
import type { Dictionaries, PlaceEntry } from "../../understanding/dictionaries.js";
import type { Stem } from "../../understanding/inflection.js";
import { phraseTable } from "../../understanding/phrase.js";
import { placeTable } from "../../understanding/places.js";
import { normalise, tokens } from "../../understanding/text.js";

/** Names of places as authored, in the nominative, to the stems the program looks words up by. */
type AuthoredPlaces = ContentOf<"places">;

// The numbers are of `PARADIGMS`.
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

/** @param name one word as it stands in a list, in its own capitals. */
function stemsOf(name: string): Stem[] {
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

const ADJECTIVE = /(ый|ий|ой|ая|яя|ое|ые|ие|ские|овы|ной)$/;
const SHORTEST_ADJECTIVE = 5;

/** "Южная Корея": the adjective is declined too, so its stem must do. */
function wordBefore(word: string): string {
  const lower = word.toLowerCase().replaceAll("ё", "е");
  return lower.length >= SHORTEST_ADJECTIVE && ADJECTIVE.test(lower) ? `${lower.slice(0, -2)}*` : lower;
}

function russianName(name: string, country: string | null): PlaceEntry[] {
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  const before = words.slice(0, -1).map(wordBefore).join(" ");
  return stemsOf(last).map(({ stem, paradigm }) => [stem, paradigm, before, country] as const);
}

function englishName(name: string, country: string | null): PlaceEntry[] {
  const words = tokens(normalise(name));
  return [[words.at(-1) ?? "", 0, words.slice(0, -1).join(" "), country]];
}

const named = ({ ru, en }: AuthoredPlaces["russia"], country: string | null): PlaceEntry[] => [
  ...ru.flatMap((name) => russianName(name, country)),
  ...en.flatMap((name) => englishName(name, country)),
];

const compilePlaces = ({ abroad, russia }: AuthoredPlaces): PlaceEntry[] => [
  ...abroad.flatMap((one) => named(one, one.country)),
  ...named(russia, "RU"),
];

/** What is authored by its meaning, turned round: each pattern with its meaning. */
const byPattern = (lists: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] =>
  Object.entries(lists).flatMap(([meaning, list]) => list.map((pattern) => [pattern, meaning] as const));

export const dictionariesOf = (files: Files): Omit<Dictionaries, keyof Names> => ({
  concepts: phraseTable(byPattern(only("concepts", files))),
  operatorClues: phraseTable(Object.entries(only("operator-clues", files))),
  situations: only("situations", files),
  places: placeTable(compilePlaces(only("places", files))),
});
