/** Stands in for support/packed.ts while mutants are tried: what needs a process of its own has the program as it was built, with no mutant in it. */
import { resolve } from "node:path";
import { inject } from "vitest";

export const FOLDER = inject("packedFolder");
export const PACKAGE = process.cwd();

export const packed = (): Promise<string> => Promise.resolve(resolve("bin/dozvon.js"));
