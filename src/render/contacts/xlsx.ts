/** A contact card as a workbook. Every cell is a text: 0500 keeps its zero, +7 926 111-05-00 its plus, and nothing is run as a formula. */
import writeWorkbook from "write-excel-file/node";
import { type CardView, sheetOf } from "./rows.js";

/** Excel takes no longer name of a sheet, and none of these signs in it. */
const LONGEST_NAME = 31;
const FORBIDDEN = /[[\]:*?/\\']/g;

/** In letters; longer texts are wrapped. */
const WIDTHS = { least: 8, most: 44 } as const;

/** What spreadsheets call a text, edited by hand or not. */
const TEXT = { type: String, format: "@", wrap: true, alignVertical: "top" } as const;

export async function cardXlsx(view: CardView): Promise<Uint8Array> {
  const [heading = [], ...rows] = sheetOf(view);
  const widest = (at: number) => Math.max(...[heading, ...rows].map((cells) => cells[at]?.length ?? 0));
  const columns = heading.map((_, at) => ({ width: Math.min(Math.max(widest(at) + 2, WIDTHS.least), WIDTHS.most) }));
  const name = view.words.text(view.card.operator.name).replace(FORBIDDEN, " ").trim().slice(0, LONGEST_NAME);
  const cells = [
    heading.map((value) => ({ ...TEXT, value, fontWeight: "bold" as const })),
    ...rows.map((row) => row.map((value) => (value === "" ? null : { ...TEXT, value }))),
  ];
  return writeWorkbook(cells, { sheet: name || "dozvon", stickyRowsCount: 1, columns }).toBuffer();
}
