/** A set of grid cells, said as a short list of alternatives. */
import type { OpenQuestion } from "../situation/questions.js";
import type { OpenFact } from "../vocabulary/situation.js";
import type { Grid } from "./completions.js";

/** One alternative: the values of the missing facts under which something holds; facts that make no difference are left out. */
export type Condition = Readonly<Partial<Record<OpenFact, readonly string[]>>>;

/** Cells that no caller can be in may be covered or not. */
const covers =
  (set: ReadonlySet<number>, { callers }: Grid) =>
  (cell: number) =>
    set.has(cell) || callers[cell] === null;

function strides(dimensions: readonly OpenQuestion[]): number[] {
  const sizes = dimensions.map((dimension) => dimension.values.length);
  return sizes.map((_, index) => sizes.slice(index + 1).reduce((all, size) => all * size, 1));
}

/**
 * The largest box around a cell, one dimension after another, that stays inside the set.
 * @returns for each dimension the values of the box, by their place in it, and its cells.
 */
function grow(start: number, set: ReadonlySet<number>, grid: Grid, steps: number[]) {
  const isCovered = covers(set, grid);
  let cells = [start];
  const ranges = grid.dimensions.map(({ fact, values }, index) => {
    const step = steps[index] ?? 1;
    const own = Math.floor(start / step) % values.length;
    const fits: number[] = [];
    for (let value = 0; value < values.length; value++) {
      const shift = (value - own) * step;
      const inside = cells.every((cell) => isCovered(cell + shift));
      // An operator nobody in the box can be with is not named: it would claim another operator's channel for it.
      const named = fact !== "operator" || cells.some((cell) => set.has(cell + shift));
      if (inside && named) fits.push(value);
    }
    cells = fits.flatMap((value) => cells.map((cell) => cell + (value - own) * step));
    return fits;
  });
  return { ranges, cells };
}

/**
 * Alternatives that together cover exactly the given cells; `[]` when every possible cell is in the set ("always").
 * Greedy, so the list is short, not always the shortest.
 */
export function conditions(set: ReadonlySet<number>, grid: Grid): Condition[] {
  const { dimensions, callers } = grid;
  const isCovered = covers(set, grid);
  if (callers.every((_, cell) => isCovered(cell))) return [];
  const steps = strides(dimensions);
  const left = new Set(set);
  const boxes: Condition[] = [];
  for (const cell of set) {
    if (!left.has(cell)) continue;
    const { ranges, cells } = grow(cell, set, grid, steps);
    for (const covered of cells) left.delete(covered);
    const entries = dimensions.flatMap((dimension, index) => {
      const range = ranges[index] ?? [];
      if (range.length === dimension.values.length) return [];
      return [[dimension.fact, range.map((value) => dimension.values[value] ?? "")] as const];
    });
    boxes.push(Object.fromEntries(entries));
  }
  return boxes;
}
