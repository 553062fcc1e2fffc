/** The short form of `npm run torture`: a seed that never changes, and one by chance, which a failure prints. */
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const short = (...more: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [".build/torture.cjs", "--short", ...more], {
    encoding: "utf8",
  });
  return { status, faults: stdout.split("\n\nFAULT ").slice(1), stderr };
};

it.each([
  ["a seed that stays", ["--seed", "1"]],
  ["a seed by chance", []],
])("nothing breaks, with %s", (_what, seed) => {
  expect(short(...seed)).toEqual({ status: 0, faults: [], stderr: "" });
});
