/** A line of a bank statement or a message in the one spelling in which lines are compared. */
import { letters, retyped } from "../values/keyboard.js";
import { maskNumbers } from "../values/mask.js";

/** No statement line comes near this; a longer text is cut before anything else is done with it. */
const LONGEST = 300;

/** Here the seller's name is cut: Mastercard's messages have 22 signs for it, Visa's 25 (ISO 8583, field 43). */
const CUT_AT = { least: 22, most: 25 };

const LETTERS: ReadonlyMap<string, string> = new Map(
  "А:A Б:B В:V Г:G Д:D Е:E Ё:E Ж:ZH З:Z И:I Й:Y К:K Л:L М:M Н:N О:O П:P Р:R С:S Т:T У:U Ф:F Х:KH Ц:TS Ч:CH Ш:SH Щ:SHCH Ъ: Ы:Y Ь: Э:E Ю:YU Я:YA"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Russian letters that look like Latin ones: in a word that mixes both they are meant as Latin. */
const LOOKALIKES = letters("АВЕКМНОРСТХУ", "ABEKMHOPCTXY");

const latin = (word: string): string => retyped(/[A-Z]/.test(word) ? retyped(word, LOOKALIKES) : word, LETTERS);

export function lineOf(given: string) {
  const text = given.slice(0, LONGEST).normalize("NFKC").toUpperCase().slice(0, LONGEST);
  const parts = text.match(/[\p{L}\p{N}]+|[*_]/gu) ?? [];
  /** In capital Latin letters and digits. */
  const words: string[] = [];
  /** For each word whether a `*` or `_` follows it, as between a go-between and the shop it paid for. */
  const starred: boolean[] = [];
  for (const part of parts) {
    if (part !== "*" && part !== "_") {
      words.push(latin(part));
      starred.push(false);
    } else if (words.length > 0) starred[words.length - 1] = true;
  }
  const { length } = text.trim();
  /** Whether it is as long as lines that a bank has cut. */
  const cut = length >= CUT_AT.least && length <= CUT_AT.most;
  return { words, starred, cut };
}

export type Line = ReturnType<typeof lineOf>;

export const compact = ({ words }: Pick<Line, "words">): string => words.join("");

/** A short number alone: three to six digits. */
export const isShortNumber = (given: string): boolean =>
  /^\d{3,6}$/.test(given.slice(0, LONGEST).replace(/[\s-]/g, ""));

/** Country codes as they end statement lines. */
const COUNTRY = /^(?:RU|RUS|US|USA|GB|GBR|IE|IRL|CY|CYP|NL|NLD|LU|LUX|DE|DEU|CH|CHE|KR|KOR|CA|HK|SG|MT|MLT)$/;

/** Words that a bank prints on the statement of a card, in Latin letters: «Мир игр» and «Карта» stand in the billing detail of a phone. */
const CARD = /^(?:SBOL|SBP|VISA|MIR|MASTERCARD|MOSCOW|KARTA|KARTY|PEREVOD|C2C|P2P|POS|ATM)$/;

/** What is in Russian, or about messages or gigabytes, may be of a phone, whatever it ends with. */
const OF_PHONE = /\p{Script=Cyrillic}|\b(?:SMS|MMS|INTERNET)\b|\d\s?GB$/u;

/** Whether the line is a card's by its own words: a transfer, or a shop with its town and country. */
export function isCardLine(given: string): boolean {
  const text = given.slice(0, LONGEST).normalize("NFKC").toUpperCase().trim();
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.some((word) => CARD.test(word))) return true;
  return words.length > 1 && COUNTRY.test(words.at(-1) ?? "") && !OF_PHONE.test(text);
}

/** What stands behind the seller's name, without phone numbers, digits of orders and the country; null where nothing is left. */
export function remainder(words: readonly string[]): string | null {
  const rest = words.filter((word) => !/^\d+$/.test(word));
  while (rest.length > 0 && COUNTRY.test(rest.at(-1) ?? "")) rest.pop();
  // Google ends its lines with the address of its help, g.co/helppay.
  const said = rest.join(" ").replace(/(?:^| )G CO (?:HELPPAY|PAYHELP)$/, "");
  return said === "" ? null : maskNumbers(said);
}

/** The line as it may be shown again. */
export const shownLine = (given: string): string => maskNumbers(given.trim().slice(0, LONGEST));
