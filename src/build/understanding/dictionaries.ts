/** The dictionaries of data/understanding in the shape the program opens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Directory } from "../../directory/types.js";
import { type Dictionaries, SITUATION_LISTS, type Situations } from "../../understanding/dictionaries.js";
import { phraseTable } from "../../understanding/phrase.js";
import { placeTable } from "../../understanding/places.js";
import { OTHER_OPERATOR } from "../../vocabulary/situation.js";
import { compilePlaces } from "./places.js";

const patterns = z.array(z.string().regex(/^[^A-ZА-ЯЁё]+$/, "patterns are lower case, ё as е"));

/** Authored by operator. */
const operators = z.record(z.string(), z.strictObject({ names: patterns, loose: patterns, misspelt: patterns }));

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

/** Codes that people quote: short numbers to call or text and USSD; longer ones are full numbers. */
const LONGEST_CODE = 8;

/** Codes to dial that one operator alone has. */
function ownCodes(directory: Directory): Record<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { id, type } of directory.parties) {
    if (type !== "operator" || id === OTHER_OPERATOR) continue;
    for (const { dial } of directory.party(id).channels) {
      if (dial === null || dial.length > LONGEST_CODE || !/^(0\d{2,}|[*#].+)$/.test(dial)) continue;
      owners.set(dial, (owners.get(dial) ?? new Set()).add(id));
    }
  }
  return Object.fromEntries([...owners].flatMap(([code, ids]) => (ids.size === 1 ? [[code, [...ids][0] ?? ""]] : [])));
}

/** What is authored by its meaning, turned round: each pattern with its meaning. */
const byPattern = (lists: Readonly<Record<string, readonly string[]>>): (readonly [string, string])[] =>
  Object.entries(lists).flatMap(([meaning, list]) => list.map((pattern) => [pattern, meaning] as const));

/** @throws when a dictionary is malformed or names somebody the directory does not have. */
export function readDictionaries(data: string, directory: Directory): Dictionaries {
  const read = <T>(name: string, shape: z.ZodType<T>): T =>
    shape.parse(JSON.parse(readFileSync(join(data, "understanding", `${name}.json`), "utf8")));
  const names = read("operators", operators);
  const merchants = read("merchants", z.record(z.string(), patterns));
  for (const [file, ids] of Object.entries({ operators: Object.keys(names), merchants: Object.keys(merchants) })) {
    const unknown = ids.filter((id) => !directory.parties.some((party) => party.id === id));
    if (unknown.length > 0) throw new Error(`data/understanding/${file}.json: nobody is called ${unknown.join(", ")}`);
  }
  const namesIn = (list: "names" | "loose" | "misspelt") =>
    byPattern(Object.fromEntries(Object.entries(names).map(([id, lists]) => [id, lists[list]])));
  return {
    concepts: phraseTable(byPattern(read("concepts", z.record(z.string(), patterns)))),
    operators: {
      names: phraseTable(namesIn("names")),
      loose: phraseTable(namesIn("loose")),
      misspelt: namesIn("misspelt"),
    },
    operatorClues: phraseTable(Object.entries(read("operator-clues", z.record(z.string(), z.number())))),
    codes: ownCodes(directory),
    merchants: phraseTable(byPattern(merchants)),
    situations: read("situations", situations),
    places: placeTable(compilePlaces(read("places", places))),
  };
}
