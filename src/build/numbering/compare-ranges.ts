/** What changed between two registers, counted in numbers: for the report of the regenerate command. */
import { capacity, type Range, sameOwner } from "../../gate/range.js";

export interface Change {
  /** INN before and after; null for numbers nobody held. */
  before: string | null;
  after: string | null;
  numbers: number;
}

export interface Changes {
  before: number;
  after: number;
  /** The largest first. */
  holders: Change[];
  /** Numbers whose holder stayed and whose regions changed. */
  regions: number;
}

export function compareRanges(before: readonly Range[], after: readonly Range[]): Changes {
  const holders = new Map<string, Change>();
  let regions = 0;
  const ends = [...before, ...after].flatMap(({ from, to }) => [from, to + 1]);
  const points = [...new Set(ends)].sort((a, b) => a - b);
  const [old, fresh] = [rising(before), rising(after)];
  for (const [index, point] of points.slice(0, -1).entries()) {
    const [was, is] = [old(point), fresh(point)];
    const numbers = (points[index + 1] ?? point) - point;
    if (was?.inn !== is?.inn) {
      const change = { before: was?.inn ?? null, after: is?.inn ?? null, numbers: 0 };
      const known = holders.get(`${change.before} ${change.after}`) ?? change;
      known.numbers += numbers;
      holders.set(`${change.before} ${change.after}`, known);
    } else if (was && is && !sameOwner(was, is)) regions += numbers;
  }
  return {
    before: capacity(before),
    after: capacity(after),
    holders: [...holders.values()].sort((a, b) => b.numbers - a.numbers),
    regions,
  };
}

/** The range of a sorted list that a point lies in, asked for points that rise. */
function rising(ranges: readonly Range[]): (point: number) => Range | undefined {
  let index = 0;
  return (point) => {
    while ((ranges[index]?.to ?? point) < point) index++;
    const range = ranges[index];
    return range && range.from <= point ? range : undefined;
  };
}

/** @param nameOf a company's name by INN. */
export function changeLines(changes: Changes, nameOf: (inn: string) => string): string[] {
  const count = (value: number) => value.toLocaleString("en-US");
  const name = (inn: string | null) => (inn === null ? "nobody" : nameOf(inn));
  return [
    `assigned numbers: ${count(changes.before)} before, ${count(changes.after)} now`,
    ...changes.holders.map(
      ({ before, after, numbers }) => `${count(numbers)} numbers: ${name(before)} -> ${name(after)}`,
    ),
    `${count(changes.regions)} numbers: only the region changed`,
  ];
}
