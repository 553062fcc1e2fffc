import { Problem } from "../values/problem.js";
import type { Issue } from "./issue.js";

/** A directory that did not pass the gate, with every issue found. */
export class Refusal extends Problem {
  constructor(
    folder: string,
    readonly issues: readonly Issue[],
  ) {
    super("bad-directory", "folder-refused", { folder, count: String(issues.length) });
  }
}
