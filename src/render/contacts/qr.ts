import { renderUnicodeCompact } from "uqr";

/** Scanners want four light modules around the code. */
const MARGIN = 4;

/**
 * Light modules are drawn, dark ones left: black on white whatever the terminal's theme, since a code in other colours is not read by
 * every phone. The lowest error correction: nothing smudges a screen, and the code of a number has to fit into 24 lines.
 *
 * @param coloured false where colour codes are unwelcome; the code is right on a dark background then.
 */
export function qrLines(content: string, coloured: boolean): string[] {
  const lines = renderUnicodeCompact(content, { border: MARGIN, ecc: "L" }).split("\n");
  return coloured ? lines.map((line) => `\u001b[97;40m${line}\u001b[0m`) : lines;
}
