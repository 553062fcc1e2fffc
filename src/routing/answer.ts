/** The answer for one caller: every channel that could serve the topic, judged and put in order. */
import type { Channel, Cost, Directory, DirectoryIndex, PartySummary, Topic } from "../directory/types.js";
import { sellersOf } from "../situation/names.js";
import { keyboard } from "../values/keyboard.js";
import type { ReachRule, Reason, Verdict } from "../vocabulary/channels.js";
import type { Caller } from "./caller.js";
import { compareKeys, costOf, rankKey } from "./rank.js";
import { reach, reachEmergency } from "./reach.js";

export interface Offered {
  channel: Channel;
  verdict: Verdict;
  rule: ReachRule;
  cost: Cost;
  key: string;
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

export const winnerOf = ({ offered: [first] }: Answer): Offered | null => (first?.verdict === "proven" ? first : null);
export const nearestOf = ({ offered: [first] }: Answer): Offered | null => first ?? null;

/** Whose customer asks, and who took the money: what decides whose channels may answer. */
export type Whose = Pick<Caller, "operator" | "merchant">;

/** Everybody but operators who is declared for a topic; of several sellers the one who took the money. */
export function declared(directory: DirectoryIndex, topic: Topic, merchant: string | null): PartySummary[] {
  const sellers = sellersOf(topic.id, directory);
  return directory.parties.filter(
    ({ id, type, topics }) =>
      type !== "operator" && topics.includes(topic.id) && (id === merchant || !sellers.includes(id)),
  );
}

const isBody = ({ type }: PartySummary): boolean => type === "body";

/**
 * Who answers first where no operator does: the seller and the bank, and after them the bodies that hear complaints about both; bodies
 * answer first where there is nobody else.
 */
function firstParties(directory: DirectoryIndex, topic: Topic, merchant: string | null): PartySummary[] {
  const all = declared(directory, topic, merchant);
  return all.every(isBody) ? all : all.filter((party) => !isBody(party));
}

const channelsOf = (parties: readonly PartySummary[], topic: Topic, directory: Directory): Channel[] =>
  parties.flatMap(({ id }) => directory.party(id).channels.filter((one) => one.topics.includes(topic.id)));

/** The channels that could serve a topic: the operator's own, or those of whoever else is declared for it. */
export function candidates(directory: Directory, topic: Topic, { operator, merchant }: Whose): Channel[] {
  if (!topic.operatorNeeded) return channelsOf(firstParties(directory, topic, merchant), topic, directory);
  if (operator === null) return [];
  return directory.party(operator).channels.filter((one) => one.general || one.topics.includes(topic.id));
}

/** Whom to turn to when those who answer first do not help: bodies, and beside an operator the bank. */
export function escalation(directory: Directory, topic: Topic, { merchant }: Whose): Channel[] {
  const first = topic.operatorNeeded ? [] : firstParties(directory, topic, merchant);
  const after = declared(directory, topic, merchant).filter((party) => !first.includes(party));
  return channelsOf(after, topic, directory);
}

/** One key for the spellings of a number, code, address or id; +7 and the trunk 8 are one. */
function keyOf(value: string): string {
  const bare = keyboard(value)
    .toLowerCase()
    .replace(/^(https?:\/\/|tel:|sms:|mailto:)?(www\.)?/, "")
    .replace(/\/$/, "");
  const digits = bare.replace(/[\s().+-]/g, "");
  if (!/^[\d*#]+$/.test(digits)) return bare.replaceAll(/[\s«»"]/g, "");
  return /^[78]\d{10}$/.test(digits) ? digits.slice(1) : digits;
}

/** @param tried as they were typed. */
function wasTried({ id, dial, e164, uri, display }: Channel, tried: readonly string[]): boolean {
  if (tried.length === 0) return false;
  const known = [id, dial, e164, uri, display.ru, display.en].flatMap((value) => (value ? [keyOf(value)] : []));
  return tried.some((value) => known.includes(keyOf(value)));
}

/** @param channels the candidates of this caller's operator and topic. */
export function answer(channels: readonly Channel[], caller: Caller, topic: Topic, emergency: boolean): Answer {
  const offered: Offered[] = [];
  const leftOut: LeftOut[] = [];
  for (const channel of channels) {
    const { verdict, rule, reason } = emergency ? reachEmergency(channel, caller) : reach(channel, caller, topic);
    if (wasTried(channel, caller.tried)) leftOut.push({ channel, reason: "already-tried", rule: "already-tried" });
    else if (verdict === undefined) leftOut.push({ channel, reason, rule });
    else {
      const cost = costOf(channel, caller);
      offered.push({ channel, verdict, rule, cost, key: rankKey(channel, verdict, cost.class, caller, topic) });
    }
  }
  offered.sort((a, b) => compareKeys(a.key, b.key));
  return { offered, leftOut };
}
