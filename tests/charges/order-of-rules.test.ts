/** How a seller's rules are tried in their order, with made-up rules of one fact each. */
import { describe, expect, it } from "vitest";
import { type GivenPurchase, purchaseOf } from "../../src/charges/purchase.js";
import { evaluate } from "../../src/charges/refund.js";
import type { RefundRule, RefundRules } from "../../src/directory/types.js";
import { parseMoment } from "../../src/values/moment.js";
import { DAY } from "../support/charge-book.js";

const rule = (id: string, parts: Partial<RefundRule>): RefundRule => ({
  id,
  ground: `ground-${id}`,
  kind: "decision",
  for: {},
  if: {},
  gives: null,
  else: null,
  also: [],
  ...parts,
});

function judged(rules: RefundRule[], given: GivenPurchase) {
  const seller = { id: "s", rules, otherwise: { gives: "support-decides", ground: "last" } } as unknown as RefundRules;
  const { decision, possible, ...rest } = evaluate(seller, purchaseOf(given, {}, parseMoment(DAY)));
  return {
    ...rest,
    decision: decision && `${decision.outcome} by ${decision.ground}`,
    possible: possible.map(({ outcome, ground }) => `${outcome} by ${ground}`),
    otherwise: rest.otherwise && `${rest.otherwise.outcome} by ${rest.otherwise.ground}`,
  };
}

const NOTHING = { decision: null, possible: [], needs: [], otherwise: null, notes: [], steps: [] };
const USED = rule("used", { if: { used: false }, gives: "refund-possible", else: "refund-not-possible" });
const SHIPPED = rule("shipped", { if: { shipped: true }, gives: "refund-not-possible" });
const LAST = "support-decides by last";

describe("rules in their order", () => {
  it("the first that holds decides; where none does, the seller's general answer", () => {
    expect(judged([SHIPPED, USED], { shipped: "yes", used: "no" })).toEqual({
      ...NOTHING,
      decision: "refund-not-possible by ground-shipped",
    });
    expect(judged([SHIPPED], { shipped: "no" })).toEqual({ ...NOTHING, decision: LAST });
    expect(judged([], {})).toEqual({ ...NOTHING, decision: LAST });
  });

  it("a fact that is missing leaves both readings open, and those of later rules where it leaves room for them", () => {
    expect(judged([USED, SHIPPED], {})).toEqual({
      ...NOTHING,
      possible: ["refund-possible by ground-used", "refund-not-possible by ground-used"],
      needs: ["used"],
    });
    expect(judged([SHIPPED, USED], { used: "no" })).toEqual({
      ...NOTHING,
      possible: ["refund-not-possible by ground-shipped", "refund-possible by ground-used"],
      needs: ["shipped"],
    });
    expect(judged([SHIPPED], {})).toEqual({
      ...NOTHING,
      possible: ["refund-not-possible by ground-shipped", LAST],
      needs: ["shipped"],
    });
  });

  it("whether a rule is about the purchase at all is asked first", () => {
    const about = rule("about", {
      for: { product: "game" },
      if: { used: false },
      gives: "refund-possible",
      else: "request-rejected",
    });
    expect(judged([about], {})).toMatchObject({
      needs: ["product"],
      possible: ["refund-possible by ground-about", "request-rejected by ground-about", LAST],
    });
    expect(judged([about], { used: "no" })).toMatchObject({ decision: null, needs: ["product"] });
    expect(judged([about], { product: "dlc" })).toEqual({ ...NOTHING, decision: LAST });
    expect(judged([about], { product: "game" })).toMatchObject({ needs: ["used"] });
  });

  it("what nobody knows is not asked again, and the certain answer stands with what else it could be", () => {
    expect(judged([SHIPPED], { shipped: "unknown" })).toEqual({
      ...NOTHING,
      decision: LAST,
      possible: ["refund-not-possible by ground-shipped"],
    });
  });

  it("two rules of one outcome and one ground are one reading; of two grounds, two", () => {
    const one = rule("one", { ground: "g", if: { shipped: true }, gives: "refund-not-possible" });
    const again = rule("again", { ground: "g", if: { recurring: true }, gives: "refund-not-possible" });
    const other = rule("other", { ground: "h", if: { used: true }, gives: "refund-not-possible" });
    expect(judged([one, again, other], {})).toMatchObject({
      possible: ["refund-not-possible by g", "refund-not-possible by h", LAST],
      needs: ["shipped", "recurring", "used"],
    });
    // Whatever the missing fact is, the answer is the same: it is not asked.
    const sure = rule("sure", { ground: "g", gives: "refund-not-possible" });
    expect(judged([one, sure], {})).toEqual({ ...NOTHING, decision: "refund-not-possible by g" });
  });
});

describe("rules that do not decide", () => {
  const note = rule("note", { kind: "note", if: { used: true }, also: ["more"] });
  const step = rule("step", { kind: "step", if: { used: true }, also: ["then"] });

  it("notes are said unless they do not hold, next steps only where they do, after a decision too", () => {
    expect(judged([USED, note, step], { used: "yes" })).toMatchObject({
      decision: "refund-not-possible by ground-used",
      notes: ["ground-note", "more"],
      steps: ["ground-step", "then"],
    });
    expect(judged([note, step], { used: "no" })).toEqual({ ...NOTHING, decision: LAST });
    // Nobody is asked for the sake of either.
    expect(judged([note, step], {})).toEqual({ ...NOTHING, decision: LAST, notes: ["ground-note", "more"] });
    expect(judged([USED, note, step], {})).toMatchObject({
      notes: ["ground-note", "more"],
      steps: [],
      needs: ["used"],
    });
  });

  it("a classification settles a fact for the rules behind it, or passes on what it waits for", () => {
    const twice = rule("twice", { kind: "classification", if: { event: "paid-twice" }, gives: "double-purchase" });
    const after = rule("after", { if: { "double-purchase": true }, gives: "refund-possible" });
    expect(judged([twice, after], { event: "paid-twice" })).toEqual({
      ...NOTHING,
      decision: "refund-possible by ground-after",
    });
    expect(judged([twice, after], { event: "other" })).toEqual({ ...NOTHING, decision: LAST });
    expect(judged([twice, after], {})).toMatchObject({ decision: null, needs: ["event"] });
    // Nothing settles it, so nothing can be asked.
    expect(judged([after], {})).toMatchObject({ decision: LAST, needs: [] });
  });

  it("a suspicion decides, and what the other rules say stands beside it", () => {
    const doubt = rule("doubt", { kind: "suspicion", if: { used: true }, gives: "request-rejected" });
    expect(judged([doubt, SHIPPED], { used: "yes", shipped: "yes" })).toEqual({
      ...NOTHING,
      decision: "request-rejected by ground-doubt",
      otherwise: "refund-not-possible by ground-shipped",
    });
    expect(judged([SHIPPED, doubt], { used: "yes", shipped: "yes" }).otherwise).toBeNull();
  });
});
