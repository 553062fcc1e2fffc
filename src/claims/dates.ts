/** The dates that follow from sending a letter. */

import type { ClaimDate, ClaimLetter } from "../directory/claim-types.js";
import type { Calendar, Ground } from "../directory/types.js";
import { dueWithin, workingDayFrom } from "../terms/deadlines.js";
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

export interface Basis {
  grounds: ReadonlyMap<string, Ground>;
  calendar: Calendar;
  /** YYYY-MM-DD */
  today: string;
}

interface Started {
  date: string | null;
  needs: string | null;
}

/** What follows another term runs from the day that one is over: nobody registers on a day off. */
function startOf({ start }: ClaimDate, known: Values, earlier: ReadonlyMap<string, FollowingDate>): Started {
  if ("after" in start) {
    return { date: known.get(start.after)?.date ?? null, needs: earlier.get(start.after)?.needs ?? null };
  }
  const date = start.fields.map((id) => known.get(id)?.date).find((one) => one);
  return { date: date ?? null, needs: date ? null : (start.fields[0] ?? null) };
}

const DAY_AFTER = { amount: 1, unit: "calendar-day", direction: "after" } as const;

const UNKNOWN = { date: null, daysLeft: null, dayOff: false, calendarKnown: true };

/** The day to go on: the one after the term is over. */
function nextDate(item: ClaimDate, over: string, { calendar, today }: Basis): FollowingDate | null {
  if (!item.afterwards) return null;
  const { text, grounds } = item.afterwards;
  const next = dueWithin(DAY_AFTER, over, calendar, today);
  return { id: `${item.id}-next`, kind: "next-authority", text, needs: null, grounds, ...next };
}

/**
 * @returns `dates` in the order they come, those that cannot be counted yet last; `known` is what was stated and, under its id, the day when
 * each of these terms is over (Civil Code art. 193): lines, demands and later dates may turn on it.
 */
export function followingDates(claim: ClaimLetter, values: Values, basis: Basis) {
  const found = new Map<string, FollowingDate>();
  const known = new Map(values);
  for (const item of claim.dates) {
    const deadline = basis.grounds.get(item.ground)?.deadlines[item.term];
    if (!deadline || !applies(item, known)) continue;
    const { date: start, needs } = startOf(item, known, found);
    const due = start === null ? UNKNOWN : dueWithin(deadline, start, basis.calendar, basis.today);
    found.set(item.id, { id: item.id, kind: item.kind, text: item.text, grounds: [item.ground], needs, ...due });
    if (due.date === null) continue;
    const over = workingDayFrom(due.date, basis.calendar);
    known.set(item.id, dated(over));
    const next = nextDate(item, over, basis);
    if (next) found.set(next.id, next);
  }
  return { dates: [...found.values()].sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9")), known };
}
