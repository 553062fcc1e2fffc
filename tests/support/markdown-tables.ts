/** A row of a Markdown table: its cells, without code marks, by the heading of their column. */
export type Row = Readonly<Record<string, string>>;

const cells = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.replaceAll("`", "").trim());

function rowsOf(section: string): Row[] {
  const [head, , ...body] = section.split("\n").filter((line) => line.startsWith("|"));
  if (!head) return [];
  const columns = cells(head);
  return body.map((line) => {
    const row = cells(line);
    if (row.length !== columns.length) throw new Error(`${columns.length} columns, ${row.length} cells: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ""]));
  });
}

/** The table under each second-level heading of a Markdown text. */
export function tables(markdown: string): Map<string, Row[]> {
  const sections = markdown.split(/^## /m).slice(1);
  return new Map(sections.map((section) => [section.split("\n", 1)[0]?.trim() ?? "", rowsOf(section)]));
}
