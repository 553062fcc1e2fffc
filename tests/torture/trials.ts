/** The trials there are: one a file. */
import { batchLines } from "./batch-lines.js";
import type { Trial } from "./trial.js";

export const TRIALS: readonly Trial[] = [batchLines];
