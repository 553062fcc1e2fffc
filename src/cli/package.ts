/** What the program knows of its own package. */
import { join } from "node:path";

declare const __VERSION__: string;

export const VERSION = __VERSION__;

/** Bundled code stands in dist/, beside the compiled directory; data/ is its neighbour. */
export const FOLDERS = {
  compiled: join(__dirname, "directory"),
  numbering: join(__dirname, "numbering"),
  schemas: join(__dirname, "schema"),
  understanding: join(__dirname, "understanding"),
  authored: join(__dirname, "..", "data"),
  overlayExample: join(__dirname, "..", "data", "overlay-example"),
};
