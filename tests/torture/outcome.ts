import type { Tried } from "./trial.js";

export interface Fault {
  index: number;
  message: string;
}

/** What came of a trial. */
export interface Outcome {
  name: string;
  tries: number;
  seconds: number;
  faults: Fault[];
  slowest: Tried[];
}

const KEPT = 10;

export const slowestOf = (tried: readonly Tried[]): Tried[] => [...tried].sort((a, b) => b.ms - a.ms).slice(0, KEPT);
