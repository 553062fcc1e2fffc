/** The order of src/routing/README.md ("What stands first"), stated again over the authored record. */
import type { AuthoredChannel, AuthoredParty } from "../support/authored.js";
import type { Caller } from "./naive-reach.js";

export interface Judged {
  channel: AuthoredChannel;
  party: AuthoredParty;
  verdict: string;
}

/** data/README.md, "Sources and grades": publishers are counted once, every uncited witness once more. */
function isCurrent({ sources }: AuthoredChannel): boolean {
  const witnesses = sources.filter((source) => (source.supports ?? "value") === "value");
  const named = witnesses.filter((source) => source.publisher !== "uncited");
  if (named.some((source) => source.tier === "official" || source.tier === "regulator")) return true;
  const uncited = witnesses.length - named.length;
  return named.length > 0 && new Set(named.map((source) => source.publisher)).size + uncited >= 2;
}

const isDisputed = ({ channel, party }: Judged): boolean =>
  (party.conflicts ?? []).some(
    ({ candidates, chosen }) => candidates.some((one) => one.channel === channel.id) && !chosen.includes(channel.id),
  );

export const naiveStatus = (judged: Judged): string => {
  if (isDisputed(judged)) return "disputed";
  return isCurrent(judged.channel) ? "current" : "unconfirmed";
};

export function naiveCost(channel: AuthoredChannel, caller: Caller): string | undefined {
  const fits = channel.cost.filter(
    ({ when }) =>
      (when?.from ?? [caller.line]).includes(caller.line) &&
      (when?.roaming ?? [caller.roaming]).includes(caller.roaming),
  );
  return fits[0]?.class;
}

const SLOW = ["office", "email", "post"];

/** Whole topic, general, a part or a region. */
function scopeOf({ scope = "whole", topics }: AuthoredChannel, topic: string): number {
  const here = typeof scope === "string" ? scope : (scope[topic] ?? "whole");
  return here === "whole" ? (topics.includes(topic) ? 0 : 1) : 2;
}

/** Each line says which of two channels comes first; the first line that tells them apart decides. */
const CRITERIA: readonly ((judged: Judged, caller: Caller) => number)[] = [
  ({ verdict }) => ["proven", "unproven"].indexOf(verdict),
  ({ channel }) => (channel.first ? 0 : 1),
  (judged) => (isDisputed(judged) ? 1 : 0),
  ({ channel }, { topic }) => scopeOf(channel, topic.id),
  ({ channel }, { subscriber }) => (subscriber === "corporate" && channel.subscriber !== "corporate" ? 1 : 0),
  ({ channel }, { topic }) => (SLOW.includes(topic.kinds[0] ?? "") || !SLOW.includes(channel.kind) ? 0 : 1),
  (judged) => (naiveStatus(judged) === "current" ? 0 : 1),
  ({ channel }, { topic }) => topic.kinds.indexOf(channel.kind),
  ({ channel }, caller) => ["free", "unknown", "tariff", "paid"].indexOf(naiveCost(channel, caller) ?? ""),
  ({ channel }) => channel.preference ?? 100,
];

/** Negative when the first comes first; 0 is the tie that a directory must not have. */
export function naiveOrder(a: Judged, b: Judged, caller: Caller): number {
  for (const criterion of CRITERIA) {
    const difference = criterion(a, caller) - criterion(b, caller);
    if (difference !== 0) return difference;
  }
  return 0;
}
