/** A contact card as codes to photograph: one that dials, one that saves the contact. */
import { clean } from "../render/clean.js";
import { qrLines } from "../render/contacts/qr.js";
import { type CardView, rowsOf } from "../render/contacts/rows.js";
import { shortCard } from "../render/contacts/vcard.js";
import { oneOf } from "../values/choice.js";
import type { Context } from "./context.js";

/** A contact for a phone is short: one number to ring from here, and one from elsewhere. */
const MOST_NUMBERS = 2;

const width = (content: string): number => qrLines(content, false)[0]?.length ?? 0;

/**
 * Numbers to ring, those that answer for sure first; the channel asked for before all.
 * @throws Problem unknown-value when the channel asked for is no number to ring on this card.
 */
export function cardCodes(view: CardView, channel: string | undefined, { words, io, plain }: Context): string {
  const rows = rowsOf(view).filter(({ kind, link }) => kind === "voice" && link.startsWith("tel:"));
  const ids = rows.map(({ id }) => id);
  const asked = channel === undefined ? null : oneOf(channel, ids, "channel");
  const numbers = rows.sort((a, b) => Number(b.id === asked) - Number(a.id === asked));
  const [first] = numbers;
  if (!first) return `${words.say("qr.none")}\n`;
  // A picture is of no use to a screen reader or a terminal that cannot draw.
  if (plain) return `${first.value}\n${first.link}\n`;
  const draw = (content: string) =>
    width(content) <= io.columns
      ? qrLines(content, io.coloured)
      : [words.say("qr.too-wide", { columns: String(width(content)) })];
  // The name in Latin letters: a code does not say its alphabet, and some readers take Russian for Japanese.
  const party = view.directory.parties.find(({ id }) => id === first.party) ?? view.card.operator;
  const ofParty = numbers.filter((one) => one.party === first.party);
  const cardOf = (saved: typeof numbers) => shortCard(clean(party.name.en), saved);
  // As many numbers as the screen's width has room for.
  const saved = [ofParty.slice(0, MOST_NUMBERS), [first]].find((some) => width(cardOf(some)) <= io.columns);
  const contact = saved
    ? [words.say("qr.contact"), ...saved.map(({ value }) => `  ${value}`), ...draw(cardOf(saved))]
    : [words.say("qr.contact-too-wide")];
  return `${[words.say("qr.dial"), `  ${first.value}`, ...draw(first.link), "", ...contact].join("\n")}\n`;
}
