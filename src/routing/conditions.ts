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
function grow(cell: number, set: ReadonlySet<number>, { dimensions, impossible }: Grid, steps: number[]): number[][] {
  const inside = (one: number) => set.has(one) || impossible(one);
  const ranges = dimensions.map((dimension, index) => [
    Math.floor(cell / (steps[index] ?? 1)) % dimension.values.length,
  ]);
  dimensions.forEach((dimension, index) => {
    const fits = dimension.values.flatMap((_, value) => {
      const slice = ranges.map((range, other) => (other === index ? [value] : range));
      const cells = cellsOf(slice, steps);
      // An operator nobody in the box can be with is not named: it would claim another operator's channel for it.
      const named = dimension.fact !== "operator" || cells.some((one) => set.has(one));
      return named && cells.every(inside) ? [value] : [];
    });
    ranges[index] = fits;
  });
  return ranges;
}

/**
 * Alternatives that together cover exactly the given cells; `[]` when every possible cell is in the set ("always").
 * Greedy, so the list is short, not always the shortest.
 */
export function conditions(set: ReadonlySet<number>, total: number, grid: Grid): Box[] {
  const { dimensions, impossible } = grid;
  const inside = (cell: number) => set.has(cell) || impossible(cell);
  let everywhere = true;
  for (let cell = 0; cell < total && everywhere; cell++) everywhere = inside(cell);
  if (everywhere) return [];
  const steps = strides(dimensions);
  const left = new Set(set);
  const boxes: Box[] = [];
  for (const cell of set) {
    if (!left.has(cell)) continue;
    const ranges = grow(cell, set, grid, steps);
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
