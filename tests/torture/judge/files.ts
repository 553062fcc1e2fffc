/** What must never be left behind: half of a file. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** How a whole file of a kind ends. */
const WHOLE: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  html: (bytes) => bytes.toString().trimEnd().endsWith("</html>"),
  docx: (bytes) => bytes.includes("PK\u0005\u0006"),
  ics: (bytes) => bytes.toString().trimEnd().endsWith("END:VCALENDAR"),
  vcf: (bytes) => bytes.toString().trimEnd().endsWith("END:VCARD"),
  xlsx: (bytes) => bytes.includes("PK\u0005\u0006"),
  csv: (bytes) => bytes.toString().endsWith("\n"),
  txt: (bytes) => bytes.toString().endsWith("\n"),
  md: (bytes) => bytes.length > 0,
  json(bytes) {
    JSON.parse(bytes.toString().replace(/^\s*\/\/.*$/gm, ""));
    return true;
  },
};

/** @throws Error naming a file below the folder that is not whole, or of a kind that nobody asked for. */
export function judgeFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const ending = basename(file).split(".").at(-1) ?? "";
    if (entry.isFile() && !WHOLE[ending]?.(readFileSync(file))) throw new Error(`it leaves half of ${file}`);
  }
}
