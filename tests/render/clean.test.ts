/** Text from people and overlays never reaches the terminal with control characters. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean } from "../../src/render/clean.js";

const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

/** What drives a terminal, and what reorders or hides text: written out from the Unicode charts. */
const CONTROLS = [...codes(0x00, 0x1f), ...codes(0x7f, 0x9f)];
const BIDI = ["\u061c", "\u200e", "\u200f", ...codes(0x202a, 0x202e), ...codes(0x2066, 0x2069)];
const INVISIBLE = [
  "\u00ad",
  "\u180e",
  "\u200b",
  ...codes(0x2060, 0x2064),
  ...codes(0x206a, 0x206f),
  "\ufeff",
  "\ufff9",
];
/** Letters nobody sees, in which text can be smuggled. */
const TAGS = codes(0xe0020, 0xe007f);
const BREAKS = ["\n", "\r", "\t", "\u2028", "\u2029"];

describe("cleaned text", () => {
  const unsafe = [...CONTROLS, ...BIDI, ...INVISIBLE, ...TAGS, ...BREAKS];

  it.each(
    unsafe
      .filter((one) => !BREAKS.includes(one))
      .map((one) => [`U+${(one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`, one]),
  )("has no %s", (_name, character) => {
    expect(clean(`до${character}после`)).toBe("допосле");
  });

  it.each([
    ["a line feed", "до\nпосле"],
    ["a carriage return, which would overwrite the line", "до\rпосле"],
    ["both", "до\r\nпосле"],
    ["a tab", "до\tпосле"],
    ["a line separator", "до\u2028после"],
    ["a paragraph separator", "до\u2029после"],
    ["several", "до\n\n\tпосле"],
  ])("has a space in place of %s", (_what, given) => {
    expect(clean(given)).toBe("до после");
  });

  it.each([
    ["colours", "\u001b[31mкрасный\u001b[0m", "красный"],
    ["a cleared screen", "\u001b[2J\u001b[Hпусто", "пусто"],
    ["the eight-bit form of a sequence", "\u009b31mкрасный", "красный"],
    ["a link with another target", "\u001b]8;;https://evil.example/\u0007bank.example\u001b]8;;\u0007", "bank.example"],
    ["a new window title", "\u001b]0;title\u001b\\текст", "текст"],
    ["text written to the clipboard", "\u001b]52;c;Z2FuZw==\u0007текст", "текст"],
  ])("is powerless: %s", (_what, given, seen) => {
    expect(clean(given)).toContain(seen);
    // Without its first character the rest of a sequence is plain letters.
    expect([...clean(given)].filter((one) => unsafe.includes(one))).toEqual([]);
  });

  it("has nothing unsafe, whatever it was made of, and is clean the second time", () => {
    const unit = fc.oneof(fc.constantFrom(...unsafe), fc.constantFrom(..."аZ9 #*+"), fc.constant("\ud800"));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (given) => {
        const once = clean(given);
        expect([...once].filter((one) => unsafe.includes(one) || one === "\ud800")).toEqual([]);
        expect(clean(once)).toBe(once);
      }),
    );
  });

  it.each(["8 800 550-05-00", "*144*номер#", "Ёлка, «кавычки» — тире…", "100\u00a0₽", "👍🏽 é", "<b>&amp;</b>"])(
    "keeps %s as it is",
    (given) => {
      expect(clean(given)).toBe(given);
    },
  );
});
