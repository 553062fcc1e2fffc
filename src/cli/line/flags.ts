/** The flags that more than one command takes. */
import type { GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { LANGUAGES } from "../../vocabulary/language.js";
import { FACTS, type Fact, PLACES, SERVICES, SUBSCRIBERS } from "../../vocabulary/situation.js";
import type { Flag, Given } from "./spec.js";

/** The flags every command takes. */
export const GLOBAL_FLAGS = {
  "--json": {},
  "--fields": { value: "names", text: "json-fields", offers: "fields" },
  "--full": {},
  "--lang": { value: "code", offers: LANGUAGES },
  "--as-of": { value: "date" },
  "--strict": {},
  "--directory": { value: "folder", offers: "files" },
  "--no-input": {},
  "--no-config": {},
  "--accessible": {},
  "--no-color": {},
} as const;

export type GlobalFlags = Given<typeof GLOBAL_FLAGS>;

/** Those that state facts. */
export const FACT_FLAGS = {
  "--operator": { letter: "o", value: "id", offers: "operators" },
  "--from": { letter: "f", value: "line", offers: "lines" },
  "--roaming": { letter: "r", value: "place", offers: PLACES },
  "--subscriber": { letter: "s", value: "subscriber", offers: SUBSCRIBERS },
  "--service": { value: "service", offers: SERVICES },
  "--merchant": { value: "id", offers: "merchants" },
  "--topic": { letter: "t", value: "id", offers: "topics" },
  "--country": { value: "code", offers: "countries" },
  "--without": { value: "kinds", offers: CHANNEL_KINDS },
  "--tried": { value: "values" },
  "--number": { letter: "n", value: "number" },
} as const satisfies Record<`--${Fact}`, Flag>;

export const SHOW_NUMBERS = { "--show-numbers": {} } as const;

/** Those of some facts. */
export function factFlags<const F extends Fact>(facts: readonly F[]): Pick<typeof FACT_FLAGS, `--${F}`> {
  const entries: [string, Flag][] = facts.map((fact) => [`--${fact}`, FACT_FLAGS[`--${fact}`]]);
  return Object.fromEntries(entries) as typeof FACT_FLAGS;
}

export function factsOf(flags: Readonly<Record<string, unknown>>): GivenFacts {
  const given: GivenFacts = {};
  for (const fact of FACTS) {
    const value = flags[`--${fact}`];
    if (typeof value === "string") given[fact] = { value, from: "flag" };
  }
  return given;
}

/** Records and JSON exclude each other. @throws Problem */
export function refusePlainJson({ json }: { json: boolean }, plain: true | undefined): void {
  if (json && plain) throw new Problem("usage", "flags-exclude", { one: "--json", other: "--plain" });
}
