/** Conversations at a terminal, with keys by chance, ended in the middle: at once, with the terminal as it was and no half of a file. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pty from "@lydell/node-pty";
import { chance } from "./chance.js";
import { environment, type Places, placesIn } from "./home.js";
import { judgeFiles } from "./judge/files.js";
import { judgeNoStack } from "./judge/terminal.js";
import type { Trial } from "./trial.js";

const LINES = [
  "",
  "--accessible",
  "route",
  "route -t balance --accessible",
  "charge",
  "refund steam",
  "refund app-store --accessible",
  "claim content-without-consent -o megafon",
  "claim bank-operation-not-mine --accessible",
  "checklist start xsolla",
  "checklist start spam --accessible",
];

const [ENTER, ESCAPE, DOWN, UP, LEFT, BACKSPACE] = ["\r", "\u001b", "\u001b[B", "\u001b[A", "\u001b[D", "\u007f"];
const WORDS = ["megaf", "потерял телефон", "8 926 111-05-00", "22.11.2026", "1 299,50", "letter.docx", "", "?", "<"];
const KEYS = [ENTER, ENTER, DOWN, UP, LEFT, ESCAPE, BACKSPACE, ..."123456789я", ...WORDS.map((word) => word + ENTER)];
const MOST_KEYS = 12;

/** Around the program: how the terminal stood before and after it, and the program's own number. No other program is in its reach. */
const SHELL = `trap : INT; stty -g >"$TMPDIR/before"
sh -c 'echo $$ >"$TMPDIR/pid"; exec env PATH=/none "$@"' - "$@"
code=$?; stty -g >"$TMPDIR/after"; echo $code >"$TMPDIR/code"`;

const INTERRUPTED = 130;
/** What stops it, and the exit codes that a shell then sees, beside those of a conversation that had come to its end by itself. */
const STOPS = { "Ctrl-C": [INTERRUPTED], SIGINT: [INTERRUPTED], SIGTERM: [143], "a terminal that closes": [] } as const;
type Stop = keyof typeof STOPS;
const CODES = [0, 3, 6];

const PATIENCE_MS = 15_000;
const QUIET_MS = 80;
const ESC = "\u001b";
const CURSOR = new RegExp(`${ESC}\\[\\?25[hl]`, "g");

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function until(holds: () => boolean, otherwise: string): Promise<void> {
  const last = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > last) throw new Error(otherwise);
    await pause(5);
  }
}

class Conversation {
  private written = "";
  private last = Date.now();
  private over = false;
  private readonly terminal: pty.IPty;

  constructor(
    program: readonly string[],
    private readonly places: Places,
  ) {
    const env = { ...environment(places), TERM: "xterm-256color" };
    this.terminal = pty.spawn("bash", ["-c", SHELL, "-", ...program], {
      cols: 80,
      rows: 24,
      cwd: places.current,
      env,
    });
    this.terminal.onData((text) => {
      this.written += text;
      this.last = Date.now();
    });
    this.terminal.onExit(() => {
      this.over = true;
    });
  }

  private noted = (name: string): string => {
    const file = join(this.places.temporary, name);
    return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  };

  private get alive(): boolean {
    try {
      process.kill(Number(this.noted("pid")), 0);
      return true;
    } catch {
      return false;
    }
  }

  async settle(): Promise<void> {
    await until(
      () => this.over || (this.written !== "" && Date.now() - this.last > QUIET_MS),
      "it does not stop writing",
    );
  }

  type(keys: string): void {
    if (!this.over) this.terminal.write(keys);
  }

  async stop(how: Stop): Promise<void> {
    await until(() => this.over || this.noted("pid") !== "", "it does not begin");
    if (how === "Ctrl-C") this.type("\u0003");
    else if (how === "a terminal that closes") this.terminal.kill("SIGHUP");
    else if (this.alive) process.kill(Number(this.noted("pid")), how);
    await until(() => this.over && !this.alive, `it does not end\n${this.written.slice(-500)}`);
  }

  /** @throws Error for another exit code, a terminal that was changed, a stack, half of a file. */
  judge(how: Stop): void {
    const { home, current } = this.places;
    judgeNoStack("the terminal", this.written);
    judgeFiles(current);
    judgeFiles(home);
    if (how === "a terminal that closes") return;
    const code = Number(this.noted("code"));
    if (![...CODES, ...STOPS[how]].includes(code)) throw new Error(`it ends with ${code}\n${this.written.slice(-500)}`);
    if (this.noted("before") !== this.noted("after")) throw new Error("the terminal is not as it was");
    if (this.written.match(CURSOR)?.at(-1)?.endsWith("l")) throw new Error("the cursor is gone");
  }

  end(): void {
    if (this.alive) process.kill(Number(this.noted("pid")), "SIGKILL");
    if (!this.over) this.terminal.kill("SIGKILL");
  }
}

export const conversations: Trial = {
  name: "conversations",
  what: "keys by chance at every prompt, then Ctrl-C, a signal or a terminal that closes: the end, and all as it was",
  tries: 300,
  short: 0,
  seconds: 60,
  async open({ root, folder }) {
    return {
      async attempt(seed) {
        const next = chance(seed);
        const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
        const [line, how] = [pick(LINES), pick(Object.keys(STOPS) as Stop[])];
        const keys = Array.from({ length: Math.floor(next() * MOST_KEYS) }, () => pick(KEYS));
        const own = mkdtempSync(join(folder, "try-"));
        const words = line === "" ? [] : line.split(" ");
        const talk = new Conversation([process.execPath, join(root, "bin/dozvon.js"), ...words], placesIn(own));
        const shown = `dozvon ${line}, ${JSON.stringify(keys)}, ${how}`;
        try {
          if (next() < 0.9) await talk.settle();
          for (const key of keys) {
            talk.type(key);
            await (next() < 0.3 ? pause(next() * 30) : talk.settle());
          }
          const begun = performance.now();
          await talk.stop(how);
          const ms = performance.now() - begun;
          talk.judge(how);
          return { input: shown, ms };
        } catch (error) {
          throw new Error(`${shown}: ${error instanceof Error ? error.message : error}`);
        } finally {
          talk.end();
          rmSync(own, { recursive: true, force: true });
        }
      },
    };
  },
};
