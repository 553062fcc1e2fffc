/** The examples topics are learnt from: data/understanding/examples/<topic>.txt, one a line. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Example {
  text: string;
  label: string;
}

export const linesOf = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("# "));

export function readExamples(data: string): Example[] {
  const folder = join(data, "understanding", "examples");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => linesOf(join(folder, name)).map((text) => ({ text, label: name.slice(0, -".txt".length) })));
}
