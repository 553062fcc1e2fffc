/**
 * A second, deliberately naive reading of what src/routing/README.md says about reach, kept apart from src/routing on
 * purpose: one sentence of the contract is one predicate over the authored record, nothing is shared and nothing is clever. A
 * channel is rejected when any sentence of FORBIDS holds, unproven when any of DOUBTS holds, else proven.
 *
 * Emergency numbers abroad are not here: emergency.test.ts states what the contract says of them.
 */
import type { AuthoredChannel, AuthoredTopic } from "../support/authored.js";

/** Somebody who asks, after the readings of section 1. */
export interface Caller {
  topic: AuthoredTopic;
  service: string;
  subscriber: string;
  roaming: string;
  /** own, other-operator, landline, foreign or internet. */
  line: string;
}

export type NaiveVerdict = "proven" | "unproven" | "rejected";
type Sentence = (channel: AuthoredChannel, caller: Caller) => boolean;

/** The day of the sweep, two years earlier: an older source does not say how things are now. */
const RECENT = "2024-11-23";

const isAbroad = (caller: Caller) => caller.roaming === "abroad";
const isPhone = (channel: AuthoredChannel) => ["voice", "sms", "ussd"].includes(channel.kind);
const isVoice = (channel: AuthoredChannel) => channel.kind === "voice";
const isFull = (channel: AuthoredChannel) => channel.value?.startsWith("+") ?? false;
const isNational = (channel: AuthoredChannel) => channel.numberType === "national";
const isEmergency = (channel: AuthoredChannel) => channel.topics.includes("emergency");

/** "That operator's short code, SMS number or USSD". */
const isOwnSimOnly = (channel: AuthoredChannel) => {
  if (isFull(channel) || isNational(channel)) return false;
  return isVoice(channel) ? channel.value !== null : isPhone(channel);
};

const namesAbroad = (channel: AuthoredChannel) => channel.sources.some((source) => source.abroad);
const namesAbroadNow = (channel: AuthoredChannel) =>
  channel.sources.some((source) => source.abroad && source.date !== null && source.date >= RECENT);

const isOutside = (stated: string | string[], value: string) => stated !== "any" && !stated.includes(value);

/** "the own SIM's voice, SMS, USSD and channels whose login code comes by SMS" */
const isThroughOwnSim: Sentence = (channel, caller) =>
  (caller.line === "own" && isPhone(channel)) || channel.login === "sms-code";

/** A new SIM is asked for from a SIM only by who says that it is in hand. */
const isSimGone = ({ topic, line }: Caller): boolean =>
  topic.ownLine === "none" || (topic.ownLine === "if-in-hand" && line !== "own");

/** With the reason code a person is shown. */
const FORBIDS: readonly { because: string; reason: string; holds: Sentence }[] = [
  {
    because: "outside the stated subscriber -> rejected",
    reason: "other-subscriber",
    holds: (channel, caller) => !["any", "unknown", caller.subscriber].includes(channel.subscriber),
  },
  {
    because: "a caller outside the stated service is turned away",
    reason: "other-service",
    holds: (channel, caller) => ![undefined, "any", caller.service].includes(channel.service),
  },
  {
    because: "a short code, SMS number or USSD needs the operator's own SIM",
    reason: "own-sim-only",
    holds: (channel, caller) => isOwnSimOnly(channel) && caller.line !== "own",
  },
  {
    because: "abroad a voice short code is rejected unless a source names abroad",
    reason: "domestic-only",
    holds: (channel, caller) => isAbroad(caller) && isVoice(channel) && isOwnSimOnly(channel) && !namesAbroad(channel),
  },
  {
    because: "national short numbers answer in Russia",
    reason: "domestic-only",
    holds: (channel, caller) => isNational(channel) && isAbroad(caller),
  },
  {
    because: "8 800 is rejected abroad",
    reason: "domestic-only",
    holds: (channel, caller) => channel.numberType === "toll-free" && isAbroad(caller),
  },
  {
    because: "with internet no voice, SMS or USSD; emergency rejects nothing for it",
    reason: "no-phone-line",
    holds: (channel, caller) => isPhone(channel) && caller.line === "internet" && !isEmergency(channel),
  },
  {
    because: "an office not from abroad",
    reason: "not-abroad",
    holds: (channel, caller) => channel.kind === "office" && isAbroad(caller),
  },
  {
    because: "ownLine none, or if-in-hand and another phone in it: the own SIM is not in hand",
    reason: "line-not-in-hand",
    holds: (channel, caller) => isSimGone(caller) && isThroughOwnSim(channel, caller),
  },
  {
    because: "another country's emergency number is not Russia's",
    reason: "domestic-only",
    holds: (channel) => channel.countries !== undefined,
  },
];

const DOUBTS: Readonly<Record<string, Sentence>> = {
  "outside the stated line -> unproven": (channel, caller) => isOutside(channel.from, caller.line),
  "outside the stated place -> unproven": (channel, caller) => isOutside(channel.roaming, caller.roaming),
  "unknown subscriber: proven for personal only": (channel, caller) =>
    channel.subscriber === "unknown" && caller.subscriber !== "personal",
  "abroad short codes, SMS and USSD are unproven unless a current source names abroad": (channel, caller) =>
    isAbroad(caller) && isOwnSimOnly(channel) && !namesAbroadNow(channel),
  "8 800 is unproven from a foreign SIM in Russia": (channel, caller) =>
    channel.numberType === "toll-free" && caller.line === "foreign",
  "ownLine doubtful: another phone or Wi-Fi first": (channel, caller) =>
    caller.topic.ownLine === "doubtful" &&
    (isThroughOwnSim(channel, caller) || (caller.line === "own" && !["office", "post"].includes(channel.kind))),
  "ownLine none: a login no source describes may need the SMS that nobody gets": (channel, caller) =>
    isSimGone(caller) && channel.login === "unknown",
  "what no source proves: a voice line whose number is not known": (channel) =>
    isVoice(channel) && channel.value === null && channel.numberType === undefined,
};

export interface NaiveReach {
  verdict: NaiveVerdict;
  because: string;
  /** Of a rejected channel: every reason that holds. */
  reasons: readonly string[];
}

export function naiveReach(channel: AuthoredChannel, caller: Caller): NaiveReach {
  const against = FORBIDS.filter((one) => one.holds(channel, caller));
  const reasons = against.map((one) => one.reason);
  if (against[0]) return { verdict: "rejected", because: against[0].because, reasons };
  const doubt = Object.keys(DOUBTS).find((name) => DOUBTS[name]?.(channel, caller));
  return { verdict: doubt ? "unproven" : "proven", because: doubt ?? "nothing against it", reasons };
}
