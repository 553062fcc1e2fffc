/** Writing an event: through conf, which puts a file in its place in one step and keeps it to its owner. */
import { randomBytes } from "node:crypto";
import Conf from "conf";
import { EVENT_VERSION, type StoredEvent } from "./run-events.js";

const OWNER_ONLY = 0o600;

/** @param number the event's place in the run; the chance part keeps writers at the same place apart. */
export function writeOnce(folder: string, number: string, stored: Omit<StoredEvent, "version">): void {
  const configName = `${number}-${randomBytes(4).toString("hex")}`;
  const file = new Conf<StoredEvent>({ cwd: folder, configName, configFileMode: OWNER_ONLY });
  file.store = { version: EVENT_VERSION, ...stored };
}
