/** Numbers of other countries, by Google's numbering metadata. Loaded only when somebody asks about one. */
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString as readExactly } from "libphonenumber-js/max";
// Its looser patterns still take the numbers that countries have begun to hand out since.
import { parsePhoneNumberFromString } from "libphonenumber-js/min";

export interface ForeignIdentity {
  e164: string;
  display: string;
  /** ISO 3166-1 alpha-2; null for services that belong to no country, and where several may have the number. */
  country: string | null;
  /** Where several countries share the plan and the number may be any of theirs: those worth naming, and whether there are more. */
  shared: { plan: string; countries: readonly string[]; more: boolean } | null;
}

/** @returns null where no country has such a number; the library formats invalid numbers too, so it is asked that first. */
export function readForeign(digits: string): ForeignIdentity | null {
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (!number?.isValid()) return null;
  const { number: e164, countryCallingCode, country: first } = number;
  const identity = { e164, display: number.formatInternational(), country: first ?? null, shared: null };
  const others = getCountries().filter((code) => {
    if (code === first || getCountryCallingCode(code) !== countryCallingCode) return false;
    const same = readExactly(e164);
    return same !== undefined && Object.assign(same, { country: code }).isValid();
  });
  if (!first || others.length === 0) return identity;
  // Of the two dozen countries of +1 the second that people know is Canada.
  const named = others.length === 1 ? others : others.filter((code) => code === "CA");
  const shared = { plan: `+${countryCallingCode}`, countries: [first, ...named], more: named.length < others.length };
  return { ...identity, country: null, shared };
}
