/** A set of grid cells, said as a short list of alternatives. */
import type { Dimension } from "./completions.js";

/** Values by fact; facts that make no difference are left out. */
export type Box = Readonly<Record<string, readonly string[]>>;

interface Grid {
  dimensions: readonly Dimension[];
  /** Cells that no caller can be in; a box may cover them or not. */
  impossible: (cell: number) => boolean;
}

function strides(dimensions: readonly Dimension[]): number[] {
  const sizes = dimensions.map((dimension) => dimension.values.length);
  return sizes.map((_, index) => sizes.slice(index + 1).reduce((all, size) => all * size, 1));
}

function cellsOf(ranges: readonly (readonly number[])[], steps: readonly number[]): number[] {
  let cells = [0];
  ranges.forEach((range, index) => {
    const step = steps[index] ?? 1;
    cells = cells.flatMap((cell) => range.map((value) => cell + value * step));
  });
  return cells;
}

/** The largest box around a cell, one dimension after another, that stays inside the set. */
function grow(
  cell: number,
  inside: (cell: number) => boolean,
  dimensions: readonly Dimension[],
  steps: number[],
): number[][] {
  const ranges = dimensions.map((dimension, index) => [
    Math.floor(cell / (steps[index] ?? 1)) % dimension.values.length,
  ]);
  dimensions.forEach((dimension, index) => {
    const fits = dimension.values.flatMap((_, value) => {
      const slice = ranges.map((range, other) => (other === index ? [value] : range));
      return cellsOf(slice, steps).every(inside) ? [value] : [];
    });
    ranges[index] = fits;
  });
  return ranges;
}

/**
 * Alternatives that together cover exactly the given cells; `[]` when every possible cell is in the set ("always").
 * Greedy, so the list is short, not always the shortest.
 */
export function conditions(set: ReadonlySet<number>, total: number, { dimensions, impossible }: Grid): Box[] {
  const inside = (cell: number) => set.has(cell) || impossible(cell);
  let everywhere = true;
  for (let cell = 0; cell < total && everywhere; cell++) everywhere = inside(cell);
  if (everywhere) return [];
  const steps = strides(dimensions);
  const left = new Set(set);
  const boxes: Box[] = [];
  for (const cell of set) {
    if (!left.has(cell)) continue;
    const ranges = grow(cell, inside, dimensions, steps);
    for (const covered of cellsOf(ranges, steps)) left.delete(covered);
    const entries = dimensions.flatMap((dimension, index) => {
      const range = ranges[index] ?? [];
      if (range.length === dimension.values.length) return [];
      return [[dimension.fact, range.map((value) => dimension.values[value] ?? "")] as const];
    });
    boxes.push(Object.fromEntries(entries));
  }
  return boxes;
}
