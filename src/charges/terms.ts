/** The terms that grounds state, as dates where the event they run from is known. */
import type { Calendar, Deadline, Ground } from "../directory/types.js";
import { daysLeft, dueDate, workingDayFrom } from "../terms/deadlines.js";
import { type Moment, momentOf } from "../values/moment.js";
import { THEIR_CLOCK } from "../vocabulary/terms.js";
import { type Known, startOf } from "./purchase.js";

const HOUR = 3_600_000;
const THAT_DAY = { amount: 0, unit: "calendar-day", direction: "after" } as const;

function dueAt({ amount, unit, direction }: Deadline, start: Moment | null): string | null {
  if (unit !== "hour" || start === null || start.epoch === null) return null;
  return momentOf(start.epoch + (direction === "before" ? -amount : amount) * HOUR).text;
}

function termOf(ground: Ground, deadline: Deadline, known: Known, now: Moment, calendar: Calendar) {
  const { fact, moment } = startOf(deadline.from, known);
  const exact = dueAt(deadline, moment);
  const due = exact
    ? dueDate(THAT_DAY, exact.slice(0, 10), calendar)
    : moment && dueDate(deadline, moment.date, calendar);
  // Nobody should wait for the end of a day off; on the working day after it one's own term still runs (Civil Code art. 193).
  const isOff = due?.dayOff && deadline.unit !== "hour" && !THEIR_CLOCK.includes(deadline.from);
  const moved = isOff && due.date < now.date ? workingDayFrom(due.date, calendar) : null;
  const isMoved = moved !== null && moved >= now.date;
  const date = isMoved ? moved : (due?.date ?? null);
  return {
    ground,
    deadline,
    /** The fact that would say when the clock started; null where none does. */
    startFact: fact,
    start: moment?.date ?? null,
    /** The last day. */
    due: date,
    /** The very moment, for a term in hours whose start is known to the minute. */
    dueAt: exact,
    /** Negative when it has passed. */
    daysLeft: date === null ? null : daysLeft(date, now.date),
    dayOff: !isMoved && (due?.dayOff ?? false),
    /** false: the transfers of days off of that year are not known. */
    calendarKnown: due?.calendarKnown ?? true,
  };
}

export type Term = ReturnType<typeof termOf>;

/** Minutes between two payments are a condition, no date to keep. @param grounds in the order in which they matter. */
export function termsOf(grounds: readonly Ground[], known: Known, now: Moment, calendar: Calendar): Term[] {
  return grounds.flatMap((ground) =>
    ground.deadlines
      .filter(({ unit }) => unit !== "minute")
      .map((deadline) => termOf(ground, deadline, known, now, calendar)),
  );
}
