/** Writing saved defaults: through conf, which replaces the file in one step and keeps it to its owner. */
import { renameSync } from "node:fs";
import Conf from "conf";
import { Problem } from "../situation/problem.js";
import { readSettings, type SavedKey, settingsFolder, settingsPath } from "./saved.js";

const OWNER_ONLY = 0o600;

interface Stored extends Partial<Record<SavedKey, string>> {
  offered?: boolean;
}

function unwritable(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  throw new Problem("bad-settings", "settings-unwritable", { file: settingsPath(), reason: code ?? "" });
}

/**
 * Moves a damaged settings file aside, so that nothing in it is lost. @returns where it is kept.
 * @throws Problem bad-settings when it cannot be moved.
 */
export function setAside(path: string, now: number): string {
  const kept = `${path}.damaged-${new Date(now).toISOString().replace(/[:.]/g, "-")}`;
  try {
    renameSync(path, kept);
  } catch (error) {
    unwritable(error);
  }
  return kept;
}

function withStore<T>(use: (store: Conf<Stored>) => T): T {
  if (readSettings(settingsPath()).damaged) setAside(settingsPath(), Date.now());
  try {
    return use(new Conf<Stored>({ cwd: settingsFolder(), configName: "config", configFileMode: OWNER_ONLY }));
  } catch (error) {
    return unwritable(error);
  }
}

export const save = (key: SavedKey, value: string): void => withStore((store) => store.set(key, value));
export const forget = (key: SavedKey): void => withStore((store) => store.delete(key));
/** Remembers that saving was offered, whatever was answered. */
export const markOffered = (): void => withStore((store) => store.set("offered", true));
