/** The authored folder as it stands on disk: which files there are and the JSON in them. Nothing is judged here. */

import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encodingOf } from "./encoding.js";
import { FILES, type FileRole } from "./files.js";
import { parseJson, type ReadFault } from "./json.js";
import { type Fault, fault, nearest, say } from "./words.js";

export interface AuthoredFile {
  /** Relative to the folder, with forward slashes. */
  file: string;
  role: FileRole;
  /** undefined where `fault` says why it could not be read; a slip of punctuation leaves both. */
  json: unknown;
  text: string;
  fault: ReadFault | null;
}

/** No authored file comes near this; a larger one is refused unread. */
const LARGEST_BYTES = 4 * 1024 * 1024;
/** Nor does a folder come near these: what goes beyond is refused unread. */
const MOST_FILES = 1_000;
const LARGEST_FOLDER_BYTES = 16 * 1024 * 1024;

type Content = Pick<AuthoredFile, "json" | "text" | "fault">;

const refuse = (wrong: Fault): Content => ({ json: undefined, text: "", fault: wrong });

const unreadable = (error: unknown): Content =>
  refuse(fault("unreadable", { code: (error as NodeJS.ErrnoException).code ?? "" }));

function contentOf(bytes: Uint8Array, isJson: boolean): Content {
  const encoding = encodingOf(bytes);
  if (encoding === null) return refuse(fault("not-utf-8"));
  if (encoding !== "UTF-8") return refuse(fault("in-encoding", { encoding }));
  const text = new TextDecoder().decode(bytes);
  return isJson ? { text, ...parseJson(text) } : { text, json: text, fault: null };
}

/** Reads files until the folder's share of memory is used up. */
function contentReader(): (path: string) => Content {
  let left = LARGEST_FOLDER_BYTES;
  return (path) => {
    const stats = lstatSync(path);
    if (!stats.isFile()) return refuse(fault("no-regular-file"));
    if (stats.size > LARGEST_BYTES) return refuse(fault("file-too-large"));
    left -= stats.size;
    if (left < 0) return refuse(fault("folder-too-large"));
    try {
      return contentOf(readFileSync(path), !path.endsWith(".txt"));
    } catch (error) {
      return unreadable(error);
    }
  };
}

/** A file of JSON by another ending would be passed over in silence. */
const MISNAMED = /\.(json\.txt|jsonc|json5)$|\.json$/i;

/** @param at a folder and `*.json` or `*.txt`. */
function filesBelow(folder: string, at: string, role: FileRole, read: (path: string) => Content): AuthoredFile[] {
  const [sub = "", ending = ""] = at.split("/*");
  const path = join(folder, sub);
  try {
    if (!lstatSync(path).isDirectory()) return [{ file: sub, role, ...refuse(fault("no-regular-folder")) }];
    const all = readdirSync(path).sort();
    const names = all.filter((name) => name.endsWith(ending));
    if (names.length > MOST_FILES) return [{ file: sub, role, ...refuse(fault("too-many-files")) }];
    return [
      ...names.map((name) => ({ file: `${sub}/${name}`, role, ...read(join(path, name)) })),
      ...all
        .filter((name) => MISNAMED.test(name) && !name.endsWith(ending))
        .map((name) => stray("stray-ending", `${sub}/${name}`, `${sub}/${name.replace(/\.json.*$/i, "")}.json`)),
    ];
  } catch (error) {
    return [{ file: sub, role, ...unreadable(error) }];
  }
}

const stray = (what: "stray" | "stray-ending", file: string, name: string | undefined): AuthoredFile => ({
  ...{ file, role: "stray" },
  ...refuse(fault(what, {}, name === undefined ? undefined : say("file-name", { name }))),
});

const PLACES = Object.values(FILES).map(({ at }) => at);
const isBelow = (at: string): boolean => at.includes("/");
const topOf = (at: string): string => at.split("/")[0] ?? "";
/** In the authored folder and read by others. */
const ELSEWHERE = ["overlay-example", "schema"];

/** Where a file that stands beside the folders belongs; null where it is none of ours. */
function placeOf(name: string, { json, fault }: Content): { right?: string | undefined } | null {
  const keys = json !== null && typeof json === "object" ? Object.keys(json) : [];
  if (keys.includes("channels") || keys.includes("retire")) return { right: `operators/${name}` };
  const files = PLACES.filter((at) => !isBelow(at));
  const near = nearest(name, files);
  return near !== undefined || fault ? { right: near } : null;
}

/** Files that nothing reads: a name mistyped, a folder left out. A company's own notes are none of them. */
function strays(folder: string, present: readonly string[], read: (path: string) => Content): AuthoredFile[] {
  const known = [...PLACES.map(topOf), ...ELSEWHERE];
  return present
    .filter((name) => !known.includes(name) && !name.startsWith("."))
    .flatMap((name) => {
      const path = join(folder, name);
      const place = MISNAMED.test(name) ? placeOf(name, read(path)) : null;
      if (place) return [stray("stray", name, place.right)];
      const right = nearest(name, PLACES.filter(isBelow).map(topOf));
      return right !== undefined && lstatSync(path).isDirectory() ? [stray("stray", name, right)] : [];
    });
}

/**
 * Every file of an authored folder, built-in or overlay, parsed where possible. Links are not followed: what they lead to may be anything.
 * @throws the file system's error when the folder itself cannot be read.
 */
export function readAuthored(folder: string): AuthoredFile[] {
  const present = readdirSync(folder);
  const read = contentReader();
  const known = (Object.keys(FILES) as (keyof typeof FILES)[]).flatMap((role): AuthoredFile[] => {
    const { at } = FILES[role];
    const place = at.replace(/\/\*.*/, "");
    const isThere = present.includes(topOf(at)) && (!isBelow(place) || existsSync(join(folder, place)));
    if (!isThere) return [];
    return at.includes("*") ? filesBelow(folder, at, role, read) : [{ file: at, role, ...read(join(folder, at)) }];
  });
  return [...known, ...strays(folder, present, read)];
}
