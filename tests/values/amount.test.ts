/** Sums in the spellings people use; what is no sum is refused and says why. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInEnglish, amountInRussian, parseAmount } from "../../src/values/amount.js";
import { Problem } from "../../src/values/problem.js";
import { anyText } from "../support/any-text.js";

const ordinary = (text: string): string => text.replaceAll("\u00a0", " ");

function refusal(given: string): { code: string; key: string; hints: readonly string[] } {
  try {
    return { code: "none", key: JSON.stringify(parseAmount(given)), hints: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error;
  }
}

describe("a sum", () => {
  it.each<[string, number, string | null]>([
    ["1 299,50 ₽", 129950, "RUB"],
    ["1299.50", 129950, null],
    ["1299.5", 129950, null],
    ["1 299 руб. 50 коп.", 129950, "RUB"],
    ["1299 рублей 5 копеек", 129905, "RUB"],
    ["1.299 руб. 50 коп.", 129950, "RUB"],
    ["50 коп.", 50, "RUB"],
    ["299 коп", 299, "RUB"],
    ["1 299 руб.", 129900, "RUB"],
    ["599р", 59900, "RUB"],
    ["599 р.", 59900, "RUB"],
    ["  299 рубля ", 29900, "RUB"],
    ["RUB 599", 59900, "RUB"],
    ["₽299", 29900, "RUB"],
    ["1\u00a0299,50\u00a0руб", 129950, "RUB"],
    ["1\u202f299,50", 129950, null],
    ["1  299", 129900, null],
    ["1'299.50", 129950, null],
    ["1’299", 129900, null],
    ["1\u00a0 299", 129900, null],
    ["1\u200e299", 129900, null],
    ["+299", 29900, null],
    ["1,299.50", 129950, null],
    ["1.299,50", 129950, null],
    ["1.299.000", 129900000, null],
    ["12 345 678,90", 1234567890, null],
    ["1000000000", 100_000_000_000, null],
    ["１２９９", 129900, null],
    ["١٢٩٩", 129900, null],
    ["+ 299", 29900, null],
    ["0,01", 1, null],
    ["$1.99", 199, "USD"],
    ["1,5 USD", 150, "USD"],
    ["10 долларов", 1000, "USD"],
    ["€10", 1000, "EUR"],
    ["500 rubles", 50000, "RUB"],
    ["1 rouble", 100, "RUB"],
    ["1 299.50 roubles", 129950, "RUB"],
    ["20 dollars", 2000, "USD"],
    ["1 dollar", 100, "USD"],
    ["50 euros", 5000, "EUR"],
    ["50 euro", 5000, "EUR"],
    ["100 TRY", 10000, "other"],
    ["100 ₸", 10000, "other"],
  ])("%j", (given, hundredths, currency) => {
    expect(parseAmount(given)).toEqual({ hundredths, currency });
  });

  it.each([
    ["-599", "negative-amount"],
    ["−1 299,50 ₽", "negative-amount"],
    ["-$5", "negative-amount"],
    ["$-5", "negative-amount"],
    ["100-", "negative-amount"],
    ["(100)", "negative-amount"],
    ["0", "negative-amount"],
    ["0,00 ₽", "negative-amount"],
    ["1000000000,01", "amount-too-large"],
    ["9".repeat(40), "amount-too-large"],
    ["9".repeat(41), "impossible-amount"],
    ["", "impossible-amount"],
    ["рублей", "impossible-amount"],
    ["сто рублей", "impossible-amount"],
    ["12,3,4", "impossible-amount"],
    ["1 29", "impossible-amount"],
    ["1234 567", "impossible-amount"],
    ["1 2 99", "impossible-amount"],
    ["1 299.000,50", "impossible-amount"],
    ["1,299,50", "impossible-amount"],
    ["5 + 5", "impossible-amount"],
    ["2+99", "impossible-amount"],
    ["5-5", "impossible-amount"],
    ["5  5", "impossible-amount"],
    ["12’99", "impossible-amount"],
    ["(1)00", "impossible-amount"],
    ["1(00)", "impossible-amount"],
    ["5..1", "impossible-amount"],
    ["1e5", "impossible-amount"],
    ["0x10", "impossible-amount"],
    ["=1+1", "impossible-amount"],
    ["1 299,50 руб. 5 коп.", "impossible-amount"],
  ])("%j is none: %s", (given, key) => {
    expect(refusal(given)).toMatchObject({ code: "impossible-amount", key, hints: [], values: { given } });
  });

  it.each([
    ["1.299", ["1 299", "1,30"]],
    ["1,299 ₽", ["1 299", "1,30"]],
    ["1.500 USD", ["1 500", "1,50"]],
    ["12.345", ["12 345", "12,35"]],
    ["1299.505", ["1 299 505", "1299,51"]],
  ])("%j may be two sums: both are said", (given, hints) => {
    expect(refusal(given)).toMatchObject({ code: "impossible-amount", key: "ambiguous-amount", hints });
    for (const hint of hints) expect(parseAmount(hint).currency).toBeNull();
  });

  it("is read back from the letter as it was meant, whatever its size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000_000 }), (hundredths) => {
        expect(parseAmount(amountInRussian(hundredths))).toEqual({ hundredths, currency: "RUB" });
        expect(parseAmount(amountInEnglish(hundredths))).toEqual({ hundredths, currency: "RUB" });
      }),
    );
  });

  it("is whole hundredths or a clear problem, whatever is given", () => {
    fc.assert(
      fc.property(anyText(60), (given) => {
        const { code, key } = refusal(given);
        if (code === "none")
          expect(JSON.parse(key).hundredths).toSatisfy((one) => Number.isSafeInteger(one) && one > 0);
        else expect(code).toBe("impossible-amount");
      }),
    );
  });

  it("reads in the letter as people write it", () => {
    expect(ordinary(amountInRussian(129950))).toBe("1 299 руб. 50 коп.");
    expect(ordinary(amountInRussian(5))).toBe("0 руб. 05 коп.");
    expect(ordinary(amountInEnglish(123456789))).toBe("1 234 567.89 roubles");
  });
});
