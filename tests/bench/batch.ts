/** A batch against the least that any program of its kind does: read a line, parse it, write an object as large as the answer. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Group, node, peak, run, seen } from "./measure.js";
import { factLines, sentenceLines } from "./questions.js";

const PROGRAM = "bin/dozvon.js";
const LIMITS = { bare: 3, sentence: 10 };

/** Its arguments: the file to read, and the one that holds an answer of middling length. */
export const BARE_JSON = `
const fs = require("node:fs");
const answer = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
let rest = "";
fs.createReadStream(process.argv[1], "utf8").on("data", (part) => {
  const lines = (rest + part).split("\\n");
  rest = lines.pop();
  let out = "";
  for (const line of lines) {
    answer.query.ref = JSON.parse(line).ref;
    out += JSON.stringify(answer) + "\\n";
  }
  process.stdout.write(out);
});`;

/** The answer of middling length to these questions. */
export function middlingAnswer(file: string): string {
  const answers = execFileSync(process.execPath, [PROGRAM, "batch", file, "--no-config"], { maxBuffer: 1 << 30 });
  const sorted = answers
    .toString()
    .trimEnd()
    .split("\n")
    .sort((a, b) => a.length - b.length);
  return sorted[sorted.length >> 1] ?? "{}";
}

export function batchGroup(quick: boolean): Group {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-bench-"));
  const [lines, count] = quick ? [2_000, 3] : [20_000, 7];
  const write = (name: string, content: readonly string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, `${content.join("\n")}\n`);
    return file;
  };
  const facts = factLines(lines);
  const [file, few, sentences] = [
    write("facts", facts),
    write("few", facts.slice(0, lines / 10)),
    write("sentences", sentenceLines(lines)),
  ];
  const answer = write("answer", [middlingAnswer(few)]);
  const batch = (input: string) => [PROGRAM, "batch", input, "--no-config"];
  const ratios = async (ours: readonly string[], floor: readonly string[]) => {
    const found: number[] = [];
    for (let round = 0; round < count; round++) {
      found.push((await run(ours, file, "pipe")) / (await run(floor, file, "pipe")));
    }
    return seen(found);
  };
  const memory = (input: string): number => peak(node(...batch(input)), process.env) ?? Number.NaN;
  return {
    figures: [
      {
        what: `batch, ${lines} lines of facts / a bare loop of JSON.parse and JSON.stringify`,
        unit: "times",
        limit: LIMITS.bare,
        measure: () => ratios(batch(file), ["-e", BARE_JSON, file, answer]),
      },
      {
        what: "batch, a line of free text / a line of facts",
        unit: "times",
        limit: LIMITS.sentence,
        measure: () => ratios(batch(sentences), batch(file)),
      },
      {
        what: "batch, peak memory of ten times the lines / that of one",
        unit: "times",
        limit: null,
        measure: () => seen(Array.from({ length: 3 }, () => memory(file) / memory(few))),
      },
    ],
    left: [],
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
