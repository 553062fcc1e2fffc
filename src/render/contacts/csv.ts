/**
 * A contact card for a spreadsheet. A cell that a spreadsheet would run as a formula, or would take for a quantity and cut its
 * leading zero, gets an apostrophe before it: +7 926 111-05-00 and 0500 stay what they are.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
import { stringify } from "csv-stringify/sync";
import { type CardView, sheetOf } from "./rows.js";

const LEADING_ZERO = /^0\d*$/;

/** With a byte order mark, without which Excel reads Cyrillic as Latin letters. */
export function cardCsv(view: CardView, delimiter: string): string {
  const sheet = sheetOf(view).map((cells) => cells.map((cell) => (LEADING_ZERO.test(cell) ? `'${cell}` : cell)));
  return stringify(sheet, { bom: true, delimiter, escape_formulas: true, record_delimiter: "windows" });
}
