import type { Channel, Cost, Topic } from "../directory/types.js";
import { type CostClass, isSlow, type Verdict } from "../vocabulary/channels.js";
import { STATUSES } from "../vocabulary/evidence.js";
import type { Caller } from "./caller.js";

const COST_ORDER: readonly CostClass[] = ["free", "unknown", "tariff", "paid"];

/** A code does one thing, and so does what is for a part of a topic. */
export const doesOneThing = ({ kind, general, part }: Channel): boolean =>
  !general && (part !== null || kind === "ussd" || kind === "sms");

/**
 * Declared for all of the topic, then general, then for a part of it or one region. Where a sentence asks about a part, what is for that part
 * comes before all, and what does another one thing after.
 */
function scopeOf(channel: Channel, topic: Topic): number {
  if (topic.asked && channel.part === topic.asked.id) return -1;
  if (topic.asked?.label && doesOneThing(channel)) return 2;
  const scope = typeof channel.scope === "string" ? channel.scope : (channel.scope[topic.id] ?? "whole");
  if (scope !== "whole") return 2;
  return channel.topics.includes(topic.id) ? 0 : 1;
}

/** The cost that applies to this caller: the first that fits, as the directory orders them. */
export function costOf(channel: Channel, caller: Caller): Cost {
  const fits = ({ when }: Cost) =>
    (!when?.from || when.from.includes(caller.line)) && (!when?.roaming || when.roaming.includes(caller.place));
  const found = channel.cost.find(fits);
  if (!found) throw new Error(`${channel.id}: no cost fits; the gate lets only lists with a default through`);
  return found;
}

/** Numbers as a text that sorts as they do: V8 compares two texts at once, and a look-up compares thousands. The least there is is -1. */
export const sortKey = (numbers: readonly number[]): string => String.fromCharCode(...numbers.map((one) => one + 1));

/** By their keys, the least first. */
export const compareKeys = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of README.md as a key. Two channels with the same key for one caller are a tie, which the gate refuses. */
export const rankKey = (channel: Channel, verdict: Verdict, cost: CostClass, caller: Caller, topic: Topic): string =>
  sortKey([
    verdict === "proven" ? 0 : 1,
    channel.first ? 0 : 1,
    channel.status === "disputed" ? 1 : 0,
    scopeOf(channel, topic),
    caller.subscriber === "corporate" && channel.subscriber !== "corporate" ? 1 : 0,
    isSlow(channel.kind) && !topic.kinds.slice(0, 1).some(isSlow) ? 1 : 0,
    STATUSES.indexOf(channel.status),
    topic.kinds.indexOf(channel.kind),
    COST_ORDER.indexOf(cost),
    channel.preference,
  ]);
