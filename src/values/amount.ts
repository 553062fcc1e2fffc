/** Money as people write it: `1 299,50 ₽`, `599р`, `$1.50`, `RUB 1,299.50`, `1 299 руб. 50 коп.` */
import { keyboard } from "./keyboard.js";
import { once } from "./once.js";
import { Problem } from "./problem.js";

export interface Amount {
  /** Kopecks, cents. */
  hundredths: number;
  /** null where none is written. */
  currency: "RUB" | "USD" | "EUR" | "other" | null;
}

const ROUBLE = "₽|руб(?:\\.|лей|ля|ль)?|р\\.?|rub|rur|ro?ubles?";
const CURRENCIES: readonly [string, Exclude<Amount["currency"], null>][] = [
  [ROUBLE, "RUB"],
  ["\\$|usd|dollars?|долл(?:\\.|аров|ара|ар)?", "USD"],
  ["€|eur(?:os?)?|евро", "EUR"],
  ["\\p{Sc}|kzt|byn|uah|try|тенге", "other"],
];
/** Beside digits in a text a "try" is a word: "call 9261110, try again". */
const ANY_CURRENCY = CURRENCIES.map(([words]) => words.replace("|try", "")).join("|");
/** Made when a sum is first looked for: the letters of Unicode in either case take their time. */
const before = once(() => new RegExp(`(?:^|[^\\p{L}])(?:${ANY_CURRENCY}) ?$`, "iu"));
const after = once(() => new RegExp(`^\\s?(?:${ANY_CURRENCY}|коп)(?![\\p{L}\\d])`, "iu"));

const KOPECKS = "коп(?:\\.|ейки|ейка|еек)?";
/** 1 299 руб. 50 коп.; or kopecks alone. */
const IN_WORDS = new RegExp(`^(?:(.+?) ?(?:${ROUBLE}) ?(\\d{1,2})|(\\d+)) ?${KOPECKS}$`);

/** One sign between thousands, the same throughout, another before the hundredths: 1 299 000,50. */
const GROUPED = /^\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*(?:(?!\1)[.,](\d{1,2}))?$/;
const PLAIN = /^\d+(?:[.,](\d{1,2}))?$/;
/** A thousand, or a rouble and a bit: nobody is made to guess. */
const AMBIGUOUS = /^\d+[.,]\d{3,}$/;

const LONGEST = 40;
const LARGEST = 100_000_000_000;

/** A number this long may be a phone number, unless it is written as only sums are. */
const LONGEST_UNMARKED = 9;
const LONGEST_MARKED = 12;
const PHONE_AT_LEAST = 7;

/** Whether digits in a text are a sum of money, by what stands between them and around them. */
export function isSum(digits: string, left: string, right: string): boolean {
  const text = digits.replace(/[\s'’]/g, " ");
  const { length } = text.replace(/\D/g, "");
  const grouped = GROUPED.exec(text);
  const decimal = AMBIGUOUS.test(text) || (grouped ?? PLAIN.exec(text))?.at(-1) !== undefined;
  if (before().test(left.slice(-12)) || after().test(right))
    return grouped || decimal ? length <= LONGEST_MARKED : PLAIN.test(text) && length <= LONGEST_UNMARKED;
  return decimal ? length <= LONGEST_UNMARKED : grouped !== null && length === PHONE_AT_LEAST;
}

const spaced = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, " ");

/** 1.299 as 1 299 and as 1,30. */
const meantBy = (text: string): string[] => [
  spaced(text.replace(/\D/g, "")),
  Number(text.replace(",", ".")).toFixed(2).replace(".", ","),
];

/** @returns null where the signs between the digits make no number. */
function hundredthsOf(text: string): number | null {
  const found = PLAIN.exec(text) ?? GROUPED.exec(text);
  if (!found) return null;
  const fraction = found.at(-1);
  const whole = fraction === undefined ? text : text.slice(0, -fraction.length - 1);
  return Number(whole.replace(/\D/g, "")) * 100 + Number((fraction ?? "").padEnd(2, "0"));
}

/** The sum without its currency, and which that is. */
function parted(text: string): { bare: string; currency: Amount["currency"] } {
  for (const [words, currency] of CURRENCIES) {
    const bare = text.replace(new RegExp(`^(?:${words})(?![\\p{L}.]) ?| ?(?:${words})$`, "u"), "");
    if (bare !== text) return { bare, currency };
  }
  return { bare: text, currency: null };
}

function read(text: string): { hundredths: number | null; bare: string; currency: Amount["currency"] } {
  const words = IN_WORDS.exec(text);
  if (!words) {
    const { bare, currency } = parted(text);
    return { hundredths: hundredthsOf(bare), bare, currency };
  }
  const [, roubles = "0", kopecks, alone] = words;
  const whole = /[.,]\d{1,2}$/.test(roubles) ? null : hundredthsOf(roubles);
  return { hundredths: whole === null ? null : whole + Number(kopecks ?? alone), bare: "", currency: "RUB" };
}

/** @throws Problem `impossible-amount` for what is no sum, negative, nothing or too large; with what was meant where that is one of two sums. */
export function parseAmount(given: string): Amount {
  const fail = (key: string, hints: string[] = []) => new Problem("impossible-amount", key, { given }, { hints });
  const text = keyboard(given).toLowerCase().replace(/[’`´]/g, "'");
  if (text.length > LONGEST) throw fail("impossible-amount");
  if (/^(?:\p{Sc} ?)?-|^\(.*\)$|\d-$/u.test(text)) throw fail("negative-amount");
  const { hundredths, bare, currency } = read(text.replace(/^\+ ?/, ""));
  if (AMBIGUOUS.test(bare)) throw fail("ambiguous-amount", meantBy(bare));
  if (hundredths === null) throw fail("impossible-amount");
  if (hundredths === 0) throw fail("negative-amount");
  if (hundredths > LARGEST) throw fail("amount-too-large");
  return { hundredths, currency };
}

const NBSP = "\u00a0";
const grouped = (roubles: number): string => spaced(String(roubles)).replaceAll(" ", NBSP);

/** 1 299 руб. 50 коп., on one line. */
export const amountInRussian = (kopecks: number): string =>
  [grouped(Math.floor(kopecks / 100)), "руб.", String(kopecks % 100).padStart(2, "0"), "коп."].join(NBSP);

export const amountInEnglish = (kopecks: number): string =>
  `${grouped(Math.floor(kopecks / 100))}.${String(kopecks % 100).padStart(2, "0")}${NBSP}roubles`;
