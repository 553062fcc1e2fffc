/** Writing saved defaults: one process at a time, since a value is put among the others; the file is replaced in one step. */
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../situation/problem.js";
import { locked } from "./lock.js";
import { readSettings, type SavedKey, type SettingsFile, settingsPath } from "./saved.js";
import { settingsFolder } from "./settings-folder.js";
import { isLeftOver, writeWhole } from "./whole-file.js";

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

function clearLeftOvers(path: string): void {
  const folder = settingsFolder();
  for (const name of readdirSync(folder)) if (isLeftOver(name, path)) rmSync(join(folder, name), { force: true });
}

const change = (changed: (content: Record<string, unknown>) => Record<string, unknown>): Promise<void> =>
  alone((path, { content, damaged }) => {
    if (damaged) setAside(path);
    clearLeftOvers(path);
    writeWhole(path, `${JSON.stringify(changed(content), null, "\t")}\n`, OWNER_ONLY);
  });

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
