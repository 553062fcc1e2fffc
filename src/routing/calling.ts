/** Who cannot call from where they are: why not, and what somebody in Russia can call for them (README.md). */
import type { Channel, Topic } from "../directory/types.js";
import { EMERGENCY_TOPIC } from "../situation/facts.js";
import type { Reason } from "../vocabulary/channels.js";
import type { NoCall } from "../vocabulary/codes.js";
import { type Answer, answer, type Offered, winnerOf } from "./answer.js";
import type { Caller } from "./caller.js";

/** A line that is for others says nothing of whether this caller has one. */
const FOR_OTHERS: readonly Reason[] = ["other-subscriber", "other-service"];

/** A matter that begins at an office or on the page that leads there, with papers in hand: no line settles it. */
const needsOffice = ({ kinds, prepare }: Topic): boolean => kinds.indexOf("office") < 2 && prepare.length > 0;

export function noCallOf({ offered, leftOut }: Answer, caller: Caller, topic: Topic): NoCall | null {
  if (!topic.operatorNeeded || caller.without.includes("voice")) return null;
  if (needsOffice(topic)) return "not-by-phone";
  const isLine = ({ channel }: { channel: Channel }) => channel.kind === "voice" && channel.dial !== null;
  if (offered.some(isLine)) return null;
  const known = leftOut.some((one) => isLine(one) && !FOR_OTHERS.includes(one.reason));
  return known ? "none-answers-here" : "no-number-known";
}

/** @param channels the candidates of this caller's operator and topic. @param own the caller's own answer. */
export function calledForThem(
  channels: readonly Channel[],
  caller: Caller,
  topic: Topic,
  own: Answer,
): { entry: Offered; caller: Caller } | null {
  if (topic.id === EMERGENCY_TOPIC || (caller.place !== "abroad" && caller.line !== "internet")) return null;
  const someone: Caller = { ...caller, place: "home", line: "landline", country: null, without: [] };
  const lines = channels.filter(({ kind }) => kind === "voice");
  const entry = winnerOf(answer(lines, someone, topic, false));
  // The same number from here needs nobody else.
  return entry && entry.channel.id !== winnerOf(own)?.channel.id ? { entry, caller: someone } : null;
}
