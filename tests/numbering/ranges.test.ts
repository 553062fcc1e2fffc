/** The search finds what a walk through all entries finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RangeTable } from "../../src/directory/numbering-types.js";
import { assignmentAt, FREE, findRange, ownerId } from "../../src/numbering/ranges.js";

const name = (id: string) => ({ id, name: { ru: id, en: id }, timeZones: [] });
const holder = (inn: string) => ({ inn, name: inn, brand: null, confidence: null, operator: null, note: null });
const TABLES = {
  register: { asOf: "2026-08", publisher: "p", url: "https://example.org", notice: { ru: "р", en: "e" } },
  holders: [holder("1"), holder("2")],
  regions: [name("a"), name("b"), name("c")],
  regionSets: [[0], [1, 2]],
};
const OWNERS = [FREE, ownerId(0, 0), ownerId(0, 1), ownerId(1, 1)];

/** Starts anywhere in the mobile codes; the first entry begins them. */
const entries = fc
  .uniqueArray(fc.integer({ min: 1, max: 999_999_999 }), { maxLength: 60 })
  .map((starts) => [0, ...starts.sort((a, b) => a - b)]);

const tableOf = (starts: readonly number[]): RangeTable => ({
  ...TABLES,
  starts,
  owners: starts.map((_, index) => OWNERS[index % OWNERS.length] ?? FREE),
});

describe("the table of ranges", () => {
  it("finds the last entry that begins at or before a number", () => {
    fc.assert(
      fc.property(entries, fc.array(fc.integer({ min: 0, max: 999_999_999 }), { maxLength: 20 }), (starts, drawn) => {
        const table = tableOf(starts);
        const edges = [...starts].flatMap((start) => [start - 1, start, start + 1]);
        for (const offset of [...drawn, ...edges, 0, 999_999_999].filter((one) => one >= 0 && one < 1e9)) {
          const expected = starts.filter((start) => start <= offset).length - 1;
          expect({ offset, found: findRange(table, offset) }).toEqual({ offset, found: expected });
        }
      }),
    );
  });

  it("says who holds a range and where, or nobody", () => {
    const table = tableOf([0, 10, 20, 30]);
    const held = [0, 10, 25, 999_999_999].map((offset) => assignmentAt(table, offset));
    expect(held[0]).toBeNull();
    expect(held.slice(1).map((one) => one && [one.holder.inn, one.regions.map(({ id }) => id)])).toEqual([
      ["1", ["a"]],
      ["1", ["b", "c"]],
      ["2", ["b", "c"]],
    ]);
  });

  it("is not to be trusted where a range is of a holder it does not list", () => {
    const table = { ...tableOf([0]), owners: [ownerId(5, 0)] };
    expect(() => assignmentAt(table, 7)).toThrow("no holder 5 in the numbering table");
  });
});
