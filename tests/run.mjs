/** `npm test`. Vite, knip and dependency-cruiser end a path at a #: where one stands in the folder's name, they work in a copy elsewhere. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const here = process.cwd();
const copy = here.includes("#") ? mkdtempSync(join(tmpdir(), "dozvon-tests-")) : null;
if (copy !== null) cpSync(here, copy, { recursive: true, verbatimSymlinks: true });
const { status } = spawnSync("npm", ["run", "test:here", "--", ...process.argv.slice(2)], {
  cwd: copy ?? here,
  shell: process.platform === "win32",
  stdio: "inherit",
});
if (copy !== null) rmSync(copy, { recursive: true, force: true });
process.exitCode = status ?? 1;
