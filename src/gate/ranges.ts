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

/** Our own text form of the ranges, kept in data/: one range a line, so that a change of the register reads as the lines it changed. */
const NOTICE = [
  "# Ranges of Russian mobile numbers: who each was given to and where. Written by npm run regenerate:numbering; do not edit.",
  "# <first>-<last> <INN of the holder> <regions>",
];

const LINE = /^(9\d{9})-(9\d{9}) (\d{10}) ([a-z0-9+-]+)$/;

export function writeRanges(ranges: readonly Range[]): string {
  const lines = ranges.map(({ from, to, inn, regions }) => `${from}-${to} ${inn} ${regions.join("+")}`);
  return `${[...NOTICE, ...lines].join("\n")}\n`;
}

/** @returns the ranges, and the lines that are none, counted from 1: the file is generated, so those are a bug or a hand in it. */
export function parseRanges(text: string): { ranges: Range[]; malformed: number[] } {
  const malformed: number[] = [];
  const ranges = text.split("\n").flatMap((line, index) => {
    if (line === "" || line.startsWith("#")) return [];
    const [, first, last, inn, regions] = LINE.exec(line) ?? [];
    if (first && last && inn && regions)
      return [{ from: Number(first), to: Number(last), inn, regions: regions.split("+") }];
    malformed.push(index + 1);
    return [];
  });
  return { ranges, malformed };
}

/** @throws when a line is malformed. */
export function readRanges(text: string): Range[] {
  const { ranges, malformed } = parseRanges(text);
  if (malformed.length > 0) throw new Error(`ranges.txt line ${malformed[0]}`);
  return ranges;
}
