/** The trials there are: one a file. */
import { batchLines } from "./batch-lines.js";
import { killed } from "./killed.js";
import { systemCalls } from "./system-calls.js";
import type { Trial } from "./trial.js";

export const TRIALS: readonly Trial[] = [batchLines, killed, systemCalls];
