/** Numbers asked about, typed or read in a sentence: which of them are one, and what is said once of them all. */
import { beforeEach, expect, it } from "vitest";
import { askerOf, learnForeign, whoseAnswer, whoseAtOnce } from "../../src/answers/whose.js";
import { isFault } from "../../src/numbering/whose.js";
import { parseMoment } from "../../src/values/moment.js";
import { builtDesk } from "../support/reader.js";

let desk: ReturnType<typeof builtDesk>;
beforeEach(() => {
  desk = builtDesk(parseMoment("2026-11-22"));
});

type Asked = Awaited<ReturnType<typeof whoseAnswer>>["asked"];

const kinds = (asked: Asked) =>
  asked.map(({ input, answer }) => [input, isFault(answer) ? answer.fault : (answer.country ?? answer.kind)]);

it("numbers in a sentence are answered at once, those of other countries and those that are none too", async () => {
  await learnForeign(askerOf(desk));
  const { asked, notices, register } = whoseAtOnce(["8 926 111-05-00; 900", "+380441234567", "nonsense"], desk);
  expect(kinds(asked)).toEqual([
    ["8 926 111-05-00", "RU"],
    ["900", "short"],
    ["+380441234567", "UA"],
    ["nonsense", "letters"],
  ]);
  expect(notices.map(({ code }) => code)).toEqual(["number-portability", "number-caller-id"]);
  expect(register.asOf).toMatch(/^2026-/);
});

it("a number of another country waits for what it is read with, and no Russian one does", () => {
  expect(kinds(whoseAtOnce(["8 926 111-05-00"], desk).asked)).toEqual([["8 926 111-05-00", "RU"]]);
  expect(() => whoseAtOnce(["+380441234567"], desk)).toThrow("learnForeign");
});

it.each<[inputs: string[], codes: string[]]>([
  [["*100#"], []],
  [["+79000000000"], ["number-portability", "number-caller-id"]],
  [["112", "+7 495 123-45-67"], ["number-caller-id"]],
])("what holds for a whole class of numbers is said of those that are of it: %j", async (inputs, codes) => {
  const { notices } = await whoseAnswer(inputs, desk);
  expect(notices.map(({ code }) => code)).toEqual(codes);
});

it("one that is no number is refused, unless others came with it or a person at a prompt typed it", async () => {
  await expect(whoseAnswer(["nonsense"], desk)).rejects.toMatchObject({ code: "bad-number" });
  expect(kinds((await whoseAnswer(["nonsense"], desk, true)).asked)).toHaveLength(1);
  expect(kinds((await whoseAnswer(["nonsense", "900"], desk)).asked)).toHaveLength(2);
});
