/** The dates that follow from sending a letter. */

import type { ClaimDate, ClaimLetter } from "../directory/types.js";
import { type Basis, daysLeft, dueWithin, workingDayFrom } from "../terms/deadlines.js";
import type { ClaimDateKind } from "../vocabulary/claims.js";
import type { Text } from "../vocabulary/language.js";
import { applies, dated, type Values } from "./values.js";

export interface FollowingDate {
  id: string;
  kind: ClaimDateKind;
  text: Text;
  /** null while the day it is counted from is not known. @format date */
  date: string | null;
  /** The field that has to be filled in for it. */
  needs: string | null;
  /** From the day of the answer; negative when it has passed. */
  daysLeft: number | null;
  dayOff: boolean;
  /** false: the transfers of days off of that year are not known. */
  calendarKnown: boolean;
  grounds: readonly string[];
}

/** Days off matter to those who answer; a person files and goes on on any day. */
export const isTheirs = ({ kind }: FollowingDate): boolean => kind !== "file-by" && kind !== "next-authority";

/** What follows another term runs from the day that one is over: nobody registers on a day off. */
function startOf({ start }: ClaimDate, known: Values, earlier: ReadonlyMap<string, FollowingDate>) {
  const follows = "after" in start;
  const ids = follows ? [start.after] : start.fields;
  const date = ids.map((id) => known.get(id)?.date).find((one) => one) ?? null;
  const first = follows ? earlier.get(start.after)?.needs : ids[0];
  return { date, needs: date === null ? (first ?? null) : null };
}

const DAY_AFTER = { amount: 1, unit: "calendar-day", direction: "after" } as const;

const UNKNOWN = { date: null, daysLeft: null, dayOff: false, calendarKnown: true };

/**
 * @returns `dates` in the order they come, those that cannot be counted yet last; `known` is what was stated and, under its id, the day when
 * each of these terms is over (Civil Code art. 193): lines, demands and later dates may turn on it.
 */
export function followingDates(claim: ClaimLetter, values: Values, { grounds, calendar, today }: Basis) {
  const found = new Map<string, FollowingDate>();
  const known = new Map(values);
  for (const item of claim.dates) {
    const { id, kind, text, ground } = item;
    const deadline = grounds.get(ground)?.deadlines[item.term];
    if (!deadline || !applies(item, known)) continue;
    const { date: start, needs } = startOf(item, known, found);
    const due = start === null ? UNKNOWN : dueWithin(deadline, start, calendar, today);
    const date = { id, kind, text, grounds: [ground], needs, ...due };
    found.set(id, date);
    if (due.date === null) continue;
    const over = workingDayFrom(due.date, calendar);
    known.set(id, dated(over));
    // Nobody should wait for the end of a day off; once it is past, the day after it was the last.
    if (!isTheirs(date) && (due.daysLeft ?? 0) < 0)
      found.set(id, { ...date, date: over, dayOff: false, daysLeft: daysLeft(over, today) });
    const next = item.afterwards.find((one) => applies(one, known));
    // The day to go on: the one after the term is over.
    const on = dueWithin(DAY_AFTER, over, calendar, today);
    if (next) found.set(`${id}-next`, { id: `${id}-next`, kind: "next-authority", ...next, needs: null, ...on });
  }
  return { dates: [...found.values()].sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9")), known };
}
