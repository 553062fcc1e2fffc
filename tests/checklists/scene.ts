/** The checklists this repository ships, as the program opens them, and a person to show them to. */

import { foldRun, type Run, type RunEvent } from "../../src/checklists/run.js";
import type { Scene } from "../../src/checklists/step.js";
import type { Checklist } from "../../src/directory/types.js";
import { parseMoment } from "../../src/values/moment.js";
import { assembled } from "../support/assembled.js";
import { given } from "../support/facts.js";
import { realDirectory } from "../support/real-directory.js";

const { checklists, calendar, grounds } = assembled();
export const COMPILED: readonly Checklist[] = checklists;
export const DIRECTORY = realDirectory();
export const CALENDAR = calendar;
export const GROUNDS = new Map(grounds.map((ground) => [ground.id, ground]));

export function compiled(id: string): Checklist {
  const found = COMPILED.find((one) => one.id === id);
  if (!found) throw new Error(`no checklist ${id}`);
  return found;
}

export const sceneOf = (facts: Partial<Record<string, string>>, day = "2026-11-22"): Scene => ({
  directory: DIRECTORY,
  given: given(facts),
  moment: parseMoment(day),
  grounds: GROUNDS,
  calendar: CALENDAR,
});

export const START: RunEvent = { type: "start", at: "2026-11-22", facts: {}, chargedOn: null };

export const runOf = (checklist: Checklist, ...events: readonly RunEvent[]): Run =>
  foldRun("r", checklist, [START, ...events]);
