/** A real dozvon that reads lines and answers each, kept alive over many tries. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { judgeNoStack, judgeTerminal } from "./judge/terminal.js";

export const environment = (folder: string): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  HOME: folder,
  LANG: "ru_RU.UTF-8",
});

/** No answer to a line below a megabyte may take longer, whatever the line. */
export const LONGEST_MS = 1000;
const HANGS_MS = 20_000;
const MOST_MEGABYTES = 400;

interface Answer {
  /** Null for a line that is nothing but space. */
  answer: string | null;
  ms: number;
}

export interface CoProcess {
  /** @throws Error when it dies, stays silent, or is too slow twice. */
  say(line: string): Promise<Answer>;
  /** @throws Error for another exit code, for memory that grew, and for anything wrong on standard error. */
  end(codes: readonly number[]): Promise<void>;
}

/** What arrives as the line: invalid halves of characters turn into replacement characters on the way. */
const isBlank = (line: string): boolean =>
  Buffer.from(line)
    .toString()
    .replace(/^\ufeff/, "")
    .trim() === "";

/** The most memory it has had, MiB; null where the system does not say. */
function peakOf(child: ChildProcess): number | null {
  const file = `/proc/${child.pid}/status`;
  if (!existsSync(file)) return null;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(file, "utf8"))?.[1] ?? 0) / 1024;
}

class Running {
  readonly child: ChildProcess;
  err = "";
  code: number | null | undefined;
  private lines: string[] = [];
  private rest = "";
  private wake: () => void = () => {};

  constructor(root: string, folder: string, args: readonly string[]) {
    this.child = spawn(process.execPath, [join(root, "bin/dozvon.js"), ...args], {
      cwd: folder,
      env: environment(folder),
    });
    const decoder = new StringDecoder("utf8");
    this.child.stdout?.on("data", (bytes: Buffer) => {
      const parts = (this.rest + decoder.write(bytes)).split("\n");
      this.rest = parts.pop() ?? "";
      this.lines.push(...parts);
      this.wake();
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.err += text;
    });
    this.child.stdin?.on("error", () => {});
    this.child.on("close", (code) => {
      this.code = code;
      this.wake();
    });
  }

  /** The next line it writes; null when it has ended or stays silent. */
  async next(): Promise<string | null> {
    const end = performance.now() + HANGS_MS;
    while (this.lines.length === 0 && this.code === undefined && performance.now() < end) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, HANGS_MS);
      });
      clearTimeout(timer);
    }
    return this.lines.shift() ?? null;
  }

  async ask(line: string): Promise<Answer> {
    const started = performance.now();
    this.child.stdin?.write(`${line}\n`);
    const answer = isBlank(line) ? null : await this.next();
    const ms = performance.now() - started;
    if (answer === null && !isBlank(line)) {
      this.child.kill("SIGKILL");
      throw new Error(
        `${this.code === undefined ? "no answer" : `ended with ${this.code}`}: ${JSON.stringify(line.slice(0, 500))}\n${this.err.slice(0, 1000)}`,
      );
    }
    return { answer, ms };
  }
}

export function coProcess(root: string, folder: string, args: readonly string[]): CoProcess {
  let running: Running | null = null;
  const start = () => {
    running ??= new Running(root, folder, args);
    return running;
  };
  return {
    async say(line) {
      try {
        const first = await start().ask(line);
        if (first.ms < LONGEST_MS) return first;
        // A busy machine is slow once, a bad input every time.
        const again = await start().ask(line);
        if (again.ms >= LONGEST_MS)
          throw new Error(`took ${Math.round(again.ms)} ms: ${JSON.stringify(line.slice(0, 500))}`);
        return again;
      } catch (error) {
        if (running?.code !== undefined || running?.child.killed) running = null;
        throw error;
      }
    },
    async end(codes) {
      if (!running) return;
      const { child } = running;
      const peak = peakOf(child);
      const closed = new Promise((resolve) => child.on("close", resolve));
      child.stdin?.end();
      const code = await closed;
      judgeNoStack("stderr", running.err);
      judgeTerminal("stderr", running.err);
      if (!codes.includes(Number(code))) throw new Error(`dozvon ${args.join(" ")} ended with ${code}: ${running.err}`);
      if (running.err !== "") throw new Error(`on standard error: ${running.err.slice(0, 500)}`);
      if (peak !== null && peak > MOST_MEGABYTES)
        throw new Error(`dozvon ${args.join(" ")} took ${Math.round(peak)} MiB`);
    },
  };
}
