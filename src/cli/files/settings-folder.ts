/**
 * Where settings and runs are kept: XDG on Linux, the system's own place elsewhere, as env-paths would say. Its one function is written out
 * here because it fails on loading where no home is known, and takes a relative XDG folder, which the standard says to ignore.
 */
import { mkdirSync, statSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { Problem } from "../../values/problem.js";

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
export const findSettingsFolder = (): string | null => folderFor(process.platform, process.env);

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
