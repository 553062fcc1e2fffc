/**
 * `npm test`. What `npm ci` has built is not built again where nothing has changed since. Vite, knip and dependency-cruiser end a path at
 * a #: where one stands in the folder's name, they work in a copy elsewhere.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the build writes last, and what it is made of. */
const BUILT = "dist/dozvon.1";
const FOLDERS = ["src", "data", "tests"];
const FILES = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.types.json", "vite.config.mts"];

function isBuilt() {
  // The build itself writes data/schema. A folder is as new as what was last taken out of it.
  const below = (folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => !/^schema\b/.test(name))
      .map((name) => join(folder, name));
  const sources = [...FOLDERS, ...FOLDERS.flatMap(below), ...FILES].filter((file) => file !== "data");
  return existsSync(BUILT) && sources.every((file) => statSync(file).mtimeMs < statSync(BUILT).mtimeMs);
}

const here = process.cwd();
const script = isBuilt() ? "test:built" : "test:here";
const copy = here.includes("#") ? mkdtempSync(join(tmpdir(), "dozvon-tests-")) : null;
if (copy !== null) cpSync(here, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
const { status } = spawnSync("npm", ["run", script, "--", ...process.argv.slice(2)], {
  cwd: copy ?? here,
  shell: process.platform === "win32",
  stdio: "inherit",
});
if (copy !== null) rmSync(copy, { recursive: true, force: true });
process.exitCode = status ?? 1;
