/** A contact card as a Markdown page (GitHub's tables). */
import { type CardRow, type CardView, emergencyLines, journeyText, rowsOf, titleOf, trustOf } from "./rows.js";

/** Nothing inside a line of text becomes markup, or a link that GitHub would see in it: every sign that could has a backslash. */
export const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~&$@]|:(?=\/\/)|(?<=www)\./gi, "\\$&");

/** A value to dial or copy stands as it is: in a code span nothing but the table's own bar needs a backslash. */
const code = (value: string): string => (/[`\\]/.test(value) ? escaped(value) : `\`${value.replaceAll("|", "\\|")}\``);

/** A link's address between angle brackets may hold anything but these. */
const address = (link: string): string => link.replace(/[<>\\|\s]/g, encodeURIComponent);

function valueCell({ value, link, mark }: CardRow): string {
  const shown = link ? `[${code(value)}](<${address(link)}>)` : code(value);
  return mark ? `${shown} **(${escaped(mark)})**` : shown;
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

export function cardMarkdown(view: CardView): string {
  const { words } = view;
  const heading = (["kindName", "value", "label", "when", "cost", "hours", "note"] as const).map((column) =>
    escaped(words.say(`card.column.${column.toLowerCase()}`)),
  );
  const rows = rowsOf(view).map((row) =>
    line([escaped(row.kindName), valueCell(row), ...[row.label, row.when, row.cost, row.hours, row.note].map(escaped)]),
  );
  const emergency = emergencyLines(view).map((text) => `- ${escaped(text)}`);
  return [
    `# ${escaped(titleOf(view))}`,
    "",
    ...journeyText(view).flatMap((text) => [escaped(text), ""]),
    line(heading),
    line(heading.map(() => "---")),
    ...rows,
    "",
    ...(emergency.length > 0 ? [`## ${escaped(words.say("card.emergency"))}`, "", ...emergency, ""] : []),
    escaped(trustOf(view)),
    "",
  ].join("\n");
}
