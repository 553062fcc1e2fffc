/**
 * The register of mobile ranges as the look-up wants it: a sorted array of first numbers, beside it who holds each range. A range runs to the
 * next entry; gaps are entries of their own, held by nobody.
 */
import type { Assignment, RangeTable } from "../directory/numbering-types.js";

/** +7 900 000-00-00 without the country code. */
export const FIRST_MOBILE = 9_000_000_000;
export const LAST_MOBILE = 9_999_999_999;
export const FREE = 0xffff;

/** At most this many holders and as many sets of regions, so that both fit into one Uint16 (the last one means FREE). */
export const MOST = 255;
export const ownerId = (holder: number, regionSet: number): number => (holder << 8) | regionSet;

/** A bucket holds about a million numbers, 20 ranges on average. */
const BUCKET_BITS = 20;

export function bucketsOf(starts: Uint32Array): Uint16Array {
  const count = ((LAST_MOBILE - FIRST_MOBILE) >>> BUCKET_BITS) + 1;
  const buckets = new Uint16Array(count + 1);
  let entry = 0;
  for (let bucket = 0; bucket < count; bucket++) {
    const first = bucket * 2 ** BUCKET_BITS;
    while (entry + 1 < starts.length && (starts[entry + 1] as number) <= first) entry++;
    buckets[bucket] = entry;
  }
  buckets[count] = starts.length - 1;
  return buckets;
}

/** @param offset from FIRST_MOBILE, within the mobile codes. @returns the entry the number lies in. */
export function findRange({ starts, buckets }: RangeTable, offset: number): number {
  const bucket = offset >>> BUCKET_BITS;
  let low = buckets[bucket] as number;
  let high = buckets[bucket + 1] as number;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @returns null for a range nobody holds. */
export function assignmentOf(table: RangeTable, owner: number): Assignment | null {
  if (owner === FREE) return null;
  const known = table.made.get(owner);
  if (known) return known;
  const holder = table.holders[owner >>> 8];
  if (!holder) throw new Error(`no holder ${owner >>> 8} in the numbering table`);
  const regions = (table.regionSets[owner & 0xff] ?? []).flatMap((index) => table.regions[index] ?? []);
  const made = { holder, regions };
  table.made.set(owner, made);
  return made;
}

/** @param offset from FIRST_MOBILE. @returns null where the range is assigned to nobody. */
export const assignmentAt = (table: RangeTable, offset: number): Assignment | null =>
  assignmentOf(table, table.owners[findRange(table, offset)] as number);
