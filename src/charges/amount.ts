/** Money as people write it: `1 299,50 ₽`, `599р`, `$1.50`, `RUB 1,299.50`. */
import { Problem } from "../values/problem.js";

export interface Amount {
  value: number;
  /** null where none is written. */
  currency: "RUB" | "USD" | "EUR" | null;
}

const CURRENCIES: readonly [RegExp, "RUB" | "USD" | "EUR"][] = [
  [/₽|руб(?:лей|ля|ль|\.)?|rub|rur|р\.?(?=\s|$)/iu, "RUB"],
  [/\$|usd|долл(?:аров|ара|ар|\.)?/iu, "USD"],
  [/€|eur|евро/iu, "EUR"],
];

const LONGEST = 40;
const LARGEST = 1_000_000_000;

/** The digits with a point before the hundredths; null where the signs between them make no number. */
function plain(digits: string): string | null {
  if (/^\d+(?:[.,]\d{1,2})?$/.test(digits)) return digits.replace(",", ".");
  const grouped = /^\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*(?:([.,])\d{1,2})?$/.exec(digits);
  if (!grouped || grouped[1] === grouped[2]) return null;
  const cents = grouped[2] ? digits.slice(digits.lastIndexOf(grouped[2]) + 1) : "";
  const whole = grouped[2] ? digits.slice(0, digits.lastIndexOf(grouped[2])) : digits;
  return `${whole.replace(/\D/g, "")}${cents ? `.${cents}` : ""}`;
}

/** @throws Problem `impossible-amount` for what is no sum of money, is negative or nothing. */
export function parseAmount(given: string): Amount {
  const fail = (key: string) => new Problem("impossible-amount", key, { given });
  if (given.length > LONGEST) throw fail("impossible-amount");
  const text = given.normalize("NFKC").replace(/\s+/g, " ").trim();
  const known = CURRENCIES.find(([sign]) => sign.test(text));
  const bare = (known ? text.replace(known[0], "") : text).trim();
  if (/^[-−–]/.test(bare)) throw fail("negative-amount");
  const number = plain(bare.replace(/^\+\s*/, ""));
  if (number === null) throw fail("impossible-amount");
  const value = Number(number);
  if (value === 0) throw fail("negative-amount");
  if (value > LARGEST) throw fail("impossible-amount");
  return { value, currency: known?.[1] ?? null };
}
