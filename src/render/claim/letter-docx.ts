/** The letter as a Word document. The library is large: this file is opened for nothing else. */
import { AlignmentType, Document, Packer, Paragraph, TabStopType, TextRun } from "docx";
import type { Blocks } from "./letter-blocks.js";

/** Units of the format: half-points, and twentieths of a point. */
const SIZE = 21;
const HEADING_SIZE = 24;
const MARGINS = { top: 800, bottom: 800, left: 900, right: 900 };
const RIGHT_HALF = 4_600;
const GAP = 90;
const A4 = { width: 11_906, height: 16_838 };

const run = (text: string, more: { bold?: boolean; size?: number } = {}): TextRun => new TextRun({ text, ...more });

const plain = (text: string): Paragraph => new Paragraph({ children: [run(text)], spacing: { after: GAP } });
const onTheRight = (text: string): Paragraph =>
  new Paragraph({ children: [run(text)], indent: { left: RIGHT_HALF }, spacing: { after: GAP / 3 } });
const centred = (text: string, bold: boolean): Paragraph =>
  new Paragraph({
    children: [run(text, bold ? { bold, size: HEADING_SIZE } : {})],
    alignment: AlignmentType.CENTER,
    spacing: { before: bold ? GAP * 2 : 0, after: bold ? 0 : GAP * 2 },
  });
/** Plain numbers: they stay when the letter is copied into a form. */
const numbered = (lines: readonly string[]): Paragraph[] =>
  lines.map(
    (line, index) =>
      new Paragraph({
        children: [run(`${index + 1}. ${line}`)],
        indent: { left: 360, hanging: 360 },
        spacing: { after: GAP / 3 },
      }),
  );

export async function letterDocx(blocks: Blocks): Promise<Uint8Array> {
  const right = A4.width - MARGINS.left - MARGINS.right;
  const document = new Document({
    title: blocks.heading,
    creator: "dozvon",
    styles: { default: { document: { run: { font: "Times New Roman", size: SIZE } } } },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGINS } },
        children: [
          ...blocks.to.map(onTheRight),
          new Paragraph({ spacing: { after: GAP } }),
          ...blocks.from.map(onTheRight),
          centred(blocks.heading, true),
          centred(blocks.subject, false),
          ...blocks.paragraphs.map(plain),
          plain(blocks.demand),
          ...numbered(blocks.demands),
          new Paragraph({}),
          ...blocks.closing.map(plain),
          plain(blocks.attachmentsTitle),
          ...numbered(blocks.attachments),
          new Paragraph({
            children: [run(`${blocks.date}\t${blocks.signature}`)],
            spacing: { before: GAP * 4 },
            tabStops: [{ type: TabStopType.RIGHT, position: right }],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
