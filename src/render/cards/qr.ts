import { renderUnicodeCompact } from "uqr";

/** Scanners want four light modules around the code. */
const MARGIN = 4;

/** Light modules are drawn, dark ones left: black on white whatever the terminal's theme: a code in other colours is not read by every phone. */
export function qrText(content: string): string {
  const lines = renderUnicodeCompact(content, { border: MARGIN, ecc: "M" }).split("\n");
  return lines.map((line) => `\u001b[97;40m${line}\u001b[0m`).join("\n");
}
