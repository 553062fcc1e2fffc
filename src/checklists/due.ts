/** By when a step has to be done or an answer is due: terms of its grounds, counted from what happened in the run. */

import type { Calendar, ChecklistStep, Deadline } from "../directory/types.js";
import { type Basis, daysLeft, dueDate, dueWithin } from "../terms/deadlines.js";
import { type DeadlineEvent, type DueKind, THEIR_CLOCK } from "../vocabulary/terms.js";
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

function recordsBefore({ id }: ChecklistStep, { steps }: Dated): readonly StepRecord[] {
  const at = steps.findIndex(({ step }) => step.id === id);
  return steps.slice(0, at);
}

/** An operator registers a claim no later than the next working day (126-FZ art. 55): the letter counts from that day too. */
const REGISTERED = { amount: 1, unit: "working-day", direction: "after" } as const;

const begins = ({ records }: ChecklistStep, event: DeadlineEvent): boolean =>
  records.includes(event) || (event === "registration" && records.includes("claim-received"));

/** A step that is itself the event counts from its own day; others from the steps before them. */
function startOf(event: DeadlineEvent, step: ChecklistStep, run: Dated, calendar: Calendar): string | null {
  const own = run.recorded.filter((one) => one.event === event && one.step === step.id);
  if (step.records.includes(event)) return latest(own);
  const before = new Set(recordsBefore(step, run).map((one) => one.step.id));
  const found = latest(run.recorded.filter((one) => one.event === event && before.has(one.step)));
  if (found) return found;
  if (event !== "registration") return CHARGE_EVENTS.includes(event) ? run.chargedOn : null;
  const received = startOf("claim-received", step, run, calendar);
  return received && dueDate(REGISTERED, received, calendar).date;
}

const UNDATED = { from: null, date: null, dayOff: false, calendarKnown: true, daysLeft: null };
const OURS = { ...UNDATED, ground: null, term: null };

function termDue(term: Deadline, ground: string, step: ChecklistStep, run: Dated, { today, calendar }: Basis): Due {
  const from = startOf(term.from, step, run, calendar);
  const about = { kind: "term" as const, ground, term };
  return from === null ? { ...about, ...UNDATED } : { ...about, from, ...dueWithin(term, from, calendar, today) };
}

/** A step's turn comes when the one before it is settled. */
const turnOf = (step: ChecklistStep, run: Dated): string =>
  recordsBefore(step, run).findLast(({ on }) => on !== null)?.on ?? run.startedOn;

/** A term that ends today comes before what is only to be done at once, however long that has waited. */
const nearness = ({ kind, daysLeft }: Due): number => (kind === "today" ? 0.5 : (daysLeft ?? Number.MAX_SAFE_INTEGER));
export const bySoonest = (a: Due, b: Due): number => nearness(a) - nearness(b);

/** @returns the soonest first, those without a date last. */
export function duesOf(step: ChecklistStep, run: Dated, basis: Basis): Due[] {
  const { grounds, calendar, today } = basis;
  const dropped = run.steps.flatMap(({ step, answer }) => step.branches.find(({ id }) => id === answer)?.drops ?? []);
  const own = step.deadlines.filter((id) => !dropped.includes(id));
  const dues = own.flatMap((id): Due[] => {
    if (id === "today") {
      // The day the step's turn came: a checklist left lying is late with it.
      const on = turnOf(step, run);
      return [{ ...OURS, kind: "today", from: on, date: on, daysLeft: daysLeft(on, today) }];
    }
    const terms = grounds.get(id)?.deadlines ?? [];
    return terms.map((term) => termDue(term, id, step, run, basis));
  });
  if (step.remindAfterDays !== null) {
    const from = turnOf(step, run);
    const term = { amount: step.remindAfterDays, unit: "calendar-day", direction: "after" } as const;
    dues.push({ ...OURS, kind: "reminder", from, ...dueWithin(term, from, calendar, today) });
  }
  return dues.sort(bySoonest);
}

/** Whether nobody answers it and it runs out for the person, whatever was said of the step; not once what ends it has happened. */
function runsOn({ state }: StepRecord, { daysLeft: left, term }: Due, run: Dated): boolean {
  if (!term || run.recorded.some(({ event }) => event === term.until)) return false;
  if (state === "later") return true;
  const isOwn = left !== null && left >= 0 && !THEIR_CLOCK.includes(term.from);
  return isOwn && (state === "skipped" || state === "failed" || (state === "done" && term.until !== null));
}

/**
 * Dates worth keeping in sight: those of done steps whose answer is awaited, and terms that go on running. What the step whose turn it is
 * shows by itself is not said twice.
 */
export function awaited(run: Dated & Pick<Run, "next">, basis: Basis) {
  const found = new Map<string, { record: StepRecord; due: Due }>();
  const keyOf = ({ ground, date }: Due) => `${ground} ${date}`;
  const datesOf = ({ step }: StepRecord) => duesOf(step, run, basis).filter(({ date }) => date !== null);
  for (const record of run.steps) {
    const { state, step, answer } = record;
    // An answer that leads elsewhere has ended the waiting: the money came, or was refused.
    const waits = state === "done" && !step.branches.find(({ id }) => id === answer)?.goTo;
    for (const due of datesOf(record))
      if (runsOn(record, due, run) || (waits && due.term && begins(step, due.term.from)))
        found.set(keyOf(due), { record, due });
  }
  for (const due of run.next ? datesOf(run.next) : []) found.delete(keyOf(due));
  return [...found.values()];
}
