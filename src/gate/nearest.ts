import { suggest } from "../values/choice.js";

/** A beginning shorter than this says too little. */
const SHORTEST = 3;

/** The known word that was meant by one that is not: a beginning of it, or a slip of the fingers. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const begun = known.filter((one) => wanted.length >= SHORTEST && one.startsWith(wanted));
  return begun.length === 1 ? begun[0] : (suggest(given, known)[0] ?? begun[0]);
}
