/** Facts of a purchase from words, and the dates that follow from them. */
import { describe, expect, it } from "vitest";
import { type GivenPurchase, kindOf, purchaseOf, startOf } from "../../src/charges/purchase.js";
import { evaluate, routesFor } from "../../src/charges/refund.js";
import { termsOf } from "../../src/charges/terms.js";
import { parseMoment } from "../../src/values/moment.js";
import { Problem } from "../../src/values/problem.js";
import { PURCHASE_FACTS } from "../../src/vocabulary/charges.js";
import { DEADLINE_EVENTS } from "../../src/vocabulary/terms.js";
import { calendar, DAY, grounds, refundRoutes, rulesOf } from "../support/charge-book.js";

const purchase = (given: GivenPurchase, asOf = DAY) => purchaseOf(given, {}, parseMoment(asOf)).known;

function problemOf(given: GivenPurchase, asOf = DAY): string {
  try {
    purchase(given, asOf);
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return "none";
}

describe("facts", () => {
  it.each<[GivenPurchase, string]>([
    [{ "paid-on": "2026-02-30" }, "impossible-date"],
    [{ "paid-on": "31.04.2026" }, "impossible-date"],
    [{ "paid-on": "yesterday" }, "impossible-date"],
    [{ "paid-on": "2026-11-23" }, "contradictory-facts"],
    [{ "paid-on": "2026-11-20", "received-on": "2026-11-19" }, "contradictory-facts"],
    [{ "paid-on": "2026-11-10", "claimed-on": "2026-11-09" }, "contradictory-facts"],
    [{ "claimed-on": "2026-11-10", "approved-on": "2026-11-09" }, "contradictory-facts"],
    [{ "paid-on": "2026-11-10", "bank-notified-on": "2026-11-09" }, "contradictory-facts"],
    [{ "paid-on": "2026-11-10", "claimed-on": "2026-11-09", recurring: "yes" }, "none"],
    [{ event: "not-received", "received-on": "2026-11-19" }, "contradictory-facts"],
    [{ product: "gamekey" }, "unknown-value"],
    [{ used: "perhaps" }, "unknown-value"],
    [{ "hours-played": "-1" }, "unknown-value"],
    [{ "minutes-between": "five" }, "unknown-value"],
    [{ amount: "-599" }, "impossible-amount"],
    [{ "released-on": "2027-06-01" }, "none"],
    [{ "paid-on": "20.11.2026" }, "none"],
    [{ "paid-on": "20.11.2026 18:30" }, "none"],
    [{ used: "Да" }, "none"],
    [{ amount: "1 299,50 ₽" }, "none"],
  ])("%j: %s", (given, code) => {
    expect(problemOf(given)).toBe(code);
  });

  it("of the release follow from its date", () => {
    expect(purchase({ "released-on": "2026-11-22" }).get("released")).toBe(true);
    expect(purchase({ "released-on": "2026-11-23" }).get("released")).toBe(false);
  });

  it("of hours are as exact as what is known", () => {
    const hours = (paid: string, asOf: string) => purchase({ "paid-on": paid }, asOf).get("hours-since-payment");
    expect(hours("2026-11-20T18:30", "2026-11-22T18:30")).toEqual({ min: 48, max: 48 });
    expect(hours("2026-11-20T18:30+05:00", "2026-11-22T18:30+03:00")).toEqual({ min: 50, max: 50 });
    const { min, max } = hours("2026-11-20", "2026-11-22") as { min: number; max: number };
    expect([Math.round(min), Math.round(max)]).toEqual([24, 72]);
  });

  it("of dollars count as dollars, of roubles as not known in dollars", () => {
    expect(purchase({ amount: "$1.50" }).get("amount-usd")).toEqual({ min: 1.5, max: 1.5 });
    expect(purchase({ amount: "150 ₽" }).has("amount-usd")).toBe(false);
  });

  it("all have a kind", () => {
    for (const fact of PURCHASE_FACTS) expect(kindOf(fact).kind).toMatch(/^(choice|yes-no|number|date|amount)$/);
  });
});

/** The terms of a ground for a purchase: event, last day, days left. */
function terms(ground: string, given: GivenPurchase, asOf = DAY) {
  const named = grounds.filter(({ id }) => id === ground);
  expect(named).toHaveLength(1);
  return termsOf(named, purchase(given, asOf), parseMoment(asOf), calendar).map((term) => ({
    from: term.deadline.from,
    due: term.due,
    left: term.daysLeft,
  }));
}

describe("terms", () => {
  it.each<[string, GivenPurchase, string, number]>([
    ["xsolla-14-days", { "received-on": "2026-11-20" }, "2026-12-04", 12],
    ["xsolla-14-days", { "received-on": "2026-11-01" }, "2026-11-15", -7],
    ["steam-refund-14-2", { "paid-on": "2026-11-20" }, "2026-12-04", 12],
    ["steam-refund-ingame", { "paid-on": "2026-11-21" }, "2026-11-22", 0],
    ["steam-refund-time", { "approved-on": "2026-11-20" }, "2026-11-27", 5],
    ["bank-notify-next-day", { "bank-notified-on": "2026-11-22" }, "2026-11-23", 1],
    ["law-55-filing", { "paid-on": "2026-08-31" }, "2027-03-01", 99],
    ["law-55-answer-30", { "claimed-on": "2026-11-20" }, "2026-12-20", 28],
    ["law-55-answer-60", { "claimed-on": "2026-11-20" }, "2027-01-19", 58],
    ["law-zpp16-3-days", { "demanded-on": "2026-11-20" }, "2026-11-23", 1],
    ["law-zpp31", { "demanded-on": "2026-11-20" }, "2026-11-30", 8],
    ["rustore-renewal-window", { "paid-until": "2026-12-01" }, "2026-11-29", 7],
  ])("%s from %j end on %s", (ground, given, due, left) => {
    expect(terms(ground, given)[0]).toMatchObject({ due, left });
  });

  it("xsolla-10-business-days counts working days of Russia", () => {
    // 20 November 2026 is a Friday: two whole weeks of working days end on Friday, 4 December.
    expect(terms("xsolla-10-business-days", { "approved-on": "2026-11-20" })[0]?.due).toBe("2026-12-04");
    // New Year's holidays of 2026 end with Sunday, 11 January.
    expect(terms("xsolla-10-business-days", { "approved-on": "2025-12-30" }, "2026-01-20")[0]?.due).toBe("2026-01-23");
  });

  it("in hours end at the minute where the payment is known to the minute", () => {
    const [term] = termsOf(
      grounds.filter(({ id }) => id === "steam-refund-ingame"),
      purchase({ "paid-on": "2026-11-21T18:30" }),
      parseMoment(DAY),
      calendar,
    );
    expect(term?.dueAt).toBe("2026-11-23T18:30:00+03:00");
  });

  it("without their event say which fact gives the date", () => {
    for (const event of DEADLINE_EVENTS) {
      const { fact, moment } = startOf(event, purchase({}));
      expect(moment).toBeNull();
      if (event !== "tariff-change" && event !== "lawsuit") expect(PURCHASE_FACTS).toContain(fact);
    }
    expect(terms("xsolla-14-days", {})[0]).toEqual({ from: "receipt", due: null, left: null });
  });
});

const routes = (given: GivenPurchase) => routesFor(refundRoutes, purchase(given)).map(({ ground }) => ground);

describe("ways beside the seller's rules", () => {
  it("are never closed by a seller's no", () => {
    const given = { "paid-with": "russian-card", state: "posted", event: "paid-twice", product: "game-key" };
    const known = { ...given, "minutes-between": "1", "received-on": "2026-11-20" };
    expect(evaluate(rulesOf("xsolla"), purchaseOf(known, {}, parseMoment(DAY))).decision?.outcome).toBe(
      "refund-not-possible",
    );
    expect(routes(known)).toEqual(expect.arrayContaining(["bank-dispute-merchant", "law-zpp17", "letter-rpn"]));
  });

  it("always include a bank, the law and a regulator while nothing is known", () => {
    const ways = new Set(routesFor(refundRoutes, purchase({})).map(({ route }) => route));
    expect([...ways].sort()).toEqual(["bank", "law", "regulator"]);
  });

  it("law-zpp161-4-2: a card that was refused may not be charged, since 1 March 2026", () => {
    const refused = { recurring: "yes", "data-refused": "yes", "paid-with": "russian-card" };
    expect(routes({ ...refused, "paid-on": "2026-03-01" })).toContain("law-zpp161-4-2");
    expect(routes({ ...refused, "paid-on": "2026-02-28" })).not.toContain("law-zpp161-4-2");
    expect(routes({ ...refused, "paid-on": "2026-03-01", "paid-with": "phone-account" })).not.toContain(
      "law-zpp161-4-2",
    );
  });

  it.each([
    ["13", "law-gk28", ["law-gk181-void"]],
    ["14", "law-gk26", ["law-gk181"]],
    ["17", "law-gk26", ["law-gk181"]],
  ])("a buyer of %s without the parents' consent: %s, with the time to sue", (age, ground, also) => {
    const found = routesFor(refundRoutes, purchase({ "buyer-age": age, "parent-consent": "no" }));
    const deals = found.filter((one) => one.ground.startsWith("law-gk"));
    expect(deals.map((one) => [one.ground, one.also])).toEqual([[ground, also]]);
  });

  it("a buyer of 18, or parents who consented, close those of children", () => {
    expect(routes({ "buyer-age": "18", "parent-consent": "no" }).filter((id) => id.startsWith("law-gk"))).toEqual([]);
    expect(routes({ "buyer-age": "10", "parent-consent": "yes" }).filter((id) => id.startsWith("law-gk"))).toEqual([]);
  });

  it("money from the phone account goes to the regulator of telecom, not to a bank", () => {
    const found = routes({ "paid-with": "phone-account" });
    expect(found).toContain("letter-rkn");
    expect(found.filter((id) => id.startsWith("bank-"))).toEqual([]);
  });
});
