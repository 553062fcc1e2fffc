import type { Blocks } from "./letter-blocks.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const markup = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** One A4 page: what a letter of this kind takes at 10 points with these margins. */
const STYLE = `@page { size: A4; margin: 14mm 15mm; }
body { font: 10pt/1.28 "Times New Roman", "Liberation Serif", serif; color: #000; background: #fff; max-width: 180mm; margin: 0 auto; }
header { margin: 0 0 5mm 45%; }
header p { margin: 0 0 0.6mm; }
header p.from { margin-top: 2.5mm; }
h1 { font-size: 12pt; text-align: center; margin: 0; }
.subject { text-align: center; margin: 0 0 4mm; }
main p, ol { margin: 0 0 1.8mm; }
main p { overflow-wrap: anywhere; }
ol { padding-left: 6mm; }
footer { margin-top: 5mm; display: flex; justify-content: space-between; gap: 10mm; }
@media screen { body { padding: 10mm; } }`;

/** Nothing is fetched and nothing runs, whatever a name holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const paragraph = (text: string, name = ""): string => `<p${name && ` class="${name}"`}><bdi>${markup(text)}</bdi></p>`;
const list = (lines: readonly string[]): string =>
  `<ol>\n${lines.map((line) => `<li><bdi>${markup(line)}</bdi></li>`).join("\n")}\n</ol>`;

/** A page that stands alone. */
export function letterHtml(blocks: Blocks): string {
  const [sender = "", ...rest] = blocks.from;
  return `<!doctype html>
<html lang="${blocks.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${markup(blocks.heading)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
${blocks.to.map((line) => paragraph(line)).join("\n")}
${paragraph(sender, "from")}
${rest.map((line) => paragraph(line)).join("\n")}
</header>
<main>
<h1>${markup(blocks.heading)}</h1>
${paragraph(blocks.subject, "subject")}
${[...blocks.paragraphs, blocks.demand].map((text) => paragraph(text)).join("\n")}
${list(blocks.demands)}
${[...blocks.closing, blocks.attachmentsTitle].map((text) => paragraph(text)).join("\n")}
${list(blocks.attachments)}
</main>
<footer>
<span>${markup(blocks.date)}</span>
<span><bdi>${markup(blocks.signature)}</bdi></span>
</footer>
</body>
</html>
`;
}
