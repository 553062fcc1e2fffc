/** data/numbering as it stands on disk, each file held to its shape and to the others. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ZodType } from "zod";
import * as schema from "../../gate/numbering-schema.js";
import { withWitnesses } from "../../gate/spelled-out.js";
import type { Range } from "./range.js";
import { readRanges } from "./ranges-text.js";

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

const repeated = (what: string, ids: readonly string[]): string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${what} ${id} stands twice`);

/** @returns what does not hold together, one a line. */
export function numberingFaults(authored: AuthoredNumbering): string[] {
  const { holders, regions, plan, ranges } = authored;
  const inns = new Set(holders.map(({ inn }) => inn));
  const ids = new Set(regions.map(({ id }) => id));
  const used = [...new Set(ranges.flatMap((range) => range.regions)), ...Object.values(plan.areaCodes.codes).flat()];
  const unknownInns = [...new Set(ranges.map(({ inn }) => inn))].filter((inn) => !inns.has(inn));
  return [
    ...repeated(
      "INN",
      holders.map(({ inn }) => inn),
    ),
    ...repeated(
      "region",
      regions.map(({ id }) => id),
    ),
    ...unknownInns.map((inn) => `INN ${inn} of ranges.txt is not in holders.json`),
    ...[...new Set(used)].filter((id) => !ids.has(id)).map((id) => `region ${id} is not in regions.json`),
    ...holders.flatMap(({ inn, brand, confidence }) =>
      (brand === null) === (confidence === null) ? [] : [`holder ${inn}: brand and confidence go together`],
    ),
  ];
}
