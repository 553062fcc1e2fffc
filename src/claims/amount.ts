/** Sums of money as people write them, in kopecks. */

export type AmountFault = "not-amount" | "negative" | "zero" | "fraction" | "other-currency" | "too-large";
export type Amount = { kopecks: number } | { fault: AmountFault };

const LARGEST = 1_000_000_000_00;

const ROUBLES = /(?:₽|руб(?:\.|лей|ля|ль)?|р\.?|rub|rur)/;
const OTHER_CURRENCY = /[$€£¥₸₴₾]|\b(?:usd|eur|kzt|byn|uah|try|долл|евро|тенге)/;
/** 1 299 руб. 50 коп. */
const IN_WORDS = new RegExp(`^(?:(.+?) ?${ROUBLES.source} ?)?(\\d{1,2}) ?коп(?:\\.|ейки|ейка|еек)?$`);
const GROUPED = /^\d{1,3}(?:[ '.,]\d{3})+$/;
const PLAIN = /^\d+$/;

/** Letters and digits in one form, spaces of every width ordinary, signs of minus one. */
const folded = (given: string): string =>
  given
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2012-\u2015\u2212]/g, "-")
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

function whole(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  const marks = new Set(text.match(/[ '.,]/g));
  // One sign between thousands, the same throughout: 1 299 000, not 1 299.000.
  return GROUPED.test(text) && marks.size === 1 ? Number(text.replace(/\D/g, "")) : null;
}

/** `1.299` may be a thousand or a rouble and a bit: nobody is made to guess. */
function decimal(text: string): Amount {
  const parts = /^(.*\d)[.,](\d{1,2})$/.exec(text);
  if (!parts) {
    if (/^\d+[.,]\d{3,}$/.test(text)) return { fault: "fraction" };
    const roubles = whole(text);
    return roubles === null ? { fault: "not-amount" } : { kopecks: roubles * 100 };
  }
  const [, integer = "", fraction = ""] = parts;
  const roubles = whole(integer);
  return roubles === null ? { fault: "not-amount" } : { kopecks: roubles * 100 + Number(fraction.padEnd(2, "0")) };
}

function read(text: string): Amount {
  const words = IN_WORDS.exec(text);
  if (!words) {
    const bare = text.replace(new RegExp(`^${ROUBLES.source} ?`), "").replace(new RegExp(` ?${ROUBLES.source}$`), "");
    return decimal(bare);
  }
  const [, roubles = "0", kopecks = "0"] = words;
  const integer = whole(roubles);
  return integer === null ? { fault: "not-amount" } : { kopecks: integer * 100 + Number(kopecks) };
}

/** `1 299,50 ₽`, `1299.5`, `1 299 руб. 50 коп.` and the like. */
export function parseAmount(given: string): Amount {
  const text = folded(given);
  if (OTHER_CURRENCY.test(text)) return { fault: "other-currency" };
  if (/^(?:₽ ?)?-|^\(.*\)$|-$/.test(text)) return { fault: "negative" };
  const amount = read(text.replace(/^\+ ?/, ""));
  if ("fault" in amount) return amount;
  if (amount.kopecks === 0) return { fault: "zero" };
  return Number.isSafeInteger(amount.kopecks) && amount.kopecks <= LARGEST ? amount : { fault: "too-large" };
}

const NBSP = "\u00a0";
const grouped = (roubles: number): string => String(roubles).replace(/\B(?=(\d{3})+$)/g, NBSP);

/** 1 299 руб. 50 коп., on one line. */
export const amountInRussian = (kopecks: number): string =>
  [grouped(Math.floor(kopecks / 100)), "руб.", String(kopecks % 100).padStart(2, "0"), "коп."].join(NBSP);

export const amountInEnglish = (kopecks: number): string =>
  `${grouped(Math.floor(kopecks / 100))}.${String(kopecks % 100).padStart(2, "0")}${NBSP}roubles`;
