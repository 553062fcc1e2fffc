/** The program as people get it: the packed tarball, installed into an empty folder. The first test file to ask makes it. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";
import { STANDALONE } from "./standalone.js";

const exec = promisify(execFile);
const REPOSITORY = join(import.meta.dirname, "..", "..");
const WAIT_MS = 50;

export const FOLDER = inject("packedFolder");
export const PACKAGE = join(FOLDER, "installed", "node_modules", "dozvon");

const PROGRAM = join(FOLDER, "installed", "node_modules", ".bin", "dozvon");
const LOCK = join(FOLDER, "lock");
const OUTCOME = join(FOLDER, "outcome");

function newest(folder: string): number {
  const files = readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: "utf8" });
  // The build itself writes data/schema.
  const authored = files
    .filter((file) => !file.startsWith("schema"))
    .map((file) => statSync(join(REPOSITORY, folder, file)));
  // A folder is as new as the copy that it stands in.
  return Math.max(...authored.filter((file) => file.isFile()).map(({ mtimeMs }) => mtimeMs));
}

/** Tests of an old build would pass or fail for yesterday's program. */
function checkBuild(): void {
  const built = join(REPOSITORY, "dist", "cli.cjs");
  const stale = !existsSync(built) || statSync(built).mtimeMs < Math.max(newest("src"), newest("data"));
  if (stale) throw new Error("dist/ is missing or older than src/ or data/: run npm run build first");
}

async function install(): Promise<void> {
  checkBuild();
  const prefix = join(FOLDER, "installed");
  mkdirSync(prefix);
  await exec("npm", ["pack", "--ignore-scripts", "--pack-destination", FOLDER], { cwd: REPOSITORY });
  const tarball = readdirSync(FOLDER).find((name) => name.endsWith(".tgz")) ?? "no tarball";
  // --prefix: without it npm would take the nearest folder above that has a package.json.
  const options = ["--prefix", prefix, "--offline", "--engine-strict", "--no-audit", "--no-fund", "--ignore-scripts"];
  await exec("npm", ["install", ...options, join(FOLDER, tarball)], { cwd: prefix });
}

function isFirst(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

async function prepare(): Promise<string> {
  if (isFirst()) {
    const fault = await install().then(
      () => "",
      (error: unknown) => String(error),
    );
    writeFileSync(`${OUTCOME}.part`, fault);
    renameSync(`${OUTCOME}.part`, OUTCOME);
  }
  while (!existsSync(OUTCOME)) await sleep(WAIT_MS);
  const fault = readFileSync(OUTCOME, "utf8");
  if (fault !== "") throw new Error(fault);
  return PROGRAM;
}

let prepared: Promise<string> | undefined;

/** Path of the program under test: the installed `dozvon`, or the executable. */
export function packed(): Promise<string> {
  prepared ??= STANDALONE === null ? prepare() : Promise.resolve(STANDALONE);
  return prepared;
}
