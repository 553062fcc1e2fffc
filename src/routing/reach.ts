/** Who can reach what, and why not: the rules of README.md, one step a function, for one channel and one caller. */
import type { Channel, Topic } from "../directory/types.js";
import { PHONE_KINDS, type ReachRule, type Reason, type Verdict } from "../vocabulary/channels.js";
import type { Caller } from "./caller.js";

export type Reach =
  | { verdict: Verdict; rule: ReachRule; reason?: never }
  | { verdict?: never; rule: ReachRule; reason: Reason };

const reached = (verdict: Verdict, rule: ReachRule): Reach => ({ verdict, rule });
const rejected = (reason: Reason, rule: ReachRule): Reach => ({ reason, rule });

const isPhone = (channel: Channel): boolean => PHONE_KINDS.includes(channel.kind);

/** With the own SIM alone in hand whatever is online goes through its mobile internet. */
const throughOwnSim = (channel: Channel, caller: Caller): boolean =>
  needsOwnSim(channel, caller) || (caller.line === "own" && channel.kind !== "office" && channel.kind !== "post");

const needsOwnSim = (channel: Channel, caller: Caller): boolean =>
  channel.login === "sms-code" || (caller.line === "own" && isPhone(channel));

/** A new SIM is asked for by who has lost the old one, unless they say that they call from it. */
const isGone = ({ ownLine }: Topic, { line }: Caller): boolean =>
  ownLine === "none" || (ownLine === "if-in-hand" && line !== "own");

/** What no line or place could mend: the wrong kind, subscriber or service, or a SIM that is not there. */
function refusal(channel: Channel, caller: Caller, topic: Topic): Reach | null {
  if (caller.without.includes(channel.kind)) return rejected("kind-excluded", "without");
  const { subscriber, service } = channel;
  if ((subscriber === "personal" || subscriber === "corporate") && subscriber !== caller.subscriber)
    return rejected("other-subscriber", "subscriber-as-stated");
  if (service !== "any" && caller.service !== null && service !== caller.service)
    return rejected("other-service", "service-as-stated");
  return isGone(topic, caller) && needsOwnSim(channel, caller) ? rejected("line-not-in-hand", "line-in-hand") : null;
}

/** A short code, SMS number or USSD code lives in its operator's network and needs that operator's own SIM. */
function reachShortCode(channel: Channel, caller: Caller): Reach {
  if (caller.line !== "own") return rejected("own-sim-only", "short-code-own-sim");
  if (caller.place !== "abroad") return reached("proven", "short-code-own-sim");
  if (channel.namedAbroad === "current") return reached("proven", "short-code-abroad");
  if (channel.namedAbroad === null && channel.kind === "voice") return rejected("domestic-only", "short-code-abroad");
  return reached("unproven", "short-code-abroad");
}

function reachByPhone(channel: Channel, caller: Caller): Reach {
  if (caller.line === "internet") return rejected("no-phone-line", "no-phone-line");
  switch (channel.numberType) {
    case "national":
      return caller.place === "abroad"
        ? rejected("domestic-only", "national-short-number")
        : reached("proven", "national-short-number");
    case "toll-free":
      if (caller.place === "abroad") return rejected("domestic-only", "toll-free-inside-russia");
      return reached(caller.line === "foreign" ? "unproven" : "proven", "toll-free-inside-russia");
    case "e164":
      return reached("proven", "full-number-anywhere");
    case "short-code":
      return reachShortCode(channel, caller);
    case null:
      // A voice line without a value is a number the caller has to find; an SMS or USSD is the operator's own.
      return channel.kind === "voice" ? reached("unproven", "number-not-established") : reachShortCode(channel, caller);
  }
}

/** The ceiling that the kind of channel sets, whatever its sources say. */
function ceiling(channel: Channel, caller: Caller): Reach {
  if (isPhone(channel)) return reachByPhone(channel, caller);
  if (channel.kind === "office") {
    return caller.place === "abroad"
      ? rejected("not-abroad", "office-in-russia")
      : reached("proven", "office-in-russia");
  }
  return reached("proven", channel.kind === "post" ? "letter-anywhere" : "online-anywhere");
}

/** What its sources leave unsaid makes a channel unproven, never more than the ceiling. */
function unproven(channel: Channel, caller: Caller, topic: Topic): ReachRule | null {
  if (channel.subscriber === "unknown" && caller.subscriber === "corporate") return "subscriber-as-stated";
  if (channel.roaming !== "any" && !channel.roaming.includes(caller.place)) return "place-as-stated";
  if (channel.from !== "any" && !channel.from.includes(caller.line)) return "line-as-stated";
  if (topic.ownLine === "doubtful" && throughOwnSim(channel, caller)) return "line-in-hand";
  // Whoever gets no SMS cannot know whether they get in.
  return isGone(topic, caller) && channel.login === "unknown" ? "login-not-established" : null;
}

/** Whether a caller with this topic reaches the channel: proven, unproven, or left out for a reason. */
export function reach(channel: Channel, caller: Caller, topic: Topic): Reach {
  const refused = refusal(channel, caller, topic);
  if (refused) return refused;
  const best = ceiling(channel, caller);
  if (best.verdict !== "proven") return best;
  const rule = unproven(channel, caller, topic);
  return rule ? reached("unproven", rule) : best;
}

/**
 * Emergency numbers: nothing is refused for the line in the hand, since any phone will do and somebody may lend one.
 * Russian numbers do not work abroad. A local number is proven in the countries its sources name; elsewhere only one
 * declared `general` is worth a try, and it stays unproven.
 */
export function reachEmergency(channel: Channel, caller: Caller): Reach {
  if (caller.without.includes(channel.kind)) return rejected("kind-excluded", "without");
  const local = channel.countries.length > 0;
  if (local !== (caller.place === "abroad")) return rejected("domestic-only", "emergency-in-its-country");
  if (!local) {
    const named = channel.from === "any" || channel.from.includes(caller.line);
    if (channel.roaming !== "any" && !channel.roaming.includes(caller.place))
      return reached("unproven", "place-as-stated");
    return named ? reached("proven", "emergency-any-phone") : reached("unproven", "line-as-stated");
  }
  if (caller.country !== null && channel.countries.includes(caller.country))
    return reached("proven", "emergency-in-its-country");
  if (!channel.general) return rejected("domestic-only", "emergency-in-its-country");
  return reached("unproven", "emergency-in-its-country");
}
