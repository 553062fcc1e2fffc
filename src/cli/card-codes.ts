/** A contact card as codes to photograph: one that dials, one that saves the contact. */
import { clean } from "../render/clean.js";
import { qrLines } from "../render/contacts/qr.js";
import { type CardView, rowsOf } from "../render/contacts/rows.js";
import { shortCard } from "../render/contacts/vcard.js";
import { oneOf } from "../values/choice.js";
import type { Context } from "./context.js";

/** A contact for a phone is short: one number to ring from here, and one from elsewhere. */
const MOST_NUMBERS = 2;

interface Number {
  uri: string;
  value: string;
  number: string;
}

/** Numbers to ring, those that answer for sure first; the channel asked for before all. */
function numbersOf(view: CardView, channel: string | undefined): Number[] {
  const rows = rowsOf(view).filter(({ kind, link }) => kind === "voice" && link.startsWith("tel:"));
  const ids = rows.map(({ id }) => id);
  const first = channel === undefined ? null : oneOf(channel, ids, "channel");
  const ordered = [...rows].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  return ordered.map(({ link, value, e164, dial }) => ({ uri: link, value, number: e164 || dial }));
}

const width = (content: string): number => qrLines(content, false)[0]?.length ?? 0;

/** The contact with as many numbers as the screen's width has room for; null where there is room for none. */
function fitting(name: string, numbers: readonly Number[], columns: number): { content: string; count: number } | null {
  for (let count = Math.min(MOST_NUMBERS, numbers.length); count > 0; count--) {
    const content = shortCard(
      name,
      numbers.slice(0, count).map(({ number }) => number),
    );
    if (width(content) <= columns) return { content, count };
  }
  return null;
}

/** @throws Problem unknown-value when the channel asked for is no number to ring on this card. */
export function cardCodes(view: CardView, channel: string | undefined, context: Context): string {
  const { words, io, plain } = context;
  const numbers = numbersOf(view, channel);
  const [first] = numbers;
  if (!first) return `${words.say("qr.none")}\n`;
  // A picture is of no use to a screen reader or a terminal that cannot draw.
  if (plain) return `${first.value}\n${first.uri}\n`;
  const draw = (content: string) =>
    width(content) <= io.columns
      ? qrLines(content, io.coloured)
      : [words.say("qr.too-wide", { columns: String(width(content)) })];
  // The name in Latin letters: a code does not say its alphabet, and some readers take Russian for Japanese.
  const card = fitting(clean(view.card.operator.name.en), numbers, io.columns);
  const saved = numbers.slice(0, card?.count ?? 0).map(({ value }) => value);
  const contact = card
    ? [words.say("qr.contact"), ...saved.map((value) => `  ${value}`), ...draw(card.content)]
    : [words.say("qr.contact-too-wide")];
  return `${[words.say("qr.dial"), `  ${first.value}`, ...draw(first.uri), "", ...contact].join("\n")}\n`;
}
