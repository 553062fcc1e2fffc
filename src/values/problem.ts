import type { ProblemCode } from "../vocabulary/codes.js";

export interface ProblemParts {
  /** Facts to add, by name. */
  missing?: readonly string[];
  /** The values that would have been accepted. */
  allowed?: readonly string[];
  /** The nearest accepted values. */
  hints?: readonly string[];
}

/**
 * Something the person can put right. It carries no sentence: `key` and `values` pick one from data/messages in the
 * language of the answer.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly missing: readonly string[];
  readonly allowed: readonly string[];
  readonly hints: readonly string[];

  constructor(
    readonly code: ProblemCode,
    readonly key: string,
    readonly values: Readonly<Record<string, string>> = {},
    parts: ProblemParts = {},
  ) {
    super(`${code}: ${key}`);
    this.missing = parts.missing ?? [];
    this.allowed = parts.allowed ?? [];
    this.hints = parts.hints ?? [];
  }
}
