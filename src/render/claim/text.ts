/** A claim on a screen: the letter, what is still to be done with it, and what follows. */
import type { Claim } from "../../claims/compose.js";
import { type FollowingDate, isTheirs } from "../../claims/dates.js";
import type { Routing } from "../../routing/route.js";
import { type Grounds, groundsOf } from "../../terms/deadlines.js";
import { marked, markOf } from "../contacts/rows.js";
import { sureLines } from "../ground/text.js";
import { heading, item, section, textOf } from "../text/blocks.js";
import { dateDoubts, dateText, leftText, type Screen } from "../text/screen.js";
import type { Words } from "../words.js";
import { blocksOf, letterLines } from "./letter.js";

function dueText(one: FollowingDate, words: Words): string {
  const text = words.text(one.text);
  if (one.date === null) return words.say("claim.date-unknown", { text });
  const marks = [
    leftText(one.daysLeft ?? 0, words),
    ...(isTheirs(one) ? dateDoubts(one.date, one.dayOff, !one.calendarKnown, words) : []),
  ];
  return `${dateText(one.date, words)} — ${text} (${marks.join("; ")})`;
}

function sendTexts({ addressee, send }: Claim, takers: Routing["channels"], words: Words): string[] {
  const channels = takers.map(({ channel }) => {
    const value = marked(words.text(channel.display), { mark: markOf(channel, words) });
    return `${value} — ${words.text(channel.label)}`;
  });
  const find = addressee.address ? [] : [words.text(addressee.find)];
  return [...channels, ...find, ...send.map(({ text }) => words.text(text))];
}

/** What stands beside the letter. */
export function aroundText(claim: Claim, takers: Routing["channels"], grounds: Grounds, screen: Screen): string {
  const { words } = screen;
  const { before, next, limits, received, dates } = claim;
  const items = (key: string, texts: readonly string[]) => section(words.say(key), texts.map(item));
  const said = (lines: Claim["next"]) => lines.map(({ text }) => words.text(text));
  const asked = (fields: Claim["missing"]) =>
    fields.map(({ id, label, hint }) => `${words.text(label)} (${id}): ${words.text(hint)}`);
  const counting = received ? [] : [words.say("claim.counted-from-letter")];
  // Every law line says how far it is sure.
  const legal = [...claim.letter.law, ...claim.letter.closing].flatMap((line) => line.grounds);
  const lines = [
    ...items("claim.section.missing", asked(claim.missing)),
    ...items("claim.section.if-any", asked(claim.ifAny)),
    ...items("claim.section.before", said(before)),
    ...items("claim.section.send", sendTexts(claim, takers, words)),
    ...items("claim.section.dates", [...counting, ...dates.map((one) => dueText(one, words))]),
    ...items("claim.section.next", said(next)),
    ...items("section.limits", said(limits)),
    ...section(words.say("claim.section.law"), sureLines(groundsOf([...new Set(legal)], grounds), words)),
  ];
  return textOf(lines, screen);
}

/** In another language than Russian with what the letter says in it. */
export function claimText(claim: Claim, takers: Routing["channels"], grounds: Grounds, screen: Screen): string {
  const { words } = screen;
  const gloss = words.language === "ru" ? [] : letterLines(blocksOf(claim.letter, words.language));
  const letter = letterLines(blocksOf(claim.letter, "ru"));
  const lines = [heading(words.text(claim.title)), "", ...letter, ...section(words.say("claim.section.gloss"), gloss)];
  return textOf(lines, screen) + aroundText(claim, takers, grounds, screen);
}
