/** The letter as a page that stands alone. */
import { inHtml, pageOf } from "../html.js";
import { type Blocks, type Part, partsOf } from "./letter.js";

/** One A4 page: what a letter of this kind takes at 10 points with these margins; on a telephone larger letters and no empty left half. */
const STYLE = `
@page { size: A4; margin: 13mm 15mm; }
body { font: 10pt/1.26 "Times New Roman", "Liberation Serif", serif; color: #000; background: #fff; max-width: 180mm; margin: 0 auto; overflow-wrap: anywhere; }
p { margin: 0 0 1.6mm; }
.whole { white-space: nowrap; }
.right { margin: 0 0 2.5mm 45%; }
.right p { margin-bottom: 0.5mm; }
.title { margin-bottom: 4mm; text-align: center; }
h1 { font-size: 12pt; margin: 0; }
ol { margin: 0 0 1.6mm; padding-left: 6mm; }
.sign { margin-top: 4mm; display: grid; grid-template-columns: 1fr auto; column-gap: 10mm; }
.sign p { margin: 0; }
.sign p:last-child { grid-column: 2; font-size: 8pt; }
.stamp { margin-top: 4mm; font-size: 9pt; }
@media screen { body { padding: 10mm; } }
@media screen and (max-width: 600px) {
  body { font-size: 16px; line-height: 1.4; padding: 16px; }
  .right { margin-left: 0; }
  .sign { grid-template-columns: 1fr; }
  .sign p:last-child { grid-column: 1; font-size: 13px; }
  .stamp { font-size: 14px; }
}
`;

const HEADS = [
  // Nothing is fetched and nothing runs, whatever a name holds.
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  '<meta name="viewport" content="width=device-width">',
];

/** Numbers to ring and numbers of laws, which are no numbers on two lines. */
const WHOLE = /\+7[\d ()-]{9,}\d|\b8 800 [\d -]+\d|\b\d+-ФЗ/g;

const tagged = (tag: string, text: string): string =>
  `<${tag}><bdi>${inHtml(text).replace(WHOLE, '<span class="whole">$&</span>')}</bdi></${tag}>`;

function drawn({ kind, lead, lines }: Part): string {
  const texts = lines.map((line, at) =>
    tagged(kind === "list" ? "li" : kind === "title" && at === 0 ? "h1" : "p", line),
  );
  if (kind === "text") return texts.join("\n");
  if (kind === "list") return [tagged("p", lead), "<ol>", ...texts, "</ol>"].join("\n");
  return [`<section class="${kind}">`, ...texts, "</section>"].join("\n");
}

export const letterHtml = (blocks: Blocks): string =>
  pageOf(blocks.language, blocks.heading, HEADS, STYLE, partsOf(blocks).map(drawn).join("\n"));
