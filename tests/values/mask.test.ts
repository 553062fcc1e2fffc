/** A phone or card number in a text is nobody's business, in whatever alphabet and with whatever in between. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskNumbers } from "../../src/values/mask.js";

describe("a number", () => {
  it.each([
    ["это +7 926 111-22-33", "это +7 926 ***-**-**"],
    ["MEGAFON +7 (926) 111-05-00", "MEGAFON +7 (926) ***-**-**"],
    ["4276 3800 1234 5678 XSOLLA", "4276 **** **** **** XSOLLA"],
    ["4276    3800    1234    5678", "4276    ****    ****    ****"],
    ["9261110500", "926*******"],
    ["123-45-67", "***-**-**"],
    ["8.916.123.45.67", "8.916.***.**.**"],
    ["8—916—123—45—67", "8—916—***—**—**"],
    ["8_916_123_45_67", "8_916_***_**_**"],
    ["8/916/123/45/67", "8/916/***/**/**"],
    ["8,916,123,45,67", "8,916,***,**,**"],
    ["8:916:123:45:67", "8:916:***:**:**"],
    ["8·916·123·45·67", "8·916·***·**·**"],
    ["8•916•123•45•67", "8•916•***•**•**"],
    ["8=916=123=45=67", "8=916=***=**=**"],
    ["8*916*123*45*67", "8*916**********"],
    ["８９１６１２３４５６７", "８９１６*******"],
    ["٨٩١٦١٢٣٤٥٦٧", "٨٩١٦*******"],
    ["८९१६१२३४५६७", "८९१६*******"],
    ["⁸⁹¹⁶¹²³⁴⁵⁶⁷", "⁸⁹¹⁶*******"],
    ["PAY89161234567", "PAY8916*******"],
    ["2026-11-20 89161234567", "2026-11-20 8916*******"],
    ["89161234567, 4276380012345678", "8916*******, 4276************"],
    ["89161234.567", "8916****.***"],
    ["916 123 456", "91* *** ***"],
    ["8 916 123 45 67 руб", "8 916 *** ** ** руб"],
    ["9161234567 руб", "916******* руб"],
    ["1 299 000 000 000 000 руб", "1 299 *** *** *** *** руб"],
    ["12-34-56-7 руб", "**-**-**-* руб"],
    ["звоните 1234567 try again", "звоните ******* try again"],
    ["call 9261110 try", "call ******* try"],
  ])("%j is shown as %j", (given, shown) => {
    expect(maskNumbers(given)).toBe(shown);
  });

  it("on the keys of a phone, and with invisible marks in it", () => {
    const keys = [..."89161234567"].map((digit) => `${digit}\ufe0f\u20e3`).join("");
    expect(maskNumbers(keys).match(/\d/g)).toHaveLength(4);
    expect(maskNumbers([..."89161234567"].join("\u200b")).match(/\d/g)).toHaveLength(4);
  });

  const digit = fc.oneof(fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom(..."０１９٠١٩०१९"));
  const between = fc.constantFrom(
    "",
    " ",
    "-",
    " (",
    ") ",
    ".",
    " - ",
    "\u2011",
    "—",
    "_",
    "/",
    "·",
    "    ",
    "=",
    ",",
    ":",
    "|",
    "#",
  );
  const written = fc
    .tuple(fc.constantFrom("", "+"), fc.array(fc.tuple(digit, between), { minLength: 10, maxLength: 16 }))
    .map(([plus, parts]) => plus + parts.map(([one, after]) => one + after).join(""));

  it("of ten digits and more loses at least seven of them, and the text keeps its length", () => {
    fc.assert(
      fc.property(written, fc.constantFrom("мтс ", "мой номер: ", "", "PAY"), (number, before) => {
        const text = `${before}${number}`;
        const masked = maskNumbers(text);
        expect(masked.length).toBe(text.length);
        const left = (one: string) => (one.match(/\p{Nd}/gu) ?? []).length;
        expect(left(text) - left(masked), masked).toBeGreaterThanOrEqual(7);
      }),
    );
  });
});

it.each([
  "наберите 0500 или 112",
  "0500, 112, 103, 0890",
  "*100# не работает",
  "сняли 1500 рублей",
  "сняли 1500000 рублей",
  "1299.505",
  "1 299 000",
  "1,299,000.50",
  "12 345 678,90 ₽",
  "RUB 12345678",
  "123456789 руб",
  "1 299 000 000 руб",
  "123 456 789 012 руб",
  "1299000,50 руб",
  "1500 ₽ 2000 ₽",
  "XSOLLA 599.00",
  "they took 1234567 rubles",
  "charged 1234567 dollars",
  "тариф за 350 до 01.08.2015",
  "20.11.2026 18:30",
  "2026-11-20T10:00:00+03:00",
  "2026-13-45",
  "0026-11-20",
  "с 09:00-21:00",
])("%j has none in it", (text) => {
  expect(maskNumbers(text)).toBe(text);
});

it.each(["1 ".repeat(50_000), "1".repeat(50_000), "12:30 ".repeat(20_000), `1${" ".repeat(12)}`.repeat(8_000)])(
  "a long text takes no time",
  (text) => {
    const start = performance.now();
    maskNumbers(text);
    expect(performance.now() - start).toBeLessThan(500);
  },
);
