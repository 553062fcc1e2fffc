/** A letter as the blocks every format is made of, and the two formats that are text. What a person typed is made safe here, once for all. */
import { BLANK, type Letter } from "../../claims/compose.js";
import type { Language, Text } from "../../vocabulary/language.js";
import { clean } from "../clean.js";
import { indented, type Line, textOf } from "../text/blocks.js";
import type { Layout } from "../text/layout.js";
import { PLAIN } from "../text/palette.js";

/** Noncharacters, which no XML may hold. */
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff]/g;

/** In the composed form (NFC), which wrapping makes of it anyway: so all formats hold the same signs. */
const safe = (text: string): string =>
  clean(text).replace(NONCHARACTERS, "").normalize("NFC").replace(/ {2,}/g, " ").trim();

/** @param language Russian for the letter itself, English for what it says. */
export function blocksOf(letter: Letter, language: Language) {
  const one = (text: Text): string => safe(text[language]);
  const all = (lines: readonly { text: Text }[]): string[] => lines.map(({ text }) => one(text));
  const under = (label: Text, [first, ...rest]: readonly Text[]) => [
    `${one(label)} ${first ? one(first) : ""}`,
    ...rest.map(one),
  ];
  const { labels } = letter;
  return {
    language,
    /** Addressee and sender, line by line; they stand on the right of the page. */
    to: under(labels.to, letter.to),
    from: under(labels.from, letter.from),
    heading: one(letter.heading),
    subject: one(letter.subject),
    paragraphs: all(letter.paragraphs),
    law: all(letter.law),
    demand: one(letter.demand),
    demands: all(letter.demands),
    closing: all(letter.closing),
    attachmentsTitle: one(labels.attachments),
    attachments: all(letter.attachments),
    date: one(letter.date),
    signature: `${BLANK}${BLANK} / ${one(letter.signed)}`,
    /** What stands in small letters under the line to sign on. */
    signatureNote: `(${one(labels.signature)})`,
    /** Where whoever takes the letter signs the second copy. */
    stamp: one(labels.stamp),
  };
}

export type Blocks = ReturnType<typeof blocksOf>;

const NBSP = "\u00a0";
const JOINED = "\u2011";
/** A number stays with its sign, a house with its street, a short word with the next: № 126, д. 1, кв. 5, «О связи», art. 44. */
const ABBREVIATED =
  /(?<![\p{L}\d])((?:№|No\.|арт\.|art\.|p\.|г|ул|пр|пер|пл|наб|ш|б-р|д|к|корп|стр|кв|оф|п|ст|ч|доб|вх|[авиоуся])\.?) (?=[\p{L}\d«])/giu;
/** Digits in groups, and what they count: 8 800 550-05-00, 50 %, 30 дней, 3 days. */
const COUNTED = /(?<=[\d+)]) (?=[\d(%₽]|(?:руб|коп|дн|календарн|рабочих|тысяч|млн|лет|days?|roubles))/gu;
/** An address that is copied keeps its signs. */
const COPIED = /[@/]/;

/** What a reader takes in at one glance stays on one line, whatever breaks the lines. */
const typeset = (text: string): string =>
  text
    .replace(ABBREVIATED, (_whole, short: string) => short + NBSP)
    .replace(COUNTED, NBSP)
    .replace(/[^ ]+/g, (word) =>
      COPIED.test(word) ? word : word.replace(/(?<=\d)-(?=[\p{L}\d])|(?<=\p{L})-(?=\d)/gu, JOINED),
    );

/** One block of the page. */
export interface Part {
  kind: "right" | "title" | "text" | "list" | "sign" | "stamp";
  /** Of a list: the words before it. */
  lead: string;
  lines: readonly string[];
}

/** The page from top to bottom: what every format draws in its own way. */
export function partsOf(blocks: Blocks): Part[] {
  const part = (kind: Part["kind"], lines: readonly string[], lead = ""): Part => ({
    kind,
    lead: typeset(lead),
    lines: lines.map(typeset),
  });
  return [
    part("right", blocks.to),
    part("right", blocks.from),
    part("title", [blocks.heading, blocks.subject]),
    part("text", blocks.paragraphs),
    part("text", blocks.law),
    part("list", blocks.demands, blocks.demand),
    part("text", blocks.closing),
    part("list", blocks.attachments, blocks.attachmentsTitle),
    part("sign", [blocks.date, blocks.signature, blocks.signatureNote]),
    part("stamp", [blocks.stamp]),
  ].filter(({ lines }) => lines.length > 0);
}

/** The letter as text, which breaks lines at ordinary spaces alone and leaves no other behind. */
export function letterLines(blocks: Blocks): Line[] {
  const shown = (text: string, hang = 0): Line => indented(text.replaceAll(JOINED, "-"), 0, hang);
  const all = partsOf(blocks).flatMap(({ kind, lead, lines }) => [
    ...(lead === "" ? [] : [shown(lead)]),
    ...lines.map((line, index) => (kind === "list" ? shown(`${index + 1}. ${line}`, 3) : shown(line))),
    "",
  ]);
  return all.slice(0, -1);
}

export const letterText = (blocks: Blocks, layout: Layout): string =>
  textOf(letterLines(blocks), { layout, palette: PLAIN });

/** Signs that mean something in Markdown, or in the HTML it may hold, wherever they stand. */
const ANYWHERE = /[\\`*_{}[\]<>#|~$&]/g;
/** Signs that make a list, a heading or a quotation of the line they begin. */
const AT_START = /^[+\-=:]/;
/** What GitHub would make a link of, with the backslash that ends the line. */
const LINK = /:(?=\/\/)|@|(?<=www)\./gi;
const NUMBER_AT_START = /^(\d{1,9})([.)])(?=\s|$)/;

const escaped = (text: string): string =>
  text.replace(ANYWHERE, "\\$&").replace(LINK, "\\$&").replace(AT_START, "\\$&").replace(NUMBER_AT_START, "$1\\$2");

/** A backslash at its end keeps a line a line. */
const stacked = (lines: readonly string[]): string => lines.map(escaped).join("\\\n");

function markdownPart({ kind, lead, lines }: Part): string {
  const [first = "", ...rest] = lines;
  if (kind === "list")
    return `${escaped(lead)}\n\n${lines.map((line, at) => `${at + 1}. ${escaped(line)}`).join("\n")}`;
  if (kind === "text") return lines.map(escaped).join("\n\n");
  return kind === "title" ? `# ${escaped(first)}\n\n${stacked(rest)}` : stacked(lines);
}

export const letterMarkdown = (blocks: Blocks): string => `${partsOf(blocks).map(markdownPart).join("\n\n")}\n`;
