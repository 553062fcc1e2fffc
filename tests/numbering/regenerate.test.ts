/** From the register's file to our own text: every row checked, every change told, nothing lost on the way. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRegister } from "../../src/build/numbering/read-register.js";
import { merged, type Range, readRanges, writeRanges } from "../../src/gate/ranges.js";

const HEADER = "АВС/ DEF;От;До;Емкость;Оператор;Регион;Территория ГАР;ИНН";
const REGIONS = [
  { id: "moscow", name: { ru: "Москва", en: "Moscow" }, timeZones: [] },
  { id: "moscow-oblast", name: { ru: "Московская область", en: "Moscow Oblast" }, timeZones: [] },
];
const GOOD = '900;0000000;0000999;1000;ООО "Ромашка";-;г. Клин|Город Москва, Московская область;7700000000';
const read = (...rows: string[]) => readRegister([HEADER, ...rows].join("\r\n"), REGIONS);

describe("reading the register", () => {
  it("takes the holder by INN and both regions from the last part of the territory", () => {
    const { ranges, rows, numbers, faults, names } = read(GOOD);
    const [range] = ranges;
    expect({ rows, numbers, faults }).toEqual({ rows: 1, numbers: 1000, faults: [] });
    expect(range).toEqual({
      from: 9_000_000_000,
      to: 9_000_000_999,
      inn: "7700000000",
      regions: ["moscow", "moscow-oblast"],
    });
    expect([...(names.get("7700000000") ?? [])]).toEqual(['ООО "Ромашка"']);
  });

  it("bears with a byte order mark", () => {
    expect(readRegister(`\ufeff${HEADER}\n${GOOD}\n`, REGIONS).faults).toEqual([]);
  });

  it.each([
    ["another capacity", GOOD.replace(";1000;", ";999;"), "row 2: capacity 999, but 0000000-0000999 holds 1000"],
    ["a range backwards", GOOD.replace("0000000;0000999;1000", "0000999;0000000;-998"), "row 2: ends before it begins"],
    ["an unknown region", GOOD.replace("Город Москва", "Атлантида"), 'row 2: region "Атлантида" is not in'],
    ["a missing field", GOOD.replace("900;", ""), "row 2: 7 fields instead of 8"],
    ["a landline code", GOOD.replace("900;", "495;"), "row 2: not a mobile range"],
    ["a bad INN", GOOD.replace("7700000000", "77"), "row 2: INN 77 is not ten digits"],
    ["no operator", GOOD.replace('ООО "Ромашка"', " "), "row 2: no operator"],
  ])("reports %s", (_, row, fault) => {
    expect(read(row).faults.join("\n")).toContain(fault);
  });

  it("reports rows that overlap, wherever they stand", () => {
    const other = '901;0000000;0000999;1000;ООО "Ромашка";-;Москва;7700000000';
    const inside = '900;0000500;0001499;1000;ООО "Ромашка";-;Москва;7700000000';
    expect(read(inside, other, GOOD).faults).toEqual(["9000000500-9000001499 overlaps 9000000000-9000000999"]);
  });

  it("reports another form of the file", () => {
    expect(readRegister(`a;b\n${GOOD}`, REGIONS).faults[0]).toContain("row 1: the columns should be");
  });
});

/** Ranges apart from each other, in no code's way. */
const ranges = fc.uniqueArray(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 2, maxLength: 40 }).map((points) => {
  const sorted = points.sort((a, b) => a - b);
  return sorted.slice(0, -1).flatMap((from, index): Range[] => {
    const to = (sorted[index + 1] ?? from) - 1;
    const range = { from: 9_120_000_000 + from, to: 9_120_000_000 + to, inn: `770000000${index % 3}` };
    return index % 4 === 3 ? [] : [{ ...range, regions: index % 2 ? ["moscow"] : ["moscow", "moscow-oblast"] }];
  });
});

describe("our own text of the ranges", () => {
  it("gives back every range", () => {
    fc.assert(
      fc.property(ranges, (all) => {
        expect(readRanges(writeRanges(all))).toEqual(all);
      }),
    );
  });

  it("is the file that is kept", () => {
    const kept = readFileSync("data/numbering/ranges.txt", "utf8");
    expect(writeRanges(merged(readRanges(kept)))).toBe(kept);
  });

  it("says of each range in one line where it begins and ends, whose it is and where", () => {
    const across = [{ from: 9_009_999_999, to: 9_010_000_000, inn: "7700000000", regions: ["moscow", "tuva"] }];
    expect(writeRanges(across)).toContain("\n9009999999-9010000000 7700000000 moscow+tuva\n");
  });

  it.each([
    "9000000000-90000xxxxx 7700000000 moscow",
    "900-901 7700000000 moscow",
    "4950000000-4959999999 7700000000 moscow",
    "9000000000-9000000999 77 moscow",
  ])("refuses %j", (text) => {
    expect(() => readRanges(text)).toThrow(/ranges\.txt line \d/);
  });
});

describe("the regenerate command", () => {
  let folder = "";
  const path = (name: string) => join(folder, "data/numbering", name);
  const command = (...args: string[]) =>
    new Promise<{ code: number; out: string }>((done) => {
      const program = resolve(".build/regenerate-numbering.cjs");
      execFile(process.execPath, [program, ...args], { cwd: folder }, (error, out) =>
        done({ code: typeof error?.code === "number" ? error.code : 0, out }),
      );
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dozvon-register-"));
    cpSync("data/numbering", join(folder, "data/numbering"), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("writes what changed, names unknown companies and says what it did", async () => {
    const sample = readFileSync("tests/fixtures/register-sample.csv", "utf8").trimEnd();
    const row = '999;9999999;9999999;1;ООО "Новая связь";-;Москва;9999999999';
    writeFileSync(join(folder, "register.csv.gz"), gzipSync(`${sample.replace(/\n999;9999999.*/, "")}\n${row}\n`));
    const { code, out } = await command("register.csv.gz", "--date", "2026-12");
    expect(code, out).toBe(0);
    expect(out).toContain('unknown INN 9999999999: ООО "Новая связь"');
    expect(out).toMatch(/^.+: -[\d,]+ numbers$/m);
    expect(out).toMatch(/^assigned numbers: 706,567,081 before, [\d,]+ now$/m);
    expect(readFileSync(path("ranges.txt"), "utf8")).toContain("\n9999999999-9999999999 9999999999 moscow\n");
    const register = JSON.parse(readFileSync(path("register.json"), "utf8")) as Record<string, unknown>;
    expect(register).toMatchObject({ asOf: "2026-12", rows: 501 });
    expect(JSON.stringify(register.notice)).toContain("12.2026");
    expect(readFileSync(path("holders.json"), "utf8")).toContain("ООО «Новая связь»");
  });

  it("writes nothing when a row is wrong", async () => {
    const before = readFileSync(path("ranges.txt"), "utf8");
    writeFileSync(join(folder, "bad.csv"), `${HEADER}\n${GOOD.replace(";1000;", ";999;")}\n`);
    const { code, out } = await command("bad.csv", "--date", "2026-12");
    expect({ code, said: out.includes("capacity 999") && out.includes("nothing was written") }).toEqual({
      code: 1,
      said: true,
    });
    expect(readFileSync(path("ranges.txt"), "utf8")).toBe(before);
  });

  it.each([[[]], [["register.csv"]], [["register.csv", "--date", "2026-13"]]])(
    "explains itself for %j",
    async (args) => {
      const { code, out } = await command(...args);
      expect({ code, usage: out.startsWith("usage:") }).toEqual({ code: 2, usage: true });
    },
  );
});
