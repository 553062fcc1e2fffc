/** Holds whatever a command line gave to what is promised of every one. */
import { chance } from "../chance.js";
import type { CommandLine } from "../inputs/command-lines.js";
import { type Document, documentJudge } from "./document.js";
import { judgeReach } from "./reach.js";
import { judgeRefuted } from "./refuted.js";
import { judgeNoStack, judgeTerminal } from "./terminal.js";

export interface Given extends CommandLine {
  seed: number;
}

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** 1 is a bug and 130 needs somebody who presses keys. */
const EXIT_CODES = [0, 2, 3, 4, 5, 6];

const isHelp = (args: readonly string[]): boolean =>
  args.includes("help") || args.some((arg) => ["-h", "--help", "-V", "--version"].includes(arg));

/** Answers a line: NDJSON. */
const answersLines = (args: readonly string[]): boolean =>
  !isHelp(args) && (args.includes("batch") || (args.includes("whose") && args.includes("-")));

/** Called by the shell at each press of a key: it speaks the shell's language, and never JSON. */
const isForShell = (args: readonly string[]): boolean => args.includes("complete") || args.includes("completion");

/** Files are not for a terminal: what stands in them is read back by readers of their formats elsewhere. */
const FILE_FORMATS = /^(?:--format=)?(?:csv|vcf|html|md|docx)$/;

function isJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).includes("--json") || (args.includes("batch") && !isHelp(args));
}

/** What `dozvon schema` prints is a schema, and no answer of a kind. */
const isSchema = (text: string): boolean => /^\{\s*"(?:title|\$schema)"/.test(text);

/** @throws Error saying what is wrong. */
export type JudgeAnswer = (given: Given, ended: Ended) => void;

export function answerJudge(root: string): JudgeAnswer {
  const judge = documentJudge(root);

  function judgeJson({ args, seed }: Given, out: string): void {
    if (isSchema(out)) return;
    if (!out.endsWith("\n") && out !== "")
      throw new Error(`the last line has no end: ${JSON.stringify(out.slice(-200))}`);
    const documents = answersLines(args) ? out.split("\n").slice(0, -1) : [out];
    for (const text of documents) {
      const document: Document = judge(text);
      judgeReach(document, chance(seed));
      judgeRefuted(document);
    }
  }

  return (given, { code, out, err }) => {
    const { args } = given;
    judgeNoStack("stdout", out);
    judgeNoStack("stderr", err);
    judgeTerminal("stderr", err);
    if (!EXIT_CODES.includes(code ?? -1))
      throw new Error(`exit code ${code}: ${err.slice(0, 300)}${out.slice(0, 300)}`);
    if (isForShell(args)) return;
    if (isJson(args)) judgeJson(given, out);
    else if (!args.some((arg) => FILE_FORMATS.test(arg)))
      judgeTerminal("stdout", out, args.includes("--plain") || args.includes("-"));
  };
}
