/** Directories on disk for the gate to read: the gate judges bytes, so tests hand it files. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { AuthoredDirectory } from "../../src/gate/authored.js";
import { gate } from "../../src/gate/gate.js";
import { readAuthored } from "../../src/gate/read.js";

/** A tiny directory that passes the gate; fixtures break one thing in it. */
export const SOUND = "tests/fixtures/sound";

/** The day the sound directory was checked: nothing in it lies beyond. */
export const TODAY = "2026-11-22";

/** Path inside the folder, with forward slashes, to content. */
export type Files = Record<string, string | Buffer>;

export function soundFiles(): Record<string, string> {
  const names = readdirSync(SOUND, { recursive: true, encoding: "utf8" }).filter((name) => /\.(json|txt)$/.test(name));
  return Object.fromEntries(
    names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(SOUND, name), "utf8")] as const),
  );
}

/** Writes the files into a folder of their own, removed afterwards. */
export function withFolder<T>(files: Files, run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-test-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sound directory as the gate accepts it: the base of an overlay. */
export function soundBase(): AuthoredDirectory {
  const { directory } = gate(readAuthored(SOUND), TODAY);
  if (!directory) throw new Error("the sound directory does not pass the gate");
  return directory;
}
