/** Saved defaults as an answer needs them: read in one go, without what it takes to write them. */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { Problem } from "../../values/problem.js";
import { LASTING_FACTS } from "../../vocabulary/situation.js";

/**
 * Where settings and runs are kept: XDG on Linux, the system's own place elsewhere, as env-paths would say. Its one function is written out
 * here because it fails on loading where no home is known, and takes a relative XDG folder, which the standard says to ignore.
 */
const NAME = "dozvon";

export const OWNER_ONLY = 0o600;
export const OWNER_ONLY_FOLDER = 0o700;

function home(): string | null {
  for (const ask of [homedir, () => userInfo().homedir]) {
    try {
      const folder = ask();
      if (isAbsolute(folder)) return folder;
    } catch {
      // A user id that the system knows nothing of.
    }
  }
  return null;
}

function folderFor(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  const given = platform === "win32" ? env.APPDATA : platform === "darwin" ? undefined : env.XDG_CONFIG_HOME;
  const own = given && isAbsolute(given) ? given : null;
  const below = home();
  const inHome = (...path: string[]) => below && join(below, ...path);
  if (platform === "darwin") return inHome("Library", "Preferences", NAME);
  if (platform !== "win32") return own ? join(own, NAME) : inHome(".config", NAME);
  return own ? join(own, NAME, "Config") : inHome("AppData", "Roaming", NAME, "Config");
}

/** null where there is no home: nothing can have been kept. */
const findSettingsFolder = (): string | null => folderFor(process.platform, process.env);

/** @throws Problem bad-settings where there is no home. */
export function settingsFolder(): string {
  const folder = findSettingsFolder();
  if (folder === null) throw new Problem("bad-settings", "no-home");
  return folder;
}

/**
 * A folder with those above it. Node's own way spins for ever where the system says that a folder cannot be made below one that is there, as
 * /proc and some mounts do (Node 20.20).
 * @throws the file system's error.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: OWNER_ONLY_FOLDER });
  } catch (error) {
    // Another process was first.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

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

/** Of an error of the file system. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "";

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
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return EMPTY;
    throw new Problem("bad-settings", "settings-unreadable", { file: path, reason: codeOf(error) });
  }
  try {
    return parse(text, path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    return { ...EMPTY, damaged: true };
  }
}
