/** A plainly written Russian mobile number, as most are: `9261110500`, `+7 (926) 111-05-00`, `8.926.111.05.00`. Other spellings are for spelling.ts. */
export const PLAIN_MOBILE = " *(?:\\+[ ().-]*7|[78])?[ ().-]*9(?:[ ().-]*\\d){9}[ ().-]*";

/** Abkhazia's code 940 among the mobile ones is for spelling.ts too. @param offset from FIRST_MOBILE. */
export const isAbkhazian = (offset: number): boolean => offset >= 400_000_000 && offset < 410_000_000;

const WHOLE = new RegExp(`^${PLAIN_MOBILE}$`);

/**
 * The nine digits after the first 9, read from the end; no substring is made, since a stream has millions of them.
 * @param text with what PLAIN_MOBILE matches up to `to`.
 * @returns the offset from FIRST_MOBILE.
 */
export function offsetOf(text: string, to = text.length): number {
  let value = 0;
  let place = 1;
  for (let at = to - 1; place < 1_000_000_000; at--) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) continue;
    value += digit * place;
    place *= 10;
  }
  return value;
}

/** @returns the offset from FIRST_MOBILE; -1 for anything but a plainly written mobile number. */
export function mobileInText(text: string): number {
  const offset = WHOLE.test(text) ? offsetOf(text) : -1;
  return isAbkhazian(offset) ? -1 : offset;
}
