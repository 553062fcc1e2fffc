import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAmount } from "../../src/charges/amount.js";
import { Problem } from "../../src/values/problem.js";
import { anyText } from "../support/any-text.js";

describe("money in any spelling", () => {
  it.each<[string, number, string | null]>([
    ["1 299,50 ₽", 1299.5, "RUB"],
    ["1\u00a0299,50\u00a0₽", 1299.5, "RUB"],
    ["1299.50", 1299.5, null],
    ["1.299,50", 1299.5, null],
    ["1,299.50", 1299.5, null],
    ["1 299 руб.", 1299, "RUB"],
    ["599р", 599, "RUB"],
    ["599 р.", 599, "RUB"],
    ["599 рублей", 599, "RUB"],
    ["RUB 599", 599, "RUB"],
    ["$1.99", 1.99, "USD"],
    ["1,5 USD", 1.5, "USD"],
    ["€10", 10, "EUR"],
    ["12 345 678,90", 12345678.9, null],
    ["+599", 599, null],
    ["0,01", 0.01, null],
    ["1.000", 1000, null],
  ])("%j", (given, value, currency) => {
    expect(parseAmount(given)).toEqual({ value, currency });
  });

  it.each([
    "-599",
    "−1 299,50 ₽",
    "0",
    "0,00 ₽",
    "",
    "рублей",
    "12,3,4",
    "1 29",
    "1e5",
    "NaN",
    "99999999999",
    "5 5",
    "1..5",
  ])("%j is refused", (given) => {
    expect(() => parseAmount(given)).toThrow(Problem);
  });

  it("is a sum or a clear problem, whatever is given", () => {
    fc.assert(
      fc.property(anyText(60), (given) => {
        try {
          expect(parseAmount(given).value).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
    );
  });

  it("reads back what it would be written as", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (cents) => {
        const value = cents / 100;
        const [whole = "", rest = ""] = value.toFixed(2).split(".");
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, " ");
        expect(parseAmount(`${grouped},${rest} ₽`)).toEqual({ value, currency: "RUB" });
      }),
    );
  });
});
