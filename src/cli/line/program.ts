import { Command, Help } from "commander";
import type { Words } from "../../render/words.js";
import { COMMANDS, LISTED } from "../commands.js";
import { type Context, checkMoment } from "../context.js";
import { VERSION } from "../package.js";
import { addGlobalFlags } from "./global-flags.js";

const TITLES = ["Usage:", "Arguments:", "Options:", "Commands:", "Global Options:"];

/** Commander's headings in the language of the answer. */
function localise(title: string, words: Words): string {
  return TITLES.includes(title)
    ? words.say(`help.title.${title.toLowerCase().replace(":", "").replaceAll(" ", "-")}`)
    : title;
}

/** Takes what commander itself prints: help and the version. */
export type Print = (text: string) => void;

/** Below this width a description goes under its flag instead of beside it. */
const TWO_COLUMNS = 60;

function stacked(term: string, description: string, helper: Help, columns: number): string {
  const indented = (text: string, indent: number): string => {
    const margin = " ".repeat(indent);
    return margin + helper.boxWrap(text, columns - indent).replaceAll("\n", `\n${margin}`);
  };
  return `${indented(term, 2)}\n${indented(description, 6)}`;
}

/** Help is wrapped down to this width. */
const NARROWEST = 20;

function configureHelp(command: Command, { words, io }: Context, print: Print): void {
  command
    .helpOption("-h, --help", words.say("help.help"))
    .configureHelp({
      // Asked for only when there is help to wrap.
      get helpWidth() {
        return io.columns;
      },
      showGlobalOptions: true,
      minWidthToWrap: NARROWEST,
      formatItem: (term, termWidth, description, helper) =>
        io.columns < TWO_COLUMNS
          ? stacked(term, description, helper, io.columns)
          : Help.prototype.formatItem.call(helper, term, termWidth, description, helper),
      styleTitle: (title) => localise(title, words),
    })
    .configureOutput({ writeOut: print, writeErr: () => {}, getOutHelpWidth: () => io.columns })
    .exitOverride();
}

/** Declares every command by name, which is all that the list of them needs. */
function declareAll(program: Command, context: Context, print: Print): void {
  for (const name of LISTED) {
    configureHelp(program.command(name).description(context.words.say(`help.${name}`)), context, print);
  }
}

async function loadOne(name: string, program: Command, context: Context, print: Print): Promise<void> {
  const load = COMMANDS[name];
  if (!load) return;
  const module = await load();
  const command = program.command(name).description(context.words.say(`help.${name}`));
  configureHelp(command, context, print);
  if ("declare" in module) module.declare(command, context);
  else module.configure(command, context);
  const { words } = context;
  command.addHelpText("before", () => `${words.say("help.examples")}\n${words.say(`examples.${name}`)}\n`);
  for (const sub of command.commands) configureHelp(sub, context, print);
}

/**
 * The command line. The command called is the only one loaded and known, since knowing the others would cost every
 * look-up; without one all names are declared.
 */
export async function programFor(command: string | null, context: Context, print: Print): Promise<Command> {
  const { words, io } = context;
  const program = new Command("dozvon");
  configureHelp(program, context, print);
  program
    .description(`${words.say("help.description")}\n\n${words.say("help.start")}`)
    .helpCommand("help [command]", words.say("help.help"));
  addGlobalFlags(program, words);
  program.version(VERSION, "-V, --version", words.say("help.version"));
  program.addHelpText("after", () => `\n${program.createHelp().boxWrap(words.say("help.exit-codes"), io.columns)}`);
  program.hook("preAction", () => checkMoment(context));
  if (command === null) declareAll(program, context, print);
  else await loadOne(command, program, context, print);
  return program;
}
