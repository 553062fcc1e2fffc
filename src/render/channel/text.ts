/** One channel in words: what to dial, what it costs, when it answers, and how far it can be trusted. */
import { UNCITED } from "../../gate/grade.js";
import type { RoutedChannel } from "../../routing/routing.js";
import { PHONE_KINDS } from "../../vocabulary/channels.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import { conditionText } from "../route/conditions.js";
import { dateText, type Screen, section } from "../text/screen.js";
import type { View } from "../text/view.js";
import type { Words } from "../words.js";

/** A source older than this many years is worth saying so. */
const OLD_SOURCE_YEARS = 2;

export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

const uncapital = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "0500" read by a screen reader is five hundred: "0 5 0 0" is what has to be dialled. */
export const spelt = (value: string): string => [...value.replace(/[\s()-]/g, "")].join(" ");

export function shown({ channel }: Pick<RoutedChannel, "channel">, { words, spellDigits }: Screen): string {
  const plain = words.text(channel.display);
  const value = spellDigits && channel.dial !== null ? spelt(plain) : plain;
  if (channel.kind === "sms") {
    return channel.message
      ? words.say("sms.with-message", { value, message: channel.message })
      : words.say("sms.to", { value });
  }
  return value;
}

const isPhone = ({ channel }: RoutedChannel): boolean => PHONE_KINDS.includes(channel.kind);

function hoursText({ channel, open }: RoutedChannel, words: Words): string[] {
  if (!channel.hours) return [];
  const text = words.text(channel.hours.text);
  const now =
    open === null || channel.hours.schedule === "always" ? "" : words.say(open ? "hours.open" : "hours.closed");
  return [capital(sentence(text + now))];
}

function costText(channel: RoutedChannel, words: Words): string[] {
  const text = capital(sentence(words.text(channel.cost.text)));
  const needsBalance = isPhone(channel) && channel.cost.class !== "free" && !channel.cost.onCredit;
  return needsBalance ? [text, words.say("cost.needs-balance")] : [text];
}

/** The company whose folder it stands in vouches for it, not this directory. */
const isOverlaid = ({ origin }: RoutedChannel["channel"]): boolean => origin !== BUILT_IN;

/** How far a value can be trusted, in words. */
function trustText({ channel }: RoutedChannel, words: Words): string {
  if (isOverlaid(channel)) return words.say("trust.overlay");
  const named = new Set(channel.sources.map((source) => source.publisher).filter((name) => name !== UNCITED)).size;
  if (channel.grade === "official") return words.say("trust.official");
  if (channel.grade === "corroborated") return words.say("trust.corroborated");
  return words.say(named === 0 ? "trust.uncited" : "trust.reported");
}

function ageText({ channel }: RoutedChannel, { routing, words }: View): string[] {
  const years = channel.sources.flatMap(({ date }) => (date ? [Number(date.slice(0, 4))] : []));
  if (years.length === 0) return [words.say("trust.undated")];
  const newest = Math.max(...years);
  const now = Number(routing.moment.date.slice(0, 4));
  return now - newest > OLD_SOURCE_YEARS ? [words.say("trust.newest", { year: String(newest) })] : [];
}

function trustLines(channel: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  const checked = words.say("trust.checked", { date: dateText(channel.channel.checkedOn, words) });
  const text = [trustText(channel, words), ...ageText(channel, view), checked].join(" ");
  const doubtful = channel.channel.status !== "current" || channel.verdict === "unproven";
  return layout.paragraph(text).map((line) => (doubtful ? palette.doubt(line) : palette.faint(line)));
}

/** Why a channel that may answer is not a sure thing; that it is unconfirmed the line on trust says too. */
function doubts({ channel, verdict, rule }: RoutedChannel, words: Words): string[] {
  return [
    ...(verdict === "unproven" ? [words.say(`doubt.${rule}`)] : []),
    ...(channel.status === "disputed" ? [words.say("doubt.disputed")] : []),
  ];
}

const unconfirmed = ({ channel }: RoutedChannel, words: Words): string[] =>
  channel.status === "unconfirmed" ? [words.say("doubt.unconfirmed")] : [];

function freeWay(main: RoutedChannel, view: View): string[] {
  const { routing, words, layout } = view;
  if (!isPhone(main) || main.cost.class === "free") return [];
  const free = routing.channels.find((one) => one !== main && one.cost.class === "free" && one.verdict === "proven");
  if (!free) return [];
  const [value, label] = [shown(free, view), words.text(free.channel.label)];
  const way = saysAlready(label, value) ? value : `${value} (${label})`;
  return layout.paragraph(words.say("cost.free-way", { way }));
}

/** What it is, what it costs, when it answers. */
export const aboutText = (main: RoutedChannel, words: Words): string =>
  [sentence(words.text(main.channel.label)), ...costText(main, words), ...hoursText(main, words)].join(" ");

/** The channel that is the answer: its value alone on the first line, then everything needed to use it. */
export function mainLines(main: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  const steps = main.channel.steps.flatMap((step, index) =>
    layout.paragraph(`${index + 1}. ${words.text(step)}`, 2, 3),
  );
  const note = main.channel.note ? layout.paragraph(words.text(main.channel.note)) : [];
  const doubtful = doubts(main, words)
    .flatMap((doubt) => layout.paragraph(doubt))
    .map((line) => palette.doubt(line));
  return [
    ...layout.paragraph(shown(main, view)).map((line) => palette.answer(line)),
    ...layout.paragraph(aboutText(main, words)),
    ...freeWay(main, view),
    ...doubtful,
    ...note,
    ...trustLines(main, view),
    ...section(view, words.say("section.steps"), steps),
  ];
}

/** An app or a chat is its own label: no need to say it twice. */
/** Whether a label begins with the value it belongs to: "The My T2 app: balance, subscriptions". */
const saysAlready = (label: string, value: string): boolean => label.toLowerCase().startsWith(value.toLowerCase());

function nameText(other: RoutedChannel, view: View): string {
  const value = shown(other, view);
  const label = view.words.text(other.channel.label);
  return saysAlready(label, value) ? label : `${value} — ${label}`;
}

export const nameLine = (other: RoutedChannel, view: View): string[] =>
  view.layout.paragraph(nameText(other, view), 2, 2);

export function otherLine(other: RoutedChannel, view: View): string[] {
  const { words, layout, directory, routing } = view;
  const operator = routing.situation.operator?.value ?? null;
  const when = other.conditions.map((one) => conditionText(one, operator, directory, words));
  const origin = isOverlaid(other.channel) ? [words.say("origin.overlay")] : [];
  const doubtful = [...doubts(other, words), ...unconfirmed(other, words)];
  const parts = [nameText(other, view), words.text(other.cost.text), ...origin, ...doubtful.map(uncapital)];
  const condition = when.length > 0 ? ` [${when.join("; ")}]` : "";
  return layout.paragraph(parts.map((part) => part.replace(/\.$/, "")).join("; ") + condition, 2, 2);
}
