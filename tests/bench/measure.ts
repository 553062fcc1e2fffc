/** Measuring: medians of repeated runs, side by side, so that what slows the machine slows both. */
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface Measured {
  what: string;
  ours: string;
  floor: string;
  /** Ours as a multiple of the floor, or the figure itself where there is no floor. */
  ratio: number;
  limit: number | null;
  spread: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export const spreadOf = (values: readonly number[], digits = 2): string =>
  `${Math.min(...values).toFixed(digits)}-${Math.max(...values).toFixed(digits)}`;

/** Nanoseconds a call, for a loop of `count` calls. */
function nanoseconds(loop: () => unknown, count: number): number {
  const start = process.hrtime.bigint();
  loop();
  return Number(process.hrtime.bigint() - start) / count;
}

/** Runs both loops in turn, after warming up. @returns nanoseconds a call of each, and the ratio of each pair. */
export function pairs(ours: () => unknown, floor: () => unknown, count: number, rounds = 15) {
  for (let warm = 0; warm < 3; warm++) [ours(), floor()];
  const runs = Array.from({ length: rounds }, () => {
    const [a, b] = [nanoseconds(ours, count), nanoseconds(floor, count)];
    return { a, b, ratio: a / b };
  });
  return {
    ours: median(runs.map(({ a }) => a)),
    floor: median(runs.map(({ b }) => b)),
    ratios: runs.map(({ ratio }) => ratio),
  };
}

export interface Run {
  seconds: number;
  /** Peak resident memory, MiB, where the process says it. */
  peak: number;
}

/** A process of its own from start to end, its output read and thrown away, or not even that. */
export function run(args: readonly string[], input: string, output: "ignore" | "pipe"): Promise<Run> {
  const stdin = openSync(input, "r");
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { stdio: [stdin, output, "pipe"] });
  let said = "";
  child.stdout?.resume();
  child.stderr?.on("data", (text: Buffer) => {
    said += text.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", () => {
      closeSync(stdin);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      resolve({ seconds, peak: Number(/peak (\d+)/.exec(said)?.[1] ?? Number.NaN) / 1024 });
    });
  });
}
