/** The help of commands, and what is wrong with a line that is not in order: commander is told what they declare, and says it. */
import { Command, CommanderError, Help } from "commander";
import type { Words } from "../../render/words.js";
import { Problem } from "../../values/problem.js";
import { COMMANDS, LISTED } from "../commands.js";
import type { Context } from "../context.js";
import { VARIABLES } from "../files/settings.js";
import { VERSION } from "../package.js";
import type { Answer } from "../runner.js";
import { GLOBAL_FLAGS } from "./flags.js";
import { type Flags, nameOf, type Command as Spec, spelled, textOf } from "./spec.js";

/** Takes what commander itself prints: help and the version. */
type Print = (text: string) => void;

/** Below this width a description goes under its flag instead of beside it. */
const TWO_COLUMNS = 60;

function stacked(term: string, description: string, helper: Help, columns: number): string {
  const indented = (text: string, indent: number): string => {
    const margin = " ".repeat(indent);
    return margin + helper.boxWrap(text, columns - indent).replaceAll("\n", `\n${margin}`);
  };
  return `${indented(term, 2)}\n${indented(description, 6)}`;
}

/** A document has the same bytes on every terminal. */
const columnsOf = ({ io, json }: Context): number => (json ? 80 : io.columns);

/** Help is wrapped down to this width. */
const NARROWEST = 20;

function configureHelp(command: Command, context: Context, print: Print): Command {
  const { words } = context;
  const columns = columnsOf(context);
  return command
    .helpOption("-h, --help", words.say("help.help"))
    .configureHelp({
      helpWidth: columns,
      showGlobalOptions: true,
      minWidthToWrap: NARROWEST,
      formatItem: (term, termWidth, description, helper) =>
        columns < TWO_COLUMNS
          ? stacked(term, description, helper, columns)
          : Help.prototype.formatItem.call(helper, term, termWidth, description, helper),
      // Commander's headings in the language of the answer.
      styleTitle(title) {
        const key = `help.title.${title.toLowerCase().replace(":", "").replaceAll(" ", "-")}`;
        return words.has(key) ? words.say(key) : title;
      },
    })
    .configureOutput({ writeOut: print, writeErr: () => {} })
    .exitOverride();
}

function addFlags(flags: Flags, to: Command, words: Words): void {
  for (const [spelling, flag] of Object.entries(flags))
    to.option(spelled(spelling, flag), textOf(flag.text ?? spelling.slice(2), words));
}

function declare(spec: Spec, name: string, to: Command, context: Context, print: Print): void {
  const { words } = context;
  configureHelp(to.description(words.say(`help.${name}`)), context, print);
  for (const [spelling, { text = nameOf(spelling) }] of Object.entries(spec.operands ?? {}))
    to.argument(spelling, textOf(text, words));
  addFlags(spec.flags ?? {}, to, words);
  for (const [below, one] of Object.entries(spec.commands ?? {}))
    declare(one, `${name}-${below}`, to.command(below), context, print);
  if (spec.note) to.addHelpText("after", `\n${words.say(`help.${spec.note}`)}`);
  if (!spec.commands) to.action(() => {});
}

/** @param called all there is to know of the command called; of the others the names are enough. */
async function programFor(called: string | null, context: Context, print: Print): Promise<Command> {
  const { words } = context;
  const program = configureHelp(new Command("dozvon"), context, print);
  program
    .description(`${words.say("help.description")}\n\n${words.say("help.start")}`)
    .helpCommand("help [command]", words.say("help.help"));
  addFlags(GLOBAL_FLAGS, program, words);
  program.version(VERSION, "-V, --version", words.say("help.version"));
  const notes = [words.say("help.environment", { names: VARIABLES.join(", ") }), words.say("help.exit-codes")];
  for (const text of notes) program.addHelpText("after", `\n${program.createHelp().boxWrap(text, columnsOf(context))}`);
  const spec = called === null ? undefined : await COMMANDS[called]?.();
  if (called === null || !spec) for (const name of LISTED) declare({}, name, program.command(name), context, print);
  else {
    const command = program.command(called);
    declare(spec, called, command, context, print);
    command.addHelpText("before", `${words.say("help.examples")}\n${words.say(`examples.${called}`)}\n`);
  }
  return program;
}

const helpOf = (called: string | null): string => (called === null ? "dozvon help" : `dozvon help ${called}`);

/** A statement's line begins with a minus, and was taken for a flag. */
const LOOKS_LIKE_TEXT = /^-\d|\s/;

/** commander's own messages are English; their code says which of ours to use and the quoted word what it is about. */
function usageProblem(error: CommanderError, called: string | null, flags: Flags, { words }: Context): Problem {
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const hint = /Did you mean (\S+)\?/.exec(error.message)?.[1];
  const begun = Object.keys(flags).find((flag) => given.length > 2 && flag.startsWith(given));
  const hints = hint ? [hint] : [];
  if (error.code === "commander.help") return new Problem("usage", "no-subcommand", { given: helpOf(called) });
  if (error.code === "commander.unknownCommand")
    return new Problem("unknown-command", "unknown-command", { given }, { hints });
  if (error.code === "commander.unknownOption" && LOOKS_LIKE_TEXT.test(given))
    return new Problem("usage", "text-like-a-flag", { given, command: `dozvon ${called}` });
  if (error.code === "commander.optionMissingArgument") return new Problem("usage", "flag-without-value", { given });
  const key = `usage.${error.code.replace("commander.", "").toLowerCase()}`;
  const [example = ""] = words.say(`examples.${called ?? "ask"}`).split("\n");
  const about = words.has(`help.${given}`) ? words.say(`help.${given}`) : given;
  const values = error.code === "commander.missingArgument" ? { given: about, example: example.trim() } : { given };
  const message = words.has(key) ? words.say(key, values) : error.message.replace(/^error: /, "");
  return new Problem("usage", "usage", { message }, { hints: begun ? [begun] : hints });
}

/** Help and the version are answers, not failures. */
const ANSWERS = ["commander.helpDisplayed", "commander.help", "commander.version"];

/**
 * Answers a line that asks for help or the version; with --json they too are one document.
 * @throws Problem that says in our words what is wrong with any other line.
 */
export async function explain(words: readonly string[], called: string | null, context: Context): Promise<Answer> {
  let printed = "";
  const print = (text: string) => {
    printed += text;
  };
  try {
    await (await programFor(called, context, print)).parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 || !ANSWERS.includes(error.code)) {
      const spec = called === null ? undefined : await COMMANDS[called]?.();
      throw usageProblem(error, called, { ...spec?.flags, ...GLOBAL_FLAGS }, context);
    }
    const isVersion = error.code === "commander.version";
    return {
      kind: isVersion ? "version" : "help",
      result: () => (isVersion ? { version: VERSION } : { text: printed }),
      text: () => printed,
    };
  }
  throw new Problem("usage", "no-subcommand", { given: helpOf(called) });
}
