/** The flags that state facts, the same in every command that takes a situation. */
import type { Words } from "../../render/words.js";
import type { GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { FACTS, type Fact } from "../../vocabulary/situation.js";
import type { Declared } from "./declared.js";

export const FACT_LETTERS: Partial<Record<Fact, string>> = {
  operator: "o",
  subscriber: "s",
  roaming: "r",
  from: "f",
  topic: "t",
  number: "n",
};

const VALUES: Record<Fact, string> = {
  operator: "id",
  service: "service",
  subscriber: "subscriber",
  roaming: "place",
  from: "line",
  topic: "id",
  merchant: "id",
  country: "code",
  without: "kinds",
  number: "number",
};

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
    const letter = FACT_LETTERS[fact] ? `-${FACT_LETTERS[fact]}, ` : "";
    line.option(`${letter}--${fact} <${VALUES[fact]}>`, words.say(`help.${fact}`), once(fact));
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
