/** The one way through questions: each answer is a step, and Esc or `<` takes the last one back. */

import { clean } from "../../render/clean.js";
import { problemText } from "../../render/envelope/json.js";
import type { Words } from "../../render/words.js";
import { Problem } from "../../values/problem.js";

/** What is wrong with an answer, in words; null for a good one. */
export function faultIn(take: () => unknown, words: Words): string | null {
  try {
    take();
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return clean(problemText(error, words).detail);
  }
}

export const BACK = Symbol("back");
export type Back = typeof BACK;

/**
 * @param ask puts one question. It returns what is known with its answer, BACK to take the answer before it back, null where nothing is
 * left to ask.
 * @returns what is known at the end; null when the person went back from the first question.
 * @throws Interrupted
 */
export async function interview<Known>(
  start: Known,
  ask: (known: Known) => Promise<Known | Back | null>,
): Promise<Known | null> {
  const steps = [start];
  for (;;) {
    const known = steps.at(-1);
    if (known === undefined) return null;
    const next = await ask(known);
    if (next === null) return known;
    if (next === BACK) steps.pop();
    else steps.push(next);
  }
}
