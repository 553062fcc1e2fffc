/** The packed table gives back what was put in, and the search finds what a walk through all entries finds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packTable, unpackTable } from "../../src/directory/numbering-file.js";
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
  .map((starts) => Uint32Array.from([0, ...starts.sort((a, b) => a - b)]));

const tableOf = (starts: Uint32Array) =>
  unpackTable(
    packTable(
      starts,
      Uint16Array.from(starts, (_, index) => OWNERS[index % OWNERS.length] ?? FREE),
      TABLES,
    ),
  );

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
    const table = tableOf(Uint32Array.of(0, 10, 20, 30));
    const held = [0, 10, 25, 999_999_999].map((offset) => assignmentAt(table, offset));
    expect(held[0]).toBeNull();
    expect(held.slice(1).map((one) => one && [one.holder.inn, one.regions.map(({ id }) => id)])).toEqual([
      ["1", ["a"]],
      ["1", ["b", "c"]],
      ["2", ["b", "c"]],
    ]);
    expect(table.register).toEqual(TABLES.register);
  });

  it("is not to be trusted where a range is of a holder it does not list", () => {
    const packed = packTable(Uint32Array.of(0), Uint16Array.of(ownerId(5, 0)), TABLES);
    expect(() => assignmentAt(unpackTable(packed), 7)).toThrow("no holder 5 in the numbering table");
  });

  it("opens from any place in memory", () => {
    const packed = packTable(Uint32Array.of(0, 5), Uint16Array.of(FREE, OWNERS[1] ?? 0), TABLES);
    const shifted = Buffer.concat([Buffer.alloc(1), packed]).subarray(1);
    expect(unpackTable(shifted).starts).toEqual(Uint32Array.of(0, 5));
  });

  it.each([
    ["no table", Buffer.from("not a table at all"), /not a numbering table/],
    ["an empty file", Buffer.alloc(0), /not a numbering table/],
    ["a file cut short", packTable(Uint32Array.of(0), Uint16Array.of(FREE), TABLES).subarray(0, -1), /cut short/],
  ])("refuses %s", (_, file, message) => {
    expect(() => unpackTable(file)).toThrow(message);
  });
});
