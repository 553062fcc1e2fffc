/** The state register's file, row by row: parsed, and every row checked. */

import { capacity, type Range } from "../../gate/ranges.js";
import type { AuthoredRegions } from "../../schemas/numbering.js";

const HEADER = "АВС/ DEF;От;До;Емкость;Оператор;Регион;Территория ГАР;ИНН";
const COLUMNS = HEADER.split(";").length;

/** "г. Норильск|г.о. город Норильск|Красноярский край" lies in the last; "Город Москва, Московская область" in both. */
export function regionNames(territory: string): string[] {
  const last = territory.split("|").at(-1) ?? "";
  return last
    .split(",")
    .map((name) => name.trim().replace(/^Город /, ""))
    .sort((a, b) => a.localeCompare(b, "ru"));
}

/** Fields as they stand: the register quotes nothing, a quote is part of a company's name. @returns what is wrong where it is no row. */
function parseRow(line: string, idOf: ReadonlyMap<string, string>) {
  const fields = line.split(";");
  if (fields.length !== COLUMNS) return `${fields.length} fields instead of ${COLUMNS}`;
  const [code = "", first = "", last = "", stated = "", name = "", , territory = "", inn = ""] = fields;
  if (!/^9\d\d$/.test(code) || !/^\d{7}$/.test(first) || !/^\d{7}$/.test(last)) return `not a mobile range: ${line}`;
  const from = Number(code + first);
  const to = Number(code + last);
  const names = regionNames(territory);
  const unknown = names.filter((region) => !idOf.has(region));
  const faults = [
    ...(from > to ? [`ends before it begins: ${first}-${last}`] : []),
    ...(Number(stated) === to - from + 1 ? [] : [`capacity ${stated}, but ${first}-${last} holds ${to - from + 1}`]),
    ...(/^\d{10}$/.test(inn) ? [] : [`INN ${inn} is not ten digits`]),
    ...(name.trim() === "" ? ["no operator"] : []),
    ...unknown.map((region) => `region "${region}" is not in regions.json`),
  ];
  return { range: { from, to, inn, regions: names.map((region) => idOf.get(region) ?? region) }, name, faults };
}

function overlaps(ranges: readonly Range[]): string[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  return sorted.flatMap((range, index) => {
    const before = sorted[index - 1];
    return before && before.to >= range.from ? [`${range.from}-${range.to} overlaps ${before.from}-${before.to}`] : [];
  });
}

/** @param text the whole file, UTF-8, with or without a byte order mark. */
export function readRegister(text: string, regions: AuthoredRegions) {
  const idOf = new Map(regions.map(({ id, name }) => [name.ru, id]));
  const [header = "", ...lines] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const ranges: Range[] = [];
  /** Legal names by INN, in every spelling of the file. */
  const names = new Map<string, Set<string>>();
  /** One a line, with the row's number in the file. */
  const faults = header === HEADER ? [] : [`row 1: the columns should be ${HEADER}`];
  lines.forEach((line, index) => {
    if (line === "") return;
    const row = parseRow(line, idOf);
    const wrong = typeof row === "string" ? [row] : row.faults;
    faults.push(...wrong.map((fault) => `row ${index + 2}: ${fault}`));
    if (typeof row === "string") return;
    ranges.push(row.range);
    const { inn } = row.range;
    names.set(inn, (names.get(inn) ?? new Set()).add(row.name.trim()));
  });
  faults.push(...overlaps(ranges));
  return { ranges, names, rows: lines.filter((line) => line !== "").length, numbers: capacity(ranges), faults };
}

export type RegisterFile = ReturnType<typeof readRegister>;
