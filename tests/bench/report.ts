/** The figures for people, for a program and for the front page. */
import type { Seen, Unit } from "./measure.js";

export interface Row extends Seen {
  group: string;
  what: string;
  unit: Unit;
  limit: number | null;
  ok: boolean;
  /** Whether it was measured a second time, as a figure over its limit is. */
  again: boolean;
}

const number = (value: number, unit: Unit): string =>
  unit === "bytes" ? value.toFixed(0) : value >= 100 ? value.toFixed(0) : value.toPrecision(3);

const figure = (value: number, unit: Unit): string =>
  unit === "times" ? `${number(value, unit)}×` : `${number(value, unit)} ${unit}`;

const verdict = ({ limit, ok, again }: Row): string => {
  if (limit === null) return "";
  return `${ok ? "ok" : "MISSED"}${again ? ", measured again" : ""}`;
};

const cells = (row: Row): string[] => [
  row.what,
  row.limit === null ? "" : figure(row.limit, row.unit),
  figure(row.value, row.unit),
  `${number(row.low, row.unit)}–${number(row.high, row.unit)}`,
  verdict(row),
];

const HEAD = ["figure", "limit", "seen", "quartiles", ""];
const WIDTHS = [76, 12, 12, 16, 0];

export const textLine = (row: Row): string =>
  cells(row)
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join(" ")
    .trimEnd();

export const textHead = (): string =>
  HEAD.map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join(" ")
    .trimEnd();

export function markdown(rows: readonly Row[]): string {
  const line = (values: readonly string[]) => `| ${values.map((value) => value.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(HEAD), line(["---", "---:", "---:", "---:", "---"]), ...rows.map((row) => line(cells(row)))].join("\n");
}
