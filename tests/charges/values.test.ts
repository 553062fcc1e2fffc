/** What a person wrote of a purchase, word by word: the value it becomes, or what is said of it. */
import { describe, expect, it } from "vitest";
import { type GivenPurchase, parseFact, purchaseOf } from "../../src/charges/purchase.js";
import { dueDate } from "../../src/terms/deadlines.js";
import { parseMoment } from "../../src/values/moment.js";
import { Problem } from "../../src/values/problem.js";
import type { PurchaseFact } from "../../src/vocabulary/charges.js";
import { DAY } from "../support/charge-book.js";

const NOW = parseMoment(DAY);
const purchase = (given: GivenPurchase, asOf = DAY) => purchaseOf(given, {}, parseMoment(asOf));

function problemOf(act: () => unknown): Pick<Problem, "code" | "key" | "values" | "allowed" | "hints"> {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) {
      const { code, key, values, allowed, hints } = error;
      return { code, key, values, allowed, hints };
    }
    throw error;
  }
  throw new Error("nothing was wrong");
}

describe("a date", () => {
  it("that cannot be is named as it was written", () => {
    const given = "31.04.2026";
    expect(problemOf(() => parseFact("paid-on", given, NOW))).toMatchObject({
      code: "impossible-date",
      key: "impossible-date",
      values: { given },
    });
  });

  it("that lies ahead is named with today's", () => {
    expect(problemOf(() => parseFact("paid-on", "23.11.2026", NOW))).toMatchObject({
      code: "contradictory-facts",
      key: "date-ahead",
      values: { fact: "paid-on", given: "2026-11-23", now: "2026-11-22" },
    });
    expect(parseFact("paid-on", "22.11.2026", NOW)).toMatchObject({ date: "2026-11-22" });
  });

  it("of a term that leaves the calendar says so, and the last day of all is a day", () => {
    const calendar = { holidays: [], years: {} } as unknown as Parameters<typeof dueDate>[2];
    const term = { amount: 1, unit: "calendar-day", direction: "after" } as const;
    expect(dueDate(term, "9999-12-30", calendar)).toMatchObject({ date: "9999-12-31", calendarKnown: false });
    expect(problemOf(() => dueDate(term, "9999-12-31", calendar))).toMatchObject({ key: "date-out-of-range" });
  });
});

describe("a number", () => {
  it.each([
    ["5", 5],
    [" 1,5 ", 1.5],
    ["1.25", 1.25],
    ["0", 0],
    ["1000000", 1_000_000],
  ])("%j is %d", (given, value) => {
    expect(parseFact("hours-played", given, NOW)).toEqual({ min: value, max: value });
  });

  it.each([
    ["-5", "negative-number"],
    ["- 5", "negative-number"],
    ["-", "not-a-number"],
    ["5-6", "not-a-number"],
    ["-x5", "not-a-number"],
    ["5x", "not-a-number"],
    ["x5", "not-a-number"],
    ["1.", "not-a-number"],
    ["1000001", "not-a-number"],
    ["12345678", "not-a-number"],
    ["five", "not-a-number"],
  ])("%j is none: %s", (given, key) => {
    const values = { fact: "hours-played", given };
    expect(problemOf(() => parseFact("hours-played", given, NOW))).toMatchObject({
      code: "unknown-value",
      key,
      values,
    });
  });
});

describe("a word", () => {
  it.each<[PurchaseFact, string, unknown]>([
    ["used", "Да", true],
    ["used", "yes", true],
    ["used", "1", true],
    ["used", "нет", false],
    ["used", "N", false],
    ["event", " Paid-Twice ", "paid-twice"],
    ["event", " Unknown ", "unknown"],
    ["used", "unknown ", "unknown"],
    ["paid-on", " unknown", "unknown"],
  ])("%s %j is %j", (fact, given, value) => {
    expect(parseFact(fact, given, NOW)).toBe(value);
  });

  it("nobody knows is named beside those that are known, the nearest first", () => {
    expect(problemOf(() => parseFact("event", "paid-twise", NOW))).toEqual({
      code: "unknown-value",
      key: "unknown-value",
      values: { fact: "event", given: "paid-twise" },
      allowed: ["unauthorised", "not-received", "paid-twice", "change-of-mind", "other"],
      hints: ["paid-twice"],
    });
    expect(problemOf(() => parseFact("used", "perhaps", NOW))).toMatchObject({
      code: "unknown-value",
      key: "unknown-value",
      values: { fact: "used", given: "perhaps" },
      allowed: ["yes", "no"],
    });
  });
});

describe("what follows", () => {
  it("a day of receipt means it was received, unless it is denied", () => {
    expect(purchase({ "received-on": "2026-11-20" }).known.get("received")).toBe(true);
    expect(purchase({ "received-on": "2026-11-20", received: "no" }).known.get("received")).toBe(false);
    expect(purchase({ "released-on": "2026-11-20", released: "no" }).known.get("released")).toBe(false);
    expect(purchase({ "paid-on": "2026-11-20" }).known.has("received")).toBe(false);
  });

  it("what did not come was not received; of other events that is not known", () => {
    expect(purchase({ event: "not-received" }).known.get("received")).toBe(false);
    expect(purchase({ event: "paid-twice" }).known.has("received")).toBe(false);
  });

  it("a sum in another currency than dollars is not asked again", () => {
    expect([...purchase({ amount: "150 ₽" }).declined]).toEqual(["amount"]);
    expect([...purchase({ amount: "$1.50" }).declined]).toEqual([]);
    expect([...purchase({ amount: "unknown" }).declined]).toEqual(["amount"]);
  });

  it("a demand and a claim are made on their days, or were not made", () => {
    const { known } = purchase({ "demanded-on": "2026-11-20" });
    expect([known.get("demand-made"), known.get("claim-sent")]).toEqual([true, false]);
    expect(purchase({ "claimed-on": "2026-11-20" }).known.get("claim-sent")).toBe(true);
  });

  it("a bare day is a day in Moscow, from midnight to midnight", () => {
    const { known } = purchase({ "paid-on": "2026-11-20" }, "2026-11-22T18:30+03:00");
    const { min, max } = known.get("hours-since-payment") as { min: number; max: number };
    // From the end and from the beginning of the 20th, to half past six in the evening of the 22nd.
    expect([min, max].map((hours) => Math.round(hours * 10) / 10)).toEqual([42.5, 66.5]);
    expect(purchase({ "paid-on": "2026-11-22" }, "2026-11-22T18:30").known.get("hours-since-payment")).toEqual({
      min: 0,
      max: 18.5,
    });
  });

  it("days are whole ones, and negative before a release", () => {
    const { known } = purchase({ "paid-on": "2026-11-20", "received-on": "2026-11-21", "released-on": "2026-11-25" });
    expect(known.get("days-since-payment")).toEqual({ min: 2, max: 2 });
    expect(known.get("days-since-receipt")).toEqual({ min: 1, max: 1 });
    expect(known.get("days-since-release")).toEqual({ min: -3, max: -3 });
  });
});

describe("two facts that cannot both be", () => {
  it.each<[GivenPurchase, string, string]>([
    [{ event: "not-received", "received-on": "2026-11-19" }, "--event not-received", "--received-on"],
    [{ event: "not-received", received: "yes" }, "--event not-received", "--received yes"],
    [{ "paid-on": "2026-11-20", "received-on": "2026-11-19" }, "--received-on", "--paid-on"],
    [{ "paid-on": "2026-11-20", "approved-on": "2026-11-19" }, "--approved-on", "--paid-on"],
    [{ "claimed-on": "2026-11-20", "approved-on": "2026-11-19" }, "--approved-on", "--claimed-on"],
    [{ "paid-on": "2026-11-20", "demanded-on": "2026-11-19" }, "--demanded-on", "--paid-on"],
    [{ "paid-on": "2026-11-20", "bank-notified-on": "2026-11-19" }, "--bank-notified-on", "--paid-on"],
  ])("%j are both named", (given, first, second) => {
    const said = problemOf(() => purchase(given));
    expect(said).toMatchObject({ code: "contradictory-facts", key: "purchase-contradicts", values: { first, second } });
  });

  it("may be of one day", () => {
    const one = "2026-11-20";
    expect(() => purchase({ "paid-on": one, "received-on": one, "claimed-on": one, "approved-on": one })).not.toThrow();
  });
});
