/** Measuring: medians of repeated runs, side by side, so that what slows the machine slows both. */
import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export type Unit = "times" | "MiB" | "ms" | "bytes";

/** A figure as measured: the median and the quartiles around it. */
export interface Seen {
  value: number;
  low: number;
  high: number;
}

export interface Figure {
  what: string;
  unit: Unit;
  /** The most it may be; null where nothing is promised. */
  limit: number | null;
  measure(): Seen | Promise<Seen>;
}

export interface Group {
  figures: readonly Figure[];
  /** What is not measured here, and why. */
  left: readonly string[];
  /** Removes what was made for it. */
  close(): void;
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return below + (above - below) * (at - Math.floor(at));
}

export function seen(values: readonly number[]): Seen {
  const sorted = [...values].sort((a, b) => a - b);
  return { value: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** Nanoseconds a call, for a loop of `count` calls. */
function nanoseconds(loop: () => unknown, count: number): number {
  const start = process.hrtime.bigint();
  loop();
  return Number(process.hrtime.bigint() - start) / count;
}

/** Runs both loops in turn, after warming up. @returns the ratio of each pair. */
export function pairs(ours: () => unknown, floor: () => unknown, count: number, rounds = 15): number[] {
  for (let warm = 0; warm < 3; warm++) [ours(), floor()];
  return Array.from({ length: rounds }, () => nanoseconds(ours, count) / nanoseconds(floor, count));
}

export interface Command {
  file: string;
  args: readonly string[];
}

export const node = (...args: string[]): Command => ({ file: process.execPath, args });

/** Seconds from start to end, standard output a pipe that is read, as a script reads it. */
export function wall({ file, args }: Command, env: NodeJS.ProcessEnv): number {
  const start = process.hrtime.bigint();
  const { error } = spawnSync(file, args, { stdio: ["ignore", "pipe", "ignore"], env, maxBuffer: 1 << 28 });
  if (error) throw error;
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** The system's own account of a child that has ended: ru_maxrss, in KiB, on macOS in bytes. Its argument is the command. */
const PEAK = `import os, sys
null = os.open(os.devnull, os.O_RDWR)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
print(os.wait4(child, 0)[2].ru_maxrss / (1024 ** 2 if sys.platform == "darwin" else 1024))`;

/** @returns peak resident memory, MiB; null without Python, since Node says it of itself alone. */
export function peak({ file, args }: Command, env: NodeJS.ProcessEnv): number | null {
  const { status, stdout } = spawnSync("python3", ["-c", PEAK, file, ...args], { encoding: "utf8", env });
  return status === 0 ? Number(stdout) : null;
}

/** @returns the value of each pair of runs, ours first. */
export const rounds = (count: number, pair: () => number): number[] => Array.from({ length: count }, pair);

/** A process of its own from start to end, its output read and thrown away, or not even that. @returns seconds. */
export function run(args: readonly string[], input: string, output: "ignore" | "pipe"): Promise<number> {
  const stdin = openSync(input, "r");
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { stdio: [stdin, output, "ignore"] });
  child.stdout?.resume();
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", () => {
      closeSync(stdin);
      resolve(Number(process.hrtime.bigint() - start) / 1e9);
    });
  });
}
