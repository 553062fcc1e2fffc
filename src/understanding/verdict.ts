/** Whether a reading is sure enough to act on: one topic, a choice of a few, or nothing of ours. */
import type { Topic } from "../directory/types.js";
import { EMERGENCY_TOPIC } from "../situation/facts.js";
import type { Service } from "../vocabulary/situation.js";
import type { Reading } from "./read-text.js";
import type { ScoredTopic } from "./topic-model.js";

export type Verdict =
  | {
      kind: "topic";
      topic: string;
      confidence: number;
      /** What else it might have been about, up to two. */
      nearest?: readonly ScoredTopic[];
    }
  | { kind: "several"; candidates: readonly ScoredTopic[] }
  | { kind: "outside" };

/**
 * Nothing is acted on alone from these odds on that a text is about something else, over the root of the odds of its topic: a sure topic
 * weighs against it. The nearest topics are offered.
 */
const DOUBTED_FROM = 0.03;
/**
 * From here on a text is refused. Of 1,388 real questions one is, of 441 others 383, of the 1,000 of CLINC150 930 (2026-11-30): whoever is
 * refused for nothing is worse off than whoever reads a list that is not theirs.
 */
const REFUSED_FROM = 0.2;
/** The same for a search box's few words, of which a misspelt one is a great part; of other things' short names nearly all stand above still. */
const REFUSED_IN_FEW_WORDS = 0.6;
const FEW_WORDS = 3;
/** The same where the text names an operator, or money taken in a few words: little that does is about something else. */
const OUTSIDE_BESIDE_OPERATOR = 1;
/** From here on one topic is acted on alone. */
export const SURE_FROM = 0.7;
/** From here on somebody may be in danger: nothing else is acted on alone, and help stands in the choice. */
const MAYBE_DANGER_FROM = 0.15;
/**
 * Life first: from here on help stands first, and nothing is refused. Of 1,357 calls for help 1,355 do, and of 1,020 texts that only sound
 * like one eight (2026-11-30). Half of it took 17 of 251 such texts before any was learnt from in place of 11, and brought no call more.
 */
const HELP_FIRST_FROM = 0.3;
/** A topic of ours so many times likelier stands before it: "сорвался звонок". */
const TWICE = 2;

const CANDIDATES = 3;
/** A candidate less likely than this is noise beside the others. */
export const LEAST_CANDIDATE = 0.03;

const odds = (likely: number): number => likely / (1 - likely);

const isStrange = (from: number, { facts, ours, outside, unknown }: Reading, { confidence }: ScoredTopic): boolean => {
  const least = facts.operator !== undefined || ours ? OUTSIDE_BESIDE_OPERATOR : from;
  // Whoever names a line of ours that stayed silent asks about nothing else.
  const stands = facts.tried === undefined && odds(outside) >= least * Math.sqrt(Math.max(odds(confidence), 1));
  return unknown || stands;
};

/** A company's own line that stayed silent ("0500, никто не отвечает", "билайн не берёт трубку") is no maybe. */
export const isUrgent = ({ danger, emergency, facts, unanswered }: Reading): boolean =>
  emergency || (danger >= MAYBE_DANGER_FROM && facts.tried === undefined && !(unanswered && facts.operator));

/** @param first the likeliest of the topics that fit. */
const isRefused = (reading: Reading, first: ScoredTopic): boolean =>
  !(isUrgent(reading) && reading.danger >= HELP_FIRST_FROM) &&
  !reading.ours &&
  isStrange(reading.matter.length <= FEW_WORDS ? REFUSED_IN_FEW_WORDS : REFUSED_FROM, reading, first);

/** @param service one the person has stated, which a topic of the other service would contradict. */
export function judge(reading: Reading, topics: readonly Topic[], service: Service | null): Verdict {
  const { emergency, danger } = reading;
  if (emergency) return { kind: "topic", topic: EMERGENCY_TOPIC, confidence: 1 };
  const fits = (id: string): boolean => {
    const topic = topics.find((one) => one.id === id);
    return topic !== undefined && (service === null || topic.service === null || topic.service === service);
  };
  const [first, ...rest] = reading.topics.filter(({ topic }) => fits(topic));
  if (!first || isRefused(reading, first)) return { kind: "outside" };
  const nearest = rest.slice(0, CANDIDATES - 1);
  const urgent = isUrgent(reading);
  if (!urgent && isStrange(DOUBTED_FROM, reading, first)) return { kind: "several", candidates: [first, ...nearest] };
  if (!urgent && first.confidence >= SURE_FROM) return { kind: "topic", ...first, nearest };
  const others = nearest.filter(({ confidence }) => confidence >= LEAST_CANDIDATE);
  const help = urgent ? [{ topic: EMERGENCY_TOPIC, confidence: danger }] : [];
  const isLikelier = danger < HELP_FIRST_FROM || first.confidence * (1 - reading.outside) > TWICE * danger;
  const likely = isLikelier ? [first, ...help] : [...help, first];
  const candidates = [...likely, ...others].slice(0, CANDIDATES);
  return candidates.length > 1 ? { kind: "several", candidates } : { kind: "topic", ...first, nearest };
}
