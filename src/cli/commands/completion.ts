/** What may stand next on a command line, for the completion scripts of shells: what the directory holds, what was begun, what is saved. */
import { script } from "@bomb.sh/tab";
import type { Run } from "../../checklists/run.js";
import type { Directory } from "../../directory/types.js";
import { oneOf } from "../../values/choice.js";
import { COUNTRIES } from "../../values/country.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Text } from "../../vocabulary/language.js";
import { NAMED_LINES } from "../../vocabulary/situation.js";
import { findCommand, HELP, LISTED, outputKinds } from "../commands.js";
import type { Context } from "../context.js";
import { fieldsFrom } from "../fields.js";
import { FACT_FLAGS, GLOBAL_FLAGS } from "../line/flags.js";
import { flagNamed, readHead, tokensOf } from "../line/read.js";
import { type Command, command, type Flag, type Flags, isMany, textOf } from "../line/spec.js";
import { openRuns } from "../runs.js";
import { schemaKinds } from "./schema.js";

interface Suggestion {
  value: string;
  description: string;
}

interface Source {
  directory: Directory;
  context: Context;
  /** What stands on the line already, without flags and the names of commands. */
  operands: readonly string[];
  /** The command called. */
  called: string | null;
  /** What is typed of the value already. */
  begun: string;
}

/** A value, or a value with what it stands for. */
type Offered = readonly (string | readonly [value: string, meaning: Text | string])[];

type Offer = (source: Source) => Offered | Promise<Offered>;

/** A closed list, or one that is made when it is asked for. `files` are left to the shell. */
export type Offers = readonly string[] | keyof typeof OFFERS | "files";

const operators = ({ directory }: Source): Offered =>
  directory.parties.flatMap(({ id, name, type }) => (type === "operator" ? [[id, name] as const] : []));

/** A press of Tab says nothing of a run that cannot be read. */
const runsOf = ({ context }: Source): Promise<Run[]> => openRuns({ ...context, io: { ...context.io, err: () => {} } });

const stepsOf = async (source: Source) => (await runsOf(source)).flatMap(({ checklist }) => checklist.steps);

const OFFERS = {
  operators,
  parties: ({ directory }) => directory.parties.map(({ id, name }) => [id, name]),
  topics: ({ directory }) => directory.topics.map(({ id, label }) => [id, label]),
  checklists: ({ directory }) => directory.checklists.map(({ id, title }) => [id, title]),
  claims: ({ context }) => context.open.claims().map(({ id, title }) => [id, title]),
  merchants: ({ context }) => context.open.merchants().map(({ id, name }) => [id, name]),
  lines: (source) => [...NAMED_LINES, ...operators(source)],
  countries({ context }) {
    const names = new Intl.DisplayNames([context.words.language], { type: "region" });
    return COUNTRIES.split(" ").map((code) => [code, names.of(code) ?? ""] as const);
  },
  /** Those of the operator that is named. */
  channels({ directory, operands }) {
    const asked = directory.parties.filter(({ id }) => operands.includes(id));
    const parties = asked.length > 0 ? asked : directory.parties;
    return parties.flatMap(({ id }) => directory.party(id).channels.map((one) => [one.id, one.label] as const));
  },
  kinds: () => [...schemaKinds(), "codes"],
  runs: async (source) => (await runsOf(source)).map(({ id, checklist }) => [id, checklist.title]),
  /** Of the checklists that were begun, each once. */
  steps: async (source) => [...new Map((await stepsOf(source)).map(({ id, title }) => [id, title]))],
  /** Those of the step that is named. */
  outcomes: async (source) =>
    (await stepsOf(source))
      .filter(({ id }) => source.operands.includes(id))
      .flatMap(({ branches }) => branches.map(({ id, label }) => [id, label] as const)),
  /** What the flag of the setting that is named offers: `offersAt`. */
  settingValues: () => [],
  fields: ({ called, begun }) => fieldsFrom(begun, outputKinds(called)),
  commands: ({ context }) => LISTED.map((name) => [name, context.words.say(`help.${name}`)]),
} satisfies Record<string, Offer>;

/** @returns null where the shell knows best: names of files. */
async function suggestions(offers: Offers | undefined, source: Source): Promise<readonly Suggestion[] | null> {
  if (offers === "files") return null;
  const { words } = source.context;
  const offered: Offered = typeof offers === "string" ? await OFFERS[offers](source) : (offers ?? []);
  return offered.map((one) => {
    const [value, meaning] = typeof one === "string" ? [one, ""] : one;
    return { value, description: typeof meaning === "string" ? meaning : words.text(meaning) };
  });
}

const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** What the shells' scripts, which are cobra's, are told in the last line. */
const NO_FILES = ":4";
const FILES = ":0";

const NAMES: Command = { operands: { "[command]": { offers: "commands" } } };

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
  const { operands: said } = readHead(words);
  // The command whose words are being typed, and the names that lead to it: its own may be yet to come.
  const { path, spec } = (await findCommand(said)) ?? { path: said[0] === HELP ? [HELP] : [], spec: NAMES };
  const flags: Flags = { ...spec.flags, ...GLOBAL_FLAGS, ...spec.flags };
  const tokens = tokensOf(words, flags);
  const operands = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : [])).slice(path.length);
  const source = { directory: await context.directory(), context, operands, called: path[0] ?? null };
  const from = async (offers: Offers | undefined, begun: string) =>
    (await suggestions(offers, { ...source, begun }))?.filter(({ value }) => value.startsWith(begun)) ?? null;

  const before = tokens.at(-1);
  const waiting = before?.kind === "option" && before.value === undefined && flagNamed(before.name, flags);
  if (waiting && waiting.value !== undefined) return from(waiting.offers, last);
  const [, name, begun] = /^--([^=]+)=(.*)$/s.exec(last) ?? [];
  if (name !== undefined) return from(flagNamed(name, flags)?.offers, begun ?? "");
  if (last.startsWith("-"))
    return Object.entries(flags).flatMap(([spelling, { letter, text = spelling.slice(2) }]) => {
      const value = [spelling, `-${letter ?? "-"}`].find((one) => one.startsWith(last));
      return value === undefined ? [] : [{ value, description: textOf(text, context.words) }];
    });
  if (!spec.commands) return from(offersAt(spec, operands), last);
  const names = Object.keys(spec.commands).filter((value) => value.startsWith(last));
  return names.map((value) => ({ value, description: context.words.say(`help.${path[0]}-${value}`) }));
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
function scriptFor(shell: (typeof SHELLS)[number]): string {
  // The library prints; its script is wanted as text, for `--json` and for readers that leave early.
  const { log } = console;
  let text = "";
  console.log = (line: string) => {
    text += `${line}\n`;
  };
  try {
    script(shell, "dozvon", "dozvon");
  } finally {
    console.log = log;
  }
  // Constants would make loading it twice, or beside another program's script of the same make, an error.
  return shell === "bash" ? BASH_WITHOUT_PACKAGE + text.replace(/^readonly /gm, "") : text;
}

export const completionCommand = command({
  operands: { "<shell>": { offers: SHELLS } },
  run(line) {
    const shell = oneOf(line.shell, SHELLS, "shell");
    const script = scriptFor(shell);
    return { kind: "completion", result: () => ({ shell, script }), text: () => script };
  },
});

/** What the scripts call, with the words up to the cursor, of which the last may be empty; people call `completion`. */
export const completeCommand = command({
  operands: { "[words...]": { text: () => "" } },
  async run({ words }, context) {
    const found = await offered(words, context);
    // Descriptions stand on one line of a menu.
    const lines = (found ?? []).map(({ value, description }) => `${value}\t${description.replace(/\s+/g, " ")}`);
    context.io.out(`${[...lines, found === null ? FILES : NO_FILES].join("\n")}\n`);
    return EXIT.answered;
  },
});
