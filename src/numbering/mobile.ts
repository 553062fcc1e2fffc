/** A plainly written mobile number of the zone +7, as most are: `9261110500`, `+7 (926) 111-05-00`, `8.926.111.05.00`. Other spellings are for spelling.ts. */
import { FIRST_MOBILE, LAST_MOBILE } from "./ranges.js";

const [SPACE, PLUS, ZERO, NINE] = [32, 43, 48, 57];

const isSeparator = (code: number): boolean =>
  code === SPACE || code === 40 || code === 41 || code === 45 || code === 46;

/** The country code 7 or the trunk 8 before ten digits. */
const SEVEN = 70_000_000_000;
const EIGHT = 80_000_000_000;

/** Abkhazia's code 940 stands among the mobile ones. @param offset from FIRST_MOBILE. */
export const isAbkhazian = (offset: number): boolean => offset >= 400_000_000 && offset < 410_000_000;

function offsetOf(value: number, count: number, plus: boolean): number {
  const prefix = value >= EIGHT && !plus ? EIGHT : SEVEN;
  const national = count === 11 ? value - prefix : count === 10 && !plus ? value : 0;
  return national < FIRST_MOBILE || national > LAST_MOBILE ? -1 : national - FIRST_MOBILE;
}

/** Reads from bytes, and makes nothing: a stream has millions of numbers. */
export class MobileReader {
  /** Where the last reading stopped: at the first byte that belongs to no number. */
  stopped = 0;
  /** The digits read, as characters; there is room for one more than a number has. */
  readonly digits = new Uint8Array(12);
  /** How many they are. */
  count = 0;

  /** @param bytes a line end among them. @returns the offset from FIRST_MOBILE of the number that begins there; -1 where none does. */
  read(bytes: Uint8Array, from: number): number {
    const { digits } = this;
    let at = from;
    while (bytes[at] === SPACE) at++;
    const plus = bytes[at] === PLUS;
    if (plus) at++;
    let value = 0;
    let count = 0;
    for (; ; at++) {
      const code = bytes[at] as number;
      if (code >= ZERO && code <= NINE) {
        digits[count] = code;
        value = value * 10 + code - ZERO;
        count++;
      } else if (!isSeparator(code)) break;
    }
    this.stopped = at;
    this.count = count;
    return offsetOf(value, count, plus);
  }
}

const reader = new MobileReader();

/** @returns the offset from FIRST_MOBILE; -1 for anything but a plainly written mobile number of the zone +7. */
export function mobileInText(text: string): number {
  const bytes = Buffer.from(`${text}\n`);
  const offset = reader.read(bytes, 0);
  return reader.stopped === bytes.length - 1 ? offset : -1;
}
