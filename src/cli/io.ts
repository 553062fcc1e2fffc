/** The process's streams, and what they can show. */
import { EXIT } from "../vocabulary.js";

export interface Io {
  /** Text, or bytes of UTF-8, which stay untouched until `written` is called. */
  out(text: string | Uint8Array, written?: () => void): void;
  err(text: string): void;
  /** Resolves when everything written so far may be followed by more. */
  drained(): Promise<void>;
  /** Whether somebody has closed the pipe we write to. */
  closed(): boolean;
  columns: number;
  /** Whether anybody said how wide the output is: a terminal, or COLUMNS. */
  measured: boolean;
  colour: 0 | 1 | 2 | 3;
  /** A person sits at every end: prompts go to standard error, results to standard output. */
  interactive: boolean;
}

const FALLBACK_COLUMNS = 80;

/** FORCE_COLOR (0-3) decides, then NO_COLOR and --no-color, then what the terminal can show. */
function colourLevel(env: NodeJS.ProcessEnv, stream: NodeJS.WriteStream, refused: boolean): Io["colour"] {
  const forced = env.FORCE_COLOR;
  if (refused) return 0;
  if (forced !== undefined && forced !== "") return /^[0-3]$/.test(forced) ? (Number(forced) as Io["colour"]) : 1;
  if (env.NO_COLOR || env.TERM === "dumb" || !stream.isTTY) return 0;
  const depth = stream.getColorDepth(env);
  return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0;
}

function columnsOf(env: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): number {
  const given = Number(env.COLUMNS);
  if (stream.isTTY && stream.columns > 0) return stream.columns;
  return Number.isInteger(given) && given > 0 ? given : FALLBACK_COLUMNS;
}

/** Resolves when the stream takes more, or never will. */
function nextDrain(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      stream.off("drain", settle).off("error", settle).off("close", settle);
      resolve();
    };
    stream.once("drain", settle).once("error", settle).once("close", settle);
  });
}

export function processIo(noColour: boolean): Io {
  const { stdout, stderr, env } = process;
  let gone = false;
  // What `write` says, not writableNeedDrain: Bun leaves that at false, and a batch would pile up before a slow reader.
  let full = false;
  stdout.on("drain", () => {
    full = false;
  });
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader such as `head` may leave early: that is not an error of ours. A full disk is worth a line.
    if (error.code !== "EPIPE" && !gone) {
      stderr.write(`dozvon: ${error.code ?? error.message}\n`);
      process.exitCode = EXIT.usage;
    }
    gone = true;
  });
  return {
    out: (text, written) => {
      if (!gone) full = !stdout.write(text, written);
    },
    err: (text) => {
      stderr.write(text);
    },
    drained: () => (gone || !full ? Promise.resolve() : nextDrain(stdout)),
    closed: () => gone,
    interactive: Boolean(process.stdin.isTTY && stdout.isTTY && stderr.isTTY),
    get columns() {
      return columnsOf(env, stdout);
    },
    get measured() {
      return stdout.isTTY || Boolean(env.COLUMNS);
    },
    get colour() {
      return colourLevel(env, stdout, noColour);
    },
  };
}
