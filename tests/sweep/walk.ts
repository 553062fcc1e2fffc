/** Every complete situation: the product of all values of all facts, with the readings of CONTRACT.md section 1. */
import {
  type AuthoredChannel,
  type AuthoredParty,
  type AuthoredTopic,
  BODIES,
  MERCHANTS,
  OPERATORS,
  TOPICS,
} from "../support/authored.js";
import { type Facts, FROM, hasSims, OPERATOR_IDS, PLACES, SERVICES, SUBSCRIBERS } from "../support/facts.js";
import { product } from "../support/product.js";
import type { Caller } from "./naive-reach.js";

export const everySituation = (): Generator<Facts> =>
  product({
    operator: OPERATOR_IDS,
    topic: TOPICS.map((topic) => topic.id),
    service: SERVICES,
    subscriber: SUBSCRIBERS,
    roaming: PLACES,
    from: FROM,
  });

/** home-services is about `fixed`, SIM topics are about `mobile`: the other service contradicts them. */
export const contradicts = (facts: Facts, topic: AuthoredTopic): boolean =>
  topic.service !== null && topic.service !== facts.service;

/** The line in the hand, seen from the operator asked about. */
export function lineOf({ operator, service, roaming, from }: Facts): string {
  const own = from === "own" || from === operator;
  const ofOperator = OPERATOR_IDS.includes(from);
  let line = own ? "own" : ofOperator ? "other-operator" : from;
  if (ofOperator && !hasSims(from)) line = "landline";
  if (own && (service === "fixed" || !hasSims(operator))) line = "landline";
  if (line === "landline" && roaming === "abroad") line = "foreign";
  return line;
}

export const callerOf = (facts: Facts, topic: AuthoredTopic): Caller => ({ ...facts, line: lineOf(facts), topic });

export interface Candidate {
  channel: AuthoredChannel;
  party: AuthoredParty;
}

const declared = (parties: readonly AuthoredParty[], topic: AuthoredTopic): Candidate[] =>
  parties.flatMap((party) =>
    party.channels.filter((channel) => channel.topics.includes(topic.id)).map((channel) => ({ channel, party })),
  );

/** Whose channels may answer: the operator's where the topic needs one, else those of whoever is declared for it. */
export function candidatesOf(operator: string, topic: AuthoredTopic): Candidate[] {
  if (!topic.operatorNeeded) return declared([...MERCHANTS, ...BODIES], topic);
  return OPERATORS.filter((party) => party.id === operator).flatMap((party) =>
    party.channels
      .filter((channel) => channel.general || channel.topics.includes(topic.id))
      .map((channel) => ({ channel, party })),
  );
}

/** Whom to turn to beside the operator: the regulator, the police, the bank. */
export const escalationOf = (topic: AuthoredTopic): Candidate[] =>
  topic.operatorNeeded ? declared([...MERCHANTS, ...BODIES], topic) : [];
