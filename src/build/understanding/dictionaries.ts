/** The dictionaries of data/understanding in the shape the program opens. */
import type { Names } from "../../directory/types.js";
import { type Files, only } from "../../gate/authored.js";
import type { Dictionaries } from "../../understanding/dictionaries.js";
import { phraseTable } from "../../understanding/phrase.js";
import { placeTable } from "../../understanding/places.js";
import { compilePlaces } from "./places.js";

/** What is authored by its meaning, turned round: each pattern with its meaning. */
const byPattern = (lists: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] =>
  Object.entries(lists).flatMap(([meaning, list]) => list.map((pattern) => [pattern, meaning] as const));

export const dictionariesOf = (files: Files): Omit<Dictionaries, keyof Names> => ({
  concepts: phraseTable(byPattern(only("concepts", files))),
  operatorClues: phraseTable(Object.entries(only("operator-clues", files))),
  situations: only("situations", files),
  places: placeTable(compilePlaces(only("places", files))),
});
