/** An operator is one file of data: no code may know one by name. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceLiterals } from "../support/source-literals.js";

/** Stands for any operator the directory does not list, so the code has to know it. */
const ANY_OTHER = "other";

const ids = readdirSync("data/operators")
  .map((name) => name.replace(/\.json$/, ""))
  .filter((id) => id !== ANY_OTHER);

describe("src", () => {
  const words = (text: string) => text.toLowerCase().split(/[^a-z0-9-]+/);
  // What help shows as an example has to name an operator that exists.
  const literals = sourceLiterals().filter((literal) => !literal.example);

  it("is read whole", () => {
    expect(ids.length).toBeGreaterThanOrEqual(11);
    expect(literals.map((literal) => literal.text)).toContain("general-support");
  });

  it.each(ids)("does not mention %s", (id) => {
    expect(literals.filter(({ text }) => words(text).includes(id))).toEqual([]);
  });
});
