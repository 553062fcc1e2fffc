/** Who cannot call from where they are: why not, what somebody in Russia can call for them, and what is left when nothing is (README.md). */
import type { Channel, Directory, Topic } from "../directory/types.js";
import { EMERGENCY_TOPIC, type Notice } from "../situation/facts.js";
import type { Reason } from "../vocabulary/channels.js";
import type { NoCall } from "../vocabulary/codes.js";
import type { Text } from "../vocabulary/language.js";
import { type Answer, answer, type Offered, winnerOf } from "./answer.js";
import type { Caller } from "./caller.js";

/** A line that is for others says nothing of whether this caller has one. */
const FOR_OTHERS: readonly Reason[] = ["other-subscriber", "other-service"];

/** A matter that begins at an office or on the page that leads there, with papers in hand: no line settles it. */
const needsOffice = ({ kinds, prepare }: Topic): boolean => kinds.indexOf("office") < 2 && prepare.length > 0;

export function noCallOf({ offered, leftOut }: Answer, caller: Caller, topic: Topic): NoCall | null {
  if (!topic.operatorNeeded || caller.without.includes("voice")) return null;
  const isLine = ({ channel }: { channel: Channel }) => channel.kind === "voice" && channel.dial !== null;
  const settles = ({ channel }: Offered) => channel.part !== null && channel.part === topic.asked?.id;
  if (needsOffice(topic) && !offered.some((one) => isLine(one) && settles(one))) return "not-by-phone";
  if (offered.some(isLine)) return null;
  const known = leftOut.some((one) => isLine(one) && !FOR_OTHERS.includes(one.reason));
  return known ? "none-answers-here" : "no-number-known";
}

/** A short number or a code needs the SIM, a full number any phone. */
const dialled = ({ en }: Text, { line, place, without }: Caller): boolean =>
  !without.includes("voice") && (en.startsWith("+") ? line !== "internet" : line === "own" && place !== "abroad");

/** What nobody confirms, last and marked, for who has no other way at all. */
export function lastResort(directory: Directory, caller: Caller, topic: Topic, own: Answer): Notice[] {
  if (!caller.operator || own.offered.length > 0) return [];
  return directory
    .party(caller.operator)
    .neverOffered.filter(({ status, topics }) => status === "not-established" && topics.includes(topic.id))
    .flatMap(({ values, claim, why }) => values.map((value) => ({ value, claim, why })))
    .filter(({ value }) => dialled(value, caller))
    .map((values) => ({ code: "not-established", values }));
}

/** @param channels the candidates of this caller's operator and topic. @param own the caller's own answer. */
export function calledForThem(channels: readonly Channel[], caller: Caller, topic: Topic, own: Answer) {
  // Minutes count where the SIM is gone: whoever does not speak can have somebody beside them call.
  const silent = topic.ownLine === "none" && caller.without.includes("voice");
  const canCall = caller.place !== "abroad" && caller.line !== "internet" && !silent;
  if (topic.id === EMERGENCY_TOPIC || canCall) return null;
  const someone: Caller = { ...caller, place: "home", line: "landline", country: null, without: [] };
  const lines = channels.filter(({ kind }) => kind === "voice");
  const entry = winnerOf(answer(lines, someone, topic, false));
  // The same number from here needs nobody else.
  return entry && entry.channel.id !== winnerOf(own)?.channel.id ? { entry, caller: someone } : null;
}
