/**
 * `npm run eval -- <file>...`: how well texts are understood, one table for all files. `.jsonl` holds labelled questions; `.txt` a text a
 * line: calls for help, and, where the name begins with `not-`, everyday texts that are none. `--why <text>` prints a reading with its reasons.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { linesOf } from "../../src/build/understanding/examples.js";
import { loadDirectory } from "../../src/directory/load.js";
import type { Directory } from "../../src/directory/types.js";
import { type Reading, textReader } from "../../src/understanding/read-text.js";
import { decodeModel } from "../../src/understanding/topic-model.js";
import { judge, type Verdict } from "../../src/understanding/verdict.js";
import { FIGURES, type LabelledQuestion, type Measures, measure, type Ratio, readQuestions } from "./measure.js";

const BUILT = "dist/understanding";

interface Reader {
  read(text: string): Reading;
  directory: Directory;
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const percent = ({ right, of }: Ratio): string => (of === 0 ? "—" : `${((100 * right) / of).toFixed(1)} %`);

const COLUMNS = [
  "questions",
  "top-1",
  "top-3",
  "operator",
  "alone, right",
  "choice, right",
  "refused",
  "outside refused",
];

const rowOf = (name: string, cells: readonly string[]): string =>
  `${name.slice(0, 27).padEnd(28)}${cells.map((cell) => cell.padStart(16)).join("")}`;

/** Of all questions, the share answered alone and rightly, and the share put up for choice with the right one in it. */
const cellsOf = ({ questions, first, three, operator, alone, offered, refused, outside }: Measures): string[] => [
  String(questions),
  percent(first),
  percent(three),
  percent(operator),
  percent({ right: alone.right, of: first.of }),
  percent({ right: offered.right, of: first.of }),
  percent(refused),
  percent(outside),
];

function details(measures: Measures): void {
  for (const [figure, [name]] of Object.entries(FIGURES)) {
    const ratio = measures[figure as keyof typeof FIGURES];
    print(`${name.padEnd(44)} ${percent(ratio).padStart(8)}  ${ratio.right} of ${ratio.of}`);
  }
  const confusions = [...measures.confusions].sort(([, a], [, b]) => b.length - a.length);
  if (confusions.length > 0) print("\nexpected -> got");
  for (const [confusion, ids] of confusions)
    print(`${String(ids.length).padStart(4)}  ${confusion}   missed: ${ids.join(" ")}`);
}

const isFirst = (verdict: Verdict, topic: string): boolean =>
  verdict.kind === "topic"
    ? verdict.topic === topic
    : verdict.kind === "several" && verdict.candidates[0]?.topic === topic;

/** Calls for help, or texts that only sound like one: how many are taken for one, how many are turned away. */
function listRow(path: string, { read, directory }: Reader): string {
  const verdicts = linesOf(path).map((text) => judge(read(text), directory.topics, null));
  const share = (fits: (verdict: Verdict) => boolean): string =>
    percent({ right: verdicts.filter(fits).length, of: verdicts.length });
  const isHelp = (verdict: Verdict): boolean => verdict.kind === "topic" && verdict.topic === "emergency";
  return rowOf(basename(path), [
    String(verdicts.length),
    `112 ${share(isHelp)}`,
    `or first ${share((one) => isFirst(one, "emergency"))}`,
    "",
    `alone ${share((one) => one.kind === "topic")}`,
    `choice ${share((one) => one.kind === "several")}`,
    share((one) => one.kind === "outside"),
  ]);
}

function why(text: string, { read, directory }: Reader): void {
  const reading = read(text);
  print(JSON.stringify({ text, verdict: judge(reading, directory.topics, null) }, null, 2));
  print(JSON.stringify({ ...reading, topics: reading.topics.slice(0, 5) }, null, 2));
}

function reader(): Reader {
  const directory = loadDirectory("dist/directory");
  const dictionaries = JSON.parse(readFileSync(join(BUILT, "dictionaries.json"), "utf8"));
  const model = decodeModel(readFileSync(join(BUILT, "topics.bin")));
  return { read: textReader(model, { ...dictionaries, ...directory.names() }), directory };
}

function table(files: readonly string[]): void {
  const questions = new Map<string, LabelledQuestion[]>(
    files.filter((file) => file.endsWith(".jsonl")).map((file) => [file, readQuestions(file)]),
  );
  const built = reader();
  const measured = [...questions].map(
    ([file, asked]) => [file, measure(asked, built.read, built.directory.topics)] as const,
  );
  const lists = files.filter((file) => file.endsWith(".txt")).map((file) => listRow(file, built));
  print(rowOf("", COLUMNS));
  for (const [file, measures] of measured) print(rowOf(basename(file), cellsOf(measures)));
  for (const row of lists) print(row);
  for (const [file, measures] of measured) {
    print(`\n${basename(file)}`);
    details(measures);
  }
}

function run([first, ...rest]: readonly string[]): void {
  if (!first) throw new Error("which file? npm run eval -- <questions.jsonl | texts.txt>... | --why <text>");
  if (first === "--why") why(rest.join(" "), reader());
  else table([first, ...rest]);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
