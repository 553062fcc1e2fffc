/** Opens what charges, checklists and letters rest on; a look-up of channels never reads it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Calendar, Ground } from "./types.js";

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

/** @param folder where the build put the compiled directory. @returns grounds by id. */
export function loadGrounds(folder: string): ReadonlyMap<string, Ground> {
  return new Map(readJson<Ground[]>(join(folder, "grounds.json")).map((ground) => [ground.id, ground]));
}

export const loadCalendar = (folder: string): Calendar => readJson<Calendar>(join(folder, "calendar.json"));
