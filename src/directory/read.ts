/** The authored folder as it stands on disk: which files there are and the JSON in them. Nothing is judged here. */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Text } from "../vocabulary.js";
import type { PartyType } from "./types.js";

export type FileRole =
  | PartyType
  | "bodies"
  | "topics"
  | "retired"
  | "grounds"
  | "calendar"
  | "refund-routes"
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

const SINGLE_FILES: readonly { file: string; role: FileRole }[] = [
  { file: "topics.json", role: "topics" },
  { file: "emergency.json", role: "emergency" },
  { file: "escalation.json", role: "bodies" },
  { file: "retired.json", role: "retired" },
  { file: "calendar.json", role: "calendar" },
  { file: "refund-routes.json", role: "refund-routes" },
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

function parse(path: string): Pick<AuthoredFile, "json" | "fault"> {
  const refuse = (ru: string, en: string) => ({ json: undefined, fault: { ru, en } });
  const stats = lstatSync(path);
  if (!stats.isFile()) return refuse("не обычный файл", "is not a regular file");
  if (stats.size > LARGEST_BYTES) return refuse("файл больше 4 МБ", "is larger than 4 MB");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return { json: JSON.parse(text, refusePrototype), fault: null };
  } catch (error) {
    // A TypeError is the decoder's, a RangeError the parser's on records in records without end.
    const detail = error instanceof SyntaxError ? error.message : error instanceof RangeError ? "depth" : "UTF-8";
    return refuse(`не читается как JSON: ${detail}`, `is not readable JSON: ${detail}`);
  }
}

const entries = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

/**
 * Every file of an authored folder, built-in or overlay, parsed where possible.
 * @throws the file system's error when the folder itself cannot be read.
 */
export function readAuthored(folder: string): AuthoredFile[] {
  const present = readdirSync(folder);
  const singles = SINGLE_FILES.filter(({ file }) => present.includes(file));
  const inFolders = FOLDERS.flatMap(({ folder: sub, role }) =>
    entries(join(folder, sub))
      .filter((name) => name.endsWith(".json"))
      .map((name) => ({ file: `${sub}/${name}`, role })),
  );
  return [...singles, ...inFolders].map(({ file, role }) => ({ file, role, ...parse(join(folder, file)) }));
}
