/** Every rule of the decision orders, by the id of the fact it stands for: what a person in that case is told. */
import { describe, expect, it } from "vitest";
import type { GivenPurchase } from "../../src/charges/purchase.js";
import { grounds, judged, refunds, rulesOf } from "../support/charge-book.js";

/** The facts the refund rules were collected under, in the order in which they are tried. */
const DECISION_ORDER = {
  xsolla: [
    "xsolla-hold",
    "xsolla-pending-declined",
    "xsolla-policy-type",
    "xsolla-refund-preorder",
    "xsolla-refund-not-received",
    "xsolla-14-days",
    "xsolla-double-definition",
    "xsolla-double-gamekey",
    "xsolla-double-subscription",
    "xsolla-double-ingame",
    "xsolla-double-goods",
    "xsolla-use-waives",
    "xsolla-publisher-window",
    "xsolla-table-gap",
  ],
  steam: [
    "steam-russia-cards",
    "steam-no-recurring",
    "steam-refund-preorder",
    "steam-refund-14-2",
    "steam-refund-dlc",
    "steam-refund-ingame",
    "steam-refund-wallet",
    "steam-refund-subscription",
  ],
  "mobile-account": [
    "identify-account-or-card",
    "law-content-definition",
    "law-44-5-consent",
    "law-44-5-info",
    "law-tr59-options",
    "law-unordered-service",
    "law-zpp16-3-days",
    "law-55-filing",
    "law-55-answer-30",
  ],
};

const ALL = Object.values(DECISION_ORDER).flat();

type Row = [fact: string, merchant: string, given: GivenPurchase, outcome: string | null, ground: string];

const TWICE = { state: "posted", event: "paid-twice", "minutes-between": "5", "received-on": "2026-11-20" };
const XSOLLA: GivenPurchase = { state: "posted", event: "change-of-mind", "received-on": "2026-11-20" };
const STEAM: GivenPurchase = { "paid-with": "foreign-card", event: "change-of-mind", recurring: "no" };
const OPTION: GivenPurchase = { charge: "operator-option" };

const ROWS: Row[] = [
  // Xsolla: a hold of the card is no purchase at all.
  ["xsolla-hold", "xsolla", { state: "pending", amount: "$1.99" }, "wait", "xsolla-hold"],
  [
    "xsolla-pending-declined",
    "xsolla",
    { state: "pending", amount: "$2.00", received: "no" },
    "wait",
    "xsolla-pending-declined",
  ],
  [
    "xsolla-refund-preorder",
    "xsolla",
    { ...XSOLLA, product: "pre-order", released: "no" },
    "refund-possible",
    "xsolla-refund-preorder",
  ],
  [
    "xsolla-refund-preorder",
    "xsolla",
    { ...XSOLLA, product: "pre-order", "released-on": "2026-11-21", used: "yes" },
    "refund-right-lost",
    "xsolla-use-waives",
  ],
  [
    "xsolla-refund-not-received",
    "xsolla",
    { state: "posted", event: "not-received", product: "game" },
    "refund-possible",
    "xsolla-refund-not-received",
  ],
  // The fourteenth day is in time, the fifteenth is not, also for what was paid twice.
  [
    "xsolla-14-days",
    "xsolla",
    { ...XSOLLA, "received-on": "2026-11-07", product: "game" },
    "request-rejected",
    "xsolla-14-days",
  ],
  [
    "xsolla-14-days",
    "xsolla",
    { ...XSOLLA, "received-on": "2026-11-08", product: "in-game-item" },
    "support-decides",
    "xsolla-table-gap",
  ],
  [
    "xsolla-14-days",
    "xsolla",
    { ...TWICE, "received-on": "2026-11-07", product: "subscription" },
    "request-rejected",
    "xsolla-14-days",
  ],
  [
    "xsolla-double-definition",
    "xsolla",
    { ...TWICE, product: "subscription" },
    "refund-possible",
    "xsolla-double-subscription",
  ],
  [
    "xsolla-double-definition",
    "xsolla",
    { ...TWICE, "minutes-between": "6", product: "subscription" },
    "support-decides",
    "xsolla-table-gap",
  ],
  [
    "xsolla-double-gamekey",
    "xsolla",
    { ...TWICE, product: "game-key" },
    "refund-not-possible",
    "xsolla-double-gamekey",
  ],
  [
    "xsolla-double-subscription",
    "xsolla",
    { ...TWICE, product: "subscription", "minutes-between": "0" },
    "refund-possible",
    "xsolla-double-subscription",
  ],
  ...(["in-game-currency", "in-game-item"] as const).flatMap((product): Row[] => [
    ["xsolla-double-ingame", "xsolla", { ...TWICE, product, used: "no" }, "refund-possible", "xsolla-double-ingame"],
    [
      "xsolla-double-ingame",
      "xsolla",
      { ...TWICE, product, used: "yes" },
      "refund-not-possible",
      "xsolla-double-ingame",
    ],
  ]),
  [
    "xsolla-double-goods",
    "xsolla",
    { ...TWICE, product: "physical-goods", shipped: "no" },
    "refund-possible",
    "xsolla-double-goods",
  ],
  [
    "xsolla-double-goods",
    "xsolla",
    { ...TWICE, product: "physical-goods", shipped: "yes" },
    "refund-not-possible",
    "xsolla-double-goods",
  ],
  [
    "xsolla-use-waives",
    "xsolla",
    { ...XSOLLA, product: "game", used: "yes" },
    "refund-right-lost",
    "xsolla-use-waives",
  ],
  [
    "xsolla-use-waives",
    "xsolla",
    { ...XSOLLA, product: "software", used: "no" },
    "support-decides",
    "xsolla-table-gap",
  ],
  ["xsolla-table-gap", "xsolla", { ...XSOLLA, product: "subscription" }, "support-decides", "xsolla-table-gap"],

  [
    "steam-russia-cards",
    "steam",
    { ...STEAM, "paid-with": "russian-card", "paid-on": "2022-03-10", product: "game", "hours-played": "1" },
    "other-seller-likely",
    "steam-russia-cards",
  ],
  [
    "steam-russia-cards",
    "steam",
    { ...STEAM, "paid-with": "russian-card", "paid-on": "2022-03-09", product: "game", "hours-played": "1" },
    "individual-review",
    "steam-refund-14-2",
  ],
  [
    "steam-no-recurring",
    "steam",
    { ...STEAM, recurring: "yes", product: "other", "paid-on": "2026-11-20" },
    "find-the-payer",
    "steam-no-recurring",
  ],
  [
    // A game is bought once: whether it is monthly is not asked.
    "steam-refund-14-2",
    "steam",
    {
      "paid-with": "foreign-card",
      event: "change-of-mind",
      product: "game",
      "paid-on": "2026-11-20",
      "hours-played": "5",
    },
    "individual-review",
    "steam-refund-14-2",
  ],
  [
    "steam-refund-preorder",
    "steam",
    { ...STEAM, product: "pre-order", released: "no" },
    "refund-possible",
    "steam-refund-preorder",
  ],
  [
    "steam-refund-preorder",
    "steam",
    { ...STEAM, product: "pre-order", "released-on": "2026-11-08", "hours-played": "1.9", "paid-on": "2026-01-01" },
    "refund-possible",
    "steam-refund-preorder",
  ],
  [
    "steam-refund-14-2",
    "steam",
    { ...STEAM, product: "game", "paid-on": "2026-11-08", "hours-played": "1,99" },
    "refund-possible",
    "steam-refund-14-2",
  ],
  [
    "steam-refund-14-2",
    "steam",
    { ...STEAM, product: "game", "paid-on": "2026-11-08", "hours-played": "2" },
    "individual-review",
    "steam-refund-14-2",
  ],
  [
    "steam-refund-14-2",
    "steam",
    { ...STEAM, product: "game", "paid-on": "2026-11-07", "hours-played": "0" },
    "individual-review",
    "steam-refund-14-2",
  ],
  [
    "steam-refund-dlc",
    "steam",
    { ...STEAM, product: "dlc", "paid-on": "2026-11-08", "hours-played": "1", used: "no" },
    "refund-possible",
    "steam-refund-dlc",
  ],
  [
    "steam-refund-dlc",
    "steam",
    { ...STEAM, product: "dlc", "paid-on": "2026-11-08", "hours-played": "1", used: "yes" },
    "individual-review",
    "steam-refund-dlc",
  ],
  [
    "steam-refund-ingame",
    "steam",
    { ...STEAM, product: "in-game-item", publisher: "store", "paid-on": "2026-11-21", used: "no" },
    "refund-possible",
    "steam-refund-ingame",
  ],
  [
    "steam-refund-ingame",
    "steam",
    { ...STEAM, product: "in-game-item", publisher: "other", "paid-on": "2026-11-21", used: "no" },
    "individual-review",
    "steam-refund-ingame",
  ],
  [
    "steam-refund-ingame",
    "steam",
    { ...STEAM, product: "in-game-currency", publisher: "store", "paid-on": "2026-11-19", used: "no" },
    "individual-review",
    "steam-refund-ingame",
  ],
  [
    "steam-refund-wallet",
    "steam",
    { ...STEAM, product: "wallet-funds", "bought-in-store": "yes", "paid-on": "2026-11-08", used: "no" },
    "refund-possible",
    "steam-refund-wallet",
  ],
  [
    "steam-refund-wallet",
    "steam",
    { ...STEAM, product: "wallet-funds", "bought-in-store": "no", "paid-on": "2026-11-21", used: "no" },
    "refund-not-possible",
    "steam-refund-wallet",
  ],
  [
    "steam-refund-subscription",
    "steam",
    { ...STEAM, product: "subscription", "paid-on": "2026-11-21", used: "no" },
    "refund-possible",
    "steam-refund-subscription",
  ],
  [
    "steam-refund-subscription",
    "steam",
    { ...STEAM, product: "subscription", "paid-on": "2026-11-01", used: "no" },
    "individual-review",
    "steam-refund-subscription",
  ],

  [
    "identify-account-or-card",
    "mobile-account",
    { "paid-with": "russian-card" },
    "card-path",
    "identify-account-or-card",
  ],
  ...(["info", "entertainment", "voting", "game", "contest"] as const).map(
    (charge): Row => [
      "law-content-definition",
      "mobile-account",
      { charge, "consent-proven": "no" },
      "right-to-refund",
      "law-44-5-consent",
    ],
  ),
  [
    "law-44-5-consent",
    "mobile-account",
    { charge: "info", "consent-proven": "no" },
    "right-to-refund",
    "law-44-5-consent",
  ],
  [
    "law-44-5-info",
    "mobile-account",
    { charge: "info", "consent-proven": "yes", "told-everything": "no" },
    "ground-for-claim",
    "law-44-5-info",
  ],
  ["law-tr59-options", "mobile-account", { ...OPTION, "explicit-will": "no" }, "right-to-refund", "law-tr59-options"],
  [
    "law-unordered-service",
    "mobile-account",
    { ...OPTION, "explicit-will": "unknown", "consent-proven": "no", state: "posted" },
    "right-to-refund",
    "law-unordered-service",
  ],
  [
    "law-unordered-service",
    "mobile-account",
    { ...OPTION, "explicit-will": "unknown", "consent-proven": "no", state: "pending" },
    "right-to-refuse-payment",
    "law-unordered-service",
  ],
  [
    "law-zpp16-3-days",
    "mobile-account",
    {
      ...OPTION,
      "explicit-will": "unknown",
      "consent-proven": "unknown",
      state: "unknown",
      "demanded-on": "2026-11-20",
    },
    "refund-due",
    "law-zpp16-3-days",
  ],
  [
    "law-55-filing",
    "mobile-account",
    { charge: "info", "consent-proven": "yes", "told-everything": "yes" },
    "file-claim",
    "law-55-filing",
  ],
  [
    "law-55-answer-30",
    "mobile-account",
    { charge: "other", "claimed-on": "2026-11-20" },
    "answer-due",
    "law-55-answer-30",
  ],
  [
    "law-55-answer-30",
    "mobile-account",
    { charge: "roaming-abroad", "claimed-on": "2026-11-20" },
    "answer-due",
    "law-55-answer-60",
  ],
];

/** Tested below: they decide nothing and stand beside the answer. */
const NOTES = ["xsolla-policy-type", "xsolla-publisher-window"];

describe("the decision orders", () => {
  it("have 31 rules, each with a case here", () => {
    expect(ALL).toHaveLength(31);
    expect(new Set([...ROWS.map(([fact]) => fact), ...NOTES])).toEqual(new Set(ALL));
  });

  it.each(Object.entries(DECISION_ORDER))("of %s is kept", (merchant, order) => {
    const tried = rulesOf(merchant).rules.map(({ ground }) => ground);
    expect([...new Set(tried)].filter((ground) => order.includes(ground))).toEqual(order);
  });

  it.each(ROWS.map((row) => [`${row[0]}: ${row[1]} ${JSON.stringify(row[2])}`, ...row] as const))(
    "%s",
    (_title, _fact, merchant, given, outcome, ground) => {
      const { decision, needs } = judged(merchant, given);
      expect({ outcome: decision?.outcome, ground: decision?.ground, needs }).toEqual({ outcome, ground, needs: [] });
    },
  );
});

describe("beside the answer", () => {
  it("xsolla-policy-type is said with every answer of Xsolla", () => {
    for (const [, merchant, given] of ROWS.filter((row) => row[1] === "xsolla" && row[2].state === "posted"))
      expect(judged(merchant, given).notes).toContain("xsolla-policy-type");
  });

  it("xsolla-publisher-window is said unless the game has no rules of its own", () => {
    const given = { ...XSOLLA, product: "subscription" };
    expect(judged("xsolla", given).notes).toContain("xsolla-publisher-window");
    expect(judged("xsolla", { ...given, "own-policy": "yes" }).notes).toContain("xsolla-publisher-window");
    expect(judged("xsolla", { ...given, "own-policy": "no" }).notes).not.toContain("xsolla-publisher-window");
  });

  it("a suspicion leaves in sight what the other rules say", () => {
    const given = {
      ...STEAM,
      "paid-with": "russian-card",
      "paid-on": "2026-11-20",
      product: "game",
      "hours-played": "1",
    };
    expect(judged("steam", given).otherwise).toMatchObject({ outcome: "refund-possible", ground: "steam-refund-14-2" });
  });

  it("a bank told of what a child paid for says whose the deal is as well, and asks nobody for an age", () => {
    const steps = (age?: string) =>
      judged("bank", { event: "unauthorised", ...(age ? { "buyer-age": age } : {}) }).steps;
    expect(steps("12")).toEqual(expect.arrayContaining(["law-gk28", "law-child-practice"]));
    expect(steps("15")).toEqual(expect.arrayContaining(["law-gk26", "law-gk26-account"]));
    expect([...steps(), ...steps("30")].filter((id) => /^law-(gk|child)/.test(id))).toEqual([]);
  });

  it("what comes next on the account of the phone follows whichever rule decided", () => {
    const { decision, steps } = judged("mobile-account", {
      ...OPTION,
      "explicit-will": "no",
      "demanded-on": "2026-11-20",
    });
    expect(decision?.ground).toBe("law-tr59-options");
    expect(steps).toEqual(expect.arrayContaining(["law-zpp16-3-days", "law-55-filing"]));
    const answered = judged("mobile-account", { ...OPTION, "explicit-will": "no", "claimed-on": "2026-11-20" });
    expect(answered.steps).toEqual(["law-55-answer-30"]);
  });
});

describe("the other merchants", () => {
  it.each<[string, GivenPurchase, string, string | null]>([
    [
      "app-store",
      { "paid-with": "russian-card", "paid-on": "2026-04-01", state: "posted" },
      "charge-not-expected",
      "apple-russia-stopped",
    ],
    [
      "app-store",
      { "paid-with": "russian-card", "paid-on": "2026-03-31", state: "posted", event: "other" },
      "refund-request-possible",
      "apple-refund",
    ],
    [
      "app-store",
      { "paid-with": "foreign-card", state: "pending", event: "other" },
      "wait-until-posted",
      "apple-refund",
    ],
    [
      "google-play",
      { "paid-with": "phone-account", "paid-on": "2026-11-20" },
      "charge-not-expected",
      "gplay-russia-paused",
    ],
    ["google-play", { "paid-with": "foreign-card", event: "unauthorised" }, "report-to-seller", "gplay-unauthorised"],
    ["steam", { "paid-with": "phone-account", event: "unauthorised" }, "refund-request-possible", "steam-support"],
    [
      "google-play",
      { "paid-with": "foreign-card", event: "other", "paid-on": "2026-11-21" },
      "refund-request-possible",
      "gplay-refund",
    ],
    [
      "google-play",
      { "paid-with": "foreign-card", event: "other", "paid-on": "2026-11-10" },
      "ask-developer",
      "gplay-refund",
    ],
    ["rustore", { event: "change-of-mind" }, "not-established", null],
    ["sberprime", { event: "change-of-mind" }, "not-established", null],
    ["vk", { event: "change-of-mind" }, "not-established", null],
    ["wink", { event: "change-of-mind" }, "not-established", null],
    ["yandex-plus", { event: "change-of-mind" }, "support-decides", "yandex-plus-refund"],
    ["bank", { event: "unauthorised" }, "notify-bank", "bank-notify-next-day"],
    ["bank", { event: "other", "seller-refused": "yes" }, "apply-for-chargeback", "bank-dispute-merchant"],
    ["bank", { event: "other", "seller-refused": "no" }, "ask-seller-first", "bank-dispute-merchant"],
  ])("%s %j is %s", (merchant, given, outcome, ground) => {
    expect(judged(merchant, given).decision).toMatchObject({ outcome, ground });
  });

  it("either state rules or say what was looked for", () => {
    for (const { notEstablished, rules } of refunds) expect(notEstablished !== null || rules.length > 1).toBe(true);
    const without = refunds.flatMap(({ id, notEstablished }) => (notEstablished ? [id] : [])).sort();
    expect(without).toEqual([
      "gazprom-bonus",
      "ivi",
      "kinopoisk",
      "kion",
      "litres",
      "mts-premium",
      "okko",
      "premier-cinema",
      "rustore",
      "sberprime",
      "start-cinema",
      "telegram-premium",
      "vk",
      "wink",
      "yandex-plus",
    ]);
  });

  it("an operation nobody made is first a matter for the bank, whoever the seller", () => {
    const card = { "paid-with": "foreign-card", state: "posted", event: "unauthorised" };
    for (const { id } of refunds.filter((one) => one.id !== "mobile-account")) {
      const { decision } = judged(id, card);
      expect({ id, named: [decision?.ground, ...(decision?.also ?? [])] }).toEqual({
        id,
        named: expect.arrayContaining(["bank-notify-next-day"]),
      });
    }
  });
});

describe("facts that are missing", () => {
  it("only those are asked for that could change the outcome", () => {
    expect(judged("steam", { ...STEAM, product: "pre-order" }).needs).toEqual(["released"]);
    expect(judged("xsolla", { ...TWICE, product: "game-key" }).needs).toEqual([]);
    expect(judged("xsolla", { state: "posted", event: "not-received", product: "dlc" }).needs).toEqual([]);
    expect(judged("mobile-account", {}).needs[0]).toBe("charge");
  });

  it("the readings left open are named, with the rules", () => {
    const { decision, possible, needs } = judged("xsolla", { ...TWICE, product: "physical-goods" });
    expect({ decision, needs }).toEqual({ decision: null, needs: ["shipped"] });
    expect(possible.map(({ outcome, ground }) => `${outcome} ${ground}`)).toEqual(
      expect.arrayContaining(["refund-possible xsolla-double-goods", "refund-not-possible xsolla-double-goods"]),
    );
  });

  it("48 hours with only the days known is not known, and the time settles it", () => {
    const item = { ...STEAM, product: "in-game-item", publisher: "store", used: "no" };
    expect(judged("steam", { ...item, "paid-on": "2026-11-20" }).needs).toEqual(["paid-on"]);
    const paid = { ...item, "paid-on": "2026-11-20T18:30" };
    expect(judged("steam", paid, "2026-11-22T18:30").decision?.outcome).toBe("refund-possible");
    expect(judged("steam", paid, "2026-11-22T18:31").decision?.outcome).toBe("individual-review");
  });

  it("a rule that answers either way leaves nothing to those after it", () => {
    const { possible, needs } = judged("steam", { ...STEAM, product: "game", "paid-on": "2026-11-20" });
    expect(needs).toEqual(["hours-played"]);
    expect(possible.map(({ outcome }) => outcome).sort()).toEqual(["individual-review", "refund-possible"]);
    const declined = judged("steam", { ...STEAM, product: "game", "paid-on": "2026-11-20", "hours-played": "unknown" });
    expect(declined.decision?.outcome).toBe("support-decides");
    expect(declined.possible).toHaveLength(2);
  });

  it("what a person does not know is not asked again, and stays in sight", () => {
    const { decision, possible, needs } = judged("steam", { ...STEAM, product: "pre-order", released: "unknown" });
    expect(needs).toEqual([]);
    expect(decision?.outcome).toBe("support-decides");
    expect(possible.map(({ outcome }) => outcome)).toContain("refund-possible");
  });
});

it("every ground that a rule names is there", () => {
  const known = new Set(grounds.map(({ id }) => id));
  expect(ALL.filter((id) => !known.has(id))).toEqual([]);
});
