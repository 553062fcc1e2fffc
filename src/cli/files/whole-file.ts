/**
 * A file in its place at once: whole, or as it was before. Node's own writer is used because it goes on after a short write, as a nearly full
 * disk makes; the libraries for this (conf with atomically, write-file-atomic) write once, do not look, and put half a file in place.
 */
import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A name may be as long as the file system allows, so only its beginning stands in that of the part. */
const LONGEST_BEGINNING = 50;

/** @param mode of the file, whatever it was before. @throws the file system's error; what was there before is still there then. */
export function writeWhole(file: string, data: string | Uint8Array, mode: number): void {
  const part = join(dirname(file), `.${basename(file).slice(0, LONGEST_BEGINNING)}.${randomUUID()}.part`);
  try {
    writeFileSync(part, data, { flag: "wx", mode, flush: true });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
