import type { Directory } from "../directory/types.js";
import { loadAuthored } from "../gate/load-authored.js";
import { overlay } from "../gate/overlay.js";
import { Refusal } from "../gate/refusal.js";
import { Problem } from "../values/problem.js";
import { FOLDERS } from "./package.js";

const isFileFault = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error && "code" in error;

/** @throws Problem when the folder cannot be read. */
export function readable<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isFileFault(error)) throw error;
    throw new Problem("bad-directory", "folder-unreadable", { folder, reason: error.code ?? "" });
  }
}

/**
 * @param today as `overlay` takes it.
 * @throws Refusal with all issues; Problem when the folder cannot be read.
 */
export function openOverlay(folder: string, today: string | null): Directory {
  const { issues, directory } = readable(folder, () => overlay(loadAuthored(FOLDERS.compiled), folder, today));
  if (!directory) throw new Refusal(folder, issues);
  return directory;
}
