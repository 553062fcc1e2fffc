/** How wide a text stands in a terminal. The build gives it to the library that wraps lines in place of the plain fast-string-width. */
import stringWidth from "fast-string-width";

/** Latin, Cyrillic and the signs of both: one cell a character, nothing that joins its neighbour. */
const ONE_CELL_EACH =
  /^[ -~\u00a0-\u00ac\u00ae-\u00ff\u0400-\u0482\u048a-\u04ff\u2010-\u2015\u2018-\u201f\u2022\u2026\u20bd\u2116]*$/;

/** @returns cells. The library compares with every script there is, and making its tables takes longer than a look-up. */
export default function textWidth(text: string): number {
  return ONE_CELL_EACH.test(text) ? text.length : stringWidth(text);
}
