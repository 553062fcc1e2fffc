/** The trials there are: one a file. */
import { batchLines } from "./batch-lines.js";
import { commandLines } from "./command-lines.js";
import { killed } from "./killed.js";
import { largeInputs } from "./large-inputs.js";
import { numberLines } from "./number-lines.js";
import { overlays } from "./overlays.js";
import { realProcesses } from "./real-processes.js";
import { systemCalls } from "./system-calls.js";
import type { Trial } from "./trial.js";

export const TRIALS: readonly Trial[] = [
  commandLines,
  batchLines,
  numberLines,
  largeInputs,
  overlays,
  realProcesses,
  killed,
  systemCalls,
];
