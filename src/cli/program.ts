import { Command } from "commander";
import type { Words } from "../render/words.js";
import { COMMANDS } from "./commands.js";
import type { Context } from "./context.js";
import { once } from "./facts.js";
import { VERSION } from "./package.js";

const TITLES = ["Usage:", "Arguments:", "Options:", "Commands:", "Global Options:"];

/** Commander's headings in the language of the answer. */
function localise(title: string, words: Words): string {
  return TITLES.includes(title)
    ? words.say(`help.title.${title.toLowerCase().replace(":", "").replaceAll(" ", "-")}`)
    : title;
}

/** Takes what commander itself prints: help and the version. */
export type Print = (text: string) => void;

function configureHelp(command: Command, { words, io }: Context, print: Print): void {
  command
    .helpOption("-h, --help", words.say("help.help"))
    .configureHelp({
      helpWidth: io.columns,
      showGlobalOptions: true,
      styleTitle: (title) => localise(title, words),
    })
    .configureOutput({ writeOut: print, writeErr: () => {}, getOutHelpWidth: () => io.columns })
    .exitOverride();
}

function addGlobalFlags(program: Command, words: Words): void {
  program
    .option("--json", words.say("help.json"))
    .option("--lang <code>", words.say("help.lang"), once("lang"))
    .option("--as-of <date>", words.say("help.as-of"), once("as-of"))
    .option("--strict", words.say("help.strict"))
    .option("--directory <folder>", words.say("help.directory"), once("directory"))
    .option("--no-input", words.say("help.no-input"))
    .option("--no-config", words.say("help.no-config"))
    .option("--accessible", words.say("help.accessible"))
    .option("--no-color", words.say("help.no-color"))
    .version(VERSION, "-V, --version", words.say("help.version"));
}

const exampleText = (examples: readonly string[], words: Words): string =>
  [words.say("help.examples"), ...examples.map((example) => `  ${example}`), ""].join("\n");

/**
 * The command line. Only the commands named in `called` are loaded and known, since knowing the others costs every look-up; when none
 * is, all names are declared, which is what help and suggestions need.
 */
export async function programFor(called: readonly string[], context: Context, print: Print): Promise<Command> {
  const { words } = context;
  const program = new Command("dozvon");
  configureHelp(program, context, print);
  program.description(words.say("help.description")).helpCommand("help [command]", words.say("help.help"));
  addGlobalFlags(program, words);
  program.addHelpText("after", `\n${words.say("help.exit-codes")}`);
  const names = called.length > 0 ? called : Object.keys(COMMANDS);
  for (const name of names) {
    const command = program.command(name).description(words.say(`help.${name}`));
    configureHelp(command, context, print);
    const load = called.length > 0 ? COMMANDS[name] : undefined;
    if (!load) continue;
    const { configure, examples } = await load();
    configure(command, context);
    command.addHelpText("before", exampleText(examples, words));
    for (const sub of command.commands) configureHelp(sub, context, print);
  }
  return program;
}
