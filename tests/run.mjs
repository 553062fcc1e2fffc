/** `vitest run`. Vite (6.4) ends a path at a #: where one stands in the name of the folder, its tests run through a link to it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VITEST = "node_modules/vitest/vitest.mjs";
const here = process.cwd();
const folder = here.includes("#") ? mkdtempSync(join(tmpdir(), "dozvon-tests-")) : null;
const root = folder === null ? here : join(folder, "dozvon");
const asLinked = folder === null ? {} : { NODE_OPTIONS: "--preserve-symlinks --preserve-symlinks-main" };

if (folder !== null) symlinkSync(here, root, "junction");
const { status } = spawnSync(process.execPath, [join(root, VITEST), "run", "--root", root, ...process.argv.slice(2)], {
  env: { ...process.env, ...asLinked },
  stdio: "inherit",
});
if (folder !== null) rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
