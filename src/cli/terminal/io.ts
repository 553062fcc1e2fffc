/** The process's streams, and what they can show. */
import { fstatSync } from "node:fs";
import { PLAIN } from "../../render/text/palette.js";
import { EXIT } from "../../vocabulary/codes.js";
import { standardOutput } from "./output.js";

export type Io = Awaited<ReturnType<typeof processIo>>;

const FALLBACK_COLUMNS = 80;
const FALLBACK_ROWS = 24;

const NAMES = ["stdin", "stdout", "stderr"] as const;

function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    // Asking Node makes the stream, which takes milliseconds.
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    // Node knows.
  }
  return process[NAMES[descriptor]].isTTY === true;
}

/** Bits a terminal needs for the colours we use. */
const COLOUR_DEPTH = 4;

/** --no-color decides, then FORCE_COLOR, then NO_COLOR, then what the terminal can show. */
function showsColour(env: NodeJS.ProcessEnv, refused: boolean): boolean {
  if (refused) return false;
  if (env.FORCE_COLOR) return !["0", "false"].includes(env.FORCE_COLOR);
  if (env.NO_COLOR || env.TERM === "dumb" || !isTerminal(1)) return false;
  return process.stdout.getColorDepth(env) >= COLOUR_DEPTH;
}

export async function processIo(noColour: boolean) {
  const { env } = process;
  const coloured = showsColour(env, noColour);
  const palette = coloured ? (await import("../../render/text/coloured.js")).COLOURED : PLAIN;
  let listens = false;
  const err = (text: string): void => {
    // Nobody is left to tell that remarks cannot be written; the answer, or what is wrong with the question, keeps its exit code.
    if (!listens) process.stderr.on("error", () => {});
    listens = true;
    process.stderr.write(text);
  };
  const output = standardOutput((reason) => {
    // A full disk is worth a line.
    err(`dozvon: ${io.describeLoss(reason)}\n`);
    // At the very end: a command that goes on to its own would say that all is well.
    process.once("exit", () => {
      process.exitCode = EXIT.badDirectory;
    });
  });
  const io = {
    /** In words, once there are any: why nothing more can be written to standard output. */
    describeLoss: (reason: string): string => reason,
    out: output.write,
    err,
    drained: output.drained,
    closed: output.closed,
    /** A person sits at every end: prompts go to standard error, results to standard output. */
    get interactive(): boolean {
      return isTerminal(1) && isTerminal(2) && isTerminal(0);
    },
    /** Lines of the terminal. */
    get rows(): number {
      return process.stderr.rows || FALLBACK_ROWS;
    },
    get columns(): number {
      const given = Number(env.COLUMNS);
      if (isTerminal(1) && process.stdout.columns > 0) return process.stdout.columns;
      return Number.isInteger(given) && given > 0 ? given : FALLBACK_COLUMNS;
    },
    /** Whether anybody said how wide the output is: a terminal, or COLUMNS. */
    get measured(): boolean {
      return isTerminal(1) || Boolean(env.COLUMNS);
    },
    coloured,
    palette,
  };
  return io;
}
