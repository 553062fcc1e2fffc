/** By when a step has to be done or an answer is due: terms of its grounds, counted from what happened in the run. */

import type { Calendar, ChecklistStep, Deadline, Ground } from "../directory/types.js";
import { daysLeft, dueWithin } from "../terms/deadlines.js";
import type { DeadlineEvent, DueKind } from "../vocabulary/terms.js";
import type { Recorded, Run, StepRecord } from "./run.js";

export interface Due {
  kind: DueKind;
  /** The ground that states the term; null for today and for reminders. */
  ground: string | null;
  term: Deadline | null;
  /** The day it is counted from; null where the event has not happened yet. @format date */
  from: string | null;
  /** Nobody said when it happened: counted from the day the run was started. */
  assumed: boolean;
  /** null until the event the term is counted from has happened. @format date */
  date: string | null;
  dayOff: boolean;
  calendarKnown: boolean;
  /** Negative when the date has passed. */
  daysLeft: number | null;
}

/** What the run began with: it happened by the time the person came, so a date can be taken for granted. */
const CHARGE_EVENTS: readonly DeadlineEvent[] = [
  "hold",
  "payment",
  "receipt",
  "transaction",
  "bank-notification",
  "service-or-bill",
];

/** What of a run its dates hang on. */
export type Dated = Pick<Run, "startedOn" | "chargedOn" | "steps" | "recorded">;

interface Start {
  on: string;
  assumed: boolean;
}

const latest = (recorded: readonly Recorded[]): Start | null =>
  recorded.reduce<Start | null>(
    (found, one) => (found && found.on > one.on ? found : { on: one.on, assumed: false }),
    null,
  );

/** A step that is itself the event counts from its own day; others from the steps before them. */
function startOf(event: DeadlineEvent, step: ChecklistStep, run: Dated): Start | null {
  const own = run.recorded.filter((one) => one.event === event && one.step === step.id);
  if (step.records.includes(event)) return latest(own);
  const at = run.steps.findIndex((one) => one.step.id === step.id);
  const before = new Set(run.steps.slice(0, at).map((one) => one.step.id));
  const found = latest(run.recorded.filter((one) => one.event === event && before.has(one.step)));
  if (found || !CHARGE_EVENTS.includes(event)) return found;
  if (run.chargedOn) return { on: run.chargedOn, assumed: false };
  // The six months of a claim would come out too long: the charge was always before the person came.
  return event === "service-or-bill" ? null : { on: run.startedOn, assumed: true };
}

const UNDATED = { from: null, assumed: false, date: null, dayOff: false, calendarKnown: true, daysLeft: null };

function termDue(
  term: Deadline,
  ground: string,
  step: ChecklistStep,
  run: Dated,
  today: string,
  calendar: Calendar,
): Due {
  const start = startOf(term.from, step, run);
  const about = { kind: "term" as const, ground, term };
  if (!start) return { ...about, ...UNDATED };
  return { ...about, from: start.on, assumed: start.assumed, ...dueWithin(term, start.on, calendar, today) };
}

/** A step's turn comes when the one before it is settled. */
function turnOf(step: ChecklistStep, run: Dated): string {
  const at = run.steps.findIndex((one) => one.step.id === step.id);
  const before = run.steps.slice(0, at).flatMap(({ on }) => (on === null ? [] : [on]));
  return before.at(-1) ?? run.startedOn;
}

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
  return dues.sort((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9"));
}

/**
 * Dates worth keeping in sight: those of steps still to come, and of done steps whose answer is awaited; what a step on the way now
 * shows by itself is not said twice.
 */
export function awaited(
  run: Dated,
  today: string,
  grounds: ReadonlyMap<string, Ground>,
  calendar: Calendar,
): { record: StepRecord; due: Due }[] {
  return (
    run.steps
      // An answer that leads elsewhere has ended the waiting: the money came, or was refused.
      .filter(({ state, step, answer }) => state === "done" && !step.branches.find(({ id }) => id === answer)?.goTo)
      .flatMap((record) =>
        duesOf(record.step, run, today, grounds, calendar)
          .filter(({ term, date }) => date !== null && term !== null && record.step.records.includes(term.from))
          .map((due) => ({ record, due })),
      )
  );
}
