import type { Channel } from "../../directory/types.js";
import type { Advice } from "../../routing/advice.js";
import type { RejectedChannel, RoutedChannel } from "../../routing/route.js";
import { pick, said, type Words } from "../words.js";

export const operatorOf = (channel: Channel, operators: ReadonlySet<string>): string | null =>
  operators.has(channel.party) ? channel.party : null;

/** How to reach it. */
export const reachOf = (channel: Channel) =>
  pick(channel, "kind", "label", "display", "dial", "e164", "uri", "message");

/** How far it can be trusted. */
export const trustOf = (channel: Channel) => pick(channel, "grade", "status", "checkedOn", "origin", "sources");

/** Conflicts too are plain text: nothing in them can be dialled. */
export function channelJson(routed: RoutedChannel, operators: ReadonlySet<string>, words: Words) {
  const { channel, cost, verdict, rule, open, conditions, conflicts } = routed;
  const { id, party, hours, steps, note } = channel;
  const record = {
    id,
    operator: operatorOf(channel, operators),
    party,
    ...reachOf(channel),
    cost: { class: cost.class, text: cost.text },
    hours: hours && { text: hours.text, open },
    reachability: { verdict, rule },
    /** Alternatives of values of the missing facts under which it holds; an empty list means always. */
    conditions,
    steps,
    note,
    ...trustOf(channel),
    conflicts,
  };
  return said(record, words);
}

export function rejectedJson({ channel, reason, rule, conditions }: RejectedChannel, words: Words) {
  const { id, kind, label, display } = said(pick(channel, "id", "kind", "label", "display"), words);
  return { id, kind, label, display, reason, rule, text: words.say(`reason.${rule}`, { display }), conditions };
}

export const adviceJson = (advice: Advice, words: Words) =>
  said(pick(advice, "id", "text", "role", "grade", "sources"), words);
