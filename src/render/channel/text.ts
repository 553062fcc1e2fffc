/** One channel in words: what to dial, what it costs, when it answers, and how far it can be trusted. */
import type { RoutedChannel, Routing } from "../../routing/route.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import { PHONE_KINDS } from "../../vocabulary/channels.js";
import { BUILT_IN, UNCITED } from "../../vocabulary/evidence.js";
import { conditionsText } from "../route/conditions.js";
import { entry, type Line } from "../text/blocks.js";
import { monthText, type View } from "../text/screen.js";
import type { Words } from "../words.js";

/** A source older than this many years is worth saying so. */
const OLD_SOURCE_YEARS = 2;

export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** "MTS menu" begins with a name. */
export const uncapital = (text: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export function shown({ channel }: Pick<RoutedChannel, "channel">, words: Words): string {
  const { kind, message } = channel;
  const value = words.text(channel.display);
  if (kind !== "sms") return value;
  return message ? words.say("sms.with-message", { value, message }) : words.say("sms.to", { value });
}

export const isPhone = ({ channel }: RoutedChannel): boolean => PHONE_KINDS.includes(channel.kind);

/** Whether it is open by the clock of the answer; nothing where that is not known, or always. */
export function openText({ channel: { hours }, open }: Pick<RoutedChannel, "channel" | "open">, words: Words): string {
  if (open === null || hours?.schedule === "always") return "";
  return words.say(open ? "hours.open" : "hours.closed");
}

function hoursText(routed: RoutedChannel, words: Words): string[] {
  const { hours } = routed.channel;
  if (!hours) return [];
  // On whose word the hours are known is said of the value itself.
  const [text = ""] = words.text(hours.text).split(",");
  return [uncapital(text + openText(routed, words))];
}

/** What a number costs that each finds for themselves, on a card or a contract, nobody can say. */
const hasPrice = ({ channel, cost }: RoutedChannel): boolean =>
  cost.class !== "unknown" || channel.kind !== "voice" || channel.dial !== null;

/** A foreign SIM may be paid for afterwards. */
const needsBalance = (routed: RoutedChannel, { routing }: View): boolean =>
  routing.situation.from?.value !== "foreign" &&
  isPhone(routed) &&
  hasPrice(routed) &&
  routed.cost.class !== "free" &&
  !routed.cost.onCredit;

/** The company whose folder it stands in vouches for it, not this directory. */
const isOverlaid = ({ origin }: RoutedChannel["channel"]): boolean => origin !== BUILT_IN;

/** Who says so, in words: a seller's own page is not the operator's. */
function witnessText({ channel }: RoutedChannel, { words, directory }: View): string {
  if (isOverlaid(channel)) return words.say("trust.overlay");
  const named = channel.sources.some(({ publisher }) => publisher !== UNCITED);
  if (channel.grade === "reported") return words.say(named ? "trust.reported" : "trust.uncited");
  if (channel.grade === "corroborated") return words.say("trust.corroborated");
  const party = directory.parties.find(({ id }) => id === channel.party);
  const whose = party?.type === "operator" ? "operator" : party?.seller ? "seller" : "body";
  return words.say(`trust.official.${whose}`);
}

/** The year of the newest source, where that is long ago. */
function oldSource({ channel }: RoutedChannel, { routing, words }: View): string[] {
  const [newest] = channel.sources.flatMap(({ date }) => date?.slice(0, 4) ?? []).sort((a, b) => Number(b) - Number(a));
  const age = Number(routing.moment.date.slice(0, 4)) - Number(newest);
  return newest && age > OLD_SOURCE_YEARS ? [words.say("trust.newest", { year: newest })] : [];
}

/** One mark of how sure a value is: "Сходится в независимых источниках, не прозвонено, ноябрь 2026." */
export function trustText(routed: RoutedChannel, view: View): string {
  const { words } = view;
  const parts = [
    witnessText(routed, view),
    ...oldSource(routed, view),
    ...(isPhone(routed) && routed.channel.dial !== null ? [words.say("trust.not-called")] : []),
    monthText(routed.channel.checkedOn, words),
  ];
  return sentence(parts.join(words.say("list.comma")));
}

/** Why a channel is not a sure thing. @param to whom it is said. */
export function doubts({ channel, verdict, rule }: RoutedChannel, words: Words, to: "doubt" | "reply"): string[] {
  return [
    ...(verdict === "unproven" ? [words.say(`doubt.${rule}`)] : []),
    ...(channel.status === "current" ? [] : [words.say(`${to}.${channel.status}`)]),
  ];
}

/** A free way, where the answer is a call that is not. */
export function freeWay(main: RoutedChannel, { channels, topic }: Routing): RoutedChannel | null {
  if (!isPhone(main) || main.cost.class === "free") return null;
  const isFree = ({ cost, verdict, channel }: RoutedChannel): boolean =>
    cost.class === "free" && verdict === "proven" && [null, topic.asked?.id].includes(channel.part);
  return channels.find((one) => one !== main && isFree(one)) ?? null;
}

export const unended = (text: string): string => text.replace(/\.$/, "");

/** What it costs and when it answers; nothing where that goes without saying: a link is free. */
export function priceText(routed: RoutedChannel, words: Words): string {
  const { channel, cost, verdict } = routed;
  // Help is called whatever it costs, and nothing is claimed of a number that may not be there.
  const unsaid = channel.topics.includes(EMERGENCY_TOPIC) && (cost.class === "unknown" || verdict === "unproven");
  const priced = !unsaid && hasPrice(routed) && (isPhone(routed) || cost.class !== "free");
  const parts = [...(priced ? [uncapital(words.text(cost.text))] : []), ...(unsaid ? [] : hoursText(routed, words))];
  // After a comma the hours would be a part of a clause.
  const between = /[:;]/.test(parts[0] ?? "") ? "; " : words.say("list.comma");
  return parts.length === 0 ? "" : sentence(parts.map(unended).join(between));
}

/** What it is, what it costs, when it answers, in one sentence: a link that costs nothing need not say so. */
export function aboutText(main: RoutedChannel, view: View): string {
  const { channel } = main;
  const { words } = view;
  const details = unended(priceText(main, words));
  // "The My T2 app: balance" under the value needs no name once more.
  const [whole, value] = [words.text(channel.label), shown(main, words)];
  const rest = saysAlready(whole, value) ? whole.slice(value.length).replace(/^[\s:—-]+/, "") : "";
  const label = rest === "" ? whole : capital(rest);
  const emergency = channel.topics.includes(EMERGENCY_TOPIC);
  const joined = `${label}${details}`.includes(":") ? `${sentence(label)} ${capital(details)}` : `${label}: ${details}`;
  const balance = needsBalance(main, view) && !emergency ? ` ${words.say("cost.needs-balance")}` : "";
  return sentence(details === "" ? label : joined) + balance;
}

/** A way beside the answer, in a few words: the value, and for a call what it costs. */
export function nearestText(routed: RoutedChannel, view: View): string {
  const value = shown(routed, view.words).replace(/^https:\/\/(www\.)?|\/$/g, "");
  if (!isPhone(routed) || !hasPrice(routed)) return value;
  const [price = ""] = view.words.text(routed.cost.text).split(/[;:.]/);
  return `${value}${view.words.say("list.comma")}${uncapital(price)}`;
}

/** Whether a label begins with the value it belongs to: "The My T2 app: balance, subscriptions". */
const saysAlready = (label: string, value: string): boolean => label.toLowerCase().startsWith(value.toLowerCase());

/** @param mark what stands right behind the value. */
export const valueAndLabel = (value: string, label: string, mark = ""): string =>
  saysAlready(label, value) ? value + label.slice(value.length) + mark : `${value}${mark} — ${label}`;

export const nameText = (other: RoutedChannel, words: Words): string =>
  valueAndLabel(shown(other, words), words.text(other.channel.label));

export function otherLine(other: RoutedChannel, view: View): Line {
  const { words, routing } = view;
  const when = conditionsText(other.conditions, routing.situation.operator?.value ?? null, view);
  const origin = isOverlaid(other.channel) ? [words.say("origin.overlay")] : [];
  const doubtful = doubts(other, words, "doubt").map(uncapital);
  const parts = [nameText(other, words), words.text(other.cost.text), ...origin, ...doubtful];
  const condition = when === "" ? "" : ` [${when}]`;
  return entry(parts.map(unended).join("; ") + condition);
}
