import { describe, expect, test } from "vitest";
import { isCountryCode, parseCountry } from "../../src/values/country.js";

/** ISO 3166-1 alpha-2, the 249 officially assigned codes. */
const ISO = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`
  .trim()
  .split(/\s+/);

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const isAccepted = (code: string) => {
  try {
    return parseCountry(code) === code;
  } catch {
    return false;
  }
};

describe("a country", () => {
  test("is accepted exactly when ISO 3166-1 assigns its code", () => {
    expect(ISO).toHaveLength(249);
    const accepted = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isAccepted);
    expect(accepted.filter((code) => !ISO.includes(code))).toEqual([]);
    expect(ISO.filter((code) => !accepted.includes(code))).toEqual([]);
  });

  test.each([
    ["de", "DE"],
    [" Tr ", "TR"],
  ])("%j is %s", (given, code) => {
    expect(isCountryCode(given)).toBe(true);
    expect(parseCountry(given)).toBe(code);
  });

  test.each(["DEU", "D", "", "49", "Турция", "Türkiye", "ТР", "D E", "EU", "XX"])("%j is no country", (given) => {
    expect(() => parseCountry(given)).toThrow(expect.objectContaining({ code: "unknown-country", values: { given } }));
  });
});
