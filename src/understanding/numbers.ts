/** Numbers in a text: found, and hidden before the text is shown again. */

/** Digits that belong together, with what people put between them. */
const RUN = /\+?\d(?:[\s()./-]{0,3}\d){6,}/g;

/** The same in any script's digits and with any dash, as text copied from a page has them: hidden in doubt. */
const HIDDEN_RUN = /\+?\p{Nd}(?:[\s()./_\u2010-\u2015\u2212-]{0,3}\p{Nd}){6,}/gu;

const SHOWN = 4;
const HIDDEN_AT_LEAST = 7;

/** Long numbers keep their beginning: enough to see which one it is, not whose. */
export function maskNumbers(text: string): string {
  return text.replace(HIDDEN_RUN, (run) => {
    const total = run.replace(/\P{Nd}/gu, "").length;
    const shown = Math.max(0, Math.min(SHOWN, total - HIDDEN_AT_LEAST));
    let seen = 0;
    return run.replace(/\p{Nd}/gu, (digit) => (seen++ < shown ? digit : "*"));
  });
}

/** A Russian mobile or city number as ten digits after the 7. */
function national(run: string): string | null {
  const digits = run.replace(/\D/g, "");
  if (digits.length === 11 && /^[78]/.test(digits)) return digits.slice(1);
  return digits.length === 10 ? digits : null;
}

/** Words before a number that make it the person's own. */
const OWN =
  /(мо[йяе]|мой номер|номер мой|у меня номер|my number is|my number|my phone)\s*(телефона?|номер|сим\S*|is|:|-)*\s*$/;

const BEFORE = 30;

/** The person's own number where the text says so, as ten digits; whose range it is, the register says. @param normalised lower case, ё as е. */
export function ownNumber(normalised: string): string | null {
  for (const match of normalised.matchAll(RUN)) {
    const before = normalised.slice(Math.max(0, match.index - BEFORE), match.index);
    const digits = OWN.test(before) ? national(match[0]) : null;
    if (digits !== null) return digits;
  }
  return null;
}
