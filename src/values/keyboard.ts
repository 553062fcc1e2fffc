/** Each letter, and the one that stands for it. */
export const letters = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((letter, index) => [letter, to[index] ?? letter]));

export const retyped = (text: string, by: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => by.get(letter) ?? letter).join("");

/** Unicode keeps each script's ten digits together, zero first: the value is how many digits stand before it in its run. */
function decimalValue(codePoint: number): number {
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value++;
  return value;
}

/** What was typed or copied, in the signs a keyboard has: full-width forms, other scripts' digits, typographic dashes, invisible marks and odd spaces go. */
export function keyboard(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.replace(/ {2,}/g, " ").trim();
  return text
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, (digit) => String(decimalValue(digit.codePointAt(0) ?? 0)))
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
