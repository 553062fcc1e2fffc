/** What the ten checklists say, and what none of them may promise. */
import { describe, expect, it } from "vitest";
import { OPERATORS } from "../support/authored.js";
import { CHECKLISTS, idOf, textsOf } from "./authored-checklists.js";
import { FACTS_FOR_ALL, SCENARIO_FACTS } from "./scenario-facts.js";
import { GROUNDS } from "./scene.js";

const words = (text: string): string[] => text.trim().split(/\s+/);
const groundsOf = (id: string): string[] =>
  CHECKLISTS.filter((one) => one.id === id).flatMap(({ steps }) => steps.flatMap((step) => step.grounds.map(idOf)));

describe("the ten scenarios", () => {
  it("are all there", () => {
    expect(CHECKLISTS.map(({ id }) => id).sort()).toEqual(Object.keys(SCENARIO_FACTS).sort());
  });

  it.each(Object.entries(SCENARIO_FACTS))("%s rests on every fact collected for it", (id, facts) => {
    const named = groundsOf(id);
    expect(words(facts).filter((fact) => !named.includes(fact))).toEqual([]);
  });

  it("leave out no fact that holds for all of them or has a deadline", () => {
    const named = new Set(CHECKLISTS.flatMap(({ id }) => groundsOf(id)));
    expect(words(FACTS_FOR_ALL).filter((fact) => !named.has(fact))).toEqual([]);
  });
});

describe("order", () => {
  const SWITCHING = /^operator-disable-sub$|-cancel(?:-|$)|^store-vs-app$/;
  const switching = CHECKLISTS.flatMap(({ id, steps }) =>
    steps.flatMap((step, index) =>
      step.grounds.some((ground) => SWITCHING.test(idOf(ground)))
        ? [{ id, step, before: steps.slice(0, index + 1) }]
        : [],
    ),
  );

  it("evidence is kept before anything is switched off, except where minutes count", () => {
    expect(switching.length).toBeGreaterThan(6);
    const bare = switching.filter(({ step, before }) => !step.urgent && !before.some(({ keep }) => keep));
    expect(bare).toEqual([]);
  });

  it.each(["xsolla", "auto-renewal"])(
    "%s names the bank's next day before anything else (bank-notify-next-day)",
    (id) => {
      const deadlines = CHECKLISTS.find((one) => one.id === id)?.steps[0]?.deadlines;
      expect(deadlines?.slice(0, 2)).toEqual(["today", "bank-notify-next-day"]);
    },
  );

  it("with fraud the bank comes before the operator, and both are urgent", () => {
    const { steps = [] } = CHECKLISTS.find(({ id }) => id === "fraud-or-stolen-sim") ?? {};
    const at = (topic: string, party?: string) =>
      steps.findIndex(({ route }) => route?.some((one) => one.topic === topic && one.party === party));
    const bank = at("spam-and-fraud", "bank");
    const operator = at("lost-phone-or-sim");
    expect(bank).toBeGreaterThanOrEqual(0);
    expect(operator).toBeGreaterThan(bank);
    expect([steps[bank]?.urgent, steps[operator]?.urgent]).toEqual([true, true]);
  });

  it("what has to reach the bank by the next day is never left undated", () => {
    const steps = CHECKLISTS.flatMap((one) => one.steps);
    const naming = steps.filter(({ grounds }) => grounds.map(idOf).includes("bank-notify-next-day"));
    expect(naming.length).toBeGreaterThan(4);
    expect(naming.filter(({ deadlines }) => !deadlines?.includes("bank-notify-next-day"))).toEqual([]);
  });
});

describe("no checklist", () => {
  const texts = CHECKLISTS.flatMap((one) => textsOf(one).map((text) => ({ id: one.id, text })));
  const saying = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text));

  it("names a code: those come from the directory alone (protect-content-ban)", () => {
    expect(saying(/[*#]\d|\d[*#]/)).toEqual([]);
    const codes = OPERATORS.flatMap((one) => one.channels.map(({ value }) => value ?? "")).filter((value) =>
      /^\d{3,6}$/.test(value),
    );
    expect(codes.length).toBeGreaterThan(10);
    const whole = new RegExp(`(?<![\\d.])(?:${codes.join("|")})(?![\\d.])`);
    // A year is no short code.
    expect(saying(whole).filter(({ text }) => !/20\d\d/.test(text))).toEqual([]);
    expect(saying(/8[ -]?800|\+7/)).toEqual([]);
  });

  it("promises a warning before a charge (law-zpp161-24h)", () => {
    expect(saying(/24 (?:часа|hours)|за сутки до/i)).toEqual([]);
  });

  it("promises that a phone operator covers a loss (law-antifraud2)", () => {
    const covered = saying(/оператор[^.]*(?:возместит|компенсирует)|operator[^.]*(?:will cover|covers|compensates)/i);
    expect(covered.filter(({ text }) => !/^(?:Не рассчитывайте|Do not count)/.test(text))).toEqual([]);
  });

  it("promises that the money comes back (xsolla-policy-type, xsolla-table-gap)", () => {
    expect(saying(/гарантир|обязательно верн|точно верн|guarantee|certainly|will be refunded/i)).toEqual([]);
  });

  it("takes one guide's table for a promise, in what the steps rest on either", () => {
    for (const id of ["xsolla-double-subscription", "xsolla-double-ingame", "xsolla-double-goods"]) {
      const text = GROUNDS.get(id)?.text;
      expect(text?.ru).toContain("могут вернуть");
      expect(text?.en).toMatch(/may be refunded|a refund is possible/);
    }
    // 161-FZ, art. 9: the duty is to whoever told the bank in time.
    expect(GROUNDS.get("bank-30-60")?.text.ru).toMatch(/^Если банку сообщили вовремя/);
  });

  it("states a term for a bank dispute (bank-chargeback-terms)", () => {
    expect(saying(/чарджб|chargeback/i)).toEqual([]);
    const disputes = CHECKLISTS.flatMap((one) => one.steps).filter(({ grounds }) =>
      grounds.map(idOf).includes("bank-dispute-merchant"),
    );
    expect(disputes.length).toBeGreaterThan(1);
    expect(disputes.flatMap(({ deadlines }) => deadlines ?? [])).toEqual([]);
  });

  it("names the rules of telephone service by a decree number (law-tr59)", () => {
    expect(saying(/№|\b(?:59|1342|1994)\b/)).toEqual([]);
  });

  it("has a line too long to be read at once", () => {
    const titles = CHECKLISTS.flatMap(({ steps }) => steps.flatMap(({ title }) => [title.ru, title.en]));
    expect(titles.filter((title) => title.length > 90)).toEqual([]);
  });
});
