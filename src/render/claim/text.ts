/** A claim on a screen: the letter, what is still to be done with it, and what follows. */
import type { Claim, Line } from "../../claims/compose.js";
import { type FollowingDate, isTheirs } from "../../claims/dates.js";
import type { Routing } from "../../routing/routing.js";
import { type Grounds, groundsOf } from "../../terms/deadlines.js";
import { markOf } from "../contacts/rows.js";
import { sureLines } from "../ground/text.js";
import { counted, dateText, join, type Screen, section } from "../text/screen.js";
import { blocksOf, letterLines } from "./letter.js";

const bullets = (texts: readonly string[], { layout }: Screen): string[] =>
  texts.flatMap((text) => layout.paragraph(`- ${text}`, 2, 2));

const linesOf = (lines: readonly Line[], screen: Screen): string[] =>
  bullets(
    lines.map(({ text }) => screen.words.text(text)),
    screen,
  );

function dateLine(one: FollowingDate, { words }: Screen): string {
  const text = words.text(one.text);
  if (one.date === null) return words.say("claim.date-unknown", { text });
  const days = one.daysLeft ?? 0;
  const left = { days: counted(Math.abs(days), "calendar-day", words) };
  const marks = [
    days === 0 ? words.say("due.last-day") : words.say(days < 0 ? "claim.days-passed" : "claim.days-left", left),
    ...(isTheirs(one) && one.dayOff ? [words.say("term.day-off")] : []),
    ...(isTheirs(one) && !one.calendarKnown
      ? [words.say("term.calendar-unknown", { year: one.date.slice(0, 4) })]
      : []),
  ];
  return `${dateText(one.date, words)} — ${text} (${marks.join("; ")})`;
}

/** Every law line says how far it is sure. */
function lawLines({ letter }: Claim, grounds: Grounds, screen: Screen): string[] {
  const ids = [...letter.law, ...letter.closing].flatMap((line) => line.grounds);
  return sureLines(groundsOf([...new Set(ids)], grounds), screen);
}

/** What the letter says, for those who do not read Russian. */
function gloss({ letter }: Claim, { words, layout }: Screen): string[] {
  return words.language === "ru" ? [] : letterLines(blocksOf(letter, words.language), layout);
}

function sendLines(claim: Claim, takers: Routing["channels"], screen: Screen): string[] {
  const { words } = screen;
  const find = claim.addressee.address ? [] : [words.text(claim.addressee.find)];
  const channels = takers.map(({ channel }) => {
    const mark = markOf(channel, words);
    return `${words.text(channel.display)}${mark ? ` (${mark})` : ""} — ${words.text(channel.label)}`;
  });
  return [...bullets([...channels, ...find], screen), ...linesOf(claim.send, screen)];
}

/** What stands beside the letter. */
export function aroundText(claim: Claim, takers: Routing["channels"], grounds: Grounds, screen: Screen): string {
  const { words } = screen;
  const missing = claim.missing.map(({ id, label, hint }) => `${words.text(label)} (${id}): ${words.text(hint)}`);
  const dates = [
    ...(claim.received ? [] : [words.say("claim.counted-from-letter")]),
    ...claim.dates.map((one) => dateLine(one, screen)),
  ];
  return join([
    ...section(screen, words.say("claim.section.missing"), bullets(missing, screen)),
    ...section(screen, words.say("claim.section.before"), linesOf(claim.before, screen)),
    ...section(screen, words.say("claim.section.send"), sendLines(claim, takers, screen)),
    ...section(screen, words.say("claim.section.dates"), bullets(dates, screen)),
    ...section(screen, words.say("claim.section.next"), linesOf(claim.next, screen)),
    ...section(screen, words.say("section.limits"), linesOf(claim.limits, screen)),
    ...section(screen, words.say("claim.section.law"), lawLines(claim, grounds, screen)),
  ]);
}

export function claimText(claim: Claim, takers: Routing["channels"], grounds: Grounds, screen: Screen): string {
  const { words, palette, layout } = screen;
  const letter = letterLines(blocksOf(claim.letter, "ru"), layout);
  return (
    join([
      ...layout.paragraph(words.text(claim.title)).map((line) => palette.heading(line)),
      "",
      ...letter,
      ...section(screen, words.say("claim.section.gloss"), gloss(claim, screen)),
    ]) + aroundText(claim, takers, grounds, screen)
  );
}
