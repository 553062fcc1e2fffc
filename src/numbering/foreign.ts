/** Numbers of other countries, by Google's numbering metadata. Loaded only when somebody asks about one. */
import { parsePhoneNumberFromString } from "libphonenumber-js/min";

export interface ForeignIdentity {
  e164: string;
  display: string;
  /** ISO 3166-1 alpha-2; null for services that belong to no country. */
  country: string | null;
}

/** @returns null where no country has such a number; the library formats invalid numbers too, so it is asked that first. */
export function readForeign(digits: string): ForeignIdentity | null {
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (!number?.isValid()) return null;
  return { e164: number.number, display: number.formatInternational(), country: number.country ?? null };
}
