/** What a person has tried in vain, in any spelling, against the channels of the directory. */
import type { Channel } from "../directory/types.js";
import { keyboard } from "../values/keyboard.js";

/** One key for the spellings of a number, code, address or id; +7 and the trunk 8 are one. */
function keyOf(value: string): string {
  const bare = keyboard(value)
    .toLowerCase()
    .replace(/^(https?:\/\/|tel:|sms:|mailto:)?(www\.)?/, "")
    .replace(/\/$/, "");
  const digits = bare.replace(/[\s().+-]/g, "");
  if (!/^[\d*#]+$/.test(digits)) return bare.replaceAll(/[\s«»"]/g, "");
  return /^[78]\d{10}$/.test(digits) ? digits.slice(1) : digits;
}

/** @param tried as they were typed. */
export function wasTried({ id, dial, e164, uri, display }: Channel, tried: readonly string[]): boolean {
  if (tried.length === 0) return false;
  const known = [id, dial, e164, uri, display.ru, display.en].flatMap((value) => (value ? [keyOf(value)] : []));
  return tried.some((value) => known.includes(keyOf(value)));
}
