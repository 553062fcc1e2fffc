/** Runs one trial in this process, try after try, until its tries or its time are used up. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seedOf } from "./chance.js";
import { type Outcome, slowestOf } from "./outcome.js";
import type { Attempts, Trial, Tried } from "./trial.js";

export interface Bounds {
  seed: number;
  tries: number;
  seconds: number;
  /** Only this try, to see a fault again. */
  only: number | null;
  /** Where to write the number of the try that is under way, so that one that never ends can be named. */
  under: string | null;
}

/** After so many a trial has made its point. */
const MOST_FAULTS = 20;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function attemptAll(trial: Trial, attempts: Attempts, bounds: Bounds): Promise<Omit<Outcome, "name">> {
  const { seed, only, under } = bounds;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const outcome: Omit<Outcome, "name"> = { tries: 0, seconds: 0, faults: [], slowest: [] };
  let tried: Tried[] = [];
  const first = only ?? 0;
  const end = only === null ? bounds.tries : only + 1;
  for (let index = first; index < end && seconds() < bounds.seconds; index++) {
    if (under) writeFileSync(under, String(index));
    try {
      tried.push(await attempts.attempt(seedOf(seed, trial.name, index)));
    } catch (error) {
      outcome.faults.push({ index, message: messageOf(error) });
    }
    outcome.tries++;
    if (tried.length > 1000) tried = slowestOf(tried);
    if (outcome.faults.length >= MOST_FAULTS) break;
  }
  return { ...outcome, seconds: seconds(), slowest: slowestOf(tried) };
}

export async function runTrial(trial: Trial, bounds: Bounds, root: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-torture-"));
  try {
    const attempts = await trial.open({ root, folder });
    const outcome = await attemptAll(trial, attempts, bounds);
    try {
      await attempts.close?.();
    } catch (error) {
      outcome.faults.push({ index: outcome.tries, message: messageOf(error) });
    }
    return { name: trial.name, ...outcome };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
