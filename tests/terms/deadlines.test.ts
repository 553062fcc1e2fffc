/** Terms against dates counted by hand on a paper calendar of 2025 and 2026. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Calendar } from "../../src/directory/types.js";
import { daysLeft, dueDate, isDayOff } from "../../src/terms/deadlines.js";
import type { DeadlineEvent } from "../../src/vocabulary/terms.js";

const calendar = JSON.parse(readFileSync("data/calendar.json", "utf8")) as Calendar;
const term = (amount: number, unit: "calendar-day" | "working-day" | "month" | "hour" | "minute") =>
  ({ amount, unit, direction: "after" }) as const;
const of = (from: DeadlineEvent, amount: number) => ({ ...term(amount, "hour"), from });
const ahead = (amount: number) => ({ ...of("end-of-paid-term", amount), direction: "before" as const });

const MONTH_BEFORE = { ...term(1, "month"), direction: "before" as const };

describe("the last day of a term", () => {
  it.each([
    ["30 days from a Sunday", term(30, "calendar-day"), "2026-11-22", "2026-12-22"],
    ["60 days over the new year", term(60, "calendar-day"), "2026-11-22", "2027-01-21"],
    ["the next day over the end of February", term(1, "calendar-day"), "2026-02-28", "2026-03-01"],
    ["the next day in a leap year", term(1, "calendar-day"), "2024-02-28", "2024-02-29"],
    ["6 months", term(6, "month"), "2026-05-23", "2026-11-23"],
    ["6 months to a Sunday: the Monday after it", term(6, "month"), "2026-05-29", "2026-11-30"],
    ["6 months from the 31st to a month of 30 days", term(6, "month"), "2026-03-31", "2026-09-30"],
    // Bought at 00:05, it is too late at 00:05 on the 24th; who was applied to at 23:55 has until 23:55.
    ["48 hours of one's own: the last whole day", of("payment", 48), "2026-11-22", "2026-11-23"],
    ["48 hours of the other side", of("application", 48), "2026-11-22", "2026-11-24"],
    ["12 hours of one's own, without a time of day", of("payment", 12), "2026-11-22", "2026-11-22"],
    ["12 hours of the other side", of("application", 12), "2026-11-22", "2026-11-22"],
    // Paid until 00:05 of the 10th, it is charged from 16:05 of the 8th, or of the 9th, on.
    ["8 hours before a bare day", ahead(8), "2026-12-10", "2026-12-08"],
    ["24 hours before a bare day", ahead(24), "2026-12-10", "2026-12-08"],
    ["a month before, to a Sunday: no day later", MONTH_BEFORE, "2026-12-29", "2026-11-29"],
    ["5 minutes", term(5, "minute"), "2026-11-22", "2026-11-22"],
    ["10 working days with no holiday", term(10, "working-day"), "2026-11-22", "2026-12-04"],
    ["1 working day from a Friday", term(1, "working-day"), "2026-11-20", "2026-11-23"],
    ["1 working day before the May holidays of 2026", term(1, "working-day"), "2026-04-30", "2026-05-04"],
    ["1 working day over 9 to 11 May 2026", term(1, "working-day"), "2026-05-08", "2026-05-12"],
    ["1 working day over the new year holidays of 2026", term(1, "working-day"), "2025-12-30", "2026-01-12"],
    ["a Saturday that was worked", term(1, "working-day"), "2025-10-31", "2025-11-01"],
    ["15 working days with November 4", term(15, "working-day"), "2026-10-20", "2026-11-11"],
  ])("%s", (_what, term, start, last) => {
    const calendarKnown = last.slice(0, 4) in calendar.years;
    expect(dueDate(term, start, calendar)).toMatchObject({ date: last, calendarKnown });
  });

  it("runs back from the event where the term stands before it", () => {
    expect(dueDate({ amount: 10, unit: "calendar-day", direction: "before" }, "2026-12-05", calendar).date).toBe(
      "2026-11-25",
    );
    expect(dueDate({ amount: 1, unit: "working-day", direction: "before" }, "2026-11-23", calendar).date).toBe(
      "2026-11-20",
    );
  });

  it("says when it falls on a day off", () => {
    expect(dueDate(term(30, "calendar-day"), "2026-11-20", calendar).dayOff).toBe(true); // Sunday 20 December
    expect(dueDate(term(30, "calendar-day"), "2026-11-23", calendar).dayOff).toBe(false); // Wednesday
    expect(isDayOff("2026-12-31", calendar)).toBe(true);
  });

  it("says when a year's transfers of days off are not known", () => {
    expect(dueDate(term(10, "working-day"), "2027-12-28", calendar)).toEqual({
      date: "2028-01-19",
      dayOff: false,
      calendarKnown: false,
    });
    // Counted from a year that is not known into one that is, and the other way round.
    expect(dueDate(term(10, "working-day"), "2024-12-20", calendar)).toMatchObject({
      date: "2025-01-13",
      calendarKnown: false,
    });
    expect(dueDate(term(10, "calendar-day"), "2024-12-25", calendar).calendarKnown).toBe(true);
    expect(dueDate(term(1, "month"), "2027-12-25", calendar).calendarKnown).toBe(false);
  });

  it("counts 247 working days in each year with a decree", () => {
    for (const year of Object.keys(calendar.years)) {
      const days = Array.from({ length: 365 }, (_, day) =>
        new Date(Date.UTC(Number(year), 0, 1 + day)).toISOString().slice(0, 10),
      );
      expect(days.filter((one) => !isDayOff(one, calendar))).toHaveLength(247);
    }
  });

  it("moves a day off by the Labour Code in a year without a decree, and no New Year holiday", () => {
    // 4 November 2028 is a Saturday and of 2029 a Sunday; 8 January 2028 is a Saturday.
    expect(
      ["2028-11-06", "2028-11-07", "2028-11-13", "2029-11-05", "2029-11-06", "2028-01-10"].map((one) =>
        isDayOff(one, calendar),
      ),
    ).toEqual([true, false, false, true, false, false]);
  });

  it("refuses to leave the calendar, with a problem that says so", () => {
    expect(() => dueDate(term(6, "month"), "9999-12-31", calendar)).toThrowError(
      expect.objectContaining({ code: "impossible-date", key: "date-out-of-range" }),
    );
    expect(dueDate(term(1, "calendar-day"), "9999-12-30", calendar).date).toBe("9999-12-31");
  });
});

describe("properties", () => {
  const day = fc
    .date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("a working-day term ends on a day that is worked, and is never shorter than as many calendar days", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (start, days) => {
        const due = dueDate(term(days, "working-day"), start, calendar);
        expect(due.dayOff).toBe(false);
        expect(daysLeft(due.date, start)).toBeGreaterThanOrEqual(days);
      }),
    );
  });

  it("days left and a term of days undo each other", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (start, days) => {
        expect(daysLeft(dueDate(term(days, "calendar-day"), start, calendar).date, start)).toBe(days);
      }),
    );
  });
});
