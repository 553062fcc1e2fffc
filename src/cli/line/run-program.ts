/** Runs a command line through commander: help, the version, nested commands, and whatever is wrong with a line. */
import { CommanderError } from "commander";
import { Problem } from "../../values/problem.js";
import type { Context } from "../context.js";
import { VERSION } from "../package.js";
import type { Argv } from "./argv.js";
import { programFor } from "./program.js";

/** commander's own messages are English; their code says which of ours to use and the quoted word what it is about. */
function usageProblem(error: CommanderError, { command }: Argv, { words }: Context): Problem {
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const hint = /Did you mean (\S+)\?/.exec(error.message)?.[1];
  const hints = hint ? [hint] : [];
  if (error.code === "commander.help")
    return new Problem("usage", "no-subcommand", { given: `dozvon help ${command}` });
  if (error.code === "commander.unknownCommand")
    return new Problem("unknown-command", "unknown-command", { given }, { hints });
  const key = `usage.${error.code.replace("commander.", "").toLowerCase()}`;
  const message = words.has(key) ? words.say(key, { given }) : error.message.replace(/^error: /, "");
  return new Problem("usage", "usage", { message }, { hints });
}

const HELP_CODES = ["commander.helpDisplayed", "commander.help", "commander.version"];

/** Help and the version are answers, not failures; with --json they too are one document. */
function isAnswer(error: unknown): error is CommanderError {
  return error instanceof CommanderError && HELP_CODES.includes(error.code) && error.exitCode === 0;
}

/** @throws Problem in our words for what commander finds wrong. */
export async function runProgram(words: readonly string[], argv: Argv, context: Context): Promise<void> {
  let printed = "";
  const print = (text: string) => {
    printed += text;
  };
  try {
    await (await programFor(argv.command, context, print)).parseAsync(words, { from: "user" });
  } catch (error) {
    if (!isAnswer(error)) throw error instanceof CommanderError ? usageProblem(error, argv, context) : error;
    const isVersion = error.code === "commander.version";
    if (!context.json) context.io.out(printed);
    else context.succeed(isVersion ? "version" : "help", isVersion ? { version: VERSION } : { text: printed });
  }
}
