/** Saved defaults as an answer needs them: read in one go, without what it takes to write them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import envPaths from "env-paths";
import { Problem } from "../situation/problem.js";

/** What may be saved: no phone number, no name. */
export const SAVED_KEYS = ["operator", "subscriber", "lang", "directory"] as const;
export type SavedKey = (typeof SAVED_KEYS)[number];

export type Saved = Partial<Record<SavedKey, string>>;

export interface SettingsFile {
  saved: Saved;
  /** Whether saving an answer was offered before; it is offered once. */
  offered: boolean;
  /** The file is there but is not what dozvon writes. */
  damaged: boolean;
}

const EMPTY: SettingsFile = { saved: {}, offered: false, damaged: false };

/** The folder `conf` would choose as well: XDG on Linux, the system's own elsewhere. */
export const settingsFolder = (): string => envPaths("dozvon", { suffix: "" }).config;
export const settingsPath = (): string => join(settingsFolder(), "config.json");

function parse(text: string): SettingsFile {
  const value: unknown = JSON.parse(text);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return { ...EMPTY, damaged: true };
  const record = value as Record<string, unknown>;
  const texts = SAVED_KEYS.filter((key) => record[key] !== undefined);
  if (texts.some((key) => typeof record[key] !== "string")) return { ...EMPTY, damaged: true };
  const saved = Object.fromEntries(texts.map((key) => [key, record[key]])) as Saved;
  return { saved, offered: record.offered === true, damaged: false };
}

/** @throws Problem bad-settings when the file is there and cannot be opened. */
export function readSettings(path: string): SettingsFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return EMPTY;
    throw new Problem("bad-settings", "settings-unreadable", { file: path, reason: code ?? "" });
  }
  try {
    return parse(text);
  } catch {
    return { ...EMPTY, damaged: true };
  }
}
