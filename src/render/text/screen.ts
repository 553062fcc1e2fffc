import type { Deadline, Directory } from "../../directory/types.js";
import type { Routing } from "../../routing/route.js";
import { dayText } from "../../values/moment.js";
import type { Words } from "../words.js";
import type { Layout } from "./layout.js";
import type { Palette } from "./palette.js";

/** What every text renderer needs: the words, the width, the colours. */
export interface Screen {
  words: Words;
  layout: Layout;
  palette: Palette;
  /** A menu follows, whose choices what goes on from here is: no command or flag is said. */
  menu?: boolean;
}

/** The words an answer is said in, and the names that are said in it. */
export interface Wording {
  words: Words;
  directory: Directory;
}

/** A routing in words. */
export interface View extends Wording {
  routing: Routing;
}

/** 14 days, 1 working day, 3 years for 36 months: in the forms the language counts with. */
export function counted(amount: number, unit: string, words: Words): string {
  if (unit === "month" && amount % 12 === 0) return counted(amount / 12, "year", words);
  const form = new Intl.PluralRules(words.language).select(amount);
  return words.say(`unit.${unit}.${form === "one" || form === "few" || form === "many" ? form : "other"}`, {
    n: String(amount),
  });
}

/** A day as people write it in the language. */
export const dateText = (date: string, words: Words): string => words.text(dayText(date));

/** How long there is to a day, or since. */
export function leftText(days: number, words: Words): string {
  if (days === 0) return words.say("due.last-day");
  const count = counted(Math.abs(days), "calendar-day", words);
  return words.say(days > 0 ? "due.left" : "due.over", { count });
}

/** From the first of these days to the last: how old what was read then is. */
export function spanText(days: readonly string[], words: Words): string {
  const sorted = [...new Set(days)].sort();
  return [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])].map((day) => dateText(day, words)).join("–");
}

/** 2026-11-22 as "ноябрь 2026"; `Intl` would cost as much as all the rest of the start. */
export const monthText = (date: string, words: Words): string =>
  words.say(`month.${date.slice(5, 7)}`, { year: date.slice(0, 4) });

/** "30 days", and what they run from: of terms of laws, rules and shops. */
export const termWords = ({ amount, unit, from }: Deadline, words: Words) => ({
  length: counted(amount, unit, words),
  event: words.say(`event.${from}`),
});

/** What throws doubt on a date: a day off, and a year whose transfers of days off are not decreed yet. */
export const dateDoubts = (date: string, dayOff: boolean, calendarUnknown: boolean, words: Words): string[] => [
  ...(dayOff ? [words.say("term.day-off")] : []),
  ...(calendarUnknown ? [words.say("term.calendar-unknown", { year: date.slice(0, 4) })] : []),
];
