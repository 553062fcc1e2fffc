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
 * From here on a text counts as being about something else. Of real questions never learnt from about two of a hundred stand above it,
 * and of others two of three; at 0.4 one real one and half of the others, at 0.08 four real ones and four of five (`npm run eval`).
 */
export const OUTSIDE_FROM = 0.15;
/** The same where the text names an operator: little that does is about something else. */
const OUTSIDE_BESIDE_OPERATOR = 0.6;
/** From here on one topic is acted on alone. */
export const SURE_FROM = 0.7;
/** Life first: a likely emergency is not put up for choice, and from here on a possible one stands first in it. */
const MAYBE_DANGER_FROM = 0.12;

const CANDIDATES = 3;
/** A candidate less likely than this is noise beside the others. */
const LEAST_CANDIDATE = 0.03;

function isOutside({ facts, outside, unknown, brief }: Reading): boolean {
  if (brief) return false;
  return unknown || outside >= (facts.operator === undefined ? OUTSIDE_FROM : OUTSIDE_BESIDE_OPERATOR);
}

/** @param service one the person has stated, which a topic of the other service would contradict. */
export function judge(reading: Reading, topics: readonly Topic[], service: Service | null): Verdict {
  const { emergency, danger } = reading;
  if (emergency) return { kind: "topic", topic: EMERGENCY_TOPIC, confidence: 1 };
  const fits = (id: string): boolean => {
    const topic = topics.find((one) => one.id === id);
    return topic !== undefined && (service === null || topic.service === null || topic.service === service);
  };
  const [first, ...rest] = reading.topics.filter(({ topic }) => fits(topic));
  const urgent = danger >= MAYBE_DANGER_FROM && !reading.brief ? [{ topic: EMERGENCY_TOPIC, confidence: danger }] : [];
  // Where nothing is asked, there is no time to lose: money gone is not refused for sounding like a bank's business.
  const hasty = topics.some(({ id, asks }) => id === first?.topic && !asks) && (first?.confidence ?? 0) >= SURE_FROM;
  if (!first || (urgent.length === 0 && !hasty && isOutside(reading))) return { kind: "outside" };
  const nearest = rest.slice(0, CANDIDATES - 1);
  if (urgent.length === 0 && first.confidence >= SURE_FROM) return { kind: "topic", ...first, nearest };
  const others = nearest.filter(({ confidence }) => confidence >= LEAST_CANDIDATE);
  const candidates = [...urgent, first, ...others].slice(0, CANDIDATES);
  return candidates.length > 1 ? { kind: "several", candidates } : { kind: "topic", ...first, nearest };
}
