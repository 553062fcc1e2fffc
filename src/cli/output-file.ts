/** `-O file`: an answer into a file, whole or not at all. */
import { lstatSync, renameSync, rmSync, type Stats, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Problem } from "../situation/problem.js";

const STDOUT = "-";

const refuse = (key: string, file: string, reason = ""): Problem => new Problem("usage", key, { file, reason });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

function statsOf(file: string): Stats | null {
  try {
    return lstatSync(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw refuse("output-unwritable", file, codeOf(error));
  }
}

/** A file beside the old one that takes its place when it is whole: a full disk leaves the old one as it was. */
function replaceFile(file: string, text: string): void {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    writeFileSync(part, text, { flag: "wx" });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * Checked before anything is computed.
 * @returns whether the text goes to a file at all: `-` is standard output.
 * @throws Problem for a folder, and for an existing file without `force`.
 */
export function isFileTarget(file: string | undefined, force: boolean): file is string {
  if (file === undefined || file === STDOUT) return false;
  const stats = statsOf(file);
  if (/[\\/]$/.test(file) || stats?.isDirectory()) throw refuse("output-is-folder", file);
  if (stats && !force) throw refuse("output-exists", file);
  return true;
}

/** @throws Problem when the file system refuses; what was there before is still there then. */
export function writeOutput(file: string, text: string, force: boolean): void {
  const stats = statsOf(file);
  try {
    if (stats?.isFile() && force) replaceFile(file, text);
    // A device or a link is written through, not replaced; a new file must not have appeared meanwhile.
    else writeFileSync(file, text, { flag: force ? "w" : "wx" });
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw refuse("output-exists", file);
    throw refuse("output-unwritable", file, codeOf(error));
  }
}
