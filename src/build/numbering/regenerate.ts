/**
 * npm run regenerate:numbering -- <register.csv or .csv.gz> --date YYYY-MM
 *
 * Reads a file of the state register, checks every row, writes data/numbering/ranges.txt and register.json and says what changed. The date
 * is asked for because the file does not hold one.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { capacity, merged, type Range, readRanges, writeRanges } from "../../gate/ranges.js";
import type { AuthoredHolders, AuthoredRegister } from "../../schemas/numbering.js";
import * as schema from "../../schemas/numbering.js";
import { type RegisterFile, readRegister } from "./read-register.js";

const FOLDER = "data/numbering";
const PUBLISHER = "digital.gov.ru";
const URL = "https://opendata.digital.gov.ru/registry/numeric";
const SHOWN_FAULTS = 50;

const print = (...lines: string[]): void => {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
};

const path = (name: string): string => join(FOLDER, name);
const readJson = (name: string): unknown => JSON.parse(readFileSync(path(name), "utf8"));
const writeJson = (name: string, value: unknown): void =>
  writeFileSync(path(name), `${JSON.stringify(value, null, 2)}\n`);

/** What each company gained or lost, the most first; which ranges those are, `git diff` shows. */
function changeLines(before: readonly Range[], after: readonly Range[], nameOf: (inn: string) => string): string[] {
  const gained = new Map<string, number>();
  for (const [ranges, sign] of [[before, -1] as const, [after, 1] as const])
    for (const range of ranges) gained.set(range.inn, (gained.get(range.inn) ?? 0) + sign * capacity([range]));
  const count = (value: number) => value.toLocaleString("en-US");
  const changed = [...gained].filter(([, numbers]) => numbers !== 0);
  return [
    `assigned numbers: ${count(capacity(before))} before, ${count(capacity(after))} now`,
    ...changed
      .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
      .map(([inn, by]) => `${nameOf(inn)}: ${count(by)} numbers`),
  ];
}

/** The notice that the register's terms of use ask for: a link to the source, and that the data were changed. */
function registerOf(date: string, csv: Buffer, file: RegisterFile): AuthoredRegister {
  const [year, month] = date.split("-");
  return {
    asOf: date,
    publisher: PUBLISHER,
    url: URL,
    notice: {
      ru: `Источник: Минцифры России, реестр российской системы и плана нумерации (${URL}), выписка около ${month}.${year}; данные сжаты и перегруппированы.`,
      en: `Source: the Ministry of Digital Development of Russia, register of the Russian numbering plan (${URL}), extract of about ${date}; the data were compacted and regrouped.`,
    },
    sha256: createHash("sha256").update(csv).digest("hex"),
    rows: file.rows,
    numbers: file.numbers,
  };
}

/** A company new to the register gets a line without a brand, for somebody to fill in. */
function addUnknown(holders: AuthoredHolders, file: RegisterFile): AuthoredHolders {
  const known = new Set(holders.map(({ inn }) => inn));
  const unknown = [...file.names].filter(([inn]) => !known.has(inn));
  const added = unknown.map(([inn, names]) => {
    const name = [...names][0]?.replace(/"([^"]*)"/g, "«$1»") ?? inn;
    print(`unknown INN ${inn}: ${[...names].join(" | ")}; added to holders.json without a brand`);
    return { inn, name, brand: null, confidence: null, note: null };
  });
  return [...holders, ...added].sort((a, b) => a.inn.localeCompare(b.inn));
}

function regenerate(source: string, date: string): number {
  const bytes = readFileSync(source);
  const csv = source.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  const { regions } = schema.regions.parse(readJson("regions.json"));
  const authored = schema.holders.parse(readJson("holders.json"));
  const file = readRegister(new TextDecoder("utf-8", { fatal: true }).decode(csv), regions);
  print(`${file.rows} rows, ${file.numbers} numbers, ${file.names.size} companies`);
  if (file.faults.length > 0) {
    print(...file.faults.slice(0, SHOWN_FAULTS), `${file.faults.length} faults: nothing was written`);
    return 1;
  }
  const holders = addUnknown(authored.holders, file);
  const gone = holders.filter(({ inn }) => !file.names.has(inn));
  if (gone.length > 0) print(`no longer in the register: ${gone.map(({ name }) => name).join(", ")}`);
  const nameOf = (inn: string) => holders.find((holder) => holder.inn === inn)?.name ?? inn;
  const ranges = merged(file.ranges);
  const before = existsSync(path("ranges.txt")) ? merged(readRanges(readFileSync(path("ranges.txt"), "utf8"))) : [];
  print(...changeLines(before, ranges, nameOf));
  writeFileSync(path("ranges.txt"), writeRanges(ranges));
  writeJson("register.json", registerOf(date, csv, file));
  if (holders.length > authored.holders.length) writeJson("holders.json", { ...authored, holders });
  print(`${ranges.length} ranges written to ${path("ranges.txt")}; npm run build packs them`);
  return 0;
}

const { values, positionals } = parseArgs({ options: { date: { type: "string" } }, allowPositionals: true });
const [source] = positionals;
if (source === undefined || positionals.length > 1 || !/^\d{4}-(0[1-9]|1[0-2])$/.test(values.date ?? "")) {
  print("usage: npm run regenerate:numbering -- <register.csv or .csv.gz> --date YYYY-MM");
  process.exitCode = 2;
} else {
  process.exitCode = regenerate(source, values.date ?? "");
}
