/** Plain lines for screen readers and dumb terminals: what a typed line picks. */
import { PassThrough } from "node:stream";
import { afterEach, expect, it, vi } from "vitest";
import { plainPrompter } from "../../../src/cli/prompts/plain.js";
import { matching, type Question } from "../../../src/cli/prompts/prompter.js";
import type { Io } from "../../../src/cli/terminal/io.js";
import type { Words } from "../../../src/render/words.js";

const RUNS = [
  { value: "spam", name: "Spam: 0 of 7 done" },
  { value: "ban", name: "A ban: 0 of 6 done" },
];
const CLOSED: Question = { message: "Which?", choices: RUNS, searchable: false, back: false };

afterEach(() => vi.restoreAllMocks());

it("what is called so besides comes before what has the letters in the middle of another name", () => {
  const choices = [
    { value: "mts", name: "MTS", keywords: "mts\nMobile TeleSystems" },
    { value: "t2", name: "T2", keywords: "t2\nTele2" },
  ];
  expect(matching({ ...CLOSED, choices }, "tele").map(({ value }) => value)).toEqual(["t2", "mts"]);
});

/** @returns what the lines come to, and how many of them were not understood. */
async function asked(question: Question, ...lines: string[]) {
  const typed = new PassThrough();
  vi.spyOn(process, "stdin", "get").mockReturnValue(typed as unknown as typeof process.stdin);
  const said: string[] = [];
  const io = { err: (text: string) => said.push(text.trim()) } as unknown as Io;
  const words = { say: (key: string) => key } as unknown as Words;
  typed.end(lines.map((line) => `${line}\n`).join(""));
  const reply = await plainPrompter(io, words, false).choose(question);
  return [reply.kind === "choice" ? reply.value : reply, said.filter((text) => text === "plain.unclear").length];
}

it.each<[string, Question, string[], Awaited<ReturnType<typeof asked>>]>([
  ["a number", CLOSED, ["2"], ["ban", 0]],
  ["part of a name", CLOSED, ["spam"], ["spam", 0]],
  ["a number that is not there, though a name has it", CLOSED, ["7", "6", "1"], ["spam", 2]],
  ["the same where words are an answer too", { ...CLOSED, free: true }, ["7", "2"], ["ban", 1]],
  ["a short number in one's own words", { ...CLOSED, free: true }, ["900"], [{ kind: "text", text: "900" }, 0]],
])("%s", async (_, question, lines, outcome) => {
  expect(await asked(question, ...lines)).toEqual(outcome);
});
