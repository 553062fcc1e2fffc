/** Whether a reading is sure enough to act on: one topic, a choice of a few, or nothing of ours. */
import type { Topic } from "../directory/types.js";
import { EMERGENCY_TOPIC } from "../situation/facts.js";
import type { Service } from "../vocabulary/situation.js";
import type { Reading } from "./read-text.js";
import type { ScoredTopic } from "./topic-model.js";

export type Verdict =
  | { kind: "topic"; topic: string; confidence: number }
  | { kind: "several"; candidates: readonly ScoredTopic[] }
  | { kind: "outside" };

/** From here on a text counts as being about something else: `npm run eval` prints what either side of it costs. */
export const OUTSIDE_FROM = 0.3;
/** From here on one topic is acted on alone. */
export const SURE_FROM = 0.7;
/** Life first: a likely emergency is not put up for choice, and a possible one stands first in it. */
const DANGER_FROM = 0.5;
const MAYBE_DANGER_FROM = 0.2;

const CANDIDATES = 3;
/** A candidate less likely than this is noise beside the others. */
const LEAST_CANDIDATE = 0.03;

/** @param service one the person has stated, which a topic of the other service would contradict. */
export function judge(reading: Reading, topics: readonly Topic[], service: Service | null): Verdict {
  const { emergency, danger } = reading;
  if (emergency || danger >= DANGER_FROM) return { kind: "topic", topic: EMERGENCY_TOPIC, confidence: 1 };
  const fits = (id: string): boolean => {
    const topic = topics.find((one) => one.id === id);
    return topic !== undefined && (service === null || topic.service === null || topic.service === service);
  };
  const [first, ...rest] = reading.topics.filter(({ topic }) => fits(topic));
  const urgent = danger >= MAYBE_DANGER_FROM ? [{ topic: EMERGENCY_TOPIC, confidence: danger }] : [];
  if (!first || (urgent.length === 0 && (reading.unknown || reading.outside >= OUTSIDE_FROM)))
    return { kind: "outside" };
  if (urgent.length === 0 && first.confidence >= SURE_FROM) return { kind: "topic", ...first };
  const others = rest.slice(0, CANDIDATES - 1).filter(({ confidence }) => confidence >= LEAST_CANDIDATE);
  const candidates = [...urgent, first, ...others].slice(0, CANDIDATES);
  return candidates.length > 1 ? { kind: "several", candidates } : { kind: "topic", ...first };
}
