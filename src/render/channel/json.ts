import type { Channel, Conflict, Source } from "../../directory/types.js";
import type { Advice, RejectedChannel, RoutedChannel } from "../../routing/routing.js";
import type { Words } from "../words.js";

export const sourceJson = ({ publisher, url, tier, date }: Source) => ({ publisher, url, tier, date });

/** Candidates are plain text: nothing in a conflict can be dialled. */
export const conflictJson = (conflict: Conflict, words: Words) => ({
  id: conflict.id,
  question: words.text(conflict.question),
  candidates: conflict.candidates.map(({ text, channel }) => ({ text: words.text(text), channel })),
  chosen: conflict.chosen,
  resolution: words.text(conflict.resolution),
  why: words.text(conflict.why),
  checkedOn: conflict.checkedOn,
});

export const operatorOf = (channel: Channel, operators: ReadonlySet<string>): string | null =>
  operators.has(channel.party) ? channel.party : null;

/** How to reach it. */
export const valueJson = (channel: Channel, words: Words) => ({
  kind: channel.kind,
  label: words.text(channel.label),
  display: words.text(channel.display),
  dial: channel.dial,
  e164: channel.e164,
  uri: channel.uri,
  message: channel.message,
});

/** How far it can be trusted. */
export const trustJson = ({ grade, status, checkedOn, origin, sources }: Channel) => ({
  grade,
  status,
  checkedOn,
  origin,
  sources: sources.map(sourceJson),
});

export function channelJson(routed: RoutedChannel, operators: ReadonlySet<string>, words: Words) {
  const { channel, cost, verdict, rule } = routed;
  return {
    id: channel.id,
    operator: operatorOf(channel, operators),
    party: channel.party,
    ...valueJson(channel, words),
    cost: { class: cost.class, text: words.text(cost.text) },
    hours: channel.hours && { text: words.text(channel.hours.text), open: routed.open },
    reachability: { verdict, rule },
    conditions: routed.conditions,
    steps: channel.steps.map(words.text),
    note: channel.note && words.text(channel.note),
    ...trustJson(channel),
    conflicts: routed.conflicts.map((conflict) => conflictJson(conflict, words)),
  };
}

export function rejectedJson({ channel, reason, rule, conditions }: RejectedChannel, words: Words) {
  return {
    id: channel.id,
    kind: channel.kind,
    label: words.text(channel.label),
    display: words.text(channel.display),
    reason,
    rule,
    text: words.say(`reason.${rule}`, { display: words.text(channel.display) }),
    conditions,
  };
}

export const adviceJson = ({ id, role, text, grade, sources }: Advice, words: Words) => ({
  id,
  text: words.text(text),
  role,
  grade,
  sources: sources.map(sourceJson),
});
