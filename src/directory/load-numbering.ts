/** Opens the compiled numbering table and plan. Not part of a look-up in the directory, so it is a file of its own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unpackTable } from "./numbering-file.js";
import type { NumberingPlan, RangeTable } from "./numbering-types.js";

/** @param folder where the build put them. */
export const loadTable = (folder: string): RangeTable => unpackTable(readFileSync(join(folder, "ranges.bin")));

export const loadPlan = (folder: string): NumberingPlan =>
  JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as NumberingPlan;
