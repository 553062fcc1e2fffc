/** How well texts are understood, against a file of labelled questions. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Topic } from "../../directory/types.js";
import type { Reading } from "../../understanding/read-text.js";
import { OUT_OF_SCOPE } from "../../understanding/topic-model.js";
import { judge } from "../../understanding/verdict.js";
import type { Place } from "../../vocabulary/situation.js";

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

export interface Measures {
  questions: number;
  first: Ratio;
  three: Ratio;
  operator: Ratio;
  /** Right places among those told, and among those stated. */
  placePrecision: Ratio;
  placeRecall: Ratio;
  corporate: Ratio;
  /** Real questions turned away. */
  refused: Ratio;
  /** Questions outside the field turned away. */
  outside: Ratio;
  /** Answered alone, and then rightly. */
  alone: Ratio;
  /** Put up for choice with the right topic among them. */
  offered: Ratio;
  confusions: ReadonlyMap<string, number>;
  /** Ids of questions whose likeliest topic is wrong. */
  missed: readonly string[];
}

const PLACES: Readonly<Record<Place, string>> = { home: "home", russia: "russia-roaming", abroad: "abroad" };

const rightTopics = ({ topic, second_topic }: LabelledQuestion): string[] => [
  topic,
  ...(second_topic ? [second_topic] : []),
];

interface Read {
  question: LabelledQuestion;
  reading: Reading;
  verdict: ReturnType<typeof judge>;
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

const ratio = <T>(list: readonly T[], isRight: (one: T) => boolean): Ratio => ({
  right: list.filter(isRight).length,
  of: list.length,
});

const placeOf = ({ reading }: Read): string => {
  const place = reading.facts.roaming as Place | undefined;
  return place ? PLACES[place] : UNSPECIFIED;
};

function confusionsOf(missed: readonly Read[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const {
    question: { topic, second_topic },
    ranking,
  } of missed) {
    const key = `${topic}${second_topic ? ` or ${second_topic}` : ""} -> ${ranking[0]}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return new Map([...found].sort(([, a], [, b]) => b - a));
}

export function measure(
  questions: readonly LabelledQuestion[],
  readText: (text: string) => Reading,
  topics: readonly Topic[],
): Measures {
  const all = questions.map((one) => read(one, readText(one.text), topics));
  const isOutside = ({ question: { topic } }: Read) => topic === OUT_OF_SCOPE;
  const real = all.filter((one) => !isOutside(one));
  const among = (count: number) => (one: Read) =>
    one.ranking.slice(0, count).some((topic) => rightTopics(one.question).includes(topic));
  const refused = ({ verdict }: Read) => verdict.kind === "outside";
  const labelled = all.filter(({ question: { operator } }) => operator !== undefined);
  const placed = all.filter(({ question: { location } }) => location !== undefined);
  const rightPlace = (one: Read) => placeOf(one) === one.question.location;
  return {
    questions: all.length,
    first: ratio(real, among(1)),
    three: ratio(real, among(3)),
    operator: ratio(
      labelled,
      ({ question: { operator }, reading }) => (reading.facts.operator ?? UNKNOWN) === operator,
    ),
    placePrecision: ratio(
      placed.filter((one) => placeOf(one) !== UNSPECIFIED),
      rightPlace,
    ),
    placeRecall: ratio(
      placed.filter(({ question: { location } }) => location !== UNSPECIFIED),
      rightPlace,
    ),
    corporate: ratio(
      all.filter(({ question: { subscriber } }) => subscriber === "corporate"),
      ({ reading }) => reading.facts.subscriber === "corporate",
    ),
    refused: ratio(real, refused),
    outside: ratio(all.filter(isOutside), refused),
    alone: ratio(
      real.filter(({ verdict }) => verdict.kind === "topic"),
      among(1),
    ),
    offered: ratio(
      real.filter(({ verdict }) => verdict.kind === "several"),
      among(3),
    ),
    confusions: confusionsOf(real.filter((one) => !among(1)(one))),
    missed: real.filter((one) => !among(1)(one)).map(({ question: { id } }) => id),
  };
}
