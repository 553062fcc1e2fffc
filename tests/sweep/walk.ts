/** Every complete situation: the product of all values of all facts, with the readings of src/routing/README.md. */
import {
  type AuthoredChannel,
  type AuthoredParty,
  type AuthoredTopic,
  BODIES,
  MERCHANTS,
  OPERATORS,
  TOPICS,
} from "../support/authored.js";
import {
  type Facts,
  FROM,
  hasSims,
  OPERATOR_IDS,
  PLACES,
  SERVICES,
  SEVERAL_SELLERS,
  SUBSCRIBERS,
} from "../support/facts.js";
import { product } from "../support/product.js";
import type { Caller } from "./naive-reach.js";

const everyOne = (): Generator<Facts> =>
  product({
    operator: OPERATOR_IDS,
    topic: TOPICS.map((topic) => topic.id),
    service: SERVICES,
    subscriber: SUBSCRIBERS,
    roaming: PLACES,
    from: FROM,
  });

export function* everySituation(): Generator<Facts> {
  for (const facts of everyOne()) {
    const sellers = SEVERAL_SELLERS[facts.topic];
    if (!sellers) yield facts;
    for (const merchant of sellers ?? []) yield { ...facts, merchant };
  }
}

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

/** Of several sellers the one who took the money; the bank whoever it was. */
const merchantsFor = ({ topic, merchant }: Facts): AuthoredParty[] =>
  MERCHANTS.filter(({ id }) => !SEVERAL_SELLERS[topic]?.includes(id) || id === merchant);

/**
 * Whose channels may answer: the operator's where the topic needs one, else the seller's and the bank's, or the bodies' where no seller
 * has to do with it.
 */
export function candidatesOf(facts: Facts, topic: AuthoredTopic): Candidate[] {
  const { operator } = facts;
  if (!topic.operatorNeeded) {
    const sold = declared(merchantsFor(facts), topic);
    return sold.length > 0 ? sold : declared(BODIES, topic);
  }
  return OPERATORS.filter((party) => party.id === operator).flatMap((party) =>
    party.channels
      .filter((channel) => channel.general || channel.topics.includes(topic.id))
      .map((channel) => ({ channel, party })),
  );
}

/** Whom to turn to beside the operator or the seller: the regulator, the police, the bank. */
export function escalationOf(facts: Facts, topic: AuthoredTopic): Candidate[] {
  const after = declared([...MERCHANTS, ...BODIES], topic);
  if (topic.operatorNeeded) return after;
  const sold = declared(merchantsFor(facts), topic);
  return sold.length > 0 ? declared(BODIES, topic) : [];
}
