/**
 * Runs of checklists on disk: a folder a run, a file an event, each written once and never changed. So there is nothing to lock:
 * processes that write at once make two files and both are kept, and one that is killed leaves its file whole or none at all.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunEvent } from "../../checklists/run.js";
import { Problem } from "../../values/problem.js";
import { STEP_ACTIONS } from "../../vocabulary/checklists.js";
import { FACTS } from "../../vocabulary/situation.js";
import { writeWhole } from "./output-file.js";
import { codeOf, makeFolder, OWNER_ONLY, OWNER_ONLY_FOLDER, refused, setAside, settingsFolder } from "./settings.js";

/** Raised when an older dozvon could no longer understand what is written. */
const EVENT_VERSION = 1;

export interface StoredRun {
  id: string;
  checklist: string;
  events: readonly RunEvent[];
  /** A file that a newer dozvon wrote: the run is left to it. */
  newer: string | null;
}

/** 000012-5f3a91c2.json: events in the order in which their writers saw each other; ties by chance, but always the same way. */
const EVENT_FILE = /^(\d{6})-[0-9a-f]{8}\.json$/;
/** xsolla-2: a folder of another name is none of dozvon's making, and its name may be anything. */
const RUN = /^[a-z0-9-]+$/;
const DAMAGED_START = /^000001-.*\.damaged-/;
const FORGOTTEN = ".forgotten-";

const runsFolder = (): string => join(settingsFolder(), "checklists");

type Fits = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isDay: Fits = (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
const orNull =
  (fits: Fits): Fits =>
  (value) =>
    value === null || fits(value);
const areFacts: Fits = (value) =>
  isRecord(value) && Object.entries(value).every(([fact, one]) => FACTS.some((known) => known === fact) && isText(one));

/** What an event holds besides when it was. */
const EVENTS: Readonly<Record<string, Readonly<Record<string, Fits>>>> = {
  start: { facts: areFacts, chargedOn: orNull(isDay) },
  note: { step: orNull(isText), text: isText },
  facts: { facts: areFacts },
  charged: { on: isDay },
  ...Object.fromEntries(STEP_ACTIONS.map((action) => [action, { step: isText, answer: orNull(isText), on: isDay }])),
};

function isEvent(value: unknown): value is RunEvent {
  if (!isRecord(value) || !isText(value.type) || !isText(value.at) || !isDay(value.at.slice(0, 10))) return false;
  const members = Object.hasOwn(EVENTS, value.type) && EVENTS[value.type];
  return members ? Object.entries(members).every(([name, fits]) => fits(value[name])) : false;
}

/**
 * Nothing from a disk is taken on trust.
 * @returns the event; `newer` for one of a later dozvon, `damaged` for what dozvon never wrote.
 */
export function readEvent(text: string): { checklist: string; event: RunEvent } | "newer" | "damaged" {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "damaged";
  }
  if (!isRecord(value) || typeof value.version !== "number") return "damaged";
  if (value.version > EVENT_VERSION) return "newer";
  const { checklist, event } = value;
  return isText(checklist) && isEvent(event) ? { checklist, event } : "damaged";
}

/** @returns null for what is not there: a run may be forgotten, or a file put aside, by another process meanwhile. */
function readAt<Read>(path: string, read: (path: string) => Read): Read | null {
  try {
    return read(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw refused("settings-unreadable", path, error);
  }
}

const namesIn = (folder: string): string[] => readAt(folder, (one) => readdirSync(one).sort()) ?? [];

/**
 * @returns a file that could not be understood, and where it is kept: under its own name where the folder cannot be written; none where another
 * process has already moved it.
 */
function putAside(file: string): { file: string; kept: string }[] {
  try {
    return [{ file, kept: setAside(file) }];
  } catch (error) {
    return codeOf(error) === "ENOENT" ? [] : [{ file, kept: file }];
  }
}

function openRun(id: string) {
  const folder = join(runsFolder(), id);
  const names = namesIn(folder);
  const stored: { checklist: string; event: RunEvent }[] = [];
  const damaged: ReturnType<typeof putAside> = [];
  let newer: string | null = null;
  for (const name of names.filter((one) => EVENT_FILE.test(one))) {
    const file = join(folder, name);
    const text = readAt(file, (one) => readFileSync(one, "utf8"));
    const found = text === null ? null : readEvent(text);
    if (found === "newer") newer = file;
    else if (found === "damaged") damaged.push(...putAside(file));
    else if (found) stored.push(found);
  }
  const begun = stored[0]?.event.type === "start" || damaged.length > 0 || names.some((one) => DAMAGED_START.test(one));
  // Without its beginning a folder is what a process left that was killed on the way, or that wrote while another forgot the run.
  if (!newer && (!begun || stored.length === 0)) return { run: null, damaged };
  const events = stored.map(({ event }) => event);
  return { run: { id, checklist: stored[0]?.checklist ?? "", events, newer }, damaged };
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
    throw refused("settings-unreadable", runsFolder(), error);
  }
};

/**
 * Every run there is, the oldest first.
 * @throws Problem bad-settings where the folder is there and cannot be read.
 */
export function readRuns() {
  const opened = runNames().map((id) => openRun(id));
  const runs = opened.flatMap(({ run }) => run ?? []);
  const begun = (run: StoredRun) => run.events[0]?.at ?? "";
  return {
    runs: runs.sort((a, b) => begun(a).localeCompare(begun(b)) || a.id.localeCompare(b.id)),
    damaged: opened.flatMap(({ damaged }) => damaged),
  };
}

/**
 * Under the number after the last one written so far. The chance part of the file's name keeps writers at the same place apart.
 * @throws Problem bad-settings when it cannot be written; when this returns, it is on the disk.
 */
export function append({ id, checklist }: Pick<StoredRun, "id" | "checklist">, event: RunEvent): void {
  const folder = join(runsFolder(), id);
  try {
    const last = namesIn(folder).reduce((most, name) => Math.max(most, Number(EVENT_FILE.exec(name)?.[1] ?? 0)), 0);
    const number = String(last + 1).padStart(6, "0");
    const file = join(folder, `${number}-${randomBytes(4).toString("hex")}.json`);
    writeWhole(file, `${JSON.stringify({ version: EVENT_VERSION, checklist, event }, null, "\t")}\n`, OWNER_ONLY);
  } catch (error) {
    throw refused("settings-unwritable", folder, error);
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
  let id: string | null = null;
  try {
    id = claim(checklist);
    append({ id, checklist }, event);
    return id;
  } catch (error) {
    // A run that could not be begun leaves its name to the next; what stopped it is said.
    if (id !== null) rmSync(join(runsFolder(), id), { recursive: true, force: true });
    throw refused("settings-unwritable", runsFolder(), error);
  }
}

/** Removes a run in one step; what is left of an earlier removal goes too. @throws Problem bad-settings. */
export function forgetRun(id: string): void {
  const folder = runsFolder();
  try {
    renameSync(join(folder, id), join(folder, `${FORGOTTEN}${id}-${Date.now()}`));
    for (const name of namesIn(folder).filter((one) => one.startsWith(FORGOTTEN)))
      rmSync(join(folder, name), { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw refused("settings-unwritable", folder, error);
  }
}
