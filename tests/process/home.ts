/** dozvon as a process with a home of its own, for tests of what it keeps there. */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const REPOSITORY = resolve(import.meta.dirname, "../..");
export const PROGRAM = join(REPOSITORY, "bin/dozvon.js");

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface Home {
  folder: string;
  /** Where dozvon keeps everything in this home. */
  kept: string;
  env: Record<string, string>;
  dozvon(line: string, own?: Surroundings): Promise<Ran>;
  remove(): void;
}

export interface Surroundings {
  env?: Record<string, string>;
  /** A shell line that ends in running the program, `"$@"`. */
  through?: string;
  uid?: number;
}

function ended(command: string, args: readonly string[], env: Record<string, string>, uid?: number): Promise<Ran> {
  const child = spawn(command, args, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const ran: Ran = { code: null, out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    ran.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    ran.err += text;
  });
  return new Promise((done, fail) => child.on("error", fail).on("close", (code) => done({ ...ran, code })));
}

/** The program where any user can read it: the checkout may lie in a folder that is its owner's alone, or be made under a mask of 077. */
function copyForAll(): string {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-for-all-"));
  for (const part of ["bin", "dist", "package.json"])
    cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
  execFileSync("chmod", ["-R", "a+rX", folder]);
  return folder;
}

export function newHome(): Home {
  let forAll: string | null = null;
  const folder = mkdtempSync(join(tmpdir(), "dozvon-state-"));
  const base = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "xdg"),
    LANG: "en_US.UTF-8",
  };
  return {
    folder,
    kept: join(folder, "xdg", "dozvon"),
    env: base,
    dozvon(line, { env = {}, through, uid } = {}) {
      if (uid !== undefined) forAll ??= copyForAll();
      const program = forAll === null ? PROGRAM : join(forAll, "bin/dozvon.js");
      const words = [process.execPath, program, ...line.split(" ")];
      const all = { ...base, ...env };
      if (through === undefined) return ended(words[0] ?? "", words.slice(1), all, uid);
      return ended("bash", ["-c", through, "bash", ...words], all, uid);
    },
    remove() {
      for (const one of [folder, forAll]) if (one !== null) rmSync(one, { recursive: true, force: true });
    },
  };
}
