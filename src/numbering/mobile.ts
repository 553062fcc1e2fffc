/**
 * A Russian mobile number straight from its characters, for the common spellings: `9261110500`, `+7 (926) 111-05-00`, `8.926.111.05.00`.
 * Nothing is allocated, so that a million lines cost little more than reading them; every other spelling is for spelling.ts.
 */
import { FIRST_MOBILE, LAST_MOBILE } from "./ranges.js";

const [PLUS, SPACE] = [43, 32];

/** What each character does to the reading: a digit's value, SKIP for a separator, END for anything else. */
const SKIP = 10;
const END = 11;
const MEANING = new Uint8Array(256).fill(END);
for (let digit = 0; digit < 10; digit++) MEANING[48 + digit] = digit;
for (const separator of " ()-.") MEANING[separator.charCodeAt(0)] = SKIP;

/** The country code 7 or the trunk 8 before ten digits. */
const SEVEN = 70_000_000_000;
const EIGHT = 80_000_000_000;

function offsetOf(value: number, count: number, plus: boolean): number {
  const prefix = value >= EIGHT && !plus ? EIGHT : SEVEN;
  const national = count === 11 ? value - prefix : count === 10 && !plus ? value : -1;
  return national >= FIRST_MOBILE && national <= LAST_MOBILE ? national - FIRST_MOBILE : -1;
}

export class MobileReader {
  /** Where the last reading stopped: the first character that belongs to no number, a line end for one. */
  stopped = 0;

  /** @returns the offset from FIRST_MOBILE of the mobile number up to `stopped`; -1 when there is none. */
  read(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to && bytes[at] === SPACE) at++;
    const plus = at < to && bytes[at] === PLUS;
    if (plus) at++;
    let value = 0;
    let count = 0;
    for (; at < to; at++) {
      const meaning = MEANING[bytes[at] as number] as number;
      if (meaning < SKIP) {
        value = value * 10 + meaning;
        count++;
      } else if (meaning === END) break;
    }
    this.stopped = at;
    return offsetOf(value, count, plus);
  }
}

/** Longer spellings are left to spelling.ts. */
const characters = new Uint8Array(40);
const reader = new MobileReader();

/** @returns the offset from FIRST_MOBILE; -1 for anything but a plainly written mobile number. */
export function mobileInText(text: string): number {
  const { length } = text;
  if (length > characters.length) return -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return -1;
    characters[at] = code;
  }
  const offset = reader.read(characters, 0, length);
  return reader.stopped === length ? offset : -1;
}
