/** Which number spelled digits are: a Russian one of ten digits, a short one, one of another country, or none. */
import { formatNumber } from "./format.js";
import { type Fault, faulty, type SpelledNumber } from "./spelling.js";

/** To be checked against the plans of other countries; `assumed` where no + or 00 was written, or perhaps instead of +7. */
interface ForeignNumber {
  form: "foreign";
  digits: string;
  assumed: boolean;
  /** What it is where no country has such a number. */
  otherwise: Fault;
}

/** `national`: ten digits, without +7 or 8. */
type Reading = { form: "russian"; national: string } | { form: "short"; digits: string } | ForeignNumber | Fault;

const russian = (national: string): Reading => ({ form: "russian", national });

/** Written with +8 in place of 8 or +7, with both, without the 7, or as one calls Russia from America: what such a number probably is. */
function meant(fault: "not-valid" | "too-long", digits: string): Fault {
  const national = /^(?:[78]{1,2}|0117)?([3489]\d{9})$/.exec(digits)?.[1];
  return national ? faulty(fault, formatNumber(`+7${national}`)) : faulty(fault);
}

const foreign = (digits: string, otherwise = meant("not-valid", digits), assumed = false): ForeignNumber => ({
  form: "foreign",
  digits,
  assumed,
  otherwise,
});

/** Of the zone +7, 6xx and 7xx are Kazakhstan, 840 and 940 Abkhazia. */
const inZoneSeven = (national: string): Reading =>
  /^(?:[67]|[89]40)/.test(national) ? foreign(`7${national}`) : russian(national);

/** The trunk 8 in place of +7: no country has +89, and no number of Bangladesh (+880) goes on with a zero. */
const TRUNK_EIGHT = /^8(?:9|800)/;

/** Digits after a + (or 00, or 8~10). The shortest numbers abroad have six: +98 9601. */
function international(digits: string, short: Fault): Reading {
  if (digits.length < 6 && !/^79\d\d/.test(digits)) return short;
  if (digits.startsWith("7")) {
    if (digits.length === 11) return inZoneSeven(digits.slice(1));
    return digits.length < 11 ? faulty("missing-digit") : meant("too-long", digits);
  }
  if (digits.length === 11 && TRUNK_EIGHT.test(digits)) return inZoneSeven(digits.slice(1));
  if (digits.length > 15) return faulty("too-long");
  if (digits.length === 6) return foreign(digits, short);
  const lost = digits.length === 10 && digits.startsWith("9");
  return lost ? foreign(digits, faulty("missing-digit", formatNumber(`+7${digits}`)), true) : foreign(digits);
}

function bare(digits: string): Reading {
  const { length } = digits;
  if (length < 2) return faulty("too-short");
  if (length <= 6 || (length === 7 && digits.startsWith("0"))) return { form: "short", digits };
  if (length === 7) return faulty("no-area-code");
  if (length < 10) return faulty("too-short");
  // All of a Russian number but its first digit, or eleven with one lost. No area code begins with 88 or 89.
  if (length === 10) return /^(?:9|[34]|8[0-7])/.test(digits) ? inZoneSeven(digits) : faulty("missing-digit");
  if (length === 11 && /^[78]/.test(digits)) return inZoneSeven(digits.slice(1));
  if (length > 15 || TRUNK_EIGHT.test(digits)) return meant("too-long", digits);
  return foreign(digits, meant(length > 11 ? "too-long" : "not-valid", digits), true);
}

/** The ways out of Russia: 00 from a mobile, 8~10 from a landline. */
const ABROAD = /^(?:810(?=\d{8})|00(?=\d{6}))/;

export function read({ digits, plus }: SpelledNumber): Reading {
  if (plus) return international(digits, faulty("plus-short", digits));
  const rest = digits.replace(ABROAD, "");
  // 000105 is a short number of MegaFon, not a call abroad.
  return rest.length < digits.length ? international(rest, faulty("too-short")) : bare(digits);
}
