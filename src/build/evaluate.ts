/** `npm run eval -- <file>`: how well texts are understood, against labelled questions; `--compare` sets other approaches beside ours. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadDirectory } from "../directory/load.js";
import { wordFeature } from "../understanding/features.js";
import { featureReader, textReader } from "../understanding/read-text.js";
import { decodeModel, OUT_OF_SCOPE, rowOf } from "../understanding/topic-model.js";
import { compare } from "./understanding/approaches.js";
import { labelled } from "./understanding/compile-understanding.js";
import { readDictionaries } from "./understanding/dictionaries.js";
import { readExamples } from "./understanding/examples.js";
import { type LabelledQuestion, type Measures, measure, readQuestions } from "./understanding/measure.js";

const BUILT = "dist/understanding";
const DATA = "data";

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function line(name: string, { right, of }: { right: number; of: number }): void {
  print(`${name.padEnd(44)} ${of === 0 ? "—" : percent(right / of).padStart(8)}  ${right} of ${of}`);
}

function report(measures: Measures): void {
  line("top-1 (topic or second topic)", measures.first);
  line("top-3", measures.three);
  line("operator", measures.operator);
  line("place: precision (of those told)", measures.placePrecision);
  line("place: recall (of those stated)", measures.placeRecall);
  line("corporate recognised", measures.corporate);
  line("real questions refused", measures.refused);
  line("out of scope refused", measures.outside);
  line("answered alone, rightly", measures.alone);
  line("put up for choice, right one among them", measures.offered);
  if (measures.confusions.size > 0) print("\nexpected -> got");
  for (const [confusion, times] of measures.confusions) print(`${String(times).padStart(4)}  ${confusion}`);
  if (measures.missed.length > 0) print(`\nmissed: ${measures.missed.join(" ")}`);
}

function compareApproaches(questions: readonly LabelledQuestion[]): void {
  const dictionaries = { ...readDictionaries(DATA), ...loadDirectory("dist/directory").names() };
  const model = decodeModel(readFileSync(join(BUILT, "topics.bin")));
  const examples = readExamples(DATA);
  const features = labelled(examples, dictionaries);
  const samples = features.map((one, index) => ({ ...one, text: examples[index]?.text ?? "" }));
  const read = featureReader(dictionaries);
  const known = (word: string): boolean => rowOf(model, wordFeature(word)) >= 0;
  const asked = questions
    .filter(({ topic }) => topic !== OUT_OF_SCOPE && topic !== "corporate-service")
    .map(({ text, topic, second_topic }) => ({
      text,
      features: read(text, known),
      right: [topic, ...(second_topic ? [second_topic] : [])],
    }));
  print("approach                            our examples, 5 folds: top-1  top-3   the file: top-1  top-3");
  for (const { name, folds, file } of compare(samples, asked)) {
    const shown = [folds.first, folds.three, ...(file ? [file.first, file.three] : [])].map((one) =>
      percent(one).padStart(9),
    );
    print(`${name.padEnd(52)}${shown.join("")}`);
  }
}

function run(args: readonly string[]): void {
  const [file] = args.filter((arg) => !arg.startsWith("--"));
  if (!file && !args.includes("--compare"))
    throw new Error("which file? npm run eval -- <questions.jsonl> [--compare]");
  const questions = file ? readQuestions(file) : [];
  if (args.includes("--compare")) {
    compareApproaches(questions);
    return;
  }
  const directory = loadDirectory("dist/directory");
  const dictionaries = JSON.parse(readFileSync(join(BUILT, "dictionaries.json"), "utf8"));
  const model = decodeModel(readFileSync(join(BUILT, "topics.bin")));
  report(measure(questions, textReader(model, { ...dictionaries, ...directory.names() }), directory.topics));
}

try {
  run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
