/** Build step: data/numbering into dist/numbering, the ranges as one binary table and the plan as the look-up wants it. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packTable } from "../../directory/numbering-file.js";
import type { NumberingPlan } from "../../directory/numbering-types.js";
import { PLAN, RANGES } from "../../directory/stored.js";
import { type Files, only } from "../../gate/authored.js";
import { witnessed } from "../../gate/compile.js";
import { merged, type Range } from "../../gate/ranges.js";
import { FIRST_MOBILE, FREE, LAST_MOBILE, MOST, ownerId } from "../../numbering/ranges.js";
import type { AuthoredPlan } from "../../schemas/numbering.js";

/** What a package may spend on the table, and what its load time rests on. */
const MOST_BYTES = 150_000;

function indexed<T>(what: string, all: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  if (all.length > MOST) throw new Error(`${all.length} ${what} do not fit into a byte`);
  return new Map(all.map((one, index) => [keyOf(one), index]));
}

const setOf = ({ regions }: Range): string => regions.join("+");

/** Every boundary of the ranges, gaps being entries of their own. */
function entriesOf(ranges: readonly Range[], ownerOf: (range: Range) => number): [start: number, owner: number][] {
  const entries: [number, number][] = [];
  let next = FIRST_MOBILE;
  for (const range of ranges) {
    if (range.from > next) entries.push([next - FIRST_MOBILE, FREE]);
    entries.push([range.from - FIRST_MOBILE, ownerOf(range)]);
    next = range.to + 1;
  }
  if (next <= LAST_MOBILE) entries.push([next - FIRST_MOBILE, FREE]);
  return entries;
}

/** @param operatorOf ids of operators by the INN of their legal entity. */
function packNumbering(files: Files, operatorOf: ReadonlyMap<string, string>): Buffer {
  const { holders } = only("numbering-holders", files);
  const { regions } = only("numbering-regions", files);
  const all = merged(only("ranges", files));
  const present = holders.filter(({ inn }) => all.some((range) => range.inn === inn));
  const places = indexed("companies", present, ({ inn }) => inn);
  const sets = indexed("sets of regions", [...new Set(all.map(setOf))].sort(), (set) => set);
  const regionOf = indexed("regions", regions, ({ id }) => id);
  const owner = (range: Range) => ownerId(places.get(range.inn) ?? MOST, sets.get(setOf(range)) ?? MOST);
  const entries = entriesOf(all, owner);
  const { asOf, publisher, url, notice } = only("register", files);
  const starts = Uint32Array.from(entries, ([start]) => start);
  const owners = Uint16Array.from(entries, ([, one]) => one);
  const operator = (inn: string) => operatorOf.get(inn) ?? null;
  return packTable(starts, owners, {
    register: { asOf, publisher, url, notice },
    holders: present.map(({ note, ...holder }) => ({ ...holder, operator: operator(holder.inn), note })),
    regions,
    regionSets: [...sets.keys()].map((set) => set.split("+").map((id) => regionOf.get(id) ?? MOST)),
  });
}

const compilePlan = (plan: AuthoredPlan): NumberingPlan => ({
  areaCodes: plan.areaCodes.codes,
  services: plan.services.map((one) => witnessed(one)),
  shortNumbers: plan.shortNumbers.map((one) => witnessed(one)),
  phoneCodes: plan.phoneCodes.map((one) => witnessed(one)),
  specialServices: witnessed(plan.specialServices),
  portability: witnessed(plan.portability),
  callerId: witnessed(plan.callerId),
});

/** @param to the folder to fill. @param operatorOf ids of operators by the INN of their legal entity. */
export function compileNumbering(files: Files, operatorOf: ReadonlyMap<string, string>, to: string): void {
  const table = packNumbering(files, operatorOf);
  if (table.length > MOST_BYTES) throw new Error(`the numbering table: ${table.length} bytes, more than ${MOST_BYTES}`);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, RANGES), table);
  writeFileSync(join(to, PLAN.path), JSON.stringify(compilePlan(only("numbering-plan", files))));
}
