/** One value typed into five commands: read as the same day or sum by all of them, or refused by all. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAll } from "../support/in-one-process.js";
import { FOLDER } from "../support/packed.js";

const REFUND = ["refund", "steam", "--json"];
const CLAIM = ["claim", "content-without-consent", "-o", "megafon", "--show-personal", "--json"];
const AS_OF = ["--as-of", "2026-11-22"];

const withDate = (day: string): string[][] => [
  [...REFUND, ...AS_OF, "--paid-on", day],
  [...CLAIM, ...AS_OF, "--field", `charged-on=${day}`],
  ["checklist", "start", "unwanted-subscription", "--charged-on", day, "--json", ...AS_OF],
  ["charge", "xsolla", "--as-of", day, "--json"],
  ["route", "-o", "megafon", "--as-of", day, "--json"],
];

const withSum = (sum: string): string[][] => [
  [...REFUND, ...AS_OF, "--amount", sum],
  [...CLAIM, ...AS_OF, "--field", `amount=${sum}`],
];

const lines = async (words: readonly string[][]) => runAll(words, { HOME: mkdtempSync(join(FOLDER, "spelling-")) });

describe.concurrent("a day", () => {
  it.each([
    "2026-11-20",
    "2026-11-20T10:00",
    "2026-11-20 10:00",
    "20.11.2026",
    "20/11/2026",
    "20.11.2026 г.",
    "20.11.2026 10:00",
    "20 ноября 2026",
    "20 November 2026",
  ])("%s is the same one to all", async (given) => {
    const ended = await lines(withDate(given));
    expect(ended.map(({ code }) => code)).toEqual([3, 0, 0, 0, 0]);
    const said = ended.map(({ out }) => JSON.parse(out));
    expect(said[1].result.letter, given).toBeDefined();
    expect(JSON.stringify(said[1].result)).toContain("20.11.2026");
    expect(said[2].result.run.chargedOn).toBe("2026-11-20");
    for (const { query } of said.slice(3)) expect(query.asOf).toMatch(/^2026-11-20/);
    const [plain] = await lines([[...REFUND, ...AS_OF, "--paid-on", "2026-11-20"]]);
    if (!given.includes(":")) expect(said[0].result).toEqual(JSON.parse(plain?.out ?? "").result);
  });

  it.each(["31.11.2026", "2026-02-29", "20.11.26", "20.11", "11/20/2026", "0026-11-20", "вчера", "20.11/2026"])(
    "%s is none to all",
    async (given) => {
      const ended = await lines(withDate(given));
      expect(ended.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
      for (const { out } of ended) expect(JSON.parse(out).problem.detail).toContain(given);
    },
  );
});

describe.concurrent("a sum", () => {
  it.each(["1 299 руб. 50 коп.", "1 299,50 ₽", "1299.50", "1.299,50", "1,299.50", "1299р.", "299 коп", "RUB 599"])(
    "%s is one to all",
    async (given) => {
      expect((await lines(withSum(given))).map(({ code }) => code)).toEqual([3, 0]);
    },
  );

  it.each(["1.299", "1,299 ₽"])("%s is two sums to all, and both are said", async (given) => {
    const ended = await lines(withSum(given));
    expect(ended.map(({ code }) => code)).toEqual([2, 2]);
    for (const { out } of ended) expect(JSON.parse(out).problem.hints).toEqual(["1 299", "1,30"]);
  });

  it.each(["-599", "0", "1 29", "сто рублей", "1299.505"])("%s is none to all", async (given) => {
    const ended = await lines(withSum(given));
    expect(ended.map(({ code }) => code)).toEqual([2, 2]);
    // A sum is no phone number: it is not hidden in what is said of it.
    for (const { out } of ended) expect(JSON.parse(out).problem.detail).not.toContain("*");
  });
});
