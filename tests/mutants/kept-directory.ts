/** Stands in for support/assembled.ts while mutants are tried. */
import { readFileSync } from "node:fs";
import type { Assembled } from "../../src/gate/assemble.js";

export const KEPT = ".mutants/directory.kept.json";

export const assembled = (): Assembled => JSON.parse(readFileSync(KEPT, "utf8")) as Assembled;
