/**
 * The state register's file as this check reads it: by itself, with nothing of the program's own reader, so that an error there cannot
 * hide here.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Row {
  first: number;
  last: number;
  inn: string;
  regions: string[];
  line: string;
}

export const FIRST = 9_000_000_000;
export const LAST = 9_999_999_999;

function rowOf(line: string): Row {
  const [code, first, last, , , , territory = "", inn = ""] = line.split(";");
  const place = territory.slice(territory.lastIndexOf("|") + 1);
  const regions = place.split(",").map((name) => name.trim().replace("Город ", ""));
  return { first: Number(`${code}${first}`), last: Number(`${code}${last}`), inn, regions: regions.sort(), line };
}

export function parseRegister(text: string): Row[] {
  const [, ...lines] = text.split("\n").map((line) => line.trimEnd());
  const rows = lines.filter((line) => line !== "").map(rowOf);
  return rows.sort((a, b) => a.first - b.first);
}

/** @param file the CSV, gzipped or not. */
export function readRegister(file: string): Row[] {
  const bytes = readFileSync(file);
  return parseRegister((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

/** Runs of numbers that no row holds. */
export function gapsBetween(rows: readonly Row[]): { first: number; last: number }[] {
  const gaps: { first: number; last: number }[] = [];
  let next = FIRST;
  for (const { first, last } of rows) {
    if (first > next) gaps.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  if (next <= LAST) gaps.push({ first: next, last: LAST });
  return gaps;
}

export function rowHolding(rows: readonly Row[], number: number): Row | null {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle] as Row;
    if (number < row.first) high = middle - 1;
    else if (number > row.last) low = middle + 1;
    else return row;
  }
  return null;
}

/** Mulberry32: the same numbers on every machine. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers drawn evenly from the numbers of the given runs, long runs more often. */
export function draw(runs: readonly { first: number; last: number }[], count: number, next: () => number): number[] {
  const total = runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const points = Array.from({ length: count }, () => Math.floor(next() * total)).sort((a, b) => a - b);
  const drawn: number[] = [];
  let before = 0;
  let index = 0;
  for (const point of points) {
    for (;;) {
      const run = runs[index];
      if (!run) break;
      const size = run.last - run.first + 1;
      if (point < before + size) {
        drawn.push(run.first + point - before);
        break;
      }
      before += size;
      index++;
    }
  }
  return drawn;
}

/** Ways people write one number; which one is taken goes round. */
export function spelled(number: number, index: number): string {
  const digits = String(number);
  const [a, b, c, d] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)];
  const ways = [`+7${digits}`, `8${digits}`, digits, `+7 (${a}) ${b}-${c}-${d}`, `8 ${a} ${b} ${c} ${d}`];
  return ways[index % ways.length] ?? digits;
}
