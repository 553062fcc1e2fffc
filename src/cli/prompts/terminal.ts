/**
 * Questions in a terminal, by Inquirer on standard error, so that standard output holds results alone. Its ready line is taken as it
 * is; the list is ours (choose.ts).
 */
import inquirer from "inquirer";
import { clean } from "../../render/clean.js";
import { layoutOf } from "../../render/text/layout.js";
import type { Words } from "../../render/words.js";
import type { Io } from "../terminal/io.js";
import { choose } from "./choose.js";
import { BACK_SIGN, Interrupted, type OpenQuestion, type Prompter, type Reply, type Written } from "./prompter.js";

const ASKED = "asked";

/** What Inquirer gives for one question, whichever kind it is. */
type Session<Answer> = Promise<Record<typeof ASKED, Answer>> & { ui: { close(): void } };

/** One column less: some terminals wrap a line that fills the last one. */
const screenLayout = () => layoutOf((process.stderr.columns || 80) - 1);

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Inquirer's ready line knows no way back: Esc takes the question away, and it says that it was. */
function onEscape(act: () => void): () => void {
  const listen = (_: unknown, key: { name?: string }) => key.name === "escape" && act();
  process.stdin.on("keypress", listen);
  return () => process.stdin.removeListener("keypress", listen);
}

export function terminalPrompter(io: Io, words: Words): Prompter {
  const { palette } = io;
  // Inquirer's own listener (signal-exit) leaves the terminal raw, and comes and goes with each question: what arrives between two is lost.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      process.stdin.setRawMode(false);
      process.kill(process.pid, signal);
    });
  }
  const ask = inquirer.createPromptModule({ output: process.stderr });
  ask.registerPrompt("choose", choose as never);

  // A Ctrl-C that comes with the Enter before it belongs to no question.
  let interrupted = false;
  process.stdin.on("keypress", (_: unknown, { ctrl, name }: { ctrl?: boolean; name?: string }) => {
    interrupted ||= ctrl === true && name === "c";
  });

  /** @returns null when the question was taken away. @throws Interrupted */
  async function answer<Answer>(question: object, escapes = false): Promise<Answer | null> {
    if (interrupted) throw new Interrupted();
    const session = ask([{ ...question, name: ASKED }] as never) as unknown as Session<Answer>;
    const deaf = escapes ? onEscape(() => session.ui.close()) : () => {};
    try {
      return (await session)[ASKED];
    } catch (error) {
      if (isNamed(error, "AbortPromptError")) return null;
      throw isNamed(error, "ExitPromptError") ? new Interrupted() : error;
    } finally {
      deaf();
    }
  }

  const styled = (text: string, style: (line: string) => string) => screenLayout().paragraph(text).map(style);

  /** What to write stands above the line until it is written. */
  function theme({ hint, back }: OpenQuestion) {
    const keys = [words.say("prompt.keys-write"), ...(back ? [words.say("prompt.keys-back")] : [])].join(" · ");
    const above = [...(hint ? [hint] : []), keys].flatMap((text) => styled(text, palette.faint));
    return {
      prefix: { idle: [...above, ">"].join("\n"), done: ">" },
      style: {
        message: (text: string) => styled(text, palette.heading).join("\n"),
        defaultAnswer: (text: string) => palette.faint(`(${text})`),
        answer: (text: string) => palette.picked(text),
        error: (text: string) => styled(text, palette.doubt).join("\n"),
      },
    };
  }

  return {
    async choose(question) {
      const shown = { ...question, type: "choose", words, palette, layout: screenLayout() };
      const reply = await answer<Reply>({ ...shown, rows: process.stderr.rows || 24 });
      return reply ?? { kind: "back" };
    },
    async write(question): Promise<Written> {
      const { message, preset, back, check } = question;
      const isBack = (text: string) => back && text === BACK_SIGN;
      // What stands there by itself was not typed: it is for the one who asks to say what it means.
      const typed = (text: string) => (text === preset ? "" : clean(text).trim());
      const line = {
        type: "input",
        message,
        ...(preset !== null && { default: preset }),
        validate: (text: string) => (isBack(typed(text)) ? true : (check(typed(text)) ?? true)),
        theme: theme(question),
      };
      const text = await answer<string>(line, back);
      return text === null || isBack(typed(text)) ? { kind: "back" } : { kind: "text", text: typed(text) };
    },
    say(text) {
      const lines = text.split("\n").flatMap((line) => screenLayout().paragraph(line));
      io.err(`${lines.join("\n")}\n`);
    },
  };
}
