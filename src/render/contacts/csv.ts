/**
 * A contact card for a spreadsheet. A cell that a spreadsheet would run as a formula, or would take for a quantity and cut its
 * leading zero, gets an apostrophe before it: +7 926 111-05-00 and 0500 stay what they are.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
import { stringify } from "csv-stringify/sync";
import { BUILT_IN } from "../../vocabulary/evidence.js";
import { type CardRow, type CardView, rowsOf } from "./rows.js";

export const CARD_COLUMNS = [
  "kindName",
  "value",
  "label",
  "when",
  "cost",
  "hours",
  "status",
  "note",
  "link",
  "dial",
  "id",
  "checkedOn",
  "origin",
] as const satisfies readonly (keyof CardRow)[];

const LEADING_ZERO = /^0\d*$/;

/** With a byte order mark, without which Excel reads Cyrillic as Latin letters. */
export function cardCsv(view: CardView, delimiter: string): string {
  const { words } = view;
  const heading = CARD_COLUMNS.map((column) => words.say(`card.column.${column.toLowerCase()}`));
  const rows = rowsOf(view).map((row) => {
    const cells = {
      ...row,
      status: words.say(`status.${row.status}`),
      origin: words.say(row.origin === BUILT_IN ? "report.origin.built-in" : "origin.overlay"),
    };
    return CARD_COLUMNS.map((column) => cells[column]).map((cell) => (LEADING_ZERO.test(cell) ? `'${cell}` : cell));
  });
  return stringify([heading, ...rows], { bom: true, delimiter, escape_formulas: true, record_delimiter: "windows" });
}
