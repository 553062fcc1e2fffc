/** Writing an event: a new file, in its place in one step and kept to its owner. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { EVENT_VERSION, type StoredEvent } from "./run-events.js";
import { writeWhole } from "./whole-file.js";

const OWNER_ONLY = 0o600;

/** @param number the event's place in the run; the chance part keeps writers at the same place apart. */
export function writeOnce(folder: string, number: string, stored: Omit<StoredEvent, "version">): void {
  const file = join(folder, `${number}-${randomBytes(4).toString("hex")}.json`);
  writeWhole(file, `${JSON.stringify({ version: EVENT_VERSION, ...stored }, null, "\t")}\n`, OWNER_ONLY);
}
