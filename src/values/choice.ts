/** One of a closed list, or what was probably meant by what is not in it. */
import { closest, distance } from "fastest-levenshtein";
import type { ProblemCode } from "../vocabulary/codes.js";
import { Problem } from "./problem.js";

/** One spelling for comparison: case, ё, hyphens, dots, quotes and spaces do not tell names apart. */
export const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\s\-_.«»"'’]/g, "");

/** Up to one accepted value near enough to be a slip of the fingers. */
export function suggest(given: string, accepted: readonly string[]): string[] {
  if (accepted.length === 0 || given.length > 60) return [];
  const typed = given.toLowerCase();
  const best = accepted.find((one) => typed.length > 2 && one.startsWith(typed)) ?? closest(typed, accepted);
  const slips = Math.min(3, Math.ceil(Math.min(given.length, best.length) / 3));
  return (typed.length > 2 && best.startsWith(typed)) || distance(typed, best) <= slips ? [best] : [];
}

/** Which problem says that a value is not in the list; its key is the code where no other is named. */
export interface NotListed {
  code: ProblemCode;
  key?: string;
  values?: Readonly<Record<string, string>>;
}

/** The problem with a value that is not in the list: the list, and the nearest of it. */
export const notListed = (given: string, accepted: readonly string[], { code, key = code, values }: NotListed) =>
  new Problem(code, key, { given, ...values }, { allowed: accepted, hints: suggest(given, accepted) });

/**
 * @param otherwise the name of the flag or fact, or the problem to tell.
 * @returns the accepted value that was given, in whatever case.
 * @throws Problem with the list and the nearest of it; `unknown-value` for a flag or fact.
 */
export function oneOf<T extends string>(given: string, accepted: readonly T[], otherwise: string | NotListed): T {
  const wanted = given.trim().toLowerCase();
  const found = accepted.find((one) => one === wanted);
  if (found !== undefined) return found;
  const problem =
    typeof otherwise === "string" ? { code: "unknown-value" as const, values: { fact: otherwise } } : otherwise;
  throw notListed(given, accepted, problem);
}

const YES = ["yes", "y", "true", "1", "да"];
const NO = ["no", "n", "false", "0", "нет"];

/** @param fact what is asked. @throws Problem unknown-value. */
export function parseYesNo(given: string, fact: string): boolean {
  const word = fold(given);
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  throw new Problem("unknown-value", "unknown-value", { fact, given }, { allowed: ["yes", "no"] });
}
