/** The person's own number in a text. */
import { read } from "../numbering/reading.js";
import { readSpelling } from "../numbering/spelling.js";

/** Digits that belong together, with what people put between them. */
const RUN = /\+?\d(?:[\s()./-]{0,3}\d){6,}/g;

/** Words before a number that make it the person's own. */
const OWN =
  /(мо[йяе]|мой номер|номер мой|у меня номер|my number is|my number|my phone)\s*(телефона?|номер|сим\S*|is|:|-)*\s*$/;

const BEFORE = 30;

/** A Russian number as ten digits after the 7. */
function national(run: string): string | null {
  const spelling = readSpelling(run);
  const reading = spelling.form === "number" ? read(spelling) : spelling;
  return reading.form === "russian" ? reading.national : null;
}

/** The person's own number where the text says so, as ten digits; whose range it is, the register says. @param normalised lower case, ё as е. */
export function ownNumber(normalised: string): string | null {
  for (const match of normalised.matchAll(RUN)) {
    const before = normalised.slice(Math.max(0, match.index - BEFORE), match.index);
    const digits = OWN.test(before) ? national(match[0]) : null;
    if (digits !== null) return digits;
  }
  return null;
}
