/**
 * Runs of checklists on disk: a folder a run, a file an event, each written once and never changed. So there is nothing to lock:
 * processes that write at once make two files and both are kept, and one that is killed leaves its file whole or none at all.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunEvent } from "../../checklists/run.js";
import { Problem } from "../../values/problem.js";
import { writeWhole } from "./output-file.js";
import { EVENT_VERSION, readEvent, type StoredEvent } from "./run-events.js";
import { codeOf, makeFolder, OWNER_ONLY, OWNER_ONLY_FOLDER, settingsFolder } from "./saved.js";

export interface StoredRun {
  id: string;
  checklist: string;
  events: readonly RunEvent[];
  /** A file that a newer dozvon wrote: the run is left to it. */
  newer: string | null;
}

/** A file that could not be understood, and where it is kept: under its own name where the folder cannot be written. */
interface SetAside {
  file: string;
  kept: string;
}

/** 000012-5f3a91c2.json: events in the order in which their writers saw each other; ties by chance, but always the same way. */
const EVENT_FILE = /^(\d{6})-[0-9a-f]{8}\.json$/;
/** xsolla-2: a folder of another name is none of dozvon's making, and its name may be anything. */
const RUN = /^[a-z0-9-]+$/;
const DAMAGED_START = /^000001-.*\.damaged-/;
const FORGOTTEN = ".forgotten-";

const runsFolder = (): string => join(settingsFolder(), "checklists");

const unreadable = (file: string, error: unknown): Problem =>
  new Problem("bad-settings", "settings-unreadable", { file, reason: codeOf(error) });
const unwritable = (file: string, error: unknown): Problem =>
  new Problem("bad-settings", "settings-unwritable", { file, reason: codeOf(error) });

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    // A run may be forgotten by another process while its folder is read.
    if (codeOf(error) === "ENOENT") return [];
    throw unreadable(folder, error);
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw unreadable(file, error);
  }
}

/** @returns null where another process has already moved it. */
function setAside(file: string, now: number): SetAside | null {
  const kept = `${file}.damaged-${new Date(now).toISOString().replace(/[:.]/g, "-")}`;
  try {
    renameSync(file, kept);
  } catch (error) {
    return codeOf(error) === "ENOENT" ? null : { file, kept: file };
  }
  return { file, kept };
}

interface Opened {
  run: StoredRun | null;
  damaged: SetAside[];
}

function openRun(id: string, now: number): Opened {
  const folder = join(runsFolder(), id);
  const names = namesIn(folder);
  const stored: StoredEvent[] = [];
  const damaged: SetAside[] = [];
  let newer: string | null = null;
  for (const name of names.filter((one) => EVENT_FILE.test(one))) {
    const file = join(folder, name);
    const text = textOf(file);
    const found = text === null ? null : readEvent(text);
    if (found === "newer") newer = file;
    else if (found === "damaged") damaged.push(...[setAside(file, now)].filter((one) => one !== null));
    else if (found) stored.push(found);
  }
  const begun = stored[0]?.event.type === "start" || damaged.length > 0 || names.some((one) => DAMAGED_START.test(one));
  // Without its beginning a folder is what a process left that was killed on the way, or that wrote while another forgot the run.
  if (!newer && (!begun || stored.length === 0)) return { run: null, damaged };
  return {
    run: { id, checklist: stored[0]?.checklist ?? "", events: stored.map(({ event }) => event), newer },
    damaged,
  };
}

const runNames = (): string[] => {
  try {
    const entries = readdirSync(runsFolder(), { withFileTypes: true }).filter(({ name }) => RUN.test(name));
    // Through a link a run would be written somewhere else, or forgotten there.
    const link = entries.find((entry) => entry.isSymbolicLink());
    if (link) throw new Problem("bad-settings", "link-in-settings", { file: join(runsFolder(), link.name) });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return [];
    throw error instanceof Problem ? error : unreadable(runsFolder(), error);
  }
};

/**
 * Every run there is, the oldest first.
 * @throws Problem bad-settings where the folder is there and cannot be read.
 */
export function readRuns(now: number): { runs: StoredRun[]; damaged: SetAside[] } {
  const opened = runNames().map((id) => openRun(id, now));
  const runs = opened.flatMap(({ run }) => run ?? []);
  const begun = (run: StoredRun) => run.events[0]?.at ?? "";
  return {
    runs: runs.sort((a, b) => begun(a).localeCompare(begun(b)) || a.id.localeCompare(b.id)),
    damaged: opened.flatMap(({ damaged }) => damaged),
  };
}

/** The number after the last one written so far. */
function nextNumber(folder: string): string {
  const last = namesIn(folder).reduce((most, name) => Math.max(most, Number(EVENT_FILE.exec(name)?.[1] ?? 0)), 0);
  return String(last + 1).padStart(6, "0");
}

/**
 * The chance part of the file's name keeps writers at the same place apart.
 * @throws Problem bad-settings when it cannot be written; when this returns, it is on the disk.
 */
export function append({ id, checklist }: Pick<StoredRun, "id" | "checklist">, event: RunEvent): void {
  const folder = join(runsFolder(), id);
  try {
    const file = join(folder, `${nextNumber(folder)}-${randomBytes(4).toString("hex")}.json`);
    writeWhole(file, `${JSON.stringify({ version: EVENT_VERSION, checklist, event }, null, "\t")}\n`, OWNER_ONLY);
  } catch (error) {
    throw error instanceof Problem ? error : unwritable(folder, error);
  }
}

/** Makes the folder of a new run: whoever makes it first has the name, the next one takes the next number. */
function claim(checklist: string): string {
  makeFolder(runsFolder());
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? checklist : `${checklist}-${number}`;
    try {
      mkdirSync(join(runsFolder(), id), { mode: OWNER_ONLY_FOLDER });
      return id;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
}

/** @returns the id of the new run. @throws Problem bad-settings when it cannot be written. */
export function begin(checklist: string, event: RunEvent): string {
  let id: string;
  try {
    id = claim(checklist);
  } catch (error) {
    throw error instanceof Problem ? error : unwritable(runsFolder(), error);
  }
  try {
    append({ id, checklist }, event);
    return id;
  } catch (error) {
    // A run that could not be begun leaves its name to the next; what stopped it is said.
    rmSync(join(runsFolder(), id), { recursive: true, force: true });
    throw error;
  }
}

/** Removes a run in one step; what is left of an earlier removal goes too. @throws Problem bad-settings. */
export function forgetRun(id: string, now: number): void {
  const folder = runsFolder();
  try {
    renameSync(join(folder, id), join(folder, `${FORGOTTEN}${id}-${now}`));
    for (const name of namesIn(folder).filter((one) => one.startsWith(FORGOTTEN)))
      rmSync(join(folder, name), { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error instanceof Problem ? error : unwritable(folder, error);
  }
}
