/** A letter as the blocks every format is made of. What a person typed is made safe here, once for all of them. */
import type { Letter } from "../../claims/compose.js";
import { BLANK } from "../../claims/compose.js";
import type { Language, Text } from "../../vocabulary/language.js";
import { clean } from "../clean.js";

export interface Blocks {
  language: Language;
  /** Addressee and sender, line by line; they stand on the right of the page. */
  to: readonly string[];
  from: readonly string[];
  heading: string;
  subject: string;
  paragraphs: readonly string[];
  demand: string;
  demands: readonly string[];
  closing: readonly string[];
  attachmentsTitle: string;
  attachments: readonly string[];
  date: string;
  signature: string;
}

/** Noncharacters, which no XML may hold. */
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff]/g;

/** In the composed form (NFC), which wrapping makes of it anyway: so all formats hold the same signs. */
const safe = (text: string): string =>
  clean(text).replace(NONCHARACTERS, "").normalize("NFC").replace(/ {2,}/g, " ").trim();

/** @param language Russian for the letter itself, English for what it says. */
export function blocksOf(letter: Letter, language: Language): Blocks {
  const one = (text: Text): string => safe(text[language]);
  const all = (lines: readonly { text: Text }[]): string[] => lines.map(({ text }) => one(text));
  return {
    language,
    to: [`${one(letter.labels.to)} ${letter.to.map(one)[0] ?? ""}`, ...letter.to.slice(1).map(one)],
    from: [`${one(letter.labels.from)} ${letter.from.map(one)[0] ?? ""}`, ...letter.from.slice(1).map(one)],
    heading: one(letter.heading),
    subject: one(letter.subject),
    paragraphs: [...all(letter.paragraphs), ...all(letter.law)],
    demand: one(letter.demand),
    demands: all(letter.demands),
    closing: all(letter.closing),
    attachmentsTitle: one(letter.labels.attachments),
    attachments: all(letter.attachments),
    date: one(letter.date),
    signature: `${BLANK}${BLANK} / ${one(letter.signed)} / (${one(letter.labels.signature)})`,
  };
}
