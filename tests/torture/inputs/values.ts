/** Values people and programs could give: right ones, nearly right ones, and ones that hope to break something. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { anyCharacter } from "../../support/any-text.js";
import { OPERATORS, PARTIES, TOPICS } from "../../support/authored.js";

/** What drives a terminal, reorders text, hides it, or is no character at all. */
export const HOSTILE: readonly string[] = [
  "\u001b]8;;https://evil.example/\u0007link\u001b]8;;\u0007",
  "\u001b]52;c;Z2FuZw==\u0007",
  "\u001b]0;title\u001b\\",
  "\u001b[2J\u001b[H",
  "\u001b[31m",
  "\u009b31m",
  "\u202e",
  "\u2066",
  "\u200b",
  "\u2028",
  "\u{e0041}",
  "\ufeff",
  "\ud800",
  "\r",
  "\u0007",
  "\u0008",
];

const TRICKS: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "-",
  "--",
  "--help",
  "{}",
  "[]",
  "null",
  "undefined",
  "NaN",
  "0",
  "-1",
  "1e999",
  "' or 1=1",
  "{{7*7}}",
  "{number}",
  "%s%n",
  "$(id)",
  "=1+1",
  "@SUM(1)",
  "<script>",
  "👩‍👩‍👧‍👦",
  "й",
  "İi̇ıI",
  "ǅ",
  "ﬁ",
  "１２３",
  "٠١٢",
];

const linesOf = (file: string) => readFileSync(file, "utf8").split("\n").filter(Boolean);
const EXAMPLES = "data/understanding/examples";
const sentences = readdirSync(EXAMPLES).flatMap((name) => linesOf(`${EXAMPLES}/${name}`));
const channels = PARTIES.flatMap((party) => party.channels);
const withdrawn = PARTIES.flatMap(({ neverOffered = [] }) =>
  neverOffered.flatMap(({ values }) => values.map((value) => (typeof value === "string" ? value : value.ru))),
);

const names = OPERATORS.flatMap(({ id, aliases }) => [id, ...aliases]);

/** One character, from plain to hostile. */
const character = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(..."абвгдёжз клмнопрстуфхцщьюя АБВZabcxyz0123456789 .,-+*#()?!\"'/\\=_&%;:|<>@"),
  },
  { weight: 1, arbitrary: anyCharacter },
);

/** Any text at all, mostly short. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: character, maxLength: 24 }) },
  { weight: 2, arbitrary: fc.constantFrom(...TRICKS) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...HOSTILE), fc.string({ unit: character, maxLength: 8 }))
      .map((both) => both.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: character, minLength: 100, maxLength: 2_000 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.string({ unit: character, minLength: 1, maxLength: 4 }), fc.integer({ min: 50, max: 3_000 }))
      .map(([unit, times]) => unit.repeat(times)),
  },
);

/** Somebody's slip: a character left out, doubled, swapped, replaced or hostile. */
export const slipped = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      values,
      fc.nat(),
      fc.constantFrom("drop", "double", "swap", "put", "case", "hostile"),
      character,
      fc.constantFrom(...HOSTILE),
    )
    .map(([text, at, slip, put, hostile]) => {
      const index = text.length === 0 ? 0 : at % text.length;
      const [before, here, after] = [text.slice(0, index), text.charAt(index), text.slice(index + 1)];
      if (slip === "drop") return before + after;
      if (slip === "double") return before + here + here + after;
      if (slip === "swap") return before + after.slice(0, 1) + here + after.slice(1);
      if (slip === "put") return before + put + after;
      if (slip === "case")
        return before + (here === here.toUpperCase() ? here.toLowerCase() : here.toUpperCase()) + after;
      return before + hostile + here + after;
    });

/** Mostly right, sometimes with a slip, sometimes anything. */
const about = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: values },
    { weight: 2, arbitrary: slipped(values) },
    { weight: 1, arbitrary: anyText },
  );

const one = (values: readonly string[]) => about(fc.constantFrom(...values));

const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: min, maxLength: max });

const number = about(
  fc.oneof(
    digits(9, 9).map((rest) => `+79${rest}`),
    digits(9, 9).map((rest) => `8 (9${rest.slice(0, 2)}) ${rest.slice(2, 5)}-${rest.slice(5, 7)}-${rest.slice(7)}`),
    digits(1, 16),
    digits(3, 12).map((rest) => `+${rest}`),
    fc.tuple(digits(2, 4), digits(0, 12)).map(([code, rest]) => `*${code}*${rest}#`),
    fc.constantFrom(...channels.flatMap(({ value }) => value ?? [])),
    fc.constantFrom(...(withdrawn.length > 0 ? withdrawn : ["0000"])),
  ),
);

const day = about(
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(
          "0001",
          "0099",
          "1899",
          "1900",
          "1969",
          "1970",
          "1999",
          "2000",
          "2024",
          "2026",
          "2038",
          "2046",
          "2100",
          "9999",
        ),
        fc.constantFrom("01-01", "02-28", "02-29", "02-30", "06-31", "11-23", "12-31", "13-01", "00-00"),
      )
      .map((parts) => parts.join("-")),
    fc
      .tuple(
        fc.constantFrom("2026-11-23", "1970-01-01", "9999-12-31", "0001-01-01"),
        fc.constantFrom(
          "T00:00",
          " 23:59:59",
          "T24:00",
          "T12:00Z",
          "T12:00+14:00",
          "T12:00-14:00",
          "T12:00:60",
          "t12:00:00.123456789+0300",
        ),
      )
      .map((parts) => parts.join("")),
    fc.constantFrom("01.02.2026", "today", "завтра", "23 ноября 2026", "2026-11", "20261123"),
  ),
);

const amount = about(
  fc.oneof(
    digits(1, 9),
    fc.constantFrom(
      "1 299,50",
      "1e5",
      "12.99 USD",
      "0",
      "-5",
      "99999999999999999999",
      "1,2,3",
      "$5",
      "500 руб.",
      "1.299,00",
    ),
  ),
);

const sentence = about(fc.constantFrom(...sentences));

export const descriptor = about(
  fc.constantFrom(
    "XSOLLA *CIVILIZATION",
    "STEAM PURCHASE",
    "WL *STEAM PURCHASE",
    "GOOGLE *Services",
    "APPLE.COM/BILL",
    "YANDEX*5815*PLUS",
    "MTS PAY 8888",
    "8464",
    "MegaFon",
    "SBERPRIME",
    "оплата услуг партнёра",
    "PAYPRO*VALVE",
  ),
);

/** Values of every fact and of the other things one can be asked for, by their name. */
export const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  operator: one(names),
  from: one(["own", "landline", "foreign", "internet", ...names]),
  roaming: one(["home", "russia", "abroad"]),
  subscriber: one(["personal", "corporate"]),
  service: one(["mobile", "fixed"]),
  topic: one(TOPICS.map(({ id }) => id)),
  country: one(["TR", "tr", "RU", "US", "XX", "KZ", "TUR", "ЯЯ"]),
  without: one([
    "voice",
    "sms,ussd",
    "voice,sms,ussd,web,app,chat,email,messenger,office,post",
    "web,",
    ",",
    "voice,voice",
  ]),
  number,
  channel: one(channels.map(({ id }) => id)),
  day,
  amount,
  sentence,
  descriptor,
  yes: one(["yes", "no"]),
  lang: one(["ru", "en"]),
  any: anyText,
};

export const value = (name: string): fc.Arbitrary<string> => VALUES[name] ?? anyText;
