/** An installation with a file missing says so in one line, and never with a stack. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FOLDER } from "../support/packed.js";

it.each([
  ["nothing", null, "MODULE_NOT_FOUND"],
  ["half a file", 'require("node:fs"', "SyntaxError"],
  ["a program that does not find its parts", 'exports.start = () => require("./cli.cjs")', "MODULE_NOT_FOUND"],
])("with %s in dist/", (_what, start, why) => {
  const at = mkdtempSync(join(FOLDER, "damaged-"));
  cpSync("bin", join(at, "bin"), { recursive: true });
  mkdirSync(join(at, "dist"));
  if (start !== null) writeFileSync(join(at, "dist/start.cjs"), start);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(at, "bin/dozvon.js"), "route"], {
    encoding: "utf8",
  });
  expect({ status, stdout, lines: stderr.split("\n").length }).toEqual({ status: 1, stdout: "", lines: 2 });
  expect(stderr).toContain(why);
  expect(stderr).toContain("npm install -g dozvon");
});
