/**
 * Bun, whose compiler joins a program and a runtime into one executable. It is no dependency of this package: only this build needs it, and
 * a hundred megabytes would come with every install. The package `bun` itself finds its binary in an install script; the packages it
 * finds, one a system, need none, so they are taken directly, at a fixed version.
 */
import { join } from "node:path";
import { fetchPackage } from "../fetch-package.js";

export const BUN_VERSION = "1.4.5";

/** Systems Bun is published for; `baseline` is for processors before 2013, which have no AVX2. */
export const TARGETS = [
  "linux-x64",
  "linux-x64-baseline",
  "linux-x64-musl",
  "linux-x64-musl-baseline",
  "linux-aarch64",
  "linux-aarch64-musl",
  "darwin-x64",
  "darwin-aarch64",
  "windows-x64",
  "windows-x64-baseline",
  "windows-aarch64",
] as const;

export type Target = (typeof TARGETS)[number];

/** @throws where Bun has nothing for this machine. */
export function thisMachine(): Target {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const processor = process.arch === "arm64" ? "aarch64" : process.arch;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  const musl = system === "linux" && !header.glibcVersionRuntime ? "-musl" : "";
  return asTarget(`${system}-${processor}${musl}`);
}

/** @throws with the names there are. */
export function asTarget(name: string): Target {
  const target = TARGETS.find((one) => one === name);
  if (!target) throw new Error(`no target ${name}; there are ${TARGETS.join(", ")}`);
  return target;
}

export const isWindows = (target: Target): boolean => target.startsWith("windows");

/** @returns path of Bun for a system. */
export const bunFor = (target: Target): string =>
  join(fetchPackage(`@oven/bun-${target}`, BUN_VERSION), "bin", isWindows(target) ? "bun.exe" : "bun");
