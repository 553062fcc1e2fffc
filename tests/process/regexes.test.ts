/** No regular expression of the program or of its numbering plan backtracks without end: what the checker can decide within its time it finds safe, or quadratic at worst. */
import { readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { expect, it } from "vitest";
import { sourceRegexes } from "../support/source-regexes.js";

/** What takes longer is left to `npm run torture large`, which measures every reader of text with a megabyte of it. */
const DECIDES_IN_MS = 100;
/** Over a megabyte more than that would be felt. */
const WORST_DEGREE = 2;

/** The only expressions that are data; the dictionaries' patterns are words, which nothing makes an expression of. */
function planRegexes(): { file: string; text: string }[] {
  const file = "data/numbering/plan.json";
  const { phoneCodes } = JSON.parse(readFileSync(file, "utf8")) as { phoneCodes: { pattern: string }[] };
  return phoneCodes.map(({ pattern }) => ({ file, text: `/${pattern}/` }));
}

it("finds no expression of src/ or of the numbering plan that backtracks exponentially, and knows one that does", () => {
  process.env.RECHECK_BACKEND = "pure";
  const judged = (source: string, flags: string, timeout = DECIDES_IN_MS) => {
    const found = checkSync(source, flags, { checker: "automaton", timeout });
    return found.status === "unknown" ? undefined : found.complexity;
  };
  expect(judged("^(a|a)*$", "", 10_000)?.type).toBe("exponential");
  expect(planRegexes().length).toBeGreaterThan(2);
  const bad = [...sourceRegexes(), ...planRegexes()].filter(({ text }) => {
    const end = text.lastIndexOf("/");
    const complexity = judged(text.slice(1, end), text.slice(end + 1));
    return (
      complexity?.type === "exponential" || (complexity?.type === "polynomial" && complexity.degree > WORST_DEGREE)
    );
  });
  expect(bad).toEqual([]);
});
