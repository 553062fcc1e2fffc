/** The short form of `npm run torture`, with a seed that stays; the long one takes another each time. */
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("nothing breaks", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [".build/torture.cjs", "--short", "--seed", "1"], {
    encoding: "utf8",
  });
  expect({ status, faults: stdout.split("\n\nFAULT ").slice(1), stderr }).toEqual({
    status: 0,
    faults: [],
    stderr: "",
  });
});
