/** Writing saved defaults: one process at a time, since a value is put among the others; the file is replaced in one step. */
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Problem } from "../../values/problem.js";
import { locked } from "./lock.js";
import { readSettings, type SavedKey, type SettingsFile, settingsPath } from "./saved.js";
import { settingsFolder } from "./settings-folder.js";

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

function unwritable(error: unknown): never {
  if (error instanceof Problem) throw error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EBUSY") throw new Problem("bad-settings", "settings-busy", { file: settingsPath() });
  throw new Problem("bad-settings", "settings-unwritable", { file: settingsPath(), reason: code ?? "" });
}

function setAside(path: string): string {
  const kept = `${path}.damaged-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  renameSync(path, kept);
  return kept;
}

async function alone<T>(use: (path: string, settings: SettingsFile) => T): Promise<T> {
  const folder = settingsFolder();
  const path = settingsPath();
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    return await locked(`${path}.lock`, () => use(path, readSettings()));
  } catch (error) {
    return unwritable(error);
  }
}

/** The file as it was while conf writes a new one: another name of it, which takes no room. */
const before = (path: string): string => `${path}.before`;

/** What a process that was killed while saving leaves beside the file: conf's part of a new one, the other name of the old one. */
function clearLeftOvers(path: string): void {
  const parts = `${basename(path)}.tmp-`;
  for (const name of readdirSync(dirname(path)))
    if (name.startsWith(parts)) rmSync(join(dirname(path), name), { force: true });
  rmSync(before(path), { force: true });
}

type Settings = Record<string, unknown>;

/**
 * Read back, and put back as it was where it is not what was saved: conf does not look how much of it went, so that a nearly full disk or a
 * limit on the size of files leaves half a file, confirmed (conf 15.1.0 with atomically 2.1.1).
 */
function checked(path: string, wanted: Settings, write: () => void): void {
  if (existsSync(path)) linkSync(path, before(path));
  write();
  const kept = readSettings();
  if (!kept.damaged && isDeepStrictEqual(kept.content, wanted)) return;
  if (existsSync(before(path))) renameSync(before(path), path);
  else rmSync(path, { force: true });
  throw new Problem("bad-settings", "settings-not-kept", { file: path });
}

/** conf keeps the settings. It is loaded when something is saved, and after the folder is known: it fails on loading where there is no home. */
async function change(changed: (content: Settings) => Settings): Promise<void> {
  const cwd = settingsFolder();
  const { default: Store } = await import("conf");
  await alone((path, { content, damaged }) => {
    if (damaged) setAside(path);
    clearLeftOvers(path);
    try {
      const wanted = changed(content);
      const store = new Store<Settings>({ cwd, configName: "config", configFileMode: OWNER_ONLY });
      checked(path, wanted, () => {
        store.store = wanted;
      });
    } finally {
      clearLeftOvers(path);
    }
  });
}

/**
 * Moves a damaged settings file aside, so that nothing in it is lost.
 * @returns where it is kept; null where another process has already done so.
 * @throws Problem bad-settings when it cannot be moved.
 */
export const setDamagedAside = (): Promise<string | null> =>
  alone((path, { damaged }) => (damaged ? setAside(path) : null));

/** When it returns, the value is on the disk. @throws Problem bad-settings when it cannot be written. */
export const save = (key: SavedKey, value: string): Promise<void> =>
  change((content) => ({ ...content, [key]: value }));
/** @throws Problem bad-settings when it cannot be written. */
export const forget = (key: SavedKey): Promise<void> => change(({ [key]: _gone, ...rest }) => rest);
/** Remembers that saving was offered, whatever was answered. */
export const markOffered = (): Promise<void> => change((content) => ({ ...content, offered: true }));
