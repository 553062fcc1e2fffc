import { describe, expect, test } from "vitest";
import { narrowing, type OpenQuestion } from "../../src/situation/questions.js";
import type { OpenFact } from "../../src/vocabulary/situation.js";

const two = (first: OpenFact, second: OpenFact): OpenQuestion[] => [
  { fact: first, values: ["1", "2"] },
  { fact: second, values: ["1", "2"] },
];

/** Outcomes stand as letters, the second question running fastest; `-` is a situation nobody is in. */
const outcomes = (letters: string) =>
  [...letters.replaceAll(" ", "")].map((letter) => (letter === "-" ? null : letter));

describe("of two questions", () => {
  test.each<[string, OpenFact[], string]>([
    ["aa aa", [], "neither changes anything"],
    ["aa bb", ["operator"], "only the first decides"],
    ["ab ab", ["from"], "only the second decides"],
    ["ab cd", ["operator", "from"], "both decide alike: in the order given"],
    ["ab ba", ["operator", "from"], "only together they decide: in the order given"],
    ["ab cc", ["operator", "from"], "the first settles one half"],
    ["ab ac", ["from", "operator"], "the second settles one half"],
    ["ab -b", ["from"], "the first would only tell apart what nobody is in"],
    ["a- -a", [], "no two situations differ"],
  ])("%s: %j", (letters, expected) => {
    expect(narrowing(two("operator", "from"), outcomes(letters))).toEqual(expected);
  });
});

test("of three, the one that leaves the fewest outcomes on average is asked first", () => {
  const questions: OpenQuestion[] = [
    { fact: "from", values: ["1", "2"] },
    { fact: "roaming", values: ["1", "2", "3"] },
    { fact: "subscriber", values: ["1", "2"] },
  ];
  // Every value of roaming leaves one outcome; the other two change nothing.
  expect(narrowing(questions, outcomes("aa bb cc  aa bb cc"))).toEqual(["roaming"]);
  // The values of roaming leave 2, 2 and 1 of five outcomes, those of subscriber 3 and 3.
  expect(narrowing(questions, outcomes("ab cd ee  ab cd ee"))).toEqual(["roaming", "subscriber"]);
});

test("without open questions nothing is asked", () => {
  expect(narrowing([], ["a"])).toEqual([]);
});
