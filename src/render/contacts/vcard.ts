/** Contacts as vCard 3.0: version 4 fails in some Android contact apps. */
import ICAL from "ical.js";
import type { Channel, PartySummary } from "../../directory/types.js";
import type { Words } from "../words.js";
import { type CardRow, type CardView, emergencyLines, journeyText, marked, rowsOf, titleOf, trustOf } from "./rows.js";

// A folded line begins with a space, which the library does not count: 75 octets in all, RFC 2426 section 2.6.
ICAL.foldLength = 74;

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, value: string | string[]];

function written(properties: readonly Property[]): string {
  const whole: Property[] = [["version", {}, "text", "3.0"], ...properties];
  return `${ICAL.stringify.component(["vcard", whole, []], ICAL.design.vcard3)}\r\n`;
}

const named = (name: string): Property[] => [
  ["fn", {}, "text", name],
  ["n", {}, "text", [name, "", "", "", ""]],
];

/** A phone waits at the comma, then keys in the extension. @param link `tel:…;ext=2000`, RFC 3966. */
const keyed = (value: string, link: string | null): string => {
  const [, extension] = /;ext=(\d+)$/.exec(link ?? "") ?? [];
  return extension === undefined ? value : `${value},${extension}`;
};

const number = (value: string, group?: string): Property => [
  "tel",
  { type: group ? ["WORK", "VOICE"] : "WORK", ...(group && { group }) },
  "phone-number",
  value,
];

/** Imported again, a contact is replaced and not doubled, if what it says is newer. */
const revised = (id: string, date: string): Property[] => [
  ["uid", {}, "text", `${id}@dozvon`],
  ["rev", {}, "date", date],
];

/** One line as a contact. */
export function channelCard(channel: Channel, words: Words): string {
  return written([
    ...named(words.text(channel.label)),
    number(keyed(channel.e164 ?? channel.dial ?? "", channel.uri)),
    ...revised(channel.id, channel.checkedOn),
  ]);
}

/** Apple's and Google's contacts show the label of a group beside its number. */
function labelled(property: Property, label: string, index: number): Property[] {
  const group = `item${index + 1}`;
  const [name, parameters, type, value] = property;
  return [
    [name, { ...parameters, group }, type, value],
    ["x-ablabel", { group }, "unknown", label.replace(/[\\,;]/g, "\\$&").replaceAll("\n", "\\n")],
  ];
}

/** What a contact app can use with a tap. A USSD code is not a number to ring: it stands in the note. */
function property(row: CardRow): Property | null {
  const { kind, e164, dial, link } = row;
  if (kind === "voice" && dial) return number(keyed(e164 || dial, link), "item");
  if (kind === "sms" && dial) return number(e164 || dial);
  if (kind === "email" && link.startsWith("mailto:")) return ["email", {}, "text", link.slice("mailto:".length)];
  return /^https?:/.test(link) ? ["url", {}, "uri", link] : null;
}

function noteLine(row: CardRow): string {
  const { kindName, value, label, when, cost } = row;
  return marked([`${kindName}: ${value} — ${label}`, when, cost].filter((part) => part !== "").join("; "), row);
}

/** A contact of each party whose channels are on the card: 112 or a bank under the name of an operator would mislead whoever saves it. */
export function operatorCard(view: CardView): string {
  const rows = rowsOf(view);
  const parties = view.directory.parties.filter(({ id }) => rows.some(({ party }) => party === id));
  return parties.map((party) => partyCard(party, rows, view)).join("");
}

function partyCard({ id, name: text }: PartySummary, all: readonly CardRow[], view: CardView): string {
  const rows = all.filter(({ party }) => party === id);
  const name = view.words.text(text);
  const reachable = rows.flatMap((row) => {
    const found = property(row);
    const label = row.kind === "sms" ? `${row.kindName}: ${row.label}` : row.label;
    return found ? [{ found, label: marked(label, row) }] : [];
  });
  const note = [...emergencyLines(view), ...journeyText(view), ...rows.map(noteLine), trustOf(view)];
  return written([
    ...named(id === view.card.operator.id ? titleOf(view) : name),
    ["org", {}, "text", name],
    ...reachable.flatMap(({ found, label }, index) => labelled(found, label, index)),
    ["note", {}, "text", note.join("\n")],
    ...revised(id, view.card.moment.date),
  ]);
}

/** The name and the first numbers only: what a code on a screen has room for. */
export const shortCard = (name: string, rows: readonly CardRow[]): string =>
  written([...named(name), ...rows.map(({ e164, dial }) => number(e164 || dial))]);
