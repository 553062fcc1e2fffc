import { clean } from "../../render/clean.js";
import { DEFAULT_TOPIC, type GivenFacts } from "../../situation/facts.js";
import { numbersIn } from "../../understanding/numbers.js";
import { normalise } from "../../understanding/text.js";
import { FACTS, type Fact } from "../../vocabulary/situation.js";
import { FACT_FLAGS } from "../line/flags.js";
import type { Flag } from "../line/spec.js";

/** For a POSIX shell, without what a terminal would obey; plain words stay as they are. */
export const quote = (word: string): string =>
  /^[\w.,-]+$/.test(word) ? word : `'${clean(word).replaceAll("'", "'\\''")}'`;

/** The sentence without phone numbers and the words that say whose they are. */
function withoutNumbers(said: string): string {
  const normalised = normalise(said);
  const numbers = numbersIn(normalised);
  if (numbers.length === 0) return said;
  const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(0, start) + text.slice(end);
  return numbers.reduceRight(cut, normalised).replace(/^[\s,;]+|[\s,;]+$/g, "");
}

/**
 * The one line that gives the same answer. Saved facts are left to the settings, the default topic to itself; a phone number stays out of the
 * shell's history, its operator stands for it. Of a part of a topic the sentence asks again, without the number.
 */
export function commandLine(given: GivenFacts): string {
  const said = given.topic?.said && withoutNumbers(given.topic.said);
  const flags = FACTS.flatMap((fact: Fact) => {
    const entry = given[fact];
    if (!entry || (said && entry.from === "text")) return [];
    if (entry.from === "saved" || fact === "number" || (fact === "topic" && entry.value === DEFAULT_TOPIC)) return [];
    const { letter }: Flag = FACT_FLAGS[`--${fact}`];
    return [`${letter ? `-${letter}` : `--${fact}`} ${quote(entry.value)}`];
  });
  return [said ? `dozvon ask ${quote(said)}` : "dozvon route", ...flags].join(" ");
}
