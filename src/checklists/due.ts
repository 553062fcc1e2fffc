/** By when a step has to be done or an answer is due: terms of its grounds, counted from what happened in the run. */

import type { Calendar, ChecklistStep, Deadline, Ground } from "../directory/types.js";
import { daysLeft, dueDate, dueWithin } from "../terms/deadlines.js";
import type { DeadlineEvent, DueKind } from "../vocabulary/terms.js";
import type { Recorded, Run, StepRecord } from "./run.js";

export interface Due {
  kind: DueKind;
  /** The ground that states the term; null for today and for reminders. */
  ground: string | null;
  term: Deadline | null;
  /** The day it is counted from; null where the event has not happened yet. @format date */
  from: string | null;
  /** null until the event the term is counted from has happened. @format date */
  date: string | null;
  dayOff: boolean;
  calendarKnown: boolean;
  /** Negative when the date has passed. */
  daysLeft: number | null;
}

/** What happens on the day of the charge. Of a bank's message, a purchase's arrival and the like nobody says the day: no term runs out. */
const CHARGE_EVENTS: readonly DeadlineEvent[] = ["hold", "payment", "transaction", "service-or-bill"];

/** What of a run its dates hang on. */
export type Dated = Pick<Run, "startedOn" | "chargedOn" | "steps" | "recorded">;

const latest = (recorded: readonly Recorded[]): string | null =>
  recorded.reduce<string | null>((found, { on }) => (found && found > on ? found : on), null);

/** An operator registers a claim no later than the next working day (126-FZ art. 55): the letter counts from that day too. */
const REGISTERED = { amount: 1, unit: "working-day", direction: "after" } as const;

const begins = ({ records }: ChecklistStep, event: DeadlineEvent): boolean =>
  records.includes(event) || (event === "registration" && records.includes("claim-received"));

/** A step that is itself the event counts from its own day; others from the steps before them. */
function startOf(event: DeadlineEvent, step: ChecklistStep, run: Dated, calendar: Calendar): string | null {
  const own = run.recorded.filter((one) => one.event === event && one.step === step.id);
  if (step.records.includes(event)) return latest(own);
  const at = run.steps.findIndex((one) => one.step.id === step.id);
  const before = new Set(run.steps.slice(0, at).map((one) => one.step.id));
  const found = latest(run.recorded.filter((one) => one.event === event && before.has(one.step)));
  if (found) return found;
  if (event !== "registration") return CHARGE_EVENTS.includes(event) ? run.chargedOn : null;
  const received = startOf("claim-received", step, run, calendar);
  return received && dueDate(REGISTERED, received, calendar).date;
}

const UNDATED = { from: null, date: null, dayOff: false, calendarKnown: true, daysLeft: null };

function termDue(
  term: Deadline,
  ground: string,
  step: ChecklistStep,
  run: Dated,
  today: string,
  calendar: Calendar,
): Due {
  const from = startOf(term.from, step, run, calendar);
  const about = { kind: "term" as const, ground, term };
  return from === null ? { ...about, ...UNDATED } : { ...about, from, ...dueWithin(term, from, calendar, today) };
}

/** A step's turn comes when the one before it is settled. */
function turnOf(step: ChecklistStep, run: Dated): string {
  const at = run.steps.findIndex((one) => one.step.id === step.id);
  const before = run.steps.slice(0, at).flatMap(({ on }) => (on === null ? [] : [on]));
  return before.at(-1) ?? run.startedOn;
}

/** A term that ends today comes before what is only to be done at once, however long that has waited. */
const nearness = ({ kind, daysLeft }: Due): number => (kind === "today" ? 0.5 : (daysLeft ?? Number.MAX_SAFE_INTEGER));
export const bySoonest = (a: Due, b: Due): number => nearness(a) - nearness(b);

/** @param today YYYY-MM-DD. @returns the soonest first, those without a date last. */
export function duesOf(
  step: ChecklistStep,
  run: Dated,
  today: string,
  grounds: ReadonlyMap<string, Ground>,
  calendar: Calendar,
): Due[] {
  const dropped = run.steps.flatMap(({ step, answer }) => step.branches.find(({ id }) => id === answer)?.drops ?? []);
  const own = step.deadlines.filter((id) => !dropped.includes(id));
  const dues = own.flatMap((id): Due[] => {
    if (id === "today") {
      // The day the step's turn came: a checklist left lying is late with it.
      const on = turnOf(step, run);
      return [
        { kind: "today", ground: null, term: null, ...UNDATED, from: on, date: on, daysLeft: daysLeft(on, today) },
      ];
    }
    const terms = grounds.get(id)?.deadlines ?? [];
    return terms.map((term) => termDue(term, id, step, run, today, calendar));
  });
  if (step.remindAfterDays !== null) {
    const from = turnOf(step, run);
    const term = { amount: step.remindAfterDays, unit: "calendar-day", direction: "after" } as const;
    const due = dueWithin(term, from, calendar, today);
    dues.push({ kind: "reminder", ground: null, term: null, ...UNDATED, from, ...due });
  }
  return dues.sort(bySoonest);
}

/**
 * Dates worth keeping in sight: those of done steps whose answer is awaited, and terms that go on running for steps put off. What the step
 * whose turn it is shows by itself is not said twice.
 */
export function awaited(
  run: Dated & Pick<Run, "next">,
  today: string,
  grounds: ReadonlyMap<string, Ground>,
  calendar: Calendar,
): { record: StepRecord; due: Due }[] {
  const datesOf = ({ step }: StepRecord) =>
    duesOf(step, run, today, grounds, calendar).filter(({ term, date }) => date !== null && term !== null);
  const shown = new Set((run.next ? datesOf(run.next) : []).map(({ ground, date }) => `${ground} ${date}`));
  return run.steps.flatMap((record) => {
    const { state, step, answer } = record;
    // An answer that leads elsewhere has ended the waiting: the money came, or was refused.
    const waits = state === "done" && !step.branches.find(({ id }) => id === answer)?.goTo;
    return datesOf(record)
      .filter(({ term, ground, date }) =>
        state === "later" ? !shown.has(`${ground} ${date}`) : waits && term !== null && begins(step, term.from),
      )
      .map((due) => ({ record, due }));
  });
}
