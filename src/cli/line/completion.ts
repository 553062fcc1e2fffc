/** What may stand next on a command line, for the completion scripts of shells. */
import { script } from "@bomb.sh/tab";
import { findCommand, HELP } from "../commands.js";
import type { Context } from "../context.js";
import { FACT_FLAGS, GLOBAL_FLAGS } from "./flags.js";
import { type Suggestion, suggestions } from "./offers.js";
import { flagNamed, readHead, tokensOf } from "./read.js";
import { type Command, type Flag, type Flags, isMany, textOf } from "./spec.js";

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
type Shell = (typeof SHELLS)[number];

/** What the shells' scripts, which are cobra's, are told in the last line. */
const NO_FILES = ":4";
const FILES = ":0";

const NAMES: Command = { operands: { "[command]": { offers: "commands" } } };

/** The command whose words are being typed, and the names that lead to it: its own may be yet to come. */
async function calledBy(words: readonly string[]): Promise<{ path: readonly string[]; spec: Command }> {
  const { operands } = readHead(words);
  return (await findCommand(operands)) ?? { path: operands[0] === HELP ? [HELP] : [], spec: NAMES };
}

function flagsOffered(flags: Flags, typed: string, { words }: Context): Suggestion[] {
  return Object.entries(flags).flatMap(([spelling, { letter, text = spelling.slice(2) }]) => {
    const value = [spelling, `-${letter ?? "-"}`].find((one) => one.startsWith(typed));
    return value === undefined ? [] : [{ value, description: textOf(text, words) }];
  });
}

const namesOf = (name: string, commands: Command["commands"], { words }: Context): Suggestion[] =>
  Object.keys(commands ?? {}).map((value) => ({ value, description: words.say(`help.${name}-${value}`) }));

/** What stands for the next operand; for the value of a setting, what its flag stands for. */
function offersAt({ operands: declared = {} }: Command, operands: readonly string[]): Flag["offers"] {
  const places = Object.entries(declared);
  const [, place] = places[operands.length] ?? places.filter(([spelling]) => isMany(spelling)).at(-1) ?? [];
  if (place?.offers !== "settingValues") return place?.offers;
  return flagNamed(operands[0] ?? "", { ...FACT_FLAGS, ...GLOBAL_FLAGS })?.offers;
}

/** @returns what may stand at the cursor and begins as what is typed there; null for the names of files. */
async function offered(typed: readonly string[], context: Context): Promise<readonly Suggestion[] | null> {
  const words = typed.slice(0, -1);
  const last = typed.at(-1) ?? "";
  const { path, spec } = await calledBy(words);
  const flags: Flags = { ...spec.flags, ...GLOBAL_FLAGS, ...spec.flags };
  const tokens = tokensOf(words, flags);
  const operands = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : [])).slice(path.length);
  const source = { directory: await context.directory(), context, operands, called: path[0] ?? null };
  const from = async (offers: Parameters<typeof suggestions>[0], begun: string) =>
    (await suggestions(offers, { ...source, begun }))?.filter(({ value }) => value.startsWith(begun)) ?? null;

  const before = tokens.at(-1);
  const waiting = before?.kind === "option" && before.value === undefined && flagNamed(before.name, flags);
  if (waiting && waiting.value !== undefined) return from(waiting.offers, last);
  const [, name, begun] = /^--([^=]+)=(.*)$/s.exec(last) ?? [];
  if (name !== undefined) return from(flagNamed(name, flags)?.offers, begun ?? "");
  if (last.startsWith("-")) return flagsOffered(flags, last, context);
  if (spec.commands)
    return namesOf(path[0] ?? "", spec.commands, context).filter(({ value }) => value.startsWith(last));
  return from(offersAt(spec, operands), last);
}

/** Descriptions stand on one line of a menu. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/**
 * @param typed the words after `dozvon` up to the cursor; the last one may be empty.
 * @returns a value, a tab and its description a line, then the directive the shells' scripts expect.
 */
export async function complete(typed: readonly string[], context: Context): Promise<string> {
  const found = await offered(typed, context);
  const lines = (found ?? []).map(({ value, description }) => `${value}\t${oneLine(description)}`);
  return `${[...lines, found === null ? FILES : NO_FILES].join("\n")}\n`;
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

/** The library prints; its script is wanted as text, for `--json` and for readers that leave early. */
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

/** The script that a shell loads: it asks `dozvon complete` for every press of Tab. */
export function scriptFor(shell: Shell): string {
  const text = printed(() => script(shell, "dozvon", "dozvon"));
  // Constants would make loading it twice, or beside another program's script of the same make, an error.
  return shell === "bash" ? BASH_WITHOUT_PACKAGE + text.replace(/^readonly /gm, "") : text;
}
