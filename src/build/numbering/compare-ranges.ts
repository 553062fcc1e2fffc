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

const END = 10_000_000_000;

/** The range of a sorted list that each point of a rising walk lies in. */
function walker(ranges: readonly Range[]): { at(point: number): Range | null; next(point: number): number } {
  let index = 0;
  const skip = (point: number) => {
    while ((ranges[index]?.to ?? END) < point) index++;
  };
  return {
    at(point) {
      skip(point);
      const range = ranges[index];
      return range && range.from <= point ? range : null;
    },
    next(point) {
      skip(point);
      const range = ranges[index];
      if (!range) return END;
      return range.from > point ? range.from : range.to + 1;
    },
  };
}

export function compareRanges(before: readonly Range[], after: readonly Range[]): Changes {
  const [old, fresh] = [walker(before), walker(after)];
  const holders = new Map<string, Change>();
  let regions = 0;
  let point = Math.min(before[0]?.from ?? END, after[0]?.from ?? END);
  while (point < END) {
    const [was, is] = [old.at(point), fresh.at(point)];
    const next = Math.min(old.next(point), fresh.next(point));
    const numbers = next - point;
    if (was?.inn !== is?.inn) {
      const change = { before: was?.inn ?? null, after: is?.inn ?? null, numbers: 0 };
      const known = holders.get(`${change.before} ${change.after}`) ?? change;
      known.numbers += numbers;
      holders.set(`${change.before} ${change.after}`, known);
    } else if (was && is && !sameOwner(was, is)) regions += numbers;
    point = next;
  }
  return {
    before: capacity(before),
    after: capacity(after),
    holders: [...holders.values()].sort((a, b) => b.numbers - a.numbers),
    regions,
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
