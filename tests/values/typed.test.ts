/** What people type into a letter: an e-mail address, the last digits of a card; and an answer that is yes or no. */
import { expect, it } from "vitest";
import { parseEmail, parseLastDigits } from "../../src/claims/values.js";
import { oneOf, parseYesNo } from "../../src/values/choice.js";
import { dayText } from "../../src/values/moment.js";

it.each([
  ["ivanov@example.ru", "ivanov@example.ru"],
  [" Anna.Petrova+mts@mail.example.com ", "Anna.Petrova+mts@mail.example.com"],
  ["иван@почта.рф", "иван@почта.рф"],
  [`${"a".repeat(245)}@mail.com`, `${"a".repeat(245)}@mail.com`],
  [`${"a".repeat(246)}@mail.com`, null],
  ["@example.ru", null],
  ["a@b", null],
  ["a@b.c", null],
  ["a@.ru", null],
  ["a@b@c.ru", null],
  ["my mail a@b.ru", null],
  ["a@b.ru, c@d.ru", null],
  ["a@b.ru?subject=x", "a@b.ru?subject=x"],
  ["<a@b.ru>", null],
  ["a@b.ru;", null],
  ["", null],
])("the address in %j is %j", (given, address) => {
  expect(parseEmail(given)).toBe(address);
});

it.each([
  ["1234", "1234"],
  [" 0042 ", "0042"],
  ["１２３４", "1234"],
  ["٠٠٤٢", "0042"],
  ["9876", "9876"],
  ["123", null],
  ["12345", null],
  ["*1234", null],
  ["1234 XSOLLA", null],
  ["4276 3800 1234 5678", null],
  ["abcd", null],
])("the last digits in %j are %j", (given, digits) => {
  expect(parseLastDigits(given)).toBe(digits);
});

it("yes and no in either language and any case; anything else is asked again", () => {
  expect(["yes", "Y", "true", "1", "ДА"].map((given) => parseYesNo(given, "recurring"))).toEqual(Array(5).fill(true));
  expect(["no", "N", "false", "0", "Нет"].map((given) => parseYesNo(given, "recurring"))).toEqual(Array(5).fill(false));
  expect(() => parseYesNo("maybe", "recurring")).toThrow(
    expect.objectContaining({
      code: "unknown-value",
      key: "unknown-value",
      values: { fact: "recurring", given: "maybe" },
      allowed: ["yes", "no"],
    }),
  );
});

it("a value that is in no list is refused as who asked wishes", () => {
  expect(oneOf(" MTS ", ["mts", "t2"], "operator")).toBe("mts");
  expect(() => oneOf("mtz", ["mts", "t2"], "operator")).toThrow(
    expect.objectContaining({ code: "unknown-value", values: { given: "mtz", fact: "operator" }, hints: ["mts"] }),
  );
  expect(() => oneOf("mtz", ["mts", "t2"], { code: "unknown-command" })).toThrow(
    expect.objectContaining({ code: "unknown-command", key: "unknown-command", values: { given: "mtz" } }),
  );
});

it("a day, or a month, as people write it in each language", () => {
  expect(dayText("2026-11-22")).toEqual({ ru: "22.11.2026", en: "2026-11-22" });
  expect(dayText("2026-11")).toEqual({ ru: "11.2026", en: "2026-11" });
});
