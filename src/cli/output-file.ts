/** `-O file`: an answer into a file, whole or not at all. */
import { lstatSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Problem } from "../situation/problem.js";

const STDOUT = "-";

/** For everybody, as any file one makes; or for the person alone, as a letter with a name and an address. */
const MODES = { public: 0o666, private: 0o600 };
type Access = keyof typeof MODES;

const refuse = (key: string, file: string, reason = ""): Problem => new Problem("usage", key, { file, reason });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

function statsOf(file: string, look: (file: string) => Stats): Stats | null {
  try {
    return look(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw refuse("output-unwritable", file, codeOf(error));
  }
}

/** A file beside the old one that takes its place when it is whole: a full disk leaves the old one as it was. */
function replaceFile(file: string, data: string | Uint8Array, access: Access): void {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    writeFileSync(part, data, { flag: "wx", mode: MODES[access] });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** @throws Problem for a folder, and for an existing file without `force`: before anything is computed. */
export function checkTarget(file: string, force: boolean): void {
  const stats = statsOf(file, lstatSync);
  if (/[\\/]$/.test(file) || statsOf(file, statSync)?.isDirectory()) throw refuse("output-is-folder", file);
  // A link that leads nowhere is there too: writing would make a file somewhere else.
  if (stats && !force) throw refuse("output-exists", file);
}

/**
 * @returns whether the text goes to a file at all: `-` is standard output.
 * @throws Problem as `checkTarget`.
 */
export function isFileTarget(file: string | undefined, force: boolean): file is string {
  if (file === undefined || file === STDOUT) return false;
  checkTarget(file, force);
  return true;
}

/** @throws Problem when the file system refuses; what was there before is still there then. */
export function writeOutput(file: string, data: string | Uint8Array, force: boolean, access: Access = "public"): void {
  const stats = statsOf(file, lstatSync);
  try {
    if (stats?.isFile() && force) replaceFile(file, data, access);
    // A device or a link is written through, not replaced; a new file must not have appeared meanwhile.
    else writeFileSync(file, data, { flag: force ? "w" : "wx", mode: MODES[access] });
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw refuse("output-exists", file);
    throw refuse("output-unwritable", file, codeOf(error));
  }
}
