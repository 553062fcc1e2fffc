import { readStored, type Stored } from "../directory/stored.js";
import type { Directory } from "../directory/types.js";
import { Problem } from "../values/problem.js";
import type { AuthoredDirectory } from "./authored.js";
import { overlay } from "./overlay.js";
import { Refusal } from "./refusal.js";

/** What the gate accepted when the directory was built: the base that an overlay is laid over. */
export const AUTHORED: Stored<AuthoredDirectory> = { path: "authored.json" };

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
 * The directory that was built with a company's own folder over it.
 * @param compiled where the build put the directory.
 * @param today as `overlay` takes it.
 * @throws Refusal with all issues; Problem when the folder cannot be read.
 */
export function openOverlay(compiled: string, folder: string, today: string | null): Directory {
  const { issues, directory } = readable(folder, () => overlay(readStored(compiled, AUTHORED), folder, today));
  if (!directory) throw new Refusal(folder, issues);
  return directory;
}
