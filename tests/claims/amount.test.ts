/** Sums in the spellings people use; what is no sum is refused and says why. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInEnglish, amountInRussian, parseAmount } from "../../src/claims/amount.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("a sum", () => {
  it.each([
    ["1 299,50 ₽", 129950],
    ["1299.5", 129950],
    ["1 299 руб. 50 коп.", 129950],
    ["1299 рублей 5 копеек", 129905],
    ["1 299 р", 129900],
    ["1299р.", 129900],
    ["1\u00a0299,50\u00a0руб", 129950],
    ["1\u202f299,50", 129950],
    ["1'299.50", 129950],
    ["1,299.50", 129950],
    ["1.299,50", 129950],
    ["RUB 1299.50", 129950],
    ["1299.50 RUB", 129950],
    ["₽299", 29900],
    ["+ 299", 29900],
    ["50 коп.", 50],
    ["0,99", 99],
    ["299", 29900],
    ["1 000 000", 100000000],
    ["１２９９", 129900],
    ["  299 рубля ", 29900],
  ])("%s", (given, kopecks) => {
    expect(parseAmount(given)).toEqual({ kopecks });
  });

  it.each([
    ["-100", "negative"],
    ["−1 299,50 ₽", "negative"],
    ["–100 руб.", "negative"],
    ["100-", "negative"],
    ["(100)", "negative"],
    ["0", "zero"],
    ["0,00 ₽", "zero"],
    ["1.299", "fraction"],
    ["1,2999", "fraction"],
    ["$100", "other-currency"],
    ["100 USD", "other-currency"],
    ["100 €", "other-currency"],
    ["", "not-amount"],
    ["сто рублей", "not-amount"],
    ["1 2 99", "not-amount"],
    ["1 299.000,50", "not-amount"],
    ["12 99", "not-amount"],
    ["1e5", "not-amount"],
    ["0x10", "not-amount"],
    ["NaN", "not-amount"],
    ["Infinity", "not-amount"],
    ["299 коп.", "not-amount"],
    ["=1+1", "not-amount"],
    ["9".repeat(40), "too-large"],
  ])("not %s", (given, fault) => {
    expect(parseAmount(given)).toEqual({ fault });
  });

  it("is read back from the letter as it was meant, whatever its size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_99 }), (kopecks) => {
        expect(parseAmount(amountInRussian(kopecks))).toEqual({ kopecks });
        expect(parseAmount(plain(amountInEnglish(kopecks)).replace(" roubles", ""))).toEqual({ kopecks });
      }),
    );
  });

  it("never throws and never gives a negative or broken sum", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (given) => {
        const amount = parseAmount(given);
        if ("kopecks" in amount) expect(Number.isSafeInteger(amount.kopecks) && amount.kopecks > 0).toBe(true);
        else expect(amount.fault).toMatch(/^[a-z-]+$/);
      }),
    );
  });

  it("reads in the letter as people write it", () => {
    expect(plain(amountInRussian(129950))).toBe("1 299 руб. 50 коп.");
    expect(plain(amountInRussian(5))).toBe("0 руб. 05 коп.");
    expect(plain(amountInEnglish(123456789))).toBe("1 234 567.89 roubles");
  });
});
