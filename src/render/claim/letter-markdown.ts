import type { Blocks } from "./letter-blocks.js";

/** Signs that mean something in Markdown, or in the HTML it may hold, wherever they stand. */
const ANYWHERE = /[\\`*_{}[\]<>#|~$&]/g;
/** Signs that make a list, a heading or a quotation of the line they begin. */
const AT_START = /^[+\-=:]/;
/** What GitHub would make a link of, with the backslash that ends the line. */
const LINK = /:(?=\/\/)|@|(?<=www)\./gi;
const NUMBER_AT_START = /^(\d{1,9})([.)])(?=\s|$)/;

const plain = (text: string): string =>
  text.replace(ANYWHERE, "\\$&").replace(LINK, "\\$&").replace(AT_START, "\\$&").replace(NUMBER_AT_START, "$1\\$2");

const list = (lines: readonly string[]): string[] => lines.map((line, index) => `${index + 1}. ${plain(line)}`);
/** A backslash at its end keeps a line a line. */
const stacked = (lines: readonly string[]): string => lines.map(plain).join("\\\n");

export function letterMarkdown(blocks: Blocks): string {
  return `${[
    stacked(blocks.to),
    stacked(blocks.from),
    `# ${plain(blocks.heading)}`,
    plain(blocks.subject),
    ...blocks.paragraphs.map(plain),
    plain(blocks.demand),
    list(blocks.demands).join("\n"),
    ...blocks.closing.map(plain),
    plain(blocks.attachmentsTitle),
    list(blocks.attachments).join("\n"),
    `${plain(blocks.date)} ${plain(blocks.signature)}`,
  ].join("\n\n")}\n`;
}
