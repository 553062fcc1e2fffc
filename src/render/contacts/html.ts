/** A contact card as one page: it prints on paper, reads on a phone and loads nothing from anywhere. */
import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { inHtml, pageOf } from "../html.js";
import { type CardRow, type CardView, emergencyLines, journeyText, rowsOf, titleOf, trustOf } from "./rows.js";

/** Only links that dial, write or open a page; an overlay may hold no other, and this holds whatever it holds. */
const SAFE_LINK = /^(?:https?|tel|sms|mailto):/i;

const STYLE = `
body{font:16px/1.45 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;color:#111;background:#fff}
h1{font-size:1.5rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem;border-bottom:1px solid #999}
ul{list-style:none;margin:0;padding:0}li{padding:.5rem 0;border-bottom:1px solid #ddd;break-inside:avoid;overflow-wrap:anywhere}
.value{font-size:1.25rem;font-weight:600;color:inherit}a.value{text-decoration-thickness:1px}
.number{white-space:nowrap}.mark{font-weight:600;border:1px solid;border-radius:.25rem;padding:0 .3rem}
.more,footer{color:#444;font-size:.875rem}dl{display:grid;grid-template-columns:auto 1fr;gap:0 .5rem;margin:.2rem 0 0}dd{margin:0}
footer{margin-top:1.5rem}@media print{body{font-size:11px;padding:0;max-width:none}.value{font-size:14px}}
`;

function valueHtml({ value, link, kind }: CardRow): string {
  const number = ["voice", "sms", "ussd"].includes(kind) ? " number" : "";
  return SAFE_LINK.test(link)
    ? `<a class="value${number}" href="${inHtml(link)}">${inHtml(value)}</a>`
    : `<span class="value${number}">${inHtml(value)}</span>`;
}

function itemHtml(row: CardRow, { words }: CardView): string {
  const details = (["when", "cost", "hours", "note"] as const).flatMap((column) => {
    const text = row[column];
    return text ? [`<dt>${inHtml(words.say(`card.column.${column}`))}:</dt><dd>${inHtml(text)}</dd>`] : [];
  });
  const mark = row.mark ? ` <span class="mark">${inHtml(row.mark)}</span>` : "";
  return `<li id="${inHtml(row.id)}">${valueHtml(row)}${mark}<div>${inHtml(row.label)}</div><dl class="more">${details.join("")}</dl></li>`;
}

const section = (heading: string, items: readonly string[]): string =>
  items.length > 0 ? `<h2>${inHtml(heading)}</h2>\n<ul>\n${items.join("\n")}\n</ul>\n` : "";

export function cardHtml(view: CardView): string {
  const { words } = view;
  const rows = rowsOf(view);
  const kinds = CHANNEL_KINDS.map((kind) => {
    const items = rows.filter((row) => row.kind === kind).map((row) => itemHtml(row, view));
    return section(words.say(`kind.${kind}`), items);
  });
  const emergency = emergencyLines(view).map((line) => `<li>${inHtml(line)}</li>`);
  const title = titleOf(view);
  const first = journeyText(view).map((text) => `<p>${inHtml(text)}</p>\n`);
  const sections = [...first, ...kinds, section(words.say("card.emergency"), emergency)].join("");
  const body = `<h1>${inHtml(title)}</h1>\n${sections}<footer>${inHtml(trustOf(view))}</footer>`;
  const heads = [
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
  ];
  return pageOf(words.language, title, heads, STYLE, body);
}
