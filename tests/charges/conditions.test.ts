/** Whether a condition holds, by hand: yes, no, or not known. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/charges/conditions.js";
import type { Value } from "../../src/charges/purchase.js";
import type { Condition } from "../../src/directory/types.js";
import { parseMoment } from "../../src/values/moment.js";

const day = (date: string): Value => parseMoment(date);
const between = (min: number, max = min): Value => ({ min, max });

const truth = (condition: Condition, value: Value | undefined) =>
  judge({ "paid-on": condition }, new Map(value === undefined ? [] : [["paid-on", value]])).truth;

describe("a day", () => {
  it.each<[Condition, before: boolean, on: boolean, after: boolean]>([
    [{ lt: "2026-03-01" }, true, false, false],
    [{ lte: "2026-03-01" }, true, true, false],
    [{ gt: "2026-03-01" }, false, false, true],
    [{ gte: "2026-03-01" }, false, true, true],
    [{ gte: "2026-03-01", lt: "2026-03-02" }, false, true, false],
    [{ gt: "2026-02-28", lte: "2026-03-01" }, false, true, false],
  ])("against %j", (condition, ...expected) => {
    const days = ["2026-02-28", "2026-03-01", "2026-03-02"];
    expect(days.map((date) => truth(condition, day(date)))).toEqual(expected);
    expect(truth(condition, undefined)).toBeNull();
  });
});

describe("a number known within limits", () => {
  it.each<[Condition, Value, boolean | null]>([
    [{ lt: 48 }, between(47), true],
    [{ lt: 48 }, between(48), false],
    [{ lt: 48 }, between(24, 72), null],
    [{ lt: 48 }, between(24, 48), null],
    [{ lte: 48 }, between(24, 48), true],
    [{ lte: 48 }, between(48, 49), null],
    [{ lte: 48 }, between(49), false],
    [{ gt: 48 }, between(49), true],
    [{ gt: 48 }, between(48), false],
    [{ gt: 48 }, between(48, 49), null],
    [{ gte: 48 }, between(48, 49), true],
    [{ gte: 48 }, between(47, 48), null],
    [{ gte: 48 }, between(47), false],
    [{ gte: 14, lt: 18 }, between(14), true],
    [{ gte: 14, lt: 18 }, between(18), false],
    [{ gte: 14, lt: 18 }, between(13), false],
  ])("%j of %j: %j", (condition, value, expected) => {
    expect(truth(condition, value)).toBe(expected);
  });
});

describe("a word", () => {
  it.each<[Condition, Value | undefined, boolean | null]>([
    ["game", "game", true],
    ["game", "dlc", false],
    ["game", undefined, null],
    [["game", "dlc"], "dlc", true],
    [["game", "dlc"], "pre-order", false],
    [true, true, true],
    [true, false, false],
    [false, false, true],
    [{ isNot: "game" }, "game", false],
    [{ isNot: "game" }, "dlc", true],
    [{ isNot: ["game", "dlc"] }, "dlc", false],
    // Holds too while the fact is not known.
    [{ isNot: "game" }, undefined, true],
    // What is no number and no day lies within no limits.
    [{ lt: 5 }, "game", false],
    [{ lt: 5 }, true, false],
    [{ lt: 5 }, { hundredths: 1, currency: "RUB" }, false],
  ])("%j of %j: %j", (condition, value, expected) => {
    expect(truth(condition, value)).toBe(expected);
  });
});

describe("several together", () => {
  it("one that fails is enough; else what is not known is named, and only that", () => {
    const known = new Map<"event" | "used", Value>([
      ["event", "paid-twice"],
      ["used", false],
    ]);
    expect(judge({ event: "paid-twice", used: false }, known)).toEqual({ truth: true, unknown: [] });
    expect(judge({ event: "paid-twice", shipped: true }, known)).toEqual({ truth: null, unknown: ["shipped"] });
    expect(judge({ event: "other", shipped: true }, known)).toEqual({ truth: false, unknown: [] });
    expect(judge({}, known)).toEqual({ truth: true, unknown: [] });
  });
});
