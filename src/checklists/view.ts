/** What is shown of a run or of a whole checklist: everything decided, nothing left to renderers. */
import type { ChecklistStep } from "../directory/types.js";
import { awaited, type Due } from "./due.js";
import type { Run, StepRecord } from "./run.js";
import { type Scene, type StepForPerson, stepFor } from "./step.js";

export interface NumberedStep extends StepForPerson {
  /** From 1. */
  number: number;
  record: StepRecord;
}

export interface RunView {
  run: Run;
  next: NumberedStep | null;
  /** Answers waited for, with the step that set the clock going. */
  awaited: readonly { record: StepRecord; due: Due }[];
}

const numbered = (record: StepRecord, run: Run, scene: Scene): NumberedStep => ({
  ...stepFor(record.step, run, scene),
  number: run.steps.indexOf(record) + 1,
  record,
});

/** @throws Problem when a fact is unknown or facts contradict each other. */
export function viewRun(run: Run, scene: Scene): RunView {
  const { next } = run;
  const { moment, grounds, calendar } = scene;
  return {
    run,
    next: next && numbered(next, run, scene),
    awaited: awaited(run, moment.date, grounds, calendar),
  };
}

/** The soonest date of a run, past ones too: of the step whose turn it is, or of an answer waited for. */
export function nextDeadline({ next, awaited: waiting }: RunView): { step: ChecklistStep; due: Due } | null {
  const own = (next?.dues ?? []).map((due) => ({ step: next?.step as ChecklistStep, due }));
  const dated = [...own, ...waiting.map(({ record, due }) => ({ step: record.step, due }))];
  return (
    dated
      .filter(({ due }) => due.date !== null)
      .sort((a, b) => (a.due.date ?? "").localeCompare(b.due.date ?? ""))
      .at(0) ?? null
  );
}

/** Every step of the checklist, as somebody who begins today would meet it. @throws Problem as viewRun. */
export const viewSteps = (run: Run, scene: Scene): NumberedStep[] =>
  run.steps.map((record) => numbered(record, run, scene));
