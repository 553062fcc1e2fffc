/** Writing saved defaults: one process at a time, since a value is put among the others; the file is replaced in one step. */
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type Conf from "conf";
import { Problem } from "../../values/problem.js";
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

type Settings = Record<string, unknown>;

/**
 * conf keeps the settings. Its own way of writing is replaced: it writes once and does not look how much of it went, so a nearly full disk
 * or a file size limit left half a file, confirmed (conf 15.1.0 with atomically 2.1.1). It is loaded when something is saved, and after the
 * folder is known, since it fails on loading where there is no home.
 */
async function confOver(): Promise<(cwd: string) => Conf<Settings>> {
  const { default: Store } = await import("conf");
  return (cwd) => {
    const store = new Store<Settings>({ cwd, configName: "config", configFileMode: OWNER_ONLY });
    const write = (content: Settings) => writeWhole(store.path, `${JSON.stringify(content, null, "\t")}\n`, OWNER_ONLY);
    return Object.defineProperty(store, "_write", { value: write });
  };
}

async function change(changed: (content: Settings) => Settings): Promise<void> {
  const folder = settingsFolder();
  const open = await confOver();
  await alone((path, { content, damaged }) => {
    if (damaged) setAside(path);
    clearLeftOvers(path);
    open(folder).store = changed(content);
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
