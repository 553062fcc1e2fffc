/** data/numbering as it stands on disk, as the gate has accepted it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ZodType } from "zod";
import type { Range } from "../../gate/range.js";
import { readRanges } from "../../gate/ranges-text.js";
import { withWitnesses } from "../../gate/spelled-out.js";
import * as schema from "../../schemas/numbering.js";

export interface AuthoredNumbering {
  register: schema.AuthoredRegister;
  holders: schema.AuthoredHolders;
  regions: schema.AuthoredRegions;
  plan: schema.AuthoredPlan;
  ranges: Range[];
}

const readJson = <T>(folder: string, name: string, shape: ZodType<T>): T =>
  shape.parse(withWitnesses(JSON.parse(readFileSync(join(folder, name), "utf8"))));

/** @throws when a file is missing or malformed. */
export function readNumbering(folder: string): AuthoredNumbering {
  return {
    register: readJson(folder, "register.json", schema.register),
    holders: readJson(folder, "holders.json", schema.holders).holders,
    regions: readJson(folder, "regions.json", schema.regions).regions,
    plan: readJson(folder, "plan.json", schema.plan),
    ranges: readRanges(readFileSync(join(folder, "ranges.txt"), "utf8")),
  };
}
