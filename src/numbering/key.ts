/** One key for every spelling of a number or code: what the directory's values are indexed by and looked up with. */
import { read } from "./reading.js";
import { readSpelling, type Spelling } from "./spelling.js";

/** Digits that are no number as they stand, such as `8800 550050`: kept as they are, to be found again. */
export const RAW = "~";

/** Letters, case and marks of a whole phrase do not tell apart what to send: `СТОП на 5051`. */
export const phraseKey = (text: string): string =>
  `"${text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/(?<=\s)to(?=\s)/gu, "на")
    .replace(/[\s"'«»“”]+/gu, "")}`;

export const rawKey = (text: string): string => RAW + text.replace(/[^\d*#]/g, "");

/** The key of a number or code; `rawKey` of what is neither. */
export function keyOf(spelling: Spelling, text: string): string {
  if (spelling.form === "code") return spelling.code;
  if (spelling.form === "fault") return rawKey(text);
  const reading = read(spelling);
  if (reading.form === "russian") return `+7${reading.national}`;
  if (reading.form === "short") return reading.digits;
  return reading.form === "foreign" ? `+${reading.digits}` : rawKey(text);
}

export const keyOfText = (text: string): string => keyOf(readSpelling(text), text);

/** A group this long may be somebody's number: a short one for its price, a full one for a call back. */
const LEAST_NUMBER = 4;

/** The code with one group of digits taken for the reader's own: `*144*9261110500#` is `*144*{number}#`. */
function patterns(code: string): string[] {
  const groups = code.split("*");
  return groups.flatMap((group, index) => {
    const digits = /^\+?\d+(?=#?$)/.exec(group)?.[0];
    if (index < 2 || digits === undefined) return [];
    const places = digits.length < LEAST_NUMBER ? ["{code}"] : ["{number}", "{code}"];
    return places.map((place) => groups.with(index, group.replace(digits, place)).join("*"));
  });
}

/** Keys to try in turn for a code; the first that is known wins. */
export const codeKeys = (code: string): string[] => [code, ...patterns(code)];
