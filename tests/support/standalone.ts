/** The executable that needs no Node, where a run of the tests is about that: npm run test:standalone. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { inject } from "vitest";
import { isWindows, thisMachine } from "../../src/build/standalone/compiler.js";

function built(): string {
  const target = thisMachine();
  const file = resolve("dist-standalone", target, isWindows(target) ? "dozvon.exe" : "dozvon");
  if (!existsSync(file)) throw new Error(`there is no ${file}: run npm run build:standalone first`);
  return file;
}

/** Its path, or null where the npm package is under test. */
export const STANDALONE = inject("standalone") ? built() : null;
