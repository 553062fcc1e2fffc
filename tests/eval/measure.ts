/** How well texts are understood, against a file of labelled questions. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Topic } from "../../src/directory/types.js";
import type { Reading } from "../../src/understanding/read-text.js";
import { OUT_OF_SCOPE } from "../../src/understanding/topic-model.js";
import { judge, type Verdict } from "../../src/understanding/verdict.js";
import type { Place } from "../../src/vocabulary/situation.js";

/** A label of the questions that names a kind of subscriber, not a topic. */
const CORPORATE_LABEL = "corporate-service";
const UNKNOWN = "unknown";
const UNSPECIFIED = "unspecified";

const question = z.object({
  id: z.string(),
  text: z.string(),
  topic: z.string(),
  second_topic: z.string().nullish(),
  operator: z.string().optional(),
  location: z.enum(["home", "russia-roaming", "abroad", UNSPECIFIED]).optional(),
  subscriber: z.enum(["personal", "corporate", UNSPECIFIED]).optional(),
});
export type LabelledQuestion = z.infer<typeof question>;

function readQuestion(line: string, number: number, path: string): LabelledQuestion {
  try {
    return question.parse(JSON.parse(line));
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? (error.issues[0]?.path.join(".") ?? "")
        : error instanceof Error
          ? error.message
          : "";
    throw new Error(`${path}:${number}: not a labelled question (${reason})`);
  }
}

/** @throws when a line is not a labelled question. */
export const readQuestions = (path: string): LabelledQuestion[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [readQuestion(line, index + 1, path)]));

export interface Ratio {
  right: number;
  of: number;
}

const PLACES: Readonly<Record<Place, string>> = { home: "home", russia: "russia-roaming", abroad: "abroad" };

interface Read {
  question: LabelledQuestion;
  reading: Reading;
  verdict: Verdict;
  /** Topics in order; where the label names a kind of subscriber, that fact counts as the topic. */
  ranking: readonly string[];
}

function read(question: LabelledQuestion, reading: Reading, topics: readonly Topic[]): Read {
  const corporate = question.topic === CORPORATE_LABEL && reading.facts.subscriber === "corporate";
  const ranking = reading.emergency ? ["emergency"] : reading.topics.map(({ topic }) => topic);
  return {
    question,
    reading,
    verdict: judge(reading, topics, null),
    ranking: corporate ? [CORPORATE_LABEL, ...ranking] : ranking,
  };
}

type Test = (one: Read) => boolean;

const isOutside: Test = ({ question: { topic } }) => topic === OUT_OF_SCOPE;
const isReal: Test = (one) => !isOutside(one);
const isRefused: Test = ({ verdict }) => verdict.kind === "outside";
const among =
  (count: number): Test =>
  ({ question: { topic, second_topic }, ranking }) =>
    ranking.slice(0, count).some((one) => one === topic || one === second_topic);
const placeOf = ({ reading }: Read): string => PLACES[reading.facts.roaming as Place] ?? UNSPECIFIED;
const rightPlace: Test = (one) => placeOf(one) === one.question.location;

/** Each figure: what it is called, which questions it is of, and which of them are right. */
export const FIGURES = {
  first: ["top-1 (topic or second topic)", isReal, among(1)],
  three: ["top-3", isReal, among(3)],
  operator: [
    "operator",
    ({ question: { operator } }) => operator !== undefined,
    ({ question: { operator }, reading }) => (reading.facts.operator ?? UNKNOWN) === operator,
  ],
  placePrecision: [
    "place: precision (of those told)",
    (one) => one.question.location !== undefined && placeOf(one) !== UNSPECIFIED,
    rightPlace,
  ],
  placeRecall: [
    "place: recall (of those stated)",
    ({ question: { location } }) => location !== undefined && location !== UNSPECIFIED,
    rightPlace,
  ],
  corporate: [
    "corporate recognised",
    ({ question: { subscriber } }) => subscriber === "corporate",
    ({ reading }) => reading.facts.subscriber === "corporate",
  ],
  refused: ["real questions refused", isReal, isRefused],
  outside: ["out of scope refused", isOutside, isRefused],
  alone: ["of those answered alone, right", (one) => isReal(one) && one.verdict.kind === "topic", among(1)],
  offered: [
    "of those put up for choice, right one in it",
    (one) => isReal(one) && one.verdict.kind === "several",
    among(3),
  ],
} as const satisfies Readonly<Record<string, readonly [name: string, of: Test, right: Test]>>;
type Figure = keyof typeof FIGURES;

export interface Measures extends Record<Figure, Ratio> {
  questions: number;
  /** Questions whose likeliest topic is wrong: their ids by what was expected and what was got. */
  confusions: ReadonlyMap<string, readonly string[]>;
}

export function measure(
  questions: readonly LabelledQuestion[],
  readText: (text: string) => Reading,
  topics: readonly Topic[],
): Measures {
  const all = questions.map((one) => read(one, readText(one.text), topics));
  const figures = Object.entries(FIGURES).map(([figure, [, of, right]]) => {
    const counted = all.filter(of);
    return [figure, { right: counted.filter(right).length, of: counted.length }] as const;
  });
  const confusions = new Map<string, string[]>();
  for (const { question, ranking } of all.filter((one) => isReal(one) && !among(1)(one))) {
    const { id, topic, second_topic } = question;
    const key = `${topic}${second_topic ? ` or ${second_topic}` : ""} -> ${ranking[0]}`;
    confusions.set(key, [...(confusions.get(key) ?? []), id]);
  }
  return { ...(Object.fromEntries(figures) as Record<Figure, Ratio>), questions: all.length, confusions };
}
