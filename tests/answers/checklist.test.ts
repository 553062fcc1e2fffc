/** What a person names of a checklist, and which of the facts stated here and before a run is answered with. */
import { expect, it } from "vitest";
import { answerNamed, factsOfRun, factsToKeep, sceneFor, stepNamed } from "../../src/answers/checklist.js";
import type { Desk } from "../../src/answers/desk.js";
import type { Checklist, ChecklistStep } from "../../src/directory/types.js";
import { assemble, inMemory } from "../../src/gate/assemble.js";
import type { GivenFacts } from "../../src/situation/facts.js";
import { parseMoment } from "../../src/values/moment.js";
import { soundBase } from "../support/folders.js";

const STEPS = ["ask", "complain", ...Array.from({ length: 10 }, (_, index) => `later-${index}`)];
const CHECKLIST = {
  id: "small-trouble",
  steps: STEPS.map((id, index) => ({ id, branches: index === 0 ? [{ id: "solved" }, { id: "refused" }] : [] })),
} as unknown as Checklist;
const [ASK, COMPLAIN] = CHECKLIST.steps as unknown as [ChecklistStep, ChecklistStep];
const directory = inMemory(assemble(soundBase()));

it.each([
  [" ASK ", "ask"],
  ["2", "complain"],
  ["12", "later-9"],
])("a step is named by its id or its number: %j", (given, id) => {
  expect(stepNamed(given, CHECKLIST).id).toBe(id);
});

it.each(["0", "13", "1x", "x1", "askk"])("a step that is none is refused: %s", (given) => {
  const values = expect.objectContaining({ given, checklist: "small-trouble" });
  expect(() => stepNamed(given, CHECKLIST)).toThrow(expect.objectContaining({ code: "unknown-step", values }));
});

it("an answer is one of the step's, and a step without answers says so", () => {
  expect(answerNamed(undefined, ASK)).toBeNull();
  expect(answerNamed("solved", ASK)).toBe("solved");
  const refused = (key: string, step: string) =>
    expect.objectContaining({ code: "unknown-answer", key, values: expect.objectContaining({ step }) });
  expect(() => answerNamed("maybe", ASK)).toThrow(refused("unknown-answer", "ask"));
  expect(() => answerNamed("solved", COMPLAIN)).toThrow(refused("no-answers", "complain"));
});

const saved = (value: string) => ({ value, from: "saved" as const });
const flag = (value: string) => ({ value, from: "flag" as const });

it("what is stated now stands over what was stated for the run, and that over what is saved for all", () => {
  const always: GivenFacts = { operator: saved("north"), subscriber: saved("personal"), roaming: saved("home") };
  expect(factsOfRun({}, {}, always)).toEqual({ operator: saved("north"), subscriber: saved("personal") });
  expect(factsOfRun({}, {}, {})).toEqual({});
  expect(factsOfRun({ number: flag("+79261234567") }, { operator: "south", from: "own" }, always)).toEqual({
    operator: saved("south"),
    subscriber: saved("personal"),
    from: saved("own"),
  });
  expect(factsOfRun({ operator: flag("east") }, { operator: "south" }, {})).toEqual({ operator: flag("east") });
});

it("a run keeps what was stated, an operator by its id, and nothing that is saved anyway", () => {
  const given: GivenFacts = { operator: flag("Север"), from: flag("own"), roaming: saved("home") };
  expect(factsToKeep(given, directory)).toEqual({ operator: "north", from: "own" });
  expect(() => factsToKeep({ roaming: flag("mars") }, directory)).toThrow();
});

it("a run is answered with the operator's id, and without one with none", () => {
  const open = { grounds: () => new Map(), calendar: () => ({}) };
  const desk = { directory, moment: parseMoment("2026-11-22"), open } as unknown as Desk;
  expect(sceneFor({ operator: flag("Север"), from: flag("own") }, desk).given).toEqual({
    operator: flag("north"),
    from: flag("own"),
  });
  expect(sceneFor({ from: flag("own") }, desk).given).toEqual({ from: flag("own") });
});
