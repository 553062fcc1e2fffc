/** Who is named for a charge and which ways are left, and the terms of a ground: with made-up sellers and grounds, so that each step shows. */
import { describe, expect, it } from "vitest";
import { answerCharge, type Charge } from "../../src/charges/charge.js";
import { remainder } from "../../src/charges/descriptor.js";
import { purchaseOf } from "../../src/charges/purchase.js";
import { termsOf } from "../../src/charges/terms.js";
import type { Deadline, Ground, Likelihood } from "../../src/directory/types.js";
import { parseMoment } from "../../src/values/moment.js";
import { calendar, DAY } from "../support/charge-book.js";
import { seller } from "../support/made-up-seller.js";

const spelled = (text: string) => ({ text, whole: false, ground: "g", means: null });
const PHONE = seller("phone-account-way", {
  aliases: ["GORODOK TELECOM"],
  accounts: ["mobile"],
  generalFor: "mobile",
  shortNumbers: "switch-off",
  checklist: "phone-charges",
});
const CARD = seller("bank-card-way-here", {
  aliases: ["GORODOK TELECOM BANK", "GORODOK"],
  accounts: ["card"],
  generalFor: "card",
  checklist: "bank-charges",
});
const SHOP = seller("gameshop-of-cards", {
  descriptors: [spelled("GAMESHOP")],
  accounts: ["card"],
  checklist: "shop",
});
const ALL = [SHOP, PHONE, CARD];

function ask(charge: Partial<Charge>) {
  const answer = answerCharge({ given: null, account: null, ofOperator: false, numberOf: null, ...charge }, ALL, DAY);
  return {
    ...answer,
    candidates: answer.candidates.map(({ merchant, match, matched, confidence, checklist, otherAccount }) =>
      [merchant.id, match, matched, confidence, checklist, otherAccount].join(" | "),
    ),
    paths: answer.paths.map(({ id }) => id),
  };
}

const NOTHING = { descriptor: null, account: null, candidates: [], free: false, paths: [], needs: [] };

describe("a charge", () => {
  it("of which nothing is known is asked about, and the ways of both accounts are given", () => {
    expect(ask({})).toEqual({ ...NOTHING, paths: [PHONE.id, CARD.id], needs: ["account", "descriptor"] });
    expect(ask({ account: "card" })).toEqual({ ...NOTHING, account: "card", paths: [CARD.id], needs: ["descriptor"] });
  });

  it("of an unknown line shows the line without its numbers", () => {
    expect(ask({ given: " QWERTY 9261110500 " })).toMatchObject({ descriptor: "QWERTY 926*******", candidates: [] });
  });

  it("from a short number of a bank left the card", () => {
    expect(ask({ given: " 900 ", numberOf: "bank" })).toEqual({
      ...NOTHING,
      descriptor: "900",
      candidates: [`${CARD.id} | short-number | 900 | medium | bank-charges | false`],
    });
  });

  it("to an emergency number costs nothing; to somebody else's it is nobody's known", () => {
    expect(ask({ given: "112", numberOf: "emergency" })).toEqual({ ...NOTHING, descriptor: "112", free: true });
    expect(ask({ given: "112", numberOf: "other" })).toEqual({
      ...NOTHING,
      descriptor: "112",
      paths: [PHONE.id, CARD.id],
      needs: ["account"],
    });
  });

  it("of a short number is to be switched off; of the phone account by name it is a mystery still", () => {
    expect(ask({ given: "5151", numberOf: "operator" }).candidates).toEqual([
      `${PHONE.id} | short-number | 5151 | medium | switch-off | false`,
    ]);
    expect(ask({ given: PHONE.id }).candidates).toEqual([
      `${PHONE.id} | name | ${PHONE.id} | high | phone-charges | false`,
    ]);
  });

  it("in an operator's name left the account of the phone, or the account that is stated", () => {
    const named = { given: "ZVONKO", ofOperator: true };
    expect(ask(named).candidates).toEqual([`${PHONE.id} | name | ZVONKO | medium | phone-charges | false`]);
    expect(ask({ ...named, account: "card" }).candidates).toEqual([
      `${CARD.id} | name | ZVONKO | medium | bank-charges | false`,
    ]);
    expect(ask(named)).toMatchObject({ paths: [], needs: [] });
  });

  it("of a seller with an operator's name is the seller's", () => {
    expect(ask({ given: "GAMESHOP", ofOperator: true }).candidates).toEqual([
      `${SHOP.id} | exact | GAMESHOP | high | shop | false`,
    ]);
  });

  it("in a name that a bank shares with an operator asks which account it was, and puts the one stated first", () => {
    const shared = { given: "GORODOK", ofOperator: true };
    expect(ask(shared)).toMatchObject({
      candidates: [
        `${CARD.id} | name | GORODOK | high | bank-charges | false`,
        `${PHONE.id} | name | GORODOK | medium | phone-charges | false`,
      ],
      needs: ["account"],
    });
    expect(ask({ ...shared, account: "mobile" })).toMatchObject({
      candidates: [
        `${PHONE.id} | name | GORODOK | medium | phone-charges | false`,
        `${CARD.id} | name | GORODOK | high | bank-charges | true`,
      ],
      needs: [],
    });
    // Each is named once, even where its own name was recognised.
    expect(ask({ ...shared, account: "card" }).candidates).toEqual([
      `${CARD.id} | name | GORODOK | high | bank-charges | false`,
    ]);
  });

  it("seen on another account than the seller takes from leaves that account's way open", () => {
    expect(ask({ given: "GAMESHOP", account: "mobile" })).toMatchObject({
      candidates: [`${SHOP.id} | exact | GAMESHOP | high | shop | true`],
      paths: [PHONE.id],
    });
    expect(ask({ given: "GAMESHOP", account: "card" })).toMatchObject({ paths: [], needs: [] });
    expect(ask({ given: "GAMESHOP" })).toMatchObject({ paths: [], needs: [] });
  });

  it("that may be a general way does not name that way twice", () => {
    // Half a name: not sure enough to leave the other way out.
    expect(ask({ given: "OPLATA GORODOK" })).toMatchObject({ paths: [PHONE.id], needs: ["account"] });
  });

  it("is as likely as the newest statement in force says", () => {
    const likely = (from: string): Likelihood => ({ from, verdict: "unlikely", check: [], ground: null, text: null });
    for (const order of [
      ["2022-03-10", "2026-04-01"],
      ["2026-04-01", "2022-03-10"],
    ]) {
      const shop = { ...SHOP, likely: order.map(likely) };
      const on = (date: string) =>
        answerCharge({ given: "GAMESHOP", account: null, ofOperator: false, numberOf: null }, [shop], date)
          .candidates[0]?.likely?.from;
      expect(["2022-03-09", "2022-03-10", "2026-03-31", "2026-04-01", DAY].map(on)).toEqual([
        undefined,
        "2022-03-10",
        "2022-03-10",
        "2026-04-01",
        "2026-04-01",
      ]);
    }
  });
});

describe("what stands behind the seller's name", () => {
  it.each([
    [["GAME", "123", "RUS"], "GAME"],
    [["GAME2", "7DAYS", "US"], "GAME2 7DAYS"],
    [["US", "GAME"], "US GAME"],
    [["GAME", "RU", "US"], "GAME"],
    [["RU", "US"], null],
    [["12", "34"], null],
    [["PAY89161234567"], "PAY8916*******"],
    [[], null],
  ])("%j is %j", (words, expected) => {
    expect(remainder(words)).toBe(expected);
  });
});

describe("the terms of a ground", () => {
  const term = (parts: Partial<Deadline>): Deadline => ({
    amount: 48,
    unit: "hour",
    from: "payment",
    direction: "after",
    until: null,
    extend: null,
    when: null,
    ...parts,
  });
  const terms = (deadlines: Deadline[], paid: string | undefined, asOf = DAY) => {
    const now = parseMoment(asOf);
    const { known } = purchaseOf(paid === undefined ? {} : { "paid-on": paid }, {}, now);
    const ground = { id: "g", deadlines } as unknown as Ground;
    return termsOf([ground], known, now, calendar).map(
      ({ start, startFact, due, dueAt, daysLeft, dayOff, calendarKnown }) => ({
        start,
        startFact,
        due,
        dueAt,
        daysLeft,
        dayOff,
        calendarKnown,
      }),
    );
  };
  const UNKNOWN = { start: null, due: null, dueAt: null, daysLeft: null, dayOff: false, calendarKnown: true };

  it("in hours are exact to the minute, in either direction, across midnight", () => {
    const paid = "2026-11-18T23:30";
    expect(terms([term({ amount: 1 })], paid)[0]).toMatchObject({
      start: "2026-11-18",
      due: "2026-11-19",
      dueAt: "2026-11-19T00:30:00+03:00",
      daysLeft: -3,
    });
    expect(terms([term({ amount: 24, direction: "before" })], paid)[0]).toMatchObject({
      due: "2026-11-17",
      dueAt: "2026-11-17T23:30:00+03:00",
      daysLeft: -5,
    });
  });

  it("in days have no minute, nor have hours from a bare day", () => {
    expect(terms([term({ amount: 2, unit: "calendar-day" })], "2026-11-18T23:30")[0]).toMatchObject({
      due: "2026-11-20",
      dueAt: null,
    });
    // The last day that lies within them whole: nobody knows the hour they began at.
    expect(terms([term({ amount: 48 })], "2026-11-18")[0]).toMatchObject({ due: "2026-11-19", dueAt: null });
  });

  it("say whether they end on a day off, and whether that year's days off are known", () => {
    const days = (amount: number) => terms([term({ amount, unit: "calendar-day" })], "2026-11-20")[0];
    // Saturday, Monday, and a day of a year whose transfers are not known yet.
    expect(days(8)).toMatchObject({ due: "2026-11-28", dayOff: true, calendarKnown: true });
    // On Sunday the 22nd what ended on Saturday runs until Monday (Civil Code art. 193).
    expect(days(1)).toMatchObject({ due: "2026-11-23", dayOff: false, daysLeft: 1 });
    expect(days(3)).toMatchObject({ due: "2026-11-23", dayOff: false, calendarKnown: true });
    expect(days(420)).toMatchObject({ due: "2028-01-14", dayOff: false, calendarKnown: false });
    // Friday evening and ten hours more; from a Saturday to a Monday.
    expect(terms([term({ amount: 10 })], "2026-11-20T18:00")[0]).toMatchObject({ due: "2026-11-21", dayOff: true });
    expect(terms([term({})], "2026-11-21T18:00")[0]).toMatchObject({ due: "2026-11-23", dayOff: false });
  });

  it("without their event are open, and minutes between two payments are none", () => {
    expect(terms([term({}), term({ unit: "minute" })], undefined)).toEqual([{ ...UNKNOWN, startFact: "paid-on" }]);
    expect(terms([term({ from: "tariff-change" })], "2026-11-18")).toEqual([{ ...UNKNOWN, startFact: null }]);
  });
});
