/** The authored folder as it stands on disk: which files there are and the JSON in them. Nothing is judged here. */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { visit } from "jsonc-parser";
import type { PartyType } from "../directory/types.js";
import type { Text } from "../vocabulary/language.js";

export type FileRole =
  | PartyType
  | "bodies"
  | "topics"
  | "usual"
  | "costs"
  | "retired"
  | "grounds"
  | "calendar"
  | "refund-routes"
  | "claim-parts"
  | "claim"
  | "checklist";

export interface AuthoredFile {
  /** Relative to the folder, with forward slashes. */
  file: string;
  role: FileRole;
  /** undefined where `fault` says why it could not be read. */
  json: unknown;
  fault: Text | null;
}

/** No authored file comes near this; a larger one is refused unread. */
const LARGEST_BYTES = 4 * 1024 * 1024;
/** Nor does a folder come near these: what goes beyond is refused unread. */
const MOST_FILES = 1_000;
const LARGEST_FOLDER_BYTES = 16 * 1024 * 1024;

const SINGLE_FILES: readonly { file: string; role: FileRole }[] = [
  { file: "topics.json", role: "topics" },
  { file: "usual.json", role: "usual" },
  { file: "costs.json", role: "costs" },
  { file: "emergency.json", role: "emergency" },
  { file: "escalation.json", role: "bodies" },
  { file: "retired.json", role: "retired" },
  { file: "calendar.json", role: "calendar" },
  { file: "refund-routes.json", role: "refund-routes" },
  { file: "claims-shared.json", role: "claim-parts" },
];
const FOLDERS: readonly { folder: string; role: FileRole }[] = [
  { folder: "operators", role: "operator" },
  { folder: "merchants", role: "merchant" },
  { folder: "grounds", role: "grounds" },
  { folder: "claims", role: "claim" },
  { folder: "checklists", role: "checklist" },
];

/** A key that JavaScript would take for the object's own ancestry: no record has any use for it. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new SyntaxError('the key "__proto__" is not allowed');
  return value;
}

/** A name that stands twice in one record: `JSON.parse` would take the last in silence. */
function twice(text: string): string | null {
  const open: Set<string>[] = [];
  let found: string | null = null;
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectProperty: (name) => {
      const seen = open.at(-1);
      if (seen?.has(name)) found ??= name;
      seen?.add(name);
    },
    onObjectEnd: () => {
      open.pop();
    },
  });
  return found;
}

type Content = Pick<AuthoredFile, "json" | "fault">;

const refuse = (ru: string, en: string): Content => ({ json: undefined, fault: { ru, en } });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "";

function parse(bytes: Uint8Array): Content {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text, refusePrototype);
    const name = twice(text);
    return name === null ? { json, fault: null } : refuse(`ключ «${name}» стоит дважды`, `has the key "${name}" twice`);
  } catch (error) {
    // A TypeError is the decoder's, a RangeError the parser's on records in records without end.
    const detail = error instanceof SyntaxError ? error.message : error instanceof RangeError ? "depth" : "UTF-8";
    return refuse(`не читается как JSON: ${detail}`, `is not readable JSON: ${detail}`);
  }
}

/** Reads files until the folder's share of memory is used up. */
function contentReader(): (path: string) => Content {
  let left = LARGEST_FOLDER_BYTES;
  return (path) => {
    const stats = lstatSync(path);
    if (!stats.isFile()) return refuse("не обычный файл", "is not a regular file");
    if (stats.size > LARGEST_BYTES) return refuse("файл больше 4 МБ", "is larger than 4 MB");
    left -= stats.size;
    if (left < 0) return refuse("в папке больше 16 МБ", "is beyond the 16 MB of the folder");
    try {
      return parse(readFileSync(path));
    } catch (error) {
      return refuse(`не читается (${codeOf(error)})`, `cannot be read (${codeOf(error)})`);
    }
  };
}

/** What is wrong with a folder below, null where nothing is. */
function folderFault(path: string, names: readonly string[]): Content | null {
  if (!lstatSync(path).isDirectory()) return refuse("не обычная папка", "is not a regular folder");
  return names.length > MOST_FILES ? refuse("больше 1000 файлов", "has more than 1000 files") : null;
}

function filesBelow(folder: string, sub: string, role: FileRole, read: (path: string) => Content): AuthoredFile[] {
  const path = join(folder, sub);
  try {
    const names = lstatSync(path).isDirectory() ? readdirSync(path).filter((name) => name.endsWith(".json")) : [];
    const fault = folderFault(path, names);
    if (fault) return [{ file: sub, role, ...fault }];
    return names.sort().map((name) => ({ file: `${sub}/${name}`, role, ...read(join(path, name)) }));
  } catch (error) {
    const fault = refuse(`не читается (${codeOf(error)})`, `cannot be read (${codeOf(error)})`);
    return [{ file: sub, role, ...fault }];
  }
}

/**
 * Every file of an authored folder, built-in or overlay, parsed where possible. Links are not followed: what they lead to may be anything.
 * @throws the file system's error when the folder itself cannot be read.
 */
export function readAuthored(folder: string): AuthoredFile[] {
  const present = readdirSync(folder);
  const read = contentReader();
  const singles = SINGLE_FILES.filter(({ file }) => present.includes(file));
  const inFolders = FOLDERS.filter((one) => present.includes(one.folder));
  return [
    ...singles.map(({ file, role }) => ({ file, role, ...read(join(folder, file)) })),
    ...inFolders.flatMap(({ folder: sub, role }) => filesBelow(folder, sub, role, read)),
  ];
}
