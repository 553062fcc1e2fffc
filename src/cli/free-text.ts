/** Free text to an answer, the same from a command line, a line of a batch and the menu. */
import type { Directory } from "../directory/types.js";
import { clean } from "../render/clean.js";
import { factsJson, type Query } from "../render/envelope/json.js";
import { undecidedJson } from "../render/route/json.js";
import type { Words } from "../render/words.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice, understand } from "../situation/facts.js";
import { type Heard, heard } from "../understanding/heard.js";
import { maskNumbers } from "../understanding/numbers.js";
import { LONGEST } from "../understanding/text.js";
import type { ScoredTopic } from "../understanding/topic-model.js";
import type { Moment } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import type { Context } from "./context.js";
import { withDefaults } from "./files/settings.js";
import { openReader, type ReadText } from "./understanding.js";

/** The text as it may be shown again: no more than was read, no phone number, no control characters. */
export const shownText = (text: string): string => maskNumbers(clean(text.slice(0, LONGEST)));

let reader: ReadText | undefined;

/**
 * @param flags facts stated beside the text.
 * @throws Problem usage for an empty text, out-of-scope.
 */
export function hear(text: string, flags: GivenFacts, directory: Directory): Heard {
  if (text.trim() === "") throw new Problem("usage", "empty-text");
  reader ??= openReader(directory);
  const found = heard(reader(text), flags, directory);
  if (found.verdict.kind === "outside") throw new Problem("out-of-scope", "out-of-scope");
  return found;
}

/** Facts of the environment and saved ones, under what was said here; a number then says the operator where nothing else does. */
export async function completed(
  { given, verdict }: Heard,
  context: Pick<Context, "env" | "saved" | "words" | "directory">,
  show = false,
): Promise<GivenFacts> {
  if (verdict.kind === "topic" && verdict.topic === EMERGENCY_TOPIC) return given;
  const { country, ...rest } = withDefaults(given, context.env, context.saved);
  // A country kept for another journey says nothing once the text has said where the person is.
  const stale = country?.from === "environment" && given.roaming?.from === "text";
  const facts = country && !stale ? { ...rest, country } : rest;
  if (!facts.number) return facts;
  const { numberReader } = await import("./number-fact.js");
  return numberReader({ directory: await context.directory(), words: context.words, show }).fill(facts);
}

export interface Undecided {
  query: Partial<Query>;
  result: unknown;
  notices: Notice[];
}

/** The answer that asks which of a few topics is meant. @throws Problem when the facts contradict each other. */
export function undecided(
  { given, notices }: Heard,
  candidates: readonly ScoredTopic[],
  directory: Directory,
  { moment, words, text, ref = null }: { moment: Moment; words: Words; text: string; ref?: Query["ref"] },
): Undecided {
  const { situation, notices: found } = understand(given, directory);
  const { topic: _none, ...facts } = factsJson(situation);
  return {
    query: { facts, text: shownText(text), ref, asOf: moment.text },
    result: undecidedJson(candidates, directory, words),
    notices: [...notices, ...found],
  };
}
