/** Everything that reads a text or a file, given up to a megabyte of it: an answer within a second. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { environment, LONGEST_MS } from "./co-process.js";
import { attempt } from "./command-lines.js";
import { inProcess } from "./in-process.js";
import type { CommandLine } from "./inputs/command-lines.js";
import { anyText, value } from "./inputs/values.js";
import { workFolder } from "./inputs/work-folder.js";
import { answerJudge } from "./judge/answer.js";
import type { Trial } from "./trial.js";

const MEGABYTE = 1024 * 1024;
/** Linux passes on no longer word of a command line. */
const LONGEST_WORD = 128 * 1024 - 1;

interface Way {
  args: readonly string[];
  by: "word" | "input" | "file";
  wrap?: (text: string) => string;
}

/** How a text gets in. */
const WAYS: readonly Way[] = [
  { args: ["ask"], by: "word" },
  { args: ["ask", "-"], by: "input" },
  { args: ["whose"], by: "word" },
  { args: ["whose", "-"], by: "input" },
  { args: ["charge"], by: "word" },
  { args: ["find"], by: "word" },
  { args: ["report"], by: "word" },
  { args: ["refund", "steam", "--amount"], by: "word" },
  { args: ["refund"], by: "word" },
  { args: ["route", "-o"], by: "word" },
  { args: ["route", "-n"], by: "word" },
  { args: ["route", "--as-of"], by: "word" },
  { args: ["route", "--country"], by: "word" },
  { args: ["checklist", "show"], by: "word" },
  { args: ["claim", "merchant", "--fields", "large"], by: "file" },
  { args: ["claim", "merchant", "--fields", "large"], by: "file", wrap: (text) => JSON.stringify({ name: text }) },
  { args: ["claim", "merchant", "--fields", "large"], by: "file", wrap: (text) => JSON.stringify({ amount: text }) },
  { args: ["batch", "large"], by: "file" },
  { args: ["batch", "large"], by: "file", wrap: (text) => JSON.stringify({ text }) },
  { args: ["batch", "large"], by: "file", wrap: (text) => JSON.stringify({ charge: text }) },
  { args: ["batch", "large"], by: "file", wrap: (text) => JSON.stringify({ whose: text }) },
  { args: ["batch", "large"], by: "file", wrap: (text) => JSON.stringify({ operator: text }) },
  { args: ["batch", "large"], by: "file", wrap: (text) => JSON.stringify({ number: text }) },
];

const unit = fc.oneof(
  anyText,
  value("sentence"),
  value("number"),
  value("descriptor"),
  fc.constantFrom(
    "a",
    " ",
    "0",
    "1",
    "*",
    "#",
    "(",
    "-",
    "+",
    "7",
    ",",
    ".",
    "й",
    "не ",
    "a ",
    "0 ",
    "8 800 ",
    "а-",
    "ё\u0301",
    "\u001b[",
    "1,",
    "x\n",
    "\t",
    '"',
    "{",
    "[",
    "=",
    ";",
  ),
);
/** For a line that is a question of its own. */
const LINE_MS = 0.1;

const large = fc.tuple(
  unit,
  fc.constantFrom(0.02, 0.1, 0.5, 1),
  anyText,
  anyText,
  fc.constantFrom(...WAYS),
  fc.boolean(),
);

type Drawn = [string, number, string, string, Way, boolean];

function commandOf([repeated, part, before, after, { args, by, wrap = (text: string) => text }, json]: Drawn): {
  line: CommandLine;
  file: string;
} {
  const most = by === "word" ? LONGEST_WORD : MEGABYTE - 64;
  const size = Math.floor(most * part);
  const repeat = (bytes: number) => repeated.repeat(Math.ceil(bytes / Math.max(1, Buffer.byteLength(repeated))));
  const text = wrap(`${before}${repeat(size)}${after}`);
  const cut = Buffer.from(text).subarray(0, most).toString().replaceAll("\0", "");
  const words = by === "word" ? [...args, cut] : [...args];
  return {
    line: { args: json ? [...words, "--json"] : words, json, env: {}, input: by === "input" ? cut : "" },
    file: by === "file" ? cut : "",
  };
}

export const largeInputs: Trial = {
  name: "large",
  what: "texts, numbers, lines and files of up to a megabyte",
  tries: 1_500,
  short: 4,
  seconds: 90,
  async open({ root, folder }) {
    const work = workFolder(folder);
    const run = inProcess(root, environment(folder));
    const judge = answerJudge(root);
    process.chdir(work);
    return {
      async attempt(seed) {
        const [drawn] = fc.sample(large, { seed, numRuns: 1 });
        if (!drawn) throw new Error("nothing drawn");
        const { line, file } = commandOf(drawn);
        if (file !== "") writeFileSync(join(work, "large"), file);
        // A megabyte of the shortest lines wants half a million answers: each has its own little time.
        const lines = `${line.input}${file}`.split("\n").length;
        const tried = await attempt(run, judge, line, seed, LONGEST_MS + lines * LINE_MS);
        return {
          ...tried,
          input: `${drawn[4].args.join(" ")} ${drawn[4].wrap?.("…") ?? ""}: ${file.length + line.input.length + line.args.join(" ").length} characters of ${JSON.stringify(drawn[0].slice(0, 20))}`,
        };
      },
    };
  },
};
