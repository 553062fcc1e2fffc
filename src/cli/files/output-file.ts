/** `-O file`: an answer into a file, whole or not at all. */
import { lstatSync, readlinkSync, realpathSync, rmSync, type Stats, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Problem } from "../../values/problem.js";
import { writeWhole } from "./whole-file.js";

export const STDOUT = "-";

/** A longer chain of links than any system follows. */
const MOST_LINKS = 40;

/** For everybody, as any file one makes; or for the person alone, as a letter with a name and an address. */
const MODES = { public: 0o666, private: 0o600 };
type Access = keyof typeof MODES;

const refuse = (key: string, file: string): Problem => new Problem("usage", key, { file });

/** A path that leads nowhere is a slip of the line; a disk or a right that is missing is not. */
function unwritable(file: string, error: unknown): Problem {
  const code = ["ENOENT", "ENOTDIR"].includes(codeOf(error)) ? "usage" : "file-unavailable";
  return new Problem(code, "output-unwritable", { file, reason: codeOf(error) });
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

function statsOf(file: string, look: (file: string) => Stats): Stats | null {
  try {
    return look(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw unwritable(file, error);
  }
}

/** Standard output by another name, wherever it leads at the moment: `/dev/stdout`, or a link to it. */
function isDescriptor(link: string): boolean {
  const own = ["/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/fd", "/proc/self/fd"];
  for (let at = link, steps = 0; steps < MOST_LINKS; steps++) {
    const path = join(realpathSync(dirname(at)), basename(at));
    if (own.some((one) => path === one || path.startsWith(`${one}/`)) || /^\/proc\/\d+\/fd\//.test(path)) return true;
    if (!lstatSync(path).isSymbolicLink()) return false;
    at = resolve(dirname(path), readlinkSync(path));
  }
  return true;
}

/**
 * The form that the name of a file promises; null for a name without an ending, and for none.
 * @throws Problem usage for an ending of another kind of file: text under the name of a PDF opens nowhere.
 */
export function formOf<Form extends string>(
  file: string | undefined,
  endings: Readonly<Record<string, Form>>,
): Form | null {
  const ending = /[^./\\]\.([^./\\]*)$/.exec(file ?? "")?.[1]?.toLowerCase();
  if (file === undefined || ending === undefined) return null;
  const form = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (form) return form;
  const allowed = Object.keys(endings).map((one) => `.${one}`);
  throw new Problem("usage", "output-form", { file, known: allowed.join(", ") }, { allowed });
}

/**
 * What may be written is a file, or a place where nothing is yet. A device or a pipe is never written to, nor replaced, not even through a
 * link such as /dev/stdout; a link is there like any file, and `force` puts a file in its place.
 * @throws Problem for a folder, for what is no file, and for what exists without `force`: before anything is computed.
 */
export function checkTarget(file: string, force: boolean): void {
  const stats = statsOf(file, lstatSync);
  const target = stats && statsOf(file, statSync);
  if (stats?.isSymbolicLink() && target && isDescriptor(file)) throw refuse("output-is-no-file", file);
  if (/[\\/]$/.test(file) || target?.isDirectory()) throw refuse("output-is-folder", file);
  if (target && !target.isFile()) throw refuse("output-is-no-file", file);
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

/** What others could not read before, they cannot read afterwards; the file that takes the place of a link is new. */
const modeFor = (access: Access, before: Stats): number =>
  before.isFile() ? (MODES[access] & before.mode) | MODES.private : MODES[access];

/** A new file that could not be finished is taken away again. */
function writeNew(file: string, data: string | Uint8Array, access: Access): void {
  try {
    writeFileSync(file, data, { flag: "wx", mode: MODES[access], flush: true });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") rmSync(file, { force: true });
    throw error;
  }
}

/** @throws Problem when the file system refuses; what was there before is still there then. */
export function writeOutput(file: string, data: string | Uint8Array, force: boolean, access: Access = "public"): void {
  // What stands there may have changed since it was looked at.
  checkTarget(file, force);
  const stats = statsOf(file, lstatSync);
  try {
    if (stats === null) writeNew(file, data, access);
    else writeWhole(file, data, modeFor(access, stats));
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw refuse("output-exists", file);
    throw unwritable(file, error);
  }
}
