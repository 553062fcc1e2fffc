/** Stands in for support/packed.ts while mutants are tried: what needs a process of its own has the program as it was built, with no mutant in it. */
import { chmodSync } from "node:fs";
import { resolve } from "node:path";
import { inject } from "vitest";

export const FOLDER = inject("packedFolder");
export const PACKAGE = process.cwd();

const PROGRAM = resolve("bin/dozvon.js");

export async function packed(): Promise<string> {
  // Stryker's copy of the repository has lost it.
  chmodSync(PROGRAM, 0o755);
  return PROGRAM;
}
