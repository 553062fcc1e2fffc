/**
 * npm run check:register -- <register.csv or .csv.gz> [--sample <folder>]
 *
 * Asks the built program about 10,000 numbers drawn from the register with a fixed seed, the first and last number of every row with their
 * neighbours, and 10,000 numbers that no row holds, and compares each answer with the file. --sample writes the rows and gaps the
 * ordinary tests use.
 */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { wrong } from "./answers.js";
import { draw, FIRST, gapsBetween, LAST, type Row, random, readRegister, spelled } from "./register-file.js";

const SEED = 20_261_122;
const DRAWN = 10_000;
const SAMPLE = 500;
const SHOWN = 20;

function numbersOf(rows: readonly Row[]): Record<string, number[]> {
  const next = random(SEED);
  const edges = rows.flatMap(({ first, last }) => [first - 1, first, last, last + 1]);
  return {
    "drawn from the register": draw(rows, DRAWN, next),
    "edges of rows and their neighbours": edges.filter((number) => number >= FIRST && number <= LAST),
    "held by no row": draw(gapsBetween(rows), DRAWN, next),
  };
}

async function faultsOf(numbers: readonly number[], rows: readonly Row[]): Promise<string[]> {
  const program = spawn(process.execPath, ["bin/dozvon.js", "whose", "-", "--json", "--lang", "ru"]);
  program.stderr.pipe(process.stderr);
  program.stdin.end(numbers.map((number, index) => `${spelled(number, index)}\n`).join(""));
  const faults: string[] = [];
  let answered = 0;
  for await (const line of createInterface({ input: program.stdout })) {
    const fault = wrong(line, numbers[answered] ?? 0, rows);
    if (fault) faults.push(fault);
    answered++;
  }
  if (answered !== numbers.length) faults.push(`${answered} answers to ${numbers.length} numbers`);
  return faults;
}

/** Spread over the whole register, in its own order. */
function sampleOf<T>(all: readonly T[], next: () => number): T[] {
  const picked = new Set<number>();
  while (picked.size < Math.min(SAMPLE, all.length)) picked.add(Math.floor(next() * all.length));
  return all.filter((_, index) => picked.has(index));
}

function writeSample(folder: string, rows: readonly Row[]): void {
  const next = random(SEED);
  const header = "АВС/ DEF;От;До;Емкость;Оператор;Регион;Территория ГАР;ИНН";
  const lines = sampleOf(rows, next).map(({ line }) => line);
  const gaps = sampleOf(gapsBetween(rows), next).map(({ first, last }) => `${first};${last}`);
  writeFileSync(join(folder, "register-sample.csv"), `${[header, ...lines].join("\n")}\n`);
  writeFileSync(join(folder, "register-gaps.csv"), `${gaps.join("\n")}\n`);
}

async function check(file: string): Promise<number> {
  const rows = readRegister(file);
  let wrongs = 0;
  for (const [name, numbers] of Object.entries(numbersOf(rows))) {
    const faults = await faultsOf(numbers, rows);
    wrongs += faults.length;
    process.stdout.write(`${numbers.length} ${name}: ${faults.length} wrong\n`);
    for (const fault of faults.slice(0, SHOWN)) process.stdout.write(`  ${fault}\n`);
  }
  return wrongs === 0 ? 0 : 1;
}

const { values, positionals } = parseArgs({ options: { sample: { type: "string" } }, allowPositionals: true });
const [file] = positionals;
if (file === undefined || positionals.length > 1) {
  process.stdout.write("usage: npm run check:register -- <register.csv or .csv.gz> [--sample <folder>]\n");
  process.exitCode = 2;
} else if (values.sample !== undefined) {
  writeSample(values.sample, readRegister(file));
} else {
  check(file).then((code) => {
    process.exitCode = code;
  });
}
