/** The checklists this repository ships, as the program opens them, and a person to show them to. */

import { foldRun, type Run, type RunEvent } from "../../src/checklists/run.js";
import type { Scene } from "../../src/checklists/step.js";
import type { Checklist } from "../../src/directory/types.js";
import { assemble, inMemory } from "../../src/gate/assemble.js";
import { gate } from "../../src/gate/gate.js";
import { readAuthored } from "../../src/gate/read.js";
import { parseMoment } from "../../src/values/moment.js";
import { given } from "../support/facts.js";
import { SWEEP_DAY } from "../support/real-directory.js";

const { directory, issues } = gate(readAuthored("data"), SWEEP_DAY);
if (!directory) throw new Error(`data/ does not pass the gate: ${JSON.stringify(issues[0])}`);
const assembled = assemble(directory, "built-in");

export const COMPILED: readonly Checklist[] = assembled.checklists;
export const DIRECTORY = inMemory(assembled);
export const GROUNDS = new Map(assembled.grounds.map((ground) => [ground.id, ground]));
export const { calendar: CALENDAR } = assembled;

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
