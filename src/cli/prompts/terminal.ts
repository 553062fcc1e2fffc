import { layoutOf } from "../../render/text/layout.js";
import type { Words } from "../../render/words.js";
import type { Io } from "../io.js";
import { choose } from "./choose.js";
import { Interrupted, type Prompter } from "./prompter.js";

/** Lines of the screen left to the question itself and its hints. */
const REST_OF_SCREEN = 8;

const isExit = (error: unknown): boolean =>
  error instanceof Error && ["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(error.name);

/** Prompts on standard error, so that standard output holds results alone. */
export function terminalPrompter(io: Io, words: Words): Prompter {
  return {
    async ask(question) {
      const pageSize = Math.max(4, Math.min(14, (process.stderr.rows ?? 24) - REST_OF_SCREEN));
      // One column less: some terminals wrap a line that fills the last one.
      const layout = layoutOf((process.stderr.columns || 80) - 1);
      const context = { input: process.stdin, output: process.stderr };
      try {
        return await choose({ ...question, words, colour: io.colour, layout, pageSize }, context);
      } catch (error) {
        throw isExit(error) ? new Interrupted() : error;
      }
    },
    say: (text) => io.err(`${text}\n`),
  };
}
