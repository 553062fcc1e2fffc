/** Holds an answer to the second, naive reading of the rules of reach. */
import { type AuthoredChannel, type AuthoredTopic, PARTIES, TOPICS } from "../../support/authored.js";
import { FROM, hasSims, OPERATOR_IDS, PLACES, SERVICES, SUBSCRIBERS, servicesOf } from "../../support/facts.js";
import { naiveReach } from "../../sweep/naive-reach.js";
import { callerOf } from "../../sweep/walk.js";
import type { Document } from "./document.js";

interface Offered {
  id: string;
  origin: string;
  reachability: { verdict: string };
  conditions: Record<string, string[]>[];
}

const CHANNELS = new Map<string, AuthoredChannel>(
  PARTIES.flatMap(({ channels }) => channels.map((channel) => [channel.id, channel] as const)),
);
const VALUES = { operator: OPERATOR_IDS, service: SERVICES, subscriber: SUBSCRIBERS, roaming: PLACES, from: FROM };
type Open = keyof typeof VALUES;
type Facts = Record<Open, string>;

/** Completions of one answer looked at: all of them would take longer than the answer. */
const SAMPLE = 12;

/** Facts as conditions say them: the operator's own id is `own`, an operator without SIM cards is a landline. */
function said(facts: Facts): Facts {
  const { from, operator } = facts;
  const isWithoutSims = OPERATOR_IDS.includes(from) && !hasSims(from);
  return { ...facts, from: isWithoutSims ? "landline" : from === operator ? "own" : from };
}

/** Nobody has a service that the operator does not sell, and somebody with the own SIM in hand is a mobile customer. */
function isPossible(known: Partial<Facts>, facts: Facts, topic: AuthoredTopic): boolean {
  const isOwn = facts.from === "own" || facts.from === facts.operator;
  if (isOwn && facts.service === "fixed" && !known.service) return false;
  // Where no operator answers none is asked for: `own` is then a SIM card, whoever's.
  if (isOwn && !topic.operatorNeeded && !known.operator && !hasSims(facts.operator)) return false;
  const isSaid = known.operator !== undefined && known.service !== undefined;
  return isSaid || !topic.operatorNeeded || servicesOf(facts.operator).includes(facts.service);
}

const holds = (conditions: Offered["conditions"], facts: Facts): boolean =>
  conditions.length === 0 ||
  conditions.some((one) => Object.entries(one).every(([fact, values]) => values.includes(facts[fact as Open])));

function completions(known: Partial<Facts>, topic: AuthoredTopic, next: () => number): Facts[] {
  const pick = (fact: Open) => known[fact] ?? (VALUES[fact][Math.floor(next() * VALUES[fact].length)] as string);
  const count = Object.keys(VALUES).every((fact) => fact in known) ? 1 : SAMPLE;
  return Array.from({ length: count }, () => ({
    operator: pick("operator"),
    service: pick("service"),
    subscriber: pick("subscriber"),
    roaming: pick("roaming"),
    from: pick("from"),
  })).filter((facts) => isPossible(known, facts, topic));
}

function judgeOffered(offered: readonly Offered[], facts: Facts, topic: AuthoredTopic): void {
  const verdicts = new Map<string, string>();
  for (const { id, origin, reachability, conditions } of offered) {
    if (origin === "built-in" && holds(conditions, said(facts))) verdicts.set(id, reachability.verdict);
  }
  for (const [id, verdict] of verdicts) {
    const channel = CHANNELS.get(id);
    if (!channel) throw new Error(`${id} is in no file of data/`);
    const naive = naiveReach(channel, callerOf({ ...facts, topic: topic.id }, topic));
    if (naive.verdict === "rejected") throw new Error(`${id} is offered to ${JSON.stringify(facts)}: ${naive.because}`);
    if (naive.verdict === "unproven" && verdict === "proven")
      throw new Error(`${id} is called proven for ${JSON.stringify(facts)}: ${naive.because}`);
  }
}

/**
 * The built-in channels an answer offers, each where it says it holds. Emergency numbers abroad have rules of their own
 * (tests/sweep/emergency.test.ts), and so has what somebody without a kind of channel is told.
 */
export function judgeReach(document: Document, next: () => number): void {
  const { result, query } = document;
  if (!result || !Array.isArray(result.channels) || !["route", "ask"].includes(document.kind)) return;
  const fact = (name: string) => query.facts[name]?.value as string | undefined;
  const whole = TOPICS.find((one) => one.id === fact("topic"));
  if (!whole || whole.id === "emergency") return;
  const part = whole.parts?.find((one) => one.id === query.facts.topic?.part);
  const topic = { ...whole, ...part, id: whole.id };
  const known = Object.fromEntries(
    (Object.keys(VALUES) as Open[]).flatMap((name) => (fact(name) === undefined ? [] : [[name, fact(name)]])),
  ) as Partial<Facts>;
  // Where minutes count nothing is asked: what is left out is as usual.
  if (topic.asks === false) Object.assign(known, { roaming: "home", from: "own", subscriber: "personal", ...known });
  const offered = [...(result.channels as Offered[]), ...((result.escalation ?? []) as Offered[])];
  for (const facts of completions(known, topic, next)) judgeOffered(offered, facts, topic);
}
