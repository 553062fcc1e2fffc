import { describe, expect, test } from "vitest";
import type { Hours } from "../../src/directory/types.js";
import { isOpen } from "../../src/routing/hours.js";
import { parseMoment } from "../../src/values/moment.js";

const text = { ru: "часы", en: "hours" };
const WEEKDAYS = ["mo", "tu", "we", "th", "fr"] as const;
const hours = (schedule: Hours["schedule"], timeZone = "Europe/Moscow"): Hours => ({ text, schedule, timeZone });
const office = (timeZone?: string) =>
  hours(
    [
      { days: WEEKDAYS, from: "09:00", to: "18:00" },
      { days: ["sa"], from: "10:00", to: "24:00" },
    ],
    timeZone,
  );

// 2026-11-20 is a Friday.
describe("a line that answers on weekdays 9 to 18 and on Saturday from 10", () => {
  test.each([
    ["2026-11-20T09:00", true, "at opening"],
    ["2026-11-20T08:59", false, "a minute before"],
    ["2026-11-20T17:59:59", true, "in the last minute"],
    ["2026-11-20T18:00", false, "at closing"],
    ["2026-11-21T09:30", false, "on Saturday before ten"],
    ["2026-11-21T23:59", true, "until midnight"],
    ["2026-11-22T00:00", false, "but not on Sunday"],
    ["2026-11-22T12:00", false, "nor at Sunday noon"],
    ["2026-11-20T06:00Z", true, "9:00 in Moscow, said in UTC"],
    ["2026-11-20T22:00+10:00", true, "15:00 in Moscow, said in Vladivostok"],
  ])("%s: %s (%s)", (moment, open) => {
    expect(isOpen(office(), parseMoment(moment))).toBe(open);
  });

  test("counts the minutes of an hour", () => {
    const line = hours([{ days: WEEKDAYS, from: "08:20", to: "17:40" }]);
    const open = (clock: string) => isOpen(line, parseMoment(`2026-11-20T${clock}`));
    expect(["08:10", "08:20", "08:50", "17:10", "17:39", "17:40", "17:50"].map(open)).toEqual([
      ...[false, true, true, true, true, false, false],
    ]);
  });

  test("keeps the clock of its own city", () => {
    const nine = parseMoment("2026-11-20T09:00+03:00");
    expect(isOpen(office("Asia/Vladivostok"), nine)).toBe(true);
    expect(isOpen(office("Asia/Vladivostok"), parseMoment("2026-11-20T11:00+03:00"))).toBe(false);
    expect(isOpen(office("Europe/Kaliningrad"), nine)).toBe(false);
  });
});

describe("a line of the night, Monday and Tuesday 22 to 6", () => {
  const night = hours([{ days: ["mo", "tu"], from: "22:00", to: "06:00" }]);
  // 2026-11-16 is a Monday.
  test.each([
    ["2026-11-16T05:59", false],
    ["2026-11-16T21:59", false],
    ["2026-11-16T22:00", true],
    ["2026-11-16T23:00", true],
    ["2026-11-17T05:59", true],
    ["2026-11-17T06:00", false],
    ["2026-11-18T00:00", true],
    ["2026-11-18T06:00", false],
    ["2026-11-18T23:00", false],
  ])("%s: %s", (moment, open) => {
    expect(isOpen(night, parseMoment(moment))).toBe(open);
  });

  test("from an hour to the same hour it is open round the clock", () => {
    const whole = hours([{ days: ["mo"], from: "09:00", to: "09:00" }]);
    const open = (moment: string) => isOpen(whole, parseMoment(moment));
    expect(["2026-11-16T08:59", "2026-11-16T09:00", "2026-11-17T08:59", "2026-11-17T09:00"].map(open)).toEqual([
      ...[false, true, true, false],
    ]);
  });
});

test("a line that always answers is open at night", () => {
  expect(isOpen(hours("always"), parseMoment("2026-01-01T03:00"))).toBe(true);
});

test("hours that no source settles stay open questions", () => {
  expect(isOpen(hours(null), parseMoment("2026-11-20T12:00"))).toBeNull();
});

test.each(["always", null, "office"])("a bare date has no hour (%s)", (kind) => {
  const line = kind === "office" ? office() : hours(kind as "always" | null);
  expect(isOpen(line, parseMoment("2026-11-20"))).toBeNull();
});
