import { layoutOf } from "./layout.js";

/** A text to be pasted elsewhere: wrapped on a screen of known width, its lines left whole in a pipe. */
export function prose(lines: readonly string[], columns: number | null): string {
  if (columns === null) return `${lines.join("\n")}\n`;
  const layout = layoutOf(columns);
  return `${lines.flatMap((line) => layout.paragraph(line, 0, line.startsWith("- ") ? 2 : 0)).join("\n")}\n`;
}
