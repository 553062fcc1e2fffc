/** What is shown of a run or of a whole checklist: everything decided, nothing left to renderers. */
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

/** Every step of the checklist, as somebody who begins today would meet it. @throws Problem as viewRun. */
export const viewSteps = (run: Run, scene: Scene): NumberedStep[] =>
  run.steps.map((record) => numbered(record, run, scene));
