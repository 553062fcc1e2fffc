/** `-O file`: an answer into a file, whole or not at all. */
import { randomUUID } from "node:crypto";
import { fstatSync, lstatSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { oneOf } from "../../values/choice.js";
import { Problem } from "../../values/problem.js";
import { codeOf } from "./settings.js";

export const STDOUT = "-";

/** For everybody, as any file one makes; or for the person alone, as a letter with a name and an address. */
const MODES = { public: 0o666, private: 0o600 };

const refuse = (key: string, file: string): Problem => new Problem("usage", key, { file });

/** A path that leads nowhere is a slip of the line; a disk or a right that is missing is not. */
export function refusedFile(key: string, file: string, error: unknown): Problem {
  const code = ["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(error)) ? "usage" : "file-unavailable";
  return new Problem(code, key, { file, reason: codeOf(error) });
}

const unwritable = (file: string, error: unknown): Problem => refusedFile("output-unwritable", file, error);

function statsOf(file: string, look: (file: string) => Stats): Stats | null {
  try {
    return look(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw unwritable(file, error);
  }
}

/** Standard output by another name, wherever it leads at the moment: `/dev/stdout`, or a link to it. */
const isStream = ({ dev, ino }: Stats): boolean =>
  [1, 2].map((descriptor) => fstatSync(descriptor)).some((own) => own.dev === dev && own.ino === ino);

/** Endings of forms that are not called by their own. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  text: ["txt"],
  md: ["md", "markdown"],
  html: ["html", "htm"],
};

export const endingsOf = (form: string): readonly string[] => ENDINGS[form] ?? [form];

/**
 * The form that the name of a file promises; null for standard output, a name without an ending, and for none.
 * @param named the form asked for besides. @throws Problem usage for an ending of another kind of file: text under the name of a PDF opens nowhere.
 */
export function formOf<F extends string>(file: string | undefined, forms: readonly F[], named?: string): F | null {
  const known = named === undefined ? null : oneOf(named, forms, "format");
  const ending = /[^./\\]\.([^./\\]*)$/.exec(file ?? "")?.[1]?.toLowerCase();
  if (file === undefined || ending === undefined) return known;
  const form = forms.find((one) => endingsOf(one).includes(ending));
  if (form && known && form !== known)
    throw new Problem("usage", "flags-exclude", { one: `--format ${known}`, other: `-O ${file}` });
  if (form) return form;
  const allowed = forms.flatMap(endingsOf).map((one) => `.${one}`);
  throw new Problem("usage", "output-form", { file, known: allowed.join(", ") }, { allowed });
}

/**
 * What may be written is a file, or a place where nothing is yet. A device or a pipe is never written to, nor replaced, not even through a
 * link such as /dev/stdout; a link is there like any file, and `force` puts a file in its place.
 * @throws Problem for a folder, for what is no file, and for what exists without `force`: before anything is computed; Node's `uv_cwd`.
 */
export function checkTarget(file: string, force: boolean): void {
  // From a folder that was deleted no relative path leads anywhere: this throws what is said of such a folder.
  resolve(file);
  const stats = statsOf(file, lstatSync);
  const target = stats && statsOf(file, statSync);
  if (stats?.isSymbolicLink() && target && isStream(target)) throw refuse("output-is-no-file", file);
  if (/[\\/]$/.test(file) || target?.isDirectory()) throw refuse("output-is-folder", file);
  if (target && !target.isFile()) throw refuse("output-is-no-file", file);
  // A link that leads nowhere is there too: writing would make a file somewhere else.
  if (stats && !force) throw refuse("output-exists", file);
}

/** A signal that comes while a file is written ends the program after it: Node calls no listener before the writing returns. */
export function holdSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.kill(process.pid, signal));
  }
}

/** A name may be as long as the file system allows, so only its beginning stands in that of the part. */
const LONGEST_BEGINNING = 50;

/**
 * A file in its place at once: whole, or as it was before. Node's own writer is used because it goes on after a short write, as a nearly full
 * disk makes; the libraries for this (conf with atomically, write-file-atomic) write once, do not look, and put half a file in place.
 * @param mode of the file, whatever it was before. @throws the file system's error; what was there before is still there then.
 */
export function writeWhole(file: string, data: string | Uint8Array, mode: number): void {
  const part = join(dirname(file), `.${basename(file).slice(0, LONGEST_BEGINNING)}.${randomUUID()}.part`);
  holdSignals();
  try {
    writeFileSync(part, data, { flag: "wx", mode, flush: true });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** @throws Problem when the file system refuses; what was there before is still there then. */
export function writeOutput(
  file: string,
  data: string | Uint8Array,
  force: boolean,
  access: keyof typeof MODES = "public",
): void {
  // What stands there may have changed since it was looked at.
  checkTarget(file, force);
  const stats = statsOf(file, lstatSync);
  // What others could not read before, they cannot read afterwards; the file that takes the place of a link is new.
  const mode = stats?.isFile() ? (MODES[access] & stats.mode) | MODES.private : MODES[access];
  holdSignals();
  try {
    if (stats) writeWhole(file, data, mode);
    else writeFileSync(file, data, { flag: "wx", mode, flush: true });
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw refuse("output-exists", file);
    // A new file that could not be finished is taken away again.
    if (!stats) rmSync(file, { force: true });
    throw unwritable(file, error);
  }
}
