import type { ProblemCode } from "../vocabulary/codes.js";

/**
 * Something the person can put right. It carries no sentence: `key` and `values` pick one from data/messages in the
 * language of the answer.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  // Facts to add, by name.
  readonly missing: readonly string[];
  // The values that would have been accepted.
  readonly allowed: readonly string[];
  // The nearest of them.
  readonly hints: readonly string[];

  constructor(
    readonly code: ProblemCode,
    readonly key: string,
    readonly values: Readonly<Record<string, string>> = {},
    parts: Partial<Pick<Problem, "missing" | "allowed" | "hints">> = {},
  ) {
    super(`${code}: ${key}`);
    this.missing = parts.missing ?? [];
    this.allowed = parts.allowed ?? [];
    this.hints = parts.hints ?? [];
  }
}
