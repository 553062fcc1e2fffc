/**
 * An npm package that only one script needs and that is too large to come with every install: a binary for one system. It is kept under
 * node_modules, which `npm ci` empties.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const KEPT = join("node_modules", ".cache", "dozvon");

/** @param version exact. @returns path of the package's folder, fetched from the registry when it is not there yet. */
export function fetchPackage(name: string, version: string): string {
  const prefix = join(KEPT, `${name.replace("/", "-")}-${version}`);
  const folder = join(prefix, "node_modules", name);
  if (existsSync(folder)) return folder;
  mkdirSync(prefix, { recursive: true });
  const quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  // --force: npm would refuse a package for another system.
  const args = ["install", "--prefix", prefix, "--ignore-scripts", "--force", ...quiet, `${name}@${version}`];
  // npm names itself to the scripts it runs; on Windows its command is a script that cannot be started directly.
  const itself = process.env.npm_execpath;
  const [command, before] = itself ? [process.execPath, [itself]] : ["npm", []];
  const { status } = spawnSync(command, [...before, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`npm install ${name}@${version} failed`);
  return folder;
}
