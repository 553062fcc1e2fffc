/** What the program knows of its own package. */
import { dirname, join } from "node:path";

declare const __VERSION__: string;
declare const __STANDALONE__: boolean;

export const VERSION = __VERSION__;

/** Whether this is the executable that needs no Node. */
export const STANDALONE: boolean = __STANDALONE__;

/** Bundled code stands in dist/; a standalone executable carries the same folders, and shows its program as a file above them. */
const ROOT = STANDALONE ? dirname(process.argv[1] ?? "") : join(__dirname, "..");

export const FOLDERS = {
  compiled: join(ROOT, "dist", "directory"),
  numbering: join(ROOT, "dist", "numbering"),
  schemas: join(ROOT, "dist", "schema"),
  understanding: join(ROOT, "dist", "understanding"),
  authored: join(ROOT, "data"),
  overlayExample: join(ROOT, "data", "overlay-example"),
};
