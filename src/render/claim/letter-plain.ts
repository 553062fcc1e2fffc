import type { Layout } from "../text/layout.js";
import type { Blocks } from "./letter-blocks.js";

const numbered = (lines: readonly string[], layout: Layout): string[] =>
  lines.flatMap((line, index) => layout.paragraph(`${index + 1}. ${line}`, 0, 3));

/** The letter as text, wrapped to the layout. */
export function letterLines(blocks: Blocks, layout: Layout): string[] {
  const spaced = (texts: readonly string[]) => texts.flatMap((text) => [...layout.paragraph(text), ""]);
  return [
    ...blocks.to.flatMap((line) => layout.paragraph(line)),
    "",
    ...blocks.from.flatMap((line) => layout.paragraph(line)),
    "",
    ...layout.paragraph(blocks.heading),
    ...layout.paragraph(blocks.subject),
    "",
    ...spaced(blocks.paragraphs),
    ...layout.paragraph(blocks.demand),
    ...numbered(blocks.demands, layout),
    "",
    ...spaced(blocks.closing),
    ...layout.paragraph(blocks.attachmentsTitle),
    ...numbered(blocks.attachments, layout),
    "",
    ...layout.paragraph(blocks.date),
    ...layout.paragraph(blocks.signature),
  ];
}

export const letterText = (blocks: Blocks, layout: Layout): string => `${letterLines(blocks, layout).join("\n")}\n`;
