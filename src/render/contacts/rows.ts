/** A contact card as rows of words, the same in every format: what to use, when it answers, what it costs, how sure it is. */

import type { Card, CardEntry } from "../../answers/contacts.js";
import type { Channel } from "../../directory/types.js";
import type { Condition } from "../../routing/conditions.js";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import { openText, unended } from "../channel/text.js";
import { clean } from "../clean.js";
import { conditionsText, conditionText, topicName } from "../route/conditions.js";
import { spanText, type Wording } from "../text/screen.js";
import { noticeText, pick, type Words } from "../words.js";

/** The card a row stands on, as words need it. */
export interface CardView extends Wording {
  card: Card;
}

function placesText(conditions: readonly Condition[], view: CardView): string {
  const { card, words } = view;
  // On a card of a situation everything answers: only what that depends on is worth words.
  const always = card.whole ? words.say("card.always") : "";
  return conditions.length === 0 ? always : conditionsText(conditions, card.operator.id, view);
}

const same = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  [...a].sort().join() === [...b].sort().join();

/** Without what it has in common with the place where the channel answers for sure: "за границей" instead of all of it again. */
function different(conditions: readonly Condition[], from: readonly Condition[] | null): readonly Condition[] {
  const [known] = from?.length === 1 ? from : [];
  const [only] = conditions;
  if (!known || !only || conditions.length > 1) return conditions;
  const told = (Object.keys(only) as OpenFact[]).filter((fact) => !same(only[fact], known[fact]));
  return told.length > 0 ? [pick(only, ...told)] : conditions;
}

function whenText({ proven, unproven }: CardEntry, view: CardView): string {
  const sure = proven ? [placesText(proven, view)] : [];
  // On a card of a situation only what answers for sure counts.
  if (!unproven || (!view.card.whole && proven)) return sure.join();
  const perhaps = placesText(different(unproven, proven), view);
  return [...sure.filter(Boolean), view.words.say("card.may-fail", { when: perhaps })].join("; ");
}

function costText({ costs }: CardEntry, view: CardView): string {
  const where = (conditions: readonly Condition[]) => (costs.length > 1 ? ` (${placesText(conditions, view)})` : "");
  return costs.map(({ cost, conditions }) => unended(view.words.text(cost.text)) + where(conditions)).join("; ");
}

export const marked = (text: string, { mark }: { mark: string }): string => (mark ? `${text} (${mark})` : text);

/** What is not sure, and what is not of this directory, is said wherever the value stands. */
export function markOf({ status, origin }: Pick<Channel, "status" | "origin">, words: Words): string {
  return [
    ...(origin === BUILT_IN ? [] : [words.say("origin.overlay")]),
    ...(status === "current" ? [] : [words.say(`status.${status}`)]),
  ].join(", ");
}

export function rowOf(entry: CardEntry, view: CardView) {
  const { channel, note } = entry;
  const { id, party, kind, status, checkedOn, origin, hours } = channel;
  const { words } = view;
  const display = words.text(channel.display);
  const message = kind === "sms" ? channel.message : null;
  const row = {
    kindName: words.say(`kind.${kind}`),
    /** As a person reads it, with the wording of an SMS where it is fixed. */
    value: message === null ? display : words.say("sms.with-message", { value: display, message }),
    /** Exactly what to key in; empty where there is no fixed value. */
    dial: channel.dial ?? "",
    e164: channel.e164 ?? "",
    link: channel.uri ?? "",
    label: unended(words.text(channel.label)),
    /** Where it answers, and where it may. */
    when: whenText(entry, view),
    cost: costText(entry, view),
    hours: hours ? unended(words.text(hours.text)) + openText(entry, words) : "",
    note: note ? words.text(note) : "",
    /** What has to stand beside the value: a doubt, or that it is the company's own; empty for an ordinary one. */
    mark: markOf(channel, words),
  };
  const cleaned = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, clean(value)])) as typeof row;
  return { id, party, kind, status, checkedOn, origin, ...cleaned };
}

export type CardRow = ReturnType<typeof rowOf>;

export const rowsOf = (view: CardView): CardRow[] => view.card.entries.map((entry) => rowOf(entry, view));

const SHEET = "kindName value label when cost hours status note link dial id checkedOn origin".split(" ");
const SHEET_COLUMNS = SHEET as (keyof CardRow)[];

/** The card as a table: a heading, then a row a channel. */
export function sheetOf(view: CardView): string[][] {
  const { words } = view;
  const heading = SHEET_COLUMNS.map((column) => words.say(`card.column.${column.toLowerCase()}`));
  const rows = rowsOf(view).map((row) => {
    const status = words.say(`status.${row.status}`);
    const origin = words.say(row.origin === BUILT_IN ? "report.origin.built-in" : "origin.overlay");
    const cells = { ...row, status, origin };
    return SHEET_COLUMNS.map((column) => cells[column]);
  });
  return [heading, ...rows];
}

/** What the card is of: "МегаФон", or "МегаФон: за границей, личный номер". */
export function titleOf(view: CardView): string {
  const { card, directory, words } = view;
  const { operator, situation, travel } = card;
  const name = words.text(operator.name);
  if (travel) return clean(words.say("card.travel-title", { operator: name }));
  const facts = (["from", "roaming", "subscriber", "service"] as const).flatMap((fact) => {
    const known = situation[fact];
    // The service follows from the other facts.
    return known && known.from !== "derived" ? [[fact, [known.value]] as const] : [];
  });
  const said = conditionText(Object.fromEntries(facts), operator.id, view);
  const topic = situation.topic.from === "default" ? [] : [topicName(situation.topic.value, directory, words)];
  const all = [...topic, ...(said ? [said] : [])].join(", ");
  // What its channels are not on is no card of the operator: 112, a bank, a seller.
  const isOwn = card.entries.length === 0 || card.entries.some(({ channel }) => channel.party === operator.id);
  return clean([...(isOwn || !all ? [name] : []), ...(all ? [all] : [])].join(": "));
}

/** One line on how far a card can be trusted, and how old it is: it travels without the program. */
export function trustOf({ card, directory, words }: CardView): string {
  const read = card.entries.map(({ channel }) => channel.checkedOn);
  const date = spanText(read.length > 0 ? read : [directory.asOf], words);
  return words.say("card.trust", { date, version: directory.version });
}

/** For a journey without a number to ring: why there is none, and what somebody at home can ring. */
export function noCallText({ card: { noCall, viaSomeone }, words }: CardView): string[] {
  if (noCall === null) return [];
  if (!viaSomeone) return [words.say(`no-call.${noCall}`)];
  return [
    words.say("no-call.someone"),
    `${words.text(viaSomeone.display)} — ${words.text(viaSomeone.label)}`,
    words.say("no-call.from-here"),
  ].map(clean);
}

/** For a journey: what blocks a lost SIM, where that is not said yet. */
export function lostText({ card: { block, blockedBySomeone, viaSomeone }, words }: CardView): string[] {
  const channel = block ?? blockedBySomeone;
  if (!channel || channel === viaSomeone) return [];
  return [clean(words.say(block ? "card.lost" : "card.lost.someone", { value: words.text(channel.display) }))];
}

/** For a journey, before the ways: what blocks a lost SIM, and why there is no number to ring. */
export const journeyText = (view: CardView): string[] => [...lostText(view), ...noCallText(view)];

/** For a journey: the emergency numbers, and where they do not work. */
export function emergencyLines({ card, words }: CardView): string[] {
  const numbers = card.emergency.map(({ channel }) => `${words.text(channel.display)} — ${words.text(channel.label)}`);
  const notices = card.notices
    .filter(({ code }) => code.startsWith("emergency-"))
    .map((notice) => noticeText(notice, words));
  return [...numbers, ...notices].map(clean);
}
