/** Writing saved defaults: one process at a time, since a value is put among the others; the file is replaced in one step. */
import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { Problem } from "../../values/problem.js";
import type { Saved, SavedKey, SettingsFile } from "./settings.js";
import { codeOf, makeFolder, OWNER_ONLY, readSettings, refused, setAside, settingsPath } from "./settings.js";

/** A lock is held for milliseconds: one this old belongs to a process that was killed. */
const DEAD_MS = 3_000;
/** Long enough for a queue behind a dead lock. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 10;

function isDead(lock: string): boolean {
  const stats = lstatSync(lock, { throwIfNoEntry: false });
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) > DEAD_MS;
}

/** Takes a dead lock away under another name, which only one can, and looks again there: it may be one that was made meanwhile. */
function bury(lock: string): void {
  const grave = `${lock}.${process.pid}`;
  try {
    renameSync(lock, grave);
    if (isDead(grave)) rmdirSync(grave);
    else renameSync(grave, lock);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** A lock is a folder that only one process can make. proper-lockfile would do as much, but has seen no release since 2021. */
async function take(lock: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
    if (isDead(lock)) bury(lock);
    if (Date.now() > deadline) throw Object.assign(new Error("locked"), { code: "EBUSY" });
    await sleep(PAUSE_MS * (1 + Math.random()));
  }
}

async function alone<T>(use: (path: string, settings: SettingsFile) => T): Promise<T> {
  const path = settingsPath();
  const lock = `${path}.lock`;
  try {
    makeFolder(dirname(path));
    // A file in the link's place would part it from what it leads to.
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Problem("bad-settings", "link-in-settings", { file: path });
    await take(lock);
    try {
      return use(path, readSettings());
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  } catch (error) {
    if (codeOf(error) === "EBUSY") throw new Problem("bad-settings", "settings-busy", { file: path });
    throw refused("settings-unwritable", path, error);
  }
}

/** The file as it was while conf writes a new one: another name of it, which takes no room. */
const BEFORE = ".before";

/** What a process that was killed while saving leaves beside the file: conf's part of a new one, the other name of the old one. */
function clearLeftOvers(path: string): void {
  const name = basename(path);
  const isLeft = (one: string) => one === name + BEFORE || one.startsWith(`${name}.tmp-`);
  for (const one of readdirSync(dirname(path)).filter(isLeft)) rmSync(join(dirname(path), one), { force: true });
}

type Settings = Record<string, unknown>;

/**
 * conf keeps the settings. It is loaded when something is saved, and after the folder is known: it fails on loading where there is no home.
 * The file is read back, and put back as it was where it is not what was saved: conf does not look how much of it went, so that a nearly full
 * disk or a limit on the size of files leaves half a file, confirmed (conf 15.1.0 with atomically 2.1.1).
 */
async function change(changed: (content: Settings) => Settings): Promise<void> {
  const cwd = dirname(settingsPath());
  const { default: Store } = await import("conf");
  // A file over the limit is an error like others: what writes for conf would end the process by its signal.
  process.removeAllListeners("SIGXFSZ").on("SIGXFSZ", () => {});
  await alone((path, { content, damaged }) => {
    const before = path + BEFORE;
    if (damaged) setAside(path);
    clearLeftOvers(path);
    try {
      const wanted = changed(content);
      const store = new Store<Settings>({ cwd, configName: "config", configFileMode: OWNER_ONLY });
      if (existsSync(path)) linkSync(path, before);
      store.store = wanted;
      const kept = readSettings();
      if (!kept.damaged && isDeepStrictEqual(kept.content, wanted)) return;
      if (existsSync(before)) renameSync(before, path);
      else rmSync(path, { force: true });
      throw new Problem("bad-settings", "settings-not-kept", { file: path });
    } finally {
      clearLeftOvers(path);
    }
  });
}

/**
 * Moves a damaged settings file aside, so that nothing in it is lost.
 * @returns where it is kept: where it is, if it cannot be moved; null where another process has moved it.
 */
export async function setDamagedAside(): Promise<string | null> {
  try {
    return await alone((path, { damaged }) => (damaged ? setAside(path) : null));
  } catch (error) {
    if (error instanceof Problem) return settingsPath();
    throw error;
  }
}

/**
 * When it returns, the values are on the disk.
 * @param values and whether saving was offered, whatever was answered. @throws Problem bad-settings when it cannot be written.
 */
export const save = (values: Saved & { offered?: true }): Promise<void> =>
  change((content) => ({ ...content, ...values }));
/** @throws Problem bad-settings when it cannot be written. */
export const forget = (key: SavedKey): Promise<void> => change(({ [key]: _gone, ...rest }) => rest);
