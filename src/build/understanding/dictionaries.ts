/** The dictionaries of data/understanding in the shape the program opens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ZodType } from "zod";
import type { Names } from "../../directory/types.js";
import * as shapes from "../../gate/words-schema.js";
import type { Dictionaries } from "../../understanding/dictionaries.js";
import { phraseTable } from "../../understanding/phrase.js";
import { placeTable } from "../../understanding/places.js";
import { compilePlaces } from "./places.js";

/** What is authored by its meaning, turned round: each pattern with its meaning. */
const byPattern = (lists: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] =>
  Object.entries(lists).flatMap(([meaning, list]) => list.map((pattern) => [pattern, meaning] as const));

/** @throws when a dictionary is malformed. */
export function readDictionaries(data: string): Omit<Dictionaries, keyof Names> {
  const read = <T>(name: string, shape: ZodType<T>): T =>
    shape.parse(JSON.parse(readFileSync(join(data, "understanding", `${name}.json`), "utf8")));
  return {
    concepts: phraseTable(byPattern(read("concepts", shapes.concepts))),
    operatorClues: phraseTable(Object.entries(read("operator-clues", shapes.operatorClues))),
    situations: read("situations", shapes.situations),
    places: placeTable(compilePlaces(read("places", shapes.places))),
  };
}
