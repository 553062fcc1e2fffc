/** A signal at any moment of any command: it dies of it, soon, and leaves whole files or none. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chance } from "./chance.js";
import { environment, type Places, placesIn } from "./home.js";
import { judgeFiles } from "./judge/files.js";
import { judgeNoStack } from "./judge/terminal.js";
import type { Trial } from "./trial.js";

const LINES: readonly (readonly [line: string, input?: string])[] = [
  ["contacts megafon -O card.html"],
  ["contacts megafon --json"],
  ["claim content-without-consent -o mts --field received-on=2026-11-20 -O letter.docx --ics letter.ics"],
  ["config set operator mts"],
  ["checklist start spam"],
  ["data new-overlay lines"],
  ["data check"],
  ["batch", '{"ref":1,"operator":"mts"}\n{"ref":2,"text":"потерял телефон"}\n'],
  ["whose -", "0500\n+79261110500\n"],
  ["mcp", '{"jsonrpc":"2.0","id":1,"method":"tools/list"}\n'],
];
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** What a command ends with by itself. */
const CODES = [0, 3, 6];
const INTERRUPTED = 130;
const PATIENCE_MS = 15_000;

interface Stop {
  input: string;
  /** Null for a reader that leaves. */
  signal: NodeJS.Signals | null;
  wait: number;
}

async function stopped(program: readonly string[], places: Places, { input, signal, wait }: Stop) {
  const child = spawn(process.execPath, program, { cwd: places.current, env: environment(places) });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdout.resume();
  child.stdin.on("error", () => {}).write(input);
  const begun = performance.now();
  setTimeout(() => {
    if (signal) child.kill(signal);
    else child.stdout.destroy();
    // Whoever writes on finds the reader gone.
    if (!signal) child.stdin.end(input);
  }, wait);
  const killed = setTimeout(() => child.kill("SIGKILL"), wait + PATIENCE_MS);
  const [code, by] = await new Promise<[number | null, string | null]>((done, fail) => {
    child.on("error", fail).on("close", (...ended) => done(ended));
  });
  clearTimeout(killed);
  return { code, by, err, ms: performance.now() - begun };
}

function judgeEnd(code: number | null, by: string | null, signal: string | null): void {
  if (by === null ? CODES.includes(code ?? 1) || (signal === "SIGINT" && code === INTERRUPTED) : by === signal) return;
  throw new Error(by === "SIGKILL" ? "it does not die of it" : `it ends with ${by ?? code}`);
}

export const signals: Trial = {
  name: "signals",
  what: "SIGINT, SIGTERM and SIGHUP at any moment, or a reader that leaves: the end, and no half of a file",
  tries: 600,
  short: 6,
  seconds: 50,
  async open({ root, folder }) {
    let usual = 300;
    return {
      async attempt(seed) {
        const next = chance(seed);
        const [line, input = ""] = LINES[Math.floor(next() * LINES.length)] ?? ["emergency"];
        const signal = SIGNALS[Math.floor(next() * (SIGNALS.length + 1))] ?? null;
        const wait = next() * usual * 1.5;
        const places = placesIn(mkdtempSync(join(folder, "try-")));
        const program = [join(root, "bin/dozvon.js"), ...line.split(" ")];
        const { code, by, err, ms } = await stopped(program, places, { input, signal, wait });
        if (by === null) usual = (usual * 3 + ms) / 4;
        const shown = `${signal ?? "a reader that leaves"} after ${Math.round(wait)} ms: dozvon ${line}`;
        try {
          judgeNoStack("stderr", err);
          judgeEnd(code, by, signal);
          judgeFiles(places.current);
          judgeFiles(places.home);
        } catch (error) {
          throw new Error(`${shown}: ${error instanceof Error ? error.message : error} ${err}`);
        }
        rmSync(join(places.home, ".."), { recursive: true, force: true });
        return { input: shown, ms };
      },
    };
  },
};
