/** Ranges of mobile numbers with their holders, and our own text form of them. */

/** A run of mobile numbers with one holder and one set of regions, as the register and our text form state it. */
export interface Range {
  /** Ten digits, as numbers. */
  from: number;
  to: number;
  inn: string;
  /** Ids, in the order of their Russian names. */
  regions: readonly string[];
}

const sameOwner = (a: Range, b: Range): boolean =>
  a.inn === b.inn && a.regions.length === b.regions.length && a.regions.every((id, index) => id === b.regions[index]);

/** Sorted ranges with those that touch and have one owner made one. */
export function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && last.to + 1 === range.from && sameOwner(last, range)) last.to = range.to;
    else result.push({ ...range });
  }
  return result;
}

export const capacity = (ranges: readonly Range[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);

/**
 * Our own text form of the ranges, kept in data/: one range a line under its code, so that a change of the register reads as the lines it
 * changed. `0062` stands for 0062000-0062999, `0063-0099` for 0063000-0099999: what is left off is zeros at the start and nines at the end.
 */
const NOTICE = [
  "# Ranges of Russian mobile numbers: who each was given to and where. Written by npm run regenerate:numbering; do not edit.",
  "# <first>-<last, or a shared beginning> <INN of the holder> <regions>",
];

const LINE = /^(\d{1,7})(?:-(\d{1,7}))? (\d{10}) ([a-z0-9+-]+)$/;

function span({ from, to }: Range): string {
  let first = String(from).slice(3);
  let last = String(to).slice(3);
  while (first.length > 1 && first.endsWith("0") && last.endsWith("9")) {
    first = first.slice(0, -1);
    last = last.slice(0, -1);
  }
  return first === last ? first : `${first}-${last}`;
}

/** The register never lets a range cross from one code into the next, and neither does the text. */
function perCode({ from, to, ...owner }: Range): Range[] {
  const end = Math.floor(from / 1e7) * 1e7 + 9_999_999;
  if (to <= end) return [{ from, to, ...owner }];
  return [{ from, to: end, ...owner }, ...perCode({ from: end + 1, to, ...owner })];
}

export function writeRanges(ranges: readonly Range[]): string {
  const lines = [...NOTICE];
  let current = "";
  for (const range of ranges.flatMap(perCode)) {
    const code = String(range.from).slice(0, 3);
    if (code !== current) lines.push(`[${code}]`);
    current = code;
    lines.push(`${span(range)} ${range.inn} ${range.regions.join("+")}`);
  }
  return `${lines.join("\n")}\n`;
}

/** @returns the ranges, and the lines that are none, counted from 1: the file is generated, so those are a bug or a hand in it. */
export function parseRanges(text: string): { ranges: Range[]; malformed: number[] } {
  let code = "";
  const malformed: number[] = [];
  const ranges = text.split("\n").flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    const heading = /^\[(9\d\d)\]$/.exec(line)?.[1];
    if (heading) {
      code = heading;
      return [];
    }
    const [, first, last = first, inn, regions] = LINE.exec(line) ?? [];
    if (!first || !last || !inn || !regions || !code) {
      malformed.push(index + 1);
      return [];
    }
    const from = Number(code + first.padEnd(7, "0"));
    const to = Number(code + last.padEnd(7, "9"));
    return [{ from, to, inn, regions: regions.split("+") }];
  });
  return { ranges, malformed };
}

/** @throws when a line is malformed. */
export function readRanges(text: string): Range[] {
  const { ranges, malformed } = parseRanges(text);
  if (malformed.length > 0) throw new Error(`ranges.txt line ${malformed[0]}`);
  return ranges;
}
