import { layoutOf } from "../../render/text/layout.js";
import type { Words } from "../../render/words.js";
import type { Io } from "../terminal/io.js";
import { choose } from "./choose.js";
import { Interrupted, type Prompter } from "./prompter.js";

/** Lines of the screen left to what stands before, to the question itself and its hints. */
const REST_OF_SCREEN = 8;
const QUESTION_AND_HINTS = 3;
const SHORTEST_LIST = 3;
const LONGEST_LIST = 14;

export const isExit = (error: unknown): boolean =>
  error instanceof Error && ["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(error.name);

/** One column less: some terminals wrap a line that fills the last one. */
const screenLayout = () => layoutOf((process.stderr.columns || 80) - 1);

/** Prompts on standard error, so that standard output holds results alone. */
export function terminalPrompter(io: Io, words: Words): Prompter {
  return {
    async ask(question) {
      const { keepInSight } = question;
      const taken = keepInSight === undefined ? REST_OF_SCREEN : keepInSight + QUESTION_AND_HINTS;
      const pageSize = Math.max(SHORTEST_LIST, Math.min(LONGEST_LIST, (process.stderr.rows || 24) - taken));
      const context = { input: process.stdin, output: process.stderr };
      try {
        return await choose({ ...question, words, palette: io.palette, layout: screenLayout(), pageSize }, context);
      } catch (error) {
        throw isExit(error) ? new Interrupted() : error;
      }
    },
    say(text) {
      const { paragraph } = screenLayout();
      io.err(
        `${text
          .split("\n")
          .flatMap((line) => paragraph(line))
          .join("\n")}\n`,
      );
    },
  };
}
