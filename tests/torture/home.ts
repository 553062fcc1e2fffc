/** A home of a trial's own, and dozvon as a process in it. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface Places {
  home: string;
  temporary: string;
  current: string;
}

/** Empty folders for everything a process may write to. */
export function placesIn(folder: string): Places {
  const places = { home: join(folder, "home"), temporary: join(folder, "temporary"), current: join(folder, "current") };
  for (const one of Object.values(places)) mkdirSync(one, { recursive: true });
  return places;
}

export const environment = ({ home, temporary }: Places): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: home,
  TMPDIR: temporary,
  LANG: "en_US.UTF-8",
});

/** @param killAfter milliseconds; null lets it end by itself. */
export function ran(words: readonly string[], places: Places, killAfter: number | null, input = ""): Promise<Ran> {
  const [command = "", ...args] = words;
  const child = spawn(command, args, { cwd: places.current, env: environment(places) });
  const ended: Ran = { code: null, out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    ended.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    ended.err += text;
  });
  child.stdin.on("error", () => {}).end(input);
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code) => {
      clearTimeout(timer);
      done({ ...ended, code });
    });
  });
}
