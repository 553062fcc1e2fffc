import type { Channel, Cost, Topic } from "../directory/types.js";
import type { CostClass, Verdict } from "../vocabulary/channels.js";
import { STATUSES } from "../vocabulary/evidence.js";
import type { Caller } from "./caller.js";

const COST_ORDER: readonly CostClass[] = ["free", "unknown", "tariff", "paid"];

/** The cost that applies to this caller: the first that fits, as the directory orders them. */
export function costOf(channel: Channel, caller: Caller): Cost {
  const fits = ({ when }: Cost) =>
    (!when?.from || when.from.includes(caller.line)) && (!when?.roaming || when.roaming.includes(caller.place));
  const found = channel.cost.find(fits);
  if (!found) throw new Error(`${channel.id}: no cost fits; the gate lets only lists with a default through`);
  return found;
}

/**
 * The order of README.md as numbers, smaller first; the first difference decides. Two channels with the same
 * key for one caller are a tie, which the gate refuses.
 */
export function rankKey(channel: Channel, verdict: Verdict, cost: CostClass, caller: Caller, topic: Topic): number[] {
  return [
    verdict === "proven" ? 0 : 1,
    channel.status === "disputed" ? 1 : 0,
    channel.topics.includes(topic.id) ? 0 : 1,
    channel.subscriber === caller.subscriber ? 0 : 1,
    topic.kinds.indexOf(channel.kind),
    STATUSES.indexOf(channel.status),
    COST_ORDER.indexOf(cost),
    channel.preference,
  ];
}

export function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
