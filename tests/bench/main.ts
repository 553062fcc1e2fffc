/** npm run bench: ratios to a floor measured in the same run, since times alone say more of the machine than of the program. */
import { batchGroup } from "./batch.js";
import { coldGroup } from "./cold.js";
import { growthGroup, type Point } from "./growth.js";
import type { Figure, Group } from "./measure.js";
import { type GroupName, type Options, readOptions } from "./options.js";
import { markdown, type Row, textHead, textLine } from "./report.js";
import { loadOnce, whoseGroup } from "./whose.js";

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const note = (line: string): boolean => process.stderr.write(`${line}\n`);

/** A figure over its limit is measured once more, and the second time counts: another program may have had the machine. */
async function rowOf(group: string, { what, unit, limit, measure }: Figure): Promise<Row> {
  const within = (value: number) => limit === null || value <= limit;
  const first = await measure();
  if (within(first.value)) return { group, what, unit, limit, ...first, ok: true, again: false };
  const second = await measure();
  return { group, what, unit, limit, ...second, ok: within(second.value), again: true };
}

function open(name: GroupName, { quick }: Options, points: Point[]): Group {
  if (name === "cold") return coldGroup(quick);
  if (name === "batch") return batchGroup(quick);
  return name === "whose" ? whoseGroup(quick, process.argv[1] ?? "") : growthGroup(quick, points);
}

async function measureGroup(name: GroupName, options: Options, points: Point[]): Promise<Row[]> {
  const group = open(name, options, points);
  const rows: Row[] = [];
  try {
    for (const figure of group.figures) {
      const row = await rowOf(name, figure);
      rows.push(row);
      if (options.format === "text") print(textLine(row));
    }
    for (const one of group.left) note(`not measured: ${one}`);
  } finally {
    group.close();
  }
  return rows;
}

async function main(options: Options): Promise<void> {
  const points: Point[] = [];
  const rows: Row[] = [];
  if (options.format === "text") print(textHead());
  for (const name of options.only) rows.push(...(await measureGroup(name, options, points)));
  if (options.format === "json") print(JSON.stringify(rows, null, 1));
  if (options.format === "markdown") print(markdown(rows));
  if (options.plot) note(`drawn: ${(await import("./plot.js")).plot(points)}`);
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
}

if (process.argv.includes("--load")) loadOnce();
else main(readOptions(process.argv.slice(2)));
