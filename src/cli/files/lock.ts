/**
 * One process at a time: a folder that only one of them can make. proper-lockfile would do as much, but has seen no release since 2021 and lets
 * two waiters take over the same dead lock.
 */
import { lstatSync, mkdirSync, rmdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A lock is held for milliseconds: one this old belongs to a process that was killed. */
const DEAD_MS = 3_000;
/** Long enough for a queue behind a dead lock. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 10;

const OWNER_ONLY = 0o700;

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

function taken(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: OWNER_ONLY });
    return true;
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    return false;
  }
}

function isDead(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) > DEAD_MS;
}

function remove(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
  }
}

/** Only one may take a dead lock away, and looks again before: another may have done so and made its own. */
function bury(folder: string): void {
  const right = `${folder}.dead`;
  if (!taken(right)) {
    if (isDead(right)) remove(right);
    return;
  }
  if (isDead(folder)) remove(folder);
  remove(right);
}

/**
 * @param folder the lock, beside what it guards.
 * @throws the file system's error; EBUSY where it is not had in time.
 */
export async function locked<T>(folder: string, use: () => T): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!taken(folder)) {
    if (isDead(folder)) bury(folder);
    if (Date.now() > deadline) throw Object.assign(new Error("locked"), { code: "EBUSY" });
    await sleep(PAUSE_MS * (1 + Math.random()));
  }
  try {
    return use();
  } finally {
    remove(folder);
  }
}
