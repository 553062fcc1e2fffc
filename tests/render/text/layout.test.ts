/** Widths hold, and a number is never broken across lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, layoutOf } from "../../../src/render/text/layout.js";

const NUMBERS = ["8 800 550-05-00", "+7 926 111-05-00", "*144*номер#"] as const;

const letters = fc.constantFrom(..."абвгдежзийклмнопрстухцчшщыэюяabcdefghijklmnopqrstuvwxyz");
const word = fc
  .tuple(fc.string({ unit: letters, minLength: 1, maxLength: 24 }), fc.constantFrom("", "", ",", ".", ":", " —"))
  .map((parts) => parts.join(""));
/** A number stands among words, as it does in a sentence. */
const mention = fc
  .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom("", ",", ";", "."), word)
  .map(([number, mark, next]) => `${number}${mark} ${next}`);
const text = fc.array(fc.oneof(word, mention), { minLength: 1, maxLength: 30 }).map((parts) => parts.join(" "));
const width = fc.integer({ min: 20, max: 120 });
const indent = fc.constantFrom([0, 0], [2, 2], [4, 0], [4, 2], [2, 3]);

const times = (whole: string, part: string) => whole.split(part).length - 1;
/** Numbers as words without spaces, so that the spaces left are those a line may break at. */
const sealed = (line: string) =>
  NUMBERS.reduce((all, number) => all.replaceAll(number, number.replaceAll(" ", "_")), line);

describe("a paragraph", () => {
  it("keeps every number on one line", () => {
    fc.assert(
      fc.property(text, width, indent, (sentence, columns, [first = 0, hang = 0]) => {
        const lines = layoutOf(columns).paragraph(sentence, first, hang);
        for (const number of NUMBERS) {
          const whole = lines.reduce((sum, line) => sum + times(line, number), 0);
          expect(whole).toBe(times(sentence, number));
        }
      }),
    );
  });

  it("is no wider than the screen, but for a word that cannot be broken", () => {
    fc.assert(
      fc.property(text, width, indent, (sentence, columns, [first = 0, hang = 0]) => {
        const wide = layoutOf(columns)
          .paragraph(sentence, first, hang)
          .filter((line) => line.length > columns);
        expect(wide.filter((line) => sealed(line).trim().includes(" "))).toEqual([]);
      }),
    );
  });

  it("loses no word, and leaves only ordinary spaces for whoever copies it", () => {
    fc.assert(
      fc.property(text, width, indent, (sentence, columns, [first = 0, hang = 0]) => {
        const lines = layoutOf(columns).paragraph(sentence, first, hang);
        expect(lines.map((line) => line.trim()).join(" ")).toBe(sentence);
      }),
    );
  });

  it("fills the line: a short text stays on one", () => {
    expect(layoutOf(40).paragraph("Звоните 8 800 550-05-00 с любого номера.")).toEqual([
      "Звоните 8 800 550-05-00 с любого номера.",
    ]);
    expect(layoutOf(39).paragraph("Звоните 8 800 550-05-00 с любого номера.")).toEqual([
      "Звоните 8 800 550-05-00 с любого",
      "номера.",
    ]);
  });

  it("indents the first line, and hangs the others under it", () => {
    expect(layoutOf(20).paragraph("один два три четыре пять", 2, 3)).toEqual(["  один два три", "     четыре пять"]);
  });

  it.each([
    "8-800-550-0890",
    "8 880 700 0611",
    "+7 (343) 269-00-00",
    "(343) 269-0000",
    "8 (800) 550-05-00",
    "100 ₽",
    "*100*1#",
  ])("keeps %s whole, as people write it, at every width", (number) => {
    const sentence = `Некоторые сайты называют ${number} номером справочной службы, но он не отвечает.`;
    const broken = Array.from({ length: 101 }, (_, index) => index + 20).filter(
      (columns) => !layoutOf(columns).paragraph(sentence).join("\n").includes(number),
    );
    expect(broken).toEqual([]);
  });
});

describe("for a screen reader", () => {
  it.each([
    ["Номер заблокируют по звонку: 8 800 250-08-90.", "Номер заблокируют по звонку: 8 8 0 0 2 5 0 0 8 9 0."],
    [
      "из-за границы +7 926 111-05-00, цена не установлена",
      "из-за границы + 7 9 2 6 1 1 1 0 5 0 0, цена не установлена",
    ],
    ["Наберите *152*2# или 0890", "Наберите * 1 5 2 * 2 # или 0 8 9 0"],
    ["Просьба перезвонить: *144*номер#", "Просьба перезвонить: * 1 4 4 * н о м е р #"],
    ["101   Пожарные и спасатели; 01 — с городского", "1 0 1   Пожарные и спасатели; 0 1 — с городского"],
    ["Then 102, the police.", "Then 1 0 2, the police."],
    ["Перешлите SMS на 1911", "Перешлите SMS на 1 9 1 1"],
    ["За границей +7 926 111-05-00: так надёжнее", "За границей + 7 9 2 6 1 1 1 0 5 0 0: так надёжнее"],
    ["0500559 — линия по подпискам", "0 5 0 0 5 5 9 — линия по подпискам"],
  ])("what is dialled stands digit by digit: %s", (text, spelt) => {
    expect(apart(text)).toBe(spelt);
  });

  it.each([
    "По источникам на 29.11.2026, звонком не проверено.",
    "Официальная страница с этим кодом — 2016 года, ноябрь 2026, с 10:30",
    "Перенос стоит 100 ₽, вернут за 120 дней",
    "Закон 126-ФЗ, п. 44; до 24 часов, 1 299,50 рублей",
    "https://www.kommersant.ru/doc/8227546",
    // A letter joins its numbers to their words by a space that does not break.
    "вернуть 100\u00a0руб. 00\u00a0коп., проценты (статья\u00a0395 Кодекса), постановление №\u00a01994",
    "до 500 тысяч рублей, бесплатно; до 100\u00a0тысяч — к мировому судье",
  ])("dates, years, amounts, terms and articles stay whole: %s", (text) => {
    expect(apart(text)).toBe(text);
  });

  it("no number is broken where it is spelt", () => {
    const lines = layoutOf(40, true).paragraph(
      "Номер заблокируют по звонку с любого телефона: 8 800 250-08-90, бесплатно",
    );
    expect(lines.join("\n")).toContain("8 8 0 0 2 5 0 0 8 9 0");
  });
});
