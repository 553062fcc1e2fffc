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
