/** When a term runs out. Dates are YYYY-MM-DD; hours and minutes need a time of day and are counted in milliseconds. */
import type { Calendar, Deadline, Ground } from "../directory/types.js";
import { Problem } from "../values/problem.js";
import { type DeadlineEvent, THEIR_CLOCK } from "../vocabulary/terms.js";

const DAY = 86_400_000;
const LAST_YEAR = 9999;

const epochOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

function dateOf(epoch: number): string {
  const date = new Date(epoch);
  if (date.getUTCFullYear() > LAST_YEAR) {
    throw new Problem("impossible-date", "date-out-of-range", {});
  }
  return date.toISOString().slice(0, 10);
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(epochOf(date)).getUTCDay());
const isHoliday = (date: string, { holidays }: Calendar): boolean => holidays.includes(date.slice(5));

/**
 * Labour Code art. 112: a day off that meets a public holiday moves to the next working day, except in the New Year holidays, which the
 * Government moves by decree. This is all that is known of a year without one.
 */
function movedByLaw(date: string, calendar: Calendar): boolean {
  let before = dateOf(epochOf(date) - DAY);
  while (isWeekend(before) || isHoliday(before, calendar)) {
    if (isWeekend(before) && isHoliday(before, calendar) && !before.includes("-01-")) return true;
    before = dateOf(epochOf(before) - DAY);
  }
  return false;
}

export const isDayOff = (date: string, calendar: Calendar): boolean => {
  const year = calendar.years[date.slice(0, 4)];
  if (year?.working.includes(date)) return false;
  if (isWeekend(date) || isHoliday(date, calendar)) return true;
  return year ? year.off.includes(date) : movedByLaw(date, calendar);
};

/** Civil Code art. 193: a term that ends on a day off ends on the next working day. */
export const workingDayFrom = (date: string, calendar: Calendar): string =>
  isDayOff(date, calendar) ? addWorkingDays(date, 1, calendar) : date;

/** Civil Code art. 192: the same day of the last month, or that month's last day where it has no such day. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(0);
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(day, last.getUTCDate()));
  return dateOf(first.getTime());
}

function addWorkingDays(date: string, days: number, calendar: Calendar): string {
  const step = Math.sign(days) * DAY;
  let current = date;
  for (let left = Math.abs(days); left > 0; ) {
    current = dateOf(epochOf(current) + step);
    if (!isDayOff(current, calendar)) left -= 1;
  }
  return current;
}

type Term = Pick<Deadline, "amount" | "unit" | "direction"> & { from?: DeadlineEvent };

/**
 * Hours without a time of day, in whole days. The other side's 48 hours end on the second day at the latest; of one's own, which may begin
 * with the day's first minute, the days that lie within them whole are the ones safe to promise.
 */
function daysOf(hours: number, from: DeadlineEvent | undefined): number {
  const days = Math.floor(hours / 24);
  if (from !== undefined && THEIR_CLOCK.includes(from)) return days;
  return hours < 0 ? days - 1 : Math.max(days - 1, 0);
}

function lastDay(term: Term, start: string, calendar: Calendar): string {
  const amount = term.direction === "before" ? -term.amount : term.amount;
  switch (term.unit) {
    case "month":
      return amount < 0 ? addMonths(start, amount) : workingDayFrom(addMonths(start, amount), calendar);
    case "working-day":
      return addWorkingDays(start, amount, calendar);
    case "calendar-day":
      return dateOf(epochOf(start) + amount * DAY);
    case "hour":
      return dateOf(epochOf(start) + daysOf(amount, term.from) * DAY);
    case "minute":
      return start;
  }
}

/**
 * The last day of a term; the day of the event itself is not counted (Civil Code art. 191).
 * @param start YYYY-MM-DD of the event the clock starts at.
 * @throws Problem `impossible-date` where the term leaves the year 9999.
 */
export function dueDate(term: Term, start: string, calendar: Calendar) {
  const date = lastDay(term, start, calendar);
  // Working days are counted in the year they begin in too.
  const counted = term.unit === "working-day" ? [start, date] : [date];
  const calendarKnown = counted.every((one) => one.slice(0, 4) in calendar.years);
  return {
    date,
    /** It falls on a day when offices are shut: the answer may come on the next working day. */
    dayOff: isDayOff(date, calendar),
    /** false: a year's transfers of days off are not known, only its weekends and public holidays were counted. */
    calendarKnown,
  };
}

/** The last day of a term and how far it is from today. @param today YYYY-MM-DD. */
export function dueWithin(term: Term, start: string, calendar: Calendar, today: string) {
  const due = dueDate(term, start, calendar);
  return { ...due, daysLeft: daysLeft(due.date, today) };
}

/** Whole days from `today` to `date`, negative when it has passed. Both YYYY-MM-DD. */
export const daysLeft = (date: string, today: string): number => Math.round((epochOf(date) - epochOf(today)) / DAY);

export type Grounds = ReadonlyMap<string, Ground>;

/** What dates are counted with. `today` is YYYY-MM-DD. */
export interface Basis {
  grounds: Grounds;
  calendar: Calendar;
  today: string;
}

/** The gate has seen to it that every ground named is there. */
export const groundsOf = (ids: readonly string[], grounds: Grounds): Ground[] =>
  ids.flatMap((id) => grounds.get(id) ?? []);
