/** Which of a channel's prices a caller pays. */
import { describe, expect, it } from "vitest";
import type { Channel, Cost } from "../../src/directory/types.js";
import type { Caller } from "../../src/routing/caller.js";
import { costOf } from "../../src/routing/rank.js";
import type { CostClass } from "../../src/vocabulary/channels.js";
import type { Line, Place } from "../../src/vocabulary/situation.js";

const price = (cost: CostClass, when: Cost["when"]): Cost =>
  ({ class: cost, when, text: { ru: cost, en: cost } }) as unknown as Cost;

const PRICES = [
  price("free", { from: ["own"], roaming: ["home"] } as Cost["when"]),
  price("tariff", { from: ["own"] } as Cost["when"]),
  price("paid", { roaming: ["abroad"] } as Cost["when"]),
  price("unknown", undefined),
];

const paid = (line: Line, place: Place, cost = PRICES): CostClass =>
  costOf({ id: "line", cost } as unknown as Channel, { line, place } as Caller).class;

describe("the price of a call", () => {
  it.each<[Line, Place, CostClass]>([
    ["own", "home", "free"],
    ["own", "russia", "tariff"],
    ["own", "abroad", "tariff"],
    ["foreign", "abroad", "paid"],
    ["landline", "home", "unknown"],
    ["other-operator", "russia", "unknown"],
  ])("from %s at %s is %s: the first that fits", (line, place, cost) => {
    expect(paid(line, place)).toBe(cost);
  });

  it("is a fault of the directory where none fits", () => {
    expect(() => paid("landline", "home", PRICES.slice(0, 3))).toThrow("line: no cost fits");
  });
});
