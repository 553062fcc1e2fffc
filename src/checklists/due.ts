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

/** A step's turn comes when the one before it is settled. */
const turnOf = (step: ChecklistStep, run: Dated): string =>
  recordsBefore(step, run).findLast(({ on }) => on !== null)?.on ?? run.startedOn;

/** A term that ends today comes before what is only to be done at once, however long that has waited. */
const nearness = ({ kind, daysLeft }: Due): number => (kind === "today" ? 0.5 : (daysLeft ?? Number.MAX_SAFE_INTEGER));
export const bySoonest = (a: Due, b: Due): number => nearness(a) - nearness(b);

/** Terms and parties that an answer has shown to be another's. */
export const droppedIn = ({ steps }: Dated): string[] =>
  steps.flatMap(({ step, answer }) => step.branches.find(({ id }) => id === answer)?.drops ?? []);

/** @returns the soonest first, those without a date last. */
export function duesOf(step: ChecklistStep, run: Dated, { grounds, calendar, today }: Basis): Due[] {
  const dropped = droppedIn(run);
  const own = step.deadlines.filter((id) => !dropped.includes(id));
  // The day the step's turn came: a checklist left lying is late with what was to be done at once.
  const turn = turnOf(step, run);
  const ours = { ...UNDATED, ground: null, term: null, from: turn };
  const dues = own.flatMap((id): Due[] => {
    if (id === "today") return [{ ...ours, kind: "today", date: turn, daysLeft: daysLeft(turn, today) }];
    return (grounds.get(id)?.deadlines ?? []).map((term) => {
      const from = startOf(term.from, step, run, calendar);
      const due = from === null ? UNDATED : { from, ...dueWithin(term, from, calendar, today) };
      return { kind: "term", ground: id, term, ...due };
    });
  });
  if (step.remindAfterDays !== null) {
    const term = { amount: step.remindAfterDays, unit: "calendar-day", direction: "after" } as const;
    dues.push({ ...ours, kind: "reminder", ...dueWithin(term, turn, calendar, today) });
  }
  return dues.sort(bySoonest);
}

/** Six months to claim hold without a date too; a term of others that has not begun to run says nothing yet. */
export const isRunning = ({ date, term }: Due): boolean =>
  date !== null || (term?.direction === "after" && !THEIR_CLOCK.includes(term.from));

/** Whether nobody answers it and it runs out for the person, whatever was said of the step; not once what ends it has happened. */
function runsOn({ state, step }: StepRecord, due: Due, run: Dated): boolean {
  const { term, daysLeft: left } = due;
  if (!term) return state === "later" && step.urgent;
  if (run.recorded.some(({ event }) => event === term.until)) return false;
  if (state === "later") return isRunning(due);
  // What is urgent and did not work has to be done all the same, where the failure leads nowhere else: its first day nobody has to state.
  if (left === null) return state === "failed" && step.urgent && step.onFail.goTo === null && isRunning(due);
  const isOwn = left >= 0 && !THEIR_CLOCK.includes(term.from);
  return isOwn && (state === "skipped" || state === "failed" || (state === "done" && term.until !== null));
}

/**
 * What is worth keeping in sight: terms of done steps whose answer is awaited, those that go on running, and urgent steps put off. What the
 * step whose turn it is shows by itself is not said twice.
 */
export function awaited(run: Dated & Pick<Run, "next">, basis: Basis) {
  const found = new Map<string, { record: StepRecord; due: Due }>();
  const keyOf = ({ ground, date }: Due, { id }: ChecklistStep) => `${ground ?? id} ${date}`;
  for (const record of run.steps) {
    const { state, step, answer } = record;
    // An answer that leads elsewhere has ended the waiting: the money came, or was refused.
    const waits = state === "done" && !step.branches.find(({ id }) => id === answer)?.goTo;
    for (const due of duesOf(step, run, basis))
      if (runsOn(record, due, run) || (waits && due.term && begins(step, due.term.from)))
        found.set(keyOf(due, step), { record, due });
  }
  const { next } = run;
  if (next) for (const due of duesOf(next.step, run, basis)) found.delete(keyOf(due, next.step));
  return [...found.values()];
}
