/** The trials there are: one a file. */
import { batchLines } from "./batch-lines.js";
import { commandLines } from "./command-lines.js";
import { conversations } from "./conversations.js";
import { killed } from "./killed.js";
import { largeInputs } from "./large-inputs.js";
import { masks } from "./masks.js";
import { moments } from "./moments.js";
import { numberLines } from "./number-lines.js";
import { overlays } from "./overlays.js";
import { realProcesses } from "./real-processes.js";
import { signals } from "./signals.js";
import { surroundings } from "./surroundings.js";
import { systemCalls } from "./system-calls.js";
import type { Trial } from "./trial.js";
import { twoOfEach } from "./two-of-each.js";

export const TRIALS: readonly Trial[] = [
  commandLines,
  batchLines,
  numberLines,
  largeInputs,
  overlays,
  realProcesses,
  killed,
  signals,
  conversations,
  surroundings,
  masks,
  moments,
  twoOfEach,
  systemCalls,
];
