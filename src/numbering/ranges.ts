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

/** @param offset from FIRST_MOBILE, within the mobile codes. @returns the entry the number lies in. */
export function findRange({ starts }: RangeTable, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
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
  const holder = table.holders[owner >>> 8];
  if (!holder) throw new Error(`no holder ${owner >>> 8} in the numbering table`);
  const regions = (table.regionSets[owner & 0xff] ?? []).flatMap((index) => table.regions[index] ?? []);
  return { holder, regions };
}

/** @param offset from FIRST_MOBILE. @returns null where the range is assigned to nobody. */
export const assignmentAt = (table: RangeTable, offset: number): Assignment | null =>
  assignmentOf(table, table.owners[findRange(table, offset)] as number);
