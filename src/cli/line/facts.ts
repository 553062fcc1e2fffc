/** The flags that state facts, the same in every command that takes a situation. */
import type { Words } from "../../render/words.js";
import { FACT_TABLE, type FactRow } from "../../situation/fact-table.js";
import type { GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { FACTS, type Fact } from "../../vocabulary/situation.js";
import type { Declared } from "./declared.js";

/** A flag with one value may stand once. */
export const once =
  (flag: string) =>
  (value: string, previous: string | undefined): string => {
    if (previous !== undefined) throw new Problem("usage", "repeated-flag", { flag });
    if (value.trim() === "") throw new Problem("usage", "empty-value", { fact: flag });
    return value;
  };

/** Records and JSON exclude each other. @throws Problem */
export function refusePlainJson({ json }: { json: boolean }, plain: true | undefined): void {
  if (json && plain) throw new Problem("usage", "flags-exclude", { one: "--json", other: "--plain" });
}

export function addFactFlags<Line extends Declared>(line: Line, facts: readonly Fact[], words: Words): Line {
  if (facts.includes("number")) line.option("--show-numbers", words.say("help.show-numbers"));
  for (const fact of facts) {
    const { letter, value }: FactRow<unknown>["flag"] = FACT_TABLE[fact].flag;
    line.option(`${letter ? `-${letter}, ` : ""}--${fact} <${value}>`, words.say(`help.${fact}`), once(fact));
  }
  return line;
}

export function factsOf(flags: Readonly<Record<string, unknown>>): GivenFacts {
  const given: GivenFacts = {};
  for (const fact of FACTS) {
    const value = flags[fact];
    if (typeof value === "string") given[fact] = { value, from: "flag" };
  }
  return given;
}
