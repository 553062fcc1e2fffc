import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import textWidth from "../../../src/render/text/text-width.js";

/** Latin, Greek, Cyrillic; punctuation, currencies, arrows. Of rarer scripts libraries hold different views. */
const BLOCKS = [
  [0x20, 0x52f],
  [0x2000, 0x21ff],
] as const;

test("every character is as wide as another library says", () => {
  const wrong: string[] = [];
  const codes = BLOCKS.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  for (const code of codes) {
    const letter = String.fromCodePoint(code);
    // Controls and marks that stand on their neighbour never come alone; a text is cleaned before it is laid out.
    if (/[\p{C}\p{M}]/u.test(letter)) continue;
    if (textWidth(`а${letter}б`) !== stringWidth(`а${letter}б`)) wrong.push(`U+${code.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

test("so is a text", () => {
  const signs = fc.constantFrom("а", "Ё", "z", " ", "—", "№", "₽", "“", "7", "é", "中", "😀", "👍🏽", "й", "\u0301");
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 20 }), (parts) => {
      expect(textWidth(parts.join(""))).toBe(stringWidth(parts.join("")));
    }),
  );
});
