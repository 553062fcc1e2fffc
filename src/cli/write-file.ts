/** Files a person asked for: nothing of theirs is overwritten unasked, and no half of a file is left behind. */
import { lstatSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { Problem } from "../situation/problem.js";

/** For the person alone: a letter holds a name and an address. */
const OWNER_ONLY = 0o600;

const problem = (key: string, file: string, reason = ""): Problem => new Problem("usage", key, { file, reason });

function existing(path: string, look: (path: string) => Stats): Stats | null {
  try {
    return look(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    throw problem("output-unwritable", path, code ?? "");
  }
}

/** @throws Problem usage where a folder is named, or a file is there and `force` was not given. */
export function checkTarget(path: string, force: boolean): void {
  if (existing(path, statSync)?.isDirectory()) throw problem("output-is-folder", path);
  // A link that leads nowhere is there too: writing would make a file somewhere else.
  if (!force && existing(path, lstatSync)) throw problem("output-exists", path);
}

function put(path: string, data: string | Uint8Array, force: boolean): void {
  const before = existing(path, statSync);
  // A device takes what is written; a regular file is replaced whole or not at all.
  if (force && before && !before.isFile()) {
    writeFileSync(path, data);
    return;
  }
  const part = before ? `${path}.${process.pid}.part` : path;
  try {
    writeFileSync(part, data, { flag: "wx", mode: OWNER_ONLY });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") rmSync(part, { force: true });
    throw error;
  }
  if (part !== path) renameSync(part, path);
}

/** @throws Problem usage. */
export function writeNew(path: string, data: string | Uint8Array, force: boolean): void {
  checkTarget(path, force);
  try {
    put(path, data, force);
  } catch (error) {
    throw problem("output-unwritable", path, (error as NodeJS.ErrnoException).code ?? "");
  }
}
