/** Which question would change the answer next. */
import type { OpenFact } from "../vocabulary/situation.js";

/** A missing fact and the values it could take; for `from` the values are lines. */
export interface OpenQuestion {
  fact: OpenFact;
  values: readonly string[];
}

/**
 * The missing facts whose value can change the outcome, most narrowing first: the one that leaves the fewest different outcomes on
 * average once answered; ties keep the order given.
 *
 * @param outcomes one a cell of the grid (the last question running fastest), equal strings for equal outcomes; null for
 *   cells that no situation has.
 */
export function narrowing(questions: readonly OpenQuestion[], outcomes: readonly (string | null)[]): OpenFact[] {
  let step = outcomes.length;
  const scored = questions.flatMap(({ fact, values }, order) => {
    const outer = step;
    step /= values.length;
    if (!matters(step, outer, outcomes)) return [];
    const slices = values.map((_, value) => {
      const slice = outcomes.filter((__, cell) => Math.floor(cell / step) % values.length === value);
      return new Set(slice.filter((outcome) => outcome !== null)).size;
    });
    const mean = slices.reduce((all, size) => all + size, 0) / values.length;
    return [{ fact, mean, order }];
  });
  return scored.sort((a, b) => a.mean - b.mean || a.order - b.order).map((one) => one.fact);
}

/** Whether two possible cells that differ in this fact alone have different outcomes. */
function matters(step: number, outer: number, outcomes: readonly (string | null)[]): boolean {
  const seen = new Map<number, string>();
  return outcomes.some((outcome, cell) => {
    if (outcome === null) return false;
    // The cell with this fact's own part taken out: equal for cells that differ in nothing else.
    const rest = Math.floor(cell / outer) * outer + (cell % step);
    const first = seen.get(rest) ?? outcome;
    seen.set(rest, first);
    return first !== outcome;
  });
}
