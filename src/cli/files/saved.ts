/** Saved defaults as an answer needs them: read in one go, without what it takes to write them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../values/problem.js";
import { LASTING_FACTS } from "../../vocabulary/situation.js";
import { findSettingsFolder, settingsFolder } from "./settings-folder.js";

/** What may be saved: no phone number, no name. */
export const SAVED_KEYS = [...LASTING_FACTS, "lang", "directory"] as const;
export type SavedKey = (typeof SAVED_KEYS)[number];

export type Saved = Partial<Record<SavedKey, string>>;

export interface SettingsFile {
  saved: Saved;
  /** Whether saving an answer was offered before; it is offered once. */
  offered: boolean;
  /** The file is there but is not what dozvon writes. */
  damaged: boolean;
  /** All that is in the file, what this dozvon does not know included. */
  content: Record<string, unknown>;
}

const EMPTY: SettingsFile = { saved: {}, offered: false, damaged: false, content: {} };

/** A dozvon that writes what this one would misread says a higher `version` in the file. */
const SETTINGS_VERSION = 1;

const FILE = "config.json";

/** @throws Problem bad-settings where there is no home. */
export const settingsPath = (): string => join(settingsFolder(), FILE);

const isNewer = ({ version }: Record<string, unknown>): boolean =>
  typeof version === "number" && version > SETTINGS_VERSION;

function parse(text: string, path: string): SettingsFile {
  const value: unknown = JSON.parse(text);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return { ...EMPTY, damaged: true };
  const record = value as Record<string, unknown>;
  if (isNewer(record)) throw new Problem("bad-settings", "settings-are-newer", { file: path });
  const texts = SAVED_KEYS.filter((key) => record[key] !== undefined);
  if (texts.some((key) => typeof record[key] !== "string")) return { ...EMPTY, damaged: true };
  const saved = Object.fromEntries(texts.map((key) => [key, record[key]])) as Saved;
  return { saved, offered: record.offered === true, damaged: false, content: record };
}

/** @throws Problem bad-settings when the file is there and cannot be opened, or a newer dozvon wrote it. */
export function readSettings(): SettingsFile {
  const folder = findSettingsFolder();
  if (folder === null) return EMPTY;
  const path = join(folder, FILE);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return EMPTY;
    throw new Problem("bad-settings", "settings-unreadable", { file: path, reason: code ?? "" });
  }
  try {
    return parse(text, path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    return { ...EMPTY, damaged: true };
  }
}
