/** The directory this repository ships, through the gate, as the engine sees it. */
import { assemble, inMemory } from "../../src/directory/assemble.js";
import { gate } from "../../src/directory/gate.js";
import { readAuthored } from "../../src/directory/read.js";
import type { Directory } from "../../src/directory/types.js";

/** A day after the newest check in data/, so that no answer depends on the day the tests run. */
export const SWEEP_DAY = "2026-11-23";

export function realDirectory(): Directory {
  const { directory, issues } = gate(readAuthored("data"), SWEEP_DAY);
  if (!directory) throw new Error(`data/ does not pass the gate: ${JSON.stringify(issues[0])}`);
  return inMemory(assemble(directory, "built-in"));
}
