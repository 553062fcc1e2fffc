/** What may stand next on a command line, for the completion scripts of shells. */
import { type Command as CompletedCommand, RootCommand } from "@bomb.sh/tab";
import { Command, type Option } from "commander";
import type { Run } from "../../checklists/run.js";
import type { Directory } from "../../directory/types.js";
import { parseCountry } from "../../values/country.js";
import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { ACCOUNTS } from "../../vocabulary/charges.js";
import { LANGUAGES, type Text } from "../../vocabulary/language.js";
import { NAMED_LINES, PLACES, SERVICES, SUBSCRIBERS } from "../../vocabulary/situation.js";
import { openRuns } from "../checklists.js";
import { FORMATS } from "../commands/contacts.js";
import { schemaKinds } from "../commands/schema.js";
import { COMMANDS, LISTED } from "../commands.js";
import type { Context } from "../context.js";
import { programFor } from "./program.js";

interface Suggestion {
  value: string;
  description: string;
}
type Suggest = (directory: Directory, context: Context) => readonly Suggestion[];

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

const plain = (values: readonly string[]): Suggest => {
  const suggestions = values.map((value) => ({ value, description: "" }));
  return () => suggestions;
};

const named =
  (list: (directory: Directory) => readonly { id: string; name: Text }[]): Suggest =>
  (directory, { words }) =>
    list(directory).map(({ id, name }) => ({ value: id, description: words.text(name) }));

const operators = named(({ parties }) => parties.filter((party) => party.type === "operator"));
const parties = named(({ parties: all }) => all);
const checklists = named((directory) => directory.checklists.map(({ id, title }) => ({ id, name: title })));
const topics = named((directory) => directory.topics.map(({ id, label }) => ({ id, name: label })));

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function isCountry(code: string): boolean {
  try {
    return parseCountry(code) === code;
  } catch {
    return false;
  }
}

const countries: Suggest = (_directory, { words }) => {
  const names = new Intl.DisplayNames([words.language], { type: "region" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCountry);
  return codes.map((value) => ({ value, description: names.of(value) ?? "" }));
};

const lines: Suggest = (directory, context) => [
  ...NAMED_LINES.map((value) => ({ value, description: "" })),
  ...operators(directory, context),
];

/** A press of Tab says nothing of a run that cannot be read. */
const runsOf = (directory: Directory, context: Context): Run[] =>
  openRuns({ ...context, io: { ...context.io, err: () => {} } }, directory);

const runs: Suggest = (directory, context) =>
  runsOf(directory, context).map(({ id, checklist }) => ({
    value: id,
    description: context.words.text(checklist.title),
  }));

/** The steps of the checklists that were begun, each once. */
const steps: Suggest = (directory, context) => {
  const begun = runsOf(directory, context).flatMap(({ checklist }) => checklist.steps);
  return [...new Map(begun.map(({ id, title }) => [id, title]))].map(([value, title]) => ({
    value,
    description: context.words.text(title),
  }));
};

/** By the name of a flag, or of an argument. */
const VALUES: Readonly<Record<string, Suggest>> = {
  operator: operators,
  party: parties,
  topic: topics,
  checklist: checklists,
  country: countries,
  from: lines,
  service: plain(SERVICES),
  subscriber: plain(SUBSCRIBERS),
  roaming: plain(PLACES),
  without: plain(CHANNEL_KINDS),
  lang: plain(LANGUAGES),
  shell: plain(SHELLS),
  account: plain(ACCOUNTS),
  format: plain(FORMATS),
  kind: (directory, context) => plain([...schemaKinds(), "codes"])(directory, context),
  merchant: (directory, context) => named(() => context.open.merchants())(directory, context),
  run: runs,
  step: steps,
  channel: (directory, { words }) =>
    directory.parties.flatMap(({ id }) =>
      directory.party(id).channels.map((one) => ({ value: one.id, description: words.text(one.label) })),
    ),
};

/** Descriptions stand on one line of a menu. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ");

interface Source {
  directory: Directory;
  context: Context;
}

type Offer = (complete: (value: string, description: string) => void) => void;

function offer(suggest: Suggest, { directory, context }: Source): Offer {
  return (complete) => {
    for (const { value, description } of suggest(directory, context)) complete(value, oneLine(description));
  };
}

function addOption(option: Option, to: CompletedCommand, source: Source): void {
  const name = option.long?.replace(/^--/, "");
  if (name === undefined) return;
  const letter = option.short?.replace(/^-/, "");
  const takesValue = option.required || option.optional;
  if (!takesValue) {
    to.option(name, oneLine(option.description), letter ?? "");
    return;
  }
  const suggest = option.argChoices ? plain(option.argChoices) : (VALUES[name] ?? plain([]));
  to.option(name, oneLine(option.description), offer(suggest, source), letter);
}

function addAll(command: Command, to: CompletedCommand, source: Source): void {
  for (const option of command.createHelp().visibleOptions(command)) addOption(option, to, source);
  for (const argument of command.registeredArguments) {
    const suggest = argument.argChoices ? plain(argument.argChoices) : (VALUES[argument.name()] ?? plain([]));
    to.argument(argument.name(), offer(suggest, source), argument.variadic);
  }
}

/** The library prints; what it prints is wanted as text, for `--json` and for readers that leave early. */
function printed(print: () => void): string {
  const { log } = console;
  let text = "";
  console.log = (line: string) => {
    text += `${line}\n`;
  };
  try {
    print();
  } finally {
    console.log = log;
  }
  return text;
}

/** The command called is loaded; of the others the name is enough. */
async function loaded(name: string, context: Context): Promise<Command | null> {
  const program = await programFor(name, context, () => {});
  return program.commands.find((command) => command.name() === name) ?? null;
}

/**
 * @param typed the words after `dozvon` up to the cursor; the last one may be empty.
 * @returns a value, a tab and its description a line, then the directive the shells' scripts expect.
 */
export async function complete(typed: readonly string[], context: Context): Promise<string> {
  const source = { directory: await context.directory(), context };
  const root = new RootCommand();
  const bare = await programFor(null, context, () => {});
  for (const option of bare.createHelp().visibleOptions(bare)) addOption(option, root, source);
  const called = typed.slice(0, -1).find((word) => Object.hasOwn(COMMANDS, word));
  for (const name of LISTED) {
    const to = root.command(name, oneLine(context.words.say(`help.${name}`)));
    if (name !== called) continue;
    const command = await loaded(name, context);
    if (!command) continue;
    addAll(command, to, source);
    for (const option of bare.createHelp().visibleOptions(bare)) addOption(option, to, source);
    for (const sub of command.commands.filter((one) => one instanceof Command)) {
      const below = root.command(`${name} ${sub.name()}`, oneLine(sub.description()));
      addAll(sub, below, source);
    }
  }
  return printed(() => root.parse([...typed]));
}

/** The library's script for bash counts on the bash-completion package, which macOS and small systems lack. */
const BASH_WITHOUT_PACKAGE = `if ! declare -F _get_comp_words_by_ref > /dev/null; then
  _get_comp_words_by_ref() {
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD - 1]}
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
  }
fi
`;

/** The script that a shell loads: it asks `dozvon complete` for every press of Tab. */
export function scriptFor(shell: Shell): string {
  const script = printed(() => new RootCommand().setup("dozvon", "dozvon", shell));
  // Constants would make loading it twice, or beside another program's script of the same make, an error.
  return shell === "bash" ? BASH_WITHOUT_PACKAGE + script.replace(/^readonly /gm, "") : script;
}
