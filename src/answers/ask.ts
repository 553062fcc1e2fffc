/** A plain sentence to the facts and the topic it is about, and so to the same answer as facts by themselves. */
import type { Directory } from "../directory/types.js";
import { route } from "../routing/route.js";
import type { Routing } from "../routing/routing.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice, type Situation, understand } from "../situation/facts.js";
import { type Heard, heard } from "../understanding/heard.js";
import { type Reading, textReader } from "../understanding/read-text.js";
import { decodeModel, type ScoredTopic } from "../understanding/topic-model.js";
import { Problem } from "../values/problem.js";
import type { Desk } from "./desk.js";
import { withNumber } from "./number-fact.js";

/** The answer that asks which of a few topics is meant. */
export interface Undecided {
  situation: Omit<Situation, "topic">;
  /** The likeliest first. */
  candidates: readonly ScoredTopic[];
  notices: readonly Notice[];
}

type ReadText = (text: string) => Reading;

const readers = new WeakMap<Directory, ReadText>();

/** Reads sentences; the parties they may name are the directory's, those of an overlay too. */
export function readerOf({ directory, open }: Desk): ReadText {
  const reader =
    readers.get(directory) ?? textReader(decodeModel(open.topicModel()), { ...open.wordLists(), ...directory.names() });
  readers.set(directory, reader);
  return reader;
}

/**
 * @param stated facts given beside the text.
 * @throws Problem usage for an empty text, out-of-scope.
 */
export function hear(text: string, stated: GivenFacts, desk: Desk): Heard {
  if (text.trim() === "") throw new Problem("usage", "empty-text");
  const found = heard(readerOf(desk)(text), stated, desk.directory);
  if (found.verdict.kind === "outside") throw new Problem("out-of-scope", "out-of-scope");
  return found;
}

/**
 * The facts a sentence is answered with: what was said here over what was known before; a number then says the operator where
 * nothing else does.
 * @param known facts of the environment and saved ones.
 * @param show repeat a number in the answer as it is.
 */
export function completed({ given, verdict }: Heard, known: GivenFacts, desk: Desk, show = false): GivenFacts {
  if (verdict.kind === "topic" && verdict.topic === EMERGENCY_TOPIC) return given;
  const { country, ...rest } = { ...known, ...given };
  // A country kept for another journey says nothing once the text has said where the person is.
  const stale = country?.from === "environment" && given.roaming?.from === "text";
  return withNumber(country && !stale ? { ...rest, country } : rest, desk, show);
}

/** @throws Problem when the facts contradict each other. */
export function undecided(
  { given, notices }: Heard,
  candidates: readonly ScoredTopic[],
  { directory }: Desk,
): Undecided {
  const { situation, notices: found } = understand(given, directory);
  const { topic: _none, ...known } = situation;
  return { situation: known, candidates, notices: [...notices, ...found] };
}

export type AnsweredText = { routing: Routing; notices: readonly Notice[] } | { undecided: Undecided };

/** @param stated facts given beside the text. @throws Problem as `hear` and `route`. */
export function askAnswer(text: string, stated: GivenFacts, desk: Desk): AnsweredText {
  const understood = hear(text, stated, desk);
  const given = completed(understood, {}, desk);
  const { verdict, notices } = understood;
  if (verdict.kind === "several") return { undecided: undecided({ ...understood, given }, verdict.candidates, desk) };
  const routing = route(desk.directory, given, desk.moment);
  return { routing, notices: [...notices, ...routing.notices] };
}
