import { Problem } from "./problem.js";

/** Codes that CLDR names but ISO 3166-1 does not assign to a country today: groupings, reservations, test regions, former countries. */
const NOT_COUNTRIES = new Set(
  "AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ AN BU CS DD DY FX HV NH RH SU TP UK VD YD YU ZR".split(" "),
);

/**
 * An ISO 3166-1 alpha-2 code in upper case.
 * @throws Problem `unknown-country`.
 */
export function parseCountry(given: string): string {
  const code = given.trim().toUpperCase();
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const known = /^[A-Z]{2}$/.test(code) && !NOT_COUNTRIES.has(code) && names.of(code) !== undefined;
  if (!known) throw new Problem("unknown-country", "unknown-country", { given });
  return code;
}
