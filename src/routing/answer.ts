/** The answer for one caller: every channel that could serve the topic, judged and put in order. */
import type { Channel, Cost, Directory, Topic } from "../directory/types.js";
import type { ReachRule, Reason, Verdict } from "../vocabulary.js";
import type { Caller } from "./caller.js";
import { compareKeys, costOf, rankKey } from "./rank.js";
import { reach, reachEmergency } from "./reach.js";

export interface Offered {
  channel: Channel;
  verdict: Verdict;
  rule: ReachRule;
  cost: Cost;
  key: readonly number[];
}

export interface LeftOut {
  channel: Channel;
  reason: Reason;
  rule: ReachRule;
}

export interface Answer {
  offered: Offered[];
  leftOut: LeftOut[];
}

/** The channels that could serve a topic: the operator's own, or those of whoever else is declared for it. */
export function candidates(directory: Directory, topic: Topic, operator: string | null): Channel[] {
  if (topic.operatorNeeded) {
    if (operator === null) return [];
    return directory.party(operator).channels.filter((one) => one.general || one.topics.includes(topic.id));
  }
  return directory.parties
    .filter((party) => party.type !== "operator" && party.topics.includes(topic.id))
    .flatMap((party) => directory.party(party.id).channels.filter((one) => one.topics.includes(topic.id)));
}

/** Bodies, merchants and the bank to turn to after the operator, for topics that are the operator's business first. */
export function escalation(directory: Directory, topic: Topic): Channel[] {
  if (!topic.operatorNeeded) return [];
  return directory.parties
    .filter((party) => party.type !== "operator" && party.topics.includes(topic.id))
    .flatMap((party) => directory.party(party.id).channels.filter((one) => one.topics.includes(topic.id)));
}

/** @param channels the candidates of this caller's operator and topic. */
export function answer(channels: readonly Channel[], caller: Caller, topic: Topic, emergency: boolean): Answer {
  const offered: Offered[] = [];
  const leftOut: LeftOut[] = [];
  for (const channel of channels) {
    const judged = emergency ? reachEmergency(channel, caller) : reach(channel, caller, topic);
    if (judged.reason !== undefined) {
      leftOut.push({ channel, reason: judged.reason, rule: judged.rule });
      continue;
    }
    const cost = costOf(channel, caller);
    const key = rankKey(channel, judged.verdict, cost.class, caller, topic);
    offered.push({ channel, verdict: judged.verdict, rule: judged.rule, cost, key });
  }
  offered.sort((a, b) => compareKeys(a.key, b.key));
  return { offered, leftOut };
}
