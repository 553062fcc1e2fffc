/** The dictionaries of data/understanding in the shape the program opens. */
import type { Names } from "../../directory/types.js";
import { type Files, only } from "../../gate/authored.js";
import type { ContentOf } from "../../gate/files.js";
import type { Dictionaries, PlaceEntry } from "../../understanding/dictionaries.js";
import { stemsOf } from "../../understanding/inflection.js";
import { phraseTable } from "../../understanding/phrase.js";
import { placeTable } from "../../understanding/places.js";
import { normalise, tokens } from "../../understanding/text.js";

/** Names of places as authored, in the nominative, to the stems the program looks words up by. */
type AuthoredPlaces = ContentOf<"places">;

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
