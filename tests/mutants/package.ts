/** Stands in for src/cli/package.ts while mutants are tried: the data that the program reads was built into dist/. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

export const { version: VERSION } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
export const STANDALONE = false;

export const FOLDERS = {
  compiled: resolve("dist/directory"),
  numbering: resolve("dist/numbering"),
  schemas: resolve("dist/schema"),
  understanding: resolve("dist/understanding"),
  authored: resolve("data"),
  overlayExample: resolve("data/overlay-example"),
};
