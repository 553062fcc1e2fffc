/** The person's own number in a text. */
import { read } from "../numbering/reading.js";
import { readSpelling } from "../numbering/spelling.js";

/** Digits that belong together, with what people put between them. */
const RUN = /\+?\d(?:[\s()./-]{0,3}\d){6,}/g;

/** Words before a number that make it the person's own; "не мой номер" makes it somebody else's. */
const OWN =
  /(?<!(?:^|\s)(?:не|not)\s)(?<!\p{L})(мо[йяе]|номер мой|у меня номер|my number is|my number|my phone)\s*(телефона?|номер|сим\S*|is|:|-)*\s*$/u;

const BEFORE = 30;

/** A Russian number as ten digits after the 7. */
function national(run: string): string | null {
  const spelling = readSpelling(run);
  const reading = spelling.form === "number" ? read(spelling) : spelling;
  return reading.form === "russian" ? reading.national : null;
}

export interface NumberInText {
  /** As ten digits; null where it is no Russian number. */
  digits: string | null;
  written: string;
  own: boolean;
  /** Where the words that say so begin, and where the number ends. */
  start: number;
  end: number;
}

/**
 * Full numbers of a text; whose range they are, the register says.
 * @param normalised lower case, ё as е.
 * @param own whether the person tells their own number, in whatever words: the operator that they do not know.
 */
export function numbersIn(normalised: string, own = false): NumberInText[] {
  return [...normalised.matchAll(RUN)].map((match) => {
    const [written] = match;
    const from = Math.max(0, match.index - BEFORE);
    const said = OWN.exec(normalised.slice(from, match.index));
    const start = said ? from + said.index : match.index;
    return {
      digits: national(written),
      written: written.trim(),
      own: own || said !== null,
      start,
      end: match.index + written.length,
    };
  });
}

const CODE = /[*#][\d*#]+|\+\s?7[\s(-]*9\d\d\b|\b\d{3,6}\b/g;

/** Short numbers, codes and the beginning of a mobile number in a text, as written. */
export const codesIn = (normalised: string): string[] => normalised.match(CODE) ?? [];
