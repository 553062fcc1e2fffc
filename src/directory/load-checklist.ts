/** Opens one checklist; a look-up of channels never reads it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checklist } from "./types.js";

/** @param folder where the build put the compiled directory. @param id one that the index lists. */
export const loadChecklist = (folder: string, id: string): Checklist =>
  JSON.parse(readFileSync(join(folder, "checklists", `${id}.json`), "utf8")) as Checklist;
