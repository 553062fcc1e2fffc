import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentOf, parseMoment, parsePast } from "../../src/values/moment.js";

const utc = (text: string) => Date.parse(text);

describe("a date, or a date and time", () => {
  test("a bare date has no time of day", () => {
    expect(parseMoment(" 2026-11-22 ")).toEqual({ text: "2026-11-22", date: "2026-11-22", epoch: null });
  });

  test.each([
    ["2026-11-22T12:00", "2026-11-22T12:00:00+03:00", "2026-11-22T09:00:00Z", "without a zone it is Moscow time"],
    ["2026-11-22 12:00", "2026-11-22T12:00:00+03:00", "2026-11-22T09:00:00Z", "a space for the T"],
    ["2026-11-22t12:00:07z", "2026-11-22T15:00:07+03:00", "2026-11-22T12:00:07Z", "lower case"],
    ["2026-11-22T12:00:07.123Z", "2026-11-22T15:00:07+03:00", "2026-11-22T12:00:07Z", "a fraction of a second"],
    [
      "2026-11-22T01:30+05:30",
      "2026-11-21T23:00:00+03:00",
      "2026-11-21T20:00:00Z",
      "a zone ahead: yesterday in Moscow",
    ],
    ["2026-11-22T23:30-0800", "2026-11-23T10:30:00+03:00", "2026-11-23T07:30:00Z", "a zone behind: tomorrow in Moscow"],
    ["2024-02-29T00:00", "2024-02-29T00:00:00+03:00", "2024-02-28T21:00:00Z", "a leap day"],
  ])("%s", (given, text, instant) => {
    expect(parseMoment(given)).toEqual({ text, date: text.slice(0, 10), epoch: utc(instant) });
  });

  test.each([
    ["22.11.2026", "2026-11-22"],
    [" 1.2.2026 ", "2026-02-01"],
    ["22/11/2026", "2026-11-22"],
    ["22-11-2026", "2026-11-22"],
    ["1900-01-01", "1900-01-01"],
    ["2026.11.22", "2026-11-22"],
    ["2026-1-2", "2026-01-02"],
    ["2026\u201111\u201122", "2026-11-22"],
    ["２０２６-11-22", "2026-11-22"],
    ["22.11.2026 г.", "2026-11-22"],
    ["22.11.2026г", "2026-11-22"],
    ["22.11.2026 года", "2026-11-22"],
    ["22 ноября 2026", "2026-11-22"],
    ["1 Мая 2026 г.", "2026-05-01"],
    ["22 нояб. 2026", "2026-11-22"],
    ["22 November 2026", "2026-11-22"],
    ["Nov 22, 2026", "2026-11-22"],
    ["22.11.2026 18:30", "2026-11-22T18:30:00+03:00"],
    ["22 ноября 2026 в 9:05", "2026-11-22T09:05:00+03:00"],
    ["22.11.2026, 18:30", "2026-11-22T18:30:00+03:00"],
  ])("%j is %s", (given, text) => {
    expect(parseMoment(given).text).toBe(text);
  });

  test.each([
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-11-22T24:00",
    "2026-11-22T12:60",
    "2026-11-22T12:00:60",
    "2026-11-22T12:00+15:00",
    "2026-11-22T12:00+03:75",
    "2026-11-22T12",
    "2026-11",
    "26-11-22",
    "0026-11-22",
    "22.11.26",
    "22.11",
    "11/22/2026",
    "20.11/2026",
    "31 ноября 2026",
    "20 мартобря 2026",
    "120.11.2026",
    "22.11.20261",
    "on 20.11.2026",
    "2026-11-22T12:00 Moscow",
    "9999-12-31T23:59-08:00",
    "завтра",
    "1766000000",
    "",
  ])("%j is no moment", (given) => {
    expect(() => parseMoment(given)).toThrow(expect.objectContaining({ code: "impossible-date" }));
  });
});

describe("now", () => {
  test("is on a Moscow clock, where the day begins three hours before UTC's", () => {
    expect(momentOf(utc("2026-11-22T20:59:59Z"))).toMatchObject({
      text: "2026-11-22T23:59:59+03:00",
      date: "2026-11-22",
    });
    expect(momentOf(utc("2026-11-22T21:00:00Z"))).toMatchObject({
      text: "2026-11-23T00:00:00+03:00",
      date: "2026-11-23",
    });
  });

  test("said in full and read back it is the same moment", () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const now = momentOf(second * 1000);
        expect(parseMoment(now.text)).toEqual(now);
        expect(utc(now.text)).toBe(second * 1000);
      }),
    );
  });
});

test("the same instant is the same moment in every zone, and has come or not alike", () => {
  const inZone = (epoch: number, minutes: number): string => {
    const pad = (value: number) => String(Math.trunc(value)).padStart(2, "0");
    const local = new Date(epoch + minutes * 60_000).toISOString().slice(0, 19);
    return `${local}${minutes < 0 ? "-" : "+"}${pad(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`;
  };
  const epochs = fc.integer({ min: 0, max: 4_000_000_000 }).map((second) => second * 1000);
  const zones = fc.integer({ min: -56, max: 56 }).map((quarter) => quarter * 15);
  const isRefused = (given: string, now: string): boolean => {
    try {
      parsePast(given, parseMoment(now));
      return false;
    } catch {
      return true;
    }
  };
  fc.assert(
    fc.property(epochs, epochs, fc.tuple(zones, zones, zones), (one, other, [a, b, c]) => {
      expect(parseMoment(inZone(one, a))).toEqual(parseMoment(inZone(one, b)));
      expect(isRefused(inZone(one, a), inZone(other, c))).toBe(one > other);
    }),
  );
  expect(isRefused("2026-11-23", "2026-11-22T23:59-08:00")).toBe(false);
  expect(isRefused("2026-11-23T01:00+10:00", "2026-11-22T20:00+03:00")).toBe(false);
  expect(isRefused("2026-11-22T20:01+03:00", "2026-11-22T17:00Z")).toBe(true);
  expect(isRefused("2026-11-22T20:00+03:00", "2026-11-22T17:00Z")).toBe(false);
  // A day beside a moment is held to that moment's day in Moscow.
  expect(isRefused("2026-11-24", "2026-11-22T23:59-08:00")).toBe(true);
  expect(isRefused("2026-11-22T23:00", "2026-11-22")).toBe(false);
  expect(isRefused("2026-11-23T00:00", "2026-11-22")).toBe(true);
});

test("what has not come yet is refused as such", () => {
  const given = "2026-11-23";
  expect(() => parsePast(given, parseMoment("2026-11-22"))).toThrow(
    expect.objectContaining({
      name: "Problem",
      message: "impossible-date: date-to-come",
      code: "impossible-date",
      key: "date-to-come",
      values: { given },
    }),
  );
});

test("whatever is typed is a moment or an impossible date, never a crash", () => {
  const nearly = fc.stringMatching(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly), (given) => {
      try {
        const { date, epoch } = parseMoment(given);
        expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
        expect(Number.isNaN(epoch)).toBe(false);
      } catch (error) {
        expect(error).toMatchObject({ code: "impossible-date", values: { given } });
      }
    }),
  );
});
