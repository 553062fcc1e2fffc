/** What grows with what: a look-up with the size of the directory, a batch with its length. All as multiples of the smallest. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, type Group, node, peak, rounds, run, seen, wall } from "./measure.js";
import { factLines } from "./questions.js";

const SIZES = [1, 10, 100];
const LOOK_UPS = [
  ["route", "-o", "megafon", "-f", "mts", "-r", "home", "-s", "personal", "--json"],
  ["find", "megafon", "--json"],
];
const SHORTEST = 1_000;

export interface Point {
  curve: string;
  chart: "directory" | "batch";
  size: number;
  times: number;
}

interface Summary {
  id: string;
  type: string;
  name: { ru: string; en: string };
  aliases: readonly string[];
}

/** The same party under another id and name: its channels are others, so nothing is kept once for both. */
const madeUp = (text: string, id: string, copy: number): string =>
  text.replaceAll(`"${id}"`, `"${id}-${copy}"`).replaceAll(`"${id}.`, `"${id}-${copy}.`);

/** The built program in a folder of its own, its directory `size` times as large. */
function grown(folder: string, size: number): string {
  const root = join(folder, String(size));
  mkdirSync(root);
  for (const part of ["bin", "dist", "package.json"]) cpSync(part, join(root, part), { recursive: true });
  const directory = join(root, "dist", "directory");
  const file = join(directory, "index.json");
  const index = JSON.parse(readFileSync(file, "utf8")) as { parties: Summary[] };
  const operators = index.parties.filter(({ type }) => type === "operator");
  for (let copy = 1; copy < size; copy++) {
    for (const operator of operators) {
      const { id, name, aliases } = operator;
      const texts = { ru: `${name.ru} ${copy}`, en: `${name.en} ${copy}` };
      index.parties.push({
        ...operator,
        id: `${id}-${copy}`,
        name: texts,
        aliases: aliases.map((one) => `${one} ${copy}`),
      });
      for (const part of ["parties", "never-offered"]) {
        const record = readFileSync(join(directory, part, `${id}.json`), "utf8");
        writeFileSync(join(directory, part, `${id}-${copy}.json`), madeUp(record, id, copy));
      }
    }
  }
  writeFileSync(file, JSON.stringify(index));
  return join(root, "bin", "dozvon.js");
}

const noted =
  (points: Point[], point: Omit<Point, "times">, figure: Figure): Figure["measure"] =>
  async () => {
    const found = await figure.measure();
    points.push({ ...point, times: found.value });
    return found;
  };

function directoryFigures(folder: string, quick: boolean, points: Point[]): Figure[] {
  const made = new Map<number, string>();
  const program = (size: number): string => {
    const known = made.get(size) ?? grown(folder, size);
    made.set(size, known);
    return known;
  };
  return LOOK_UPS.flatMap((args) =>
    SIZES.slice(1).map((size): Figure => {
      const seconds = (of: number) => wall(node(program(of), ...args), process.env);
      const figure: Figure = {
        what: `dozvon ${args[0]}, a directory ${size} times as large / this one`,
        unit: "times",
        limit: null,
        measure: () => seen(rounds(quick ? 3 : 9, () => seconds(size) / seconds(1))),
      };
      return { ...figure, measure: noted(points, { chart: "directory", curve: `${args[0]}`, size }, figure) };
    }),
  );
}

/** Time a line and peak memory of longer and longer batches; a line costs less when the start is spread over more of them. */
function batchFigures(folder: string, quick: boolean, points: Point[]): Figure[] {
  const longest = quick ? 10_000 : 1_000_000;
  const fileOf = (lines: number): string => {
    const file = join(folder, `${lines}.ndjson`);
    writeFileSync(file, `${factLines(lines).join("\n")}\n`);
    return file;
  };
  const lengths = Array.from({ length: 4 }, (_, power) => SHORTEST * 10 ** power).filter((lines) => lines <= longest);
  const args = (file: string) => ["bin/dozvon.js", "batch", file, "--no-config"];
  const perLine = async (lines: number): Promise<number> => {
    const file = fileOf(lines);
    return (await run(args(file), file, "ignore")) / lines;
  };
  const memory = (lines: number): number => peak(node(...args(fileOf(lines))), process.env) ?? Number.NaN;
  return lengths.slice(1).flatMap((lines) => {
    // A million lines take minutes: once is enough, since the runs are long.
    const count = lines > 100_000 ? 1 : 3;
    const time: Figure = {
      what: `batch, time a line at ${lines} lines / at ${SHORTEST}`,
      unit: "times",
      limit: null,
      async measure() {
        const found: number[] = [];
        for (let round = 0; round < count; round++) found.push((await perLine(lines)) / (await perLine(SHORTEST)));
        return seen(found);
      },
    };
    const space: Figure = {
      what: `batch, peak memory at ${lines} lines / at ${SHORTEST}`,
      unit: "times",
      limit: null,
      measure: () => seen(rounds(1, () => memory(lines) / memory(SHORTEST))),
    };
    return [
      { ...time, measure: noted(points, { chart: "batch", curve: "time a line", size: lines }, time) },
      { ...space, measure: noted(points, { chart: "batch", curve: "peak memory", size: lines }, space) },
    ];
  });
}

/** @param points is filled while measuring, for the plot. */
export function growthGroup(quick: boolean, points: Point[]): Group {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-bench-"));
  for (const [name] of LOOK_UPS) points.push({ chart: "directory", curve: `${name}`, size: 1, times: 1 });
  for (const curve of ["time a line", "peak memory"]) points.push({ chart: "batch", curve, size: SHORTEST, times: 1 });
  return {
    figures: [...directoryFigures(folder, quick, points), ...batchFigures(folder, quick, points)],
    left: [],
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
