/** The dictionaries of data/understanding in the shape the program opens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Names } from "../../directory/types.js";
import { type Dictionaries, SITUATION_LISTS, type Situations } from "../../understanding/dictionaries.js";
import { phraseTable } from "../../understanding/phrase.js";
import { placeTable } from "../../understanding/places.js";
import { compilePlaces } from "./places.js";

const patterns = z.array(z.string().regex(/^[^A-ZА-ЯЁё]+$/, "patterns are lower case, ё as е"));

const named = { ru: z.array(z.string()), en: z.array(z.string()) };
const places = z.strictObject({
  abroad: z.array(
    z.strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable(),
      ...named,
    }),
  ),
  russia: z.strictObject(named),
});

const situations = z.strictObject(
  Object.fromEntries(SITUATION_LISTS.map((list) => [list, patterns])) as Record<keyof Situations, typeof patterns>,
);

/** What is authored by its meaning, turned round: each pattern with its meaning. */
const byPattern = (lists: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] =>
  Object.entries(lists).flatMap(([meaning, list]) => list.map((pattern) => [pattern, meaning] as const));

/** @throws when a dictionary is malformed. */
export function readDictionaries(data: string): Omit<Dictionaries, keyof Names> {
  const read = <T>(name: string, shape: z.ZodType<T>): T =>
    shape.parse(JSON.parse(readFileSync(join(data, "understanding", `${name}.json`), "utf8")));
  return {
    concepts: phraseTable(byPattern(read("concepts", z.record(z.string(), patterns)))),
    operatorClues: phraseTable(Object.entries(read("operator-clues", z.record(z.string(), z.number())))),
    situations: read("situations", situations),
    places: placeTable(compilePlaces(read("places", places))),
  };
}
