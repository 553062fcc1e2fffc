/**
 * A plainly written Russian mobile number, as most are: `9261110500`, `+7 (926) 111-05-00`, `8.926.111.05.00`. Other spellings are for
 * spelling.ts, and so is the code of Abkhazia among the mobile ones, 940.
 */
export const PLAIN_MOBILE = " *(?:\\+[ ().-]*7|[78])?[ ().-]*9(?![ ().-]*4[ ().-]*0)(?:[ ().-]*\\d){9}[ ().-]*";

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
export const mobileInText = (text: string): number => (WHOLE.test(text) ? offsetOf(text) : -1);
