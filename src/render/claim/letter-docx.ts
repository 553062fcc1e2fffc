/** The letter as a Word document. The library is large: this file is opened for nothing else. */
import { AlignmentType, Document, type IParagraphOptions, Packer, Paragraph, TabStopType, TextRun } from "docx";
import { type Blocks, type Part, partsOf } from "./letter.js";

/** Units of the format: half-points, and twentieths of a point. */
const SIZE = 21;
const HEADING_SIZE = 24;
const NOTE_SIZE = 16;
const MARGINS = { top: 700, bottom: 700, left: 900, right: 900 };
const RIGHT_HALF = 4_600;
const GAP = 80;
/** As wide as "1. ". */
const NUMBER = 220;
const A4 = { width: 11_906, height: 16_838 };

/** The line to sign on begins under the addressee, and a long name goes on under itself. */
const SIGNED: IParagraphOptions = {
  indent: { left: RIGHT_HALF, hanging: RIGHT_HALF },
  tabStops: [{ type: TabStopType.LEFT, position: RIGHT_HALF }],
};

const line = (text: string, options: IParagraphOptions = {}, run: { bold?: boolean; size?: number } = {}): Paragraph =>
  new Paragraph({ spacing: { after: GAP }, ...options, children: [new TextRun({ text, ...run })] });

function drawn({ kind, lead, lines }: Part): Paragraph[] {
  const [first = "", second = "", third = ""] = lines;
  const last = lines.length - 1;
  switch (kind) {
    case "right":
      return lines.map((text, at) =>
        line(text, { indent: { left: RIGHT_HALF }, spacing: { after: at === last ? GAP * 2 : GAP / 3 } }),
      );
    case "title":
      return [
        line(first, { alignment: AlignmentType.CENTER, spacing: { after: 0 } }, { bold: true, size: HEADING_SIZE }),
        line(second, { alignment: AlignmentType.CENTER, spacing: { after: GAP * 2 } }),
      ];
    case "text":
      return lines.map((text) => line(text));
    // Plain numbers: they stay when the letter is copied into a form.
    case "list":
      return [
        line(lead, { spacing: { after: GAP / 3 } }),
        ...lines.map((text, at) =>
          line(`${at + 1}. ${text}`, {
            indent: { left: NUMBER, hanging: NUMBER },
            spacing: { after: at === last ? GAP : GAP / 3 },
          }),
        ),
      ];
    case "sign":
      return [
        line(`${first}\t${second}`, { ...SIGNED, spacing: { before: GAP * 3, after: 0 } }),
        line(`\t${third}`, { ...SIGNED, spacing: { after: GAP * 2 } }, { size: NOTE_SIZE }),
      ];
    case "stamp":
      return lines.map((text) => line(text));
  }
}

export async function letterDocx(blocks: Blocks): Promise<Uint8Array> {
  const document = new Document({
    title: blocks.heading,
    creator: "dozvon",
    styles: { default: { document: { run: { font: "Times New Roman", size: SIZE } } } },
    sections: [{ properties: { page: { size: A4, margin: MARGINS } }, children: partsOf(blocks).flatMap(drawn) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
