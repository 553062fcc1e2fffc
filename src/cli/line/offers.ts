/** What Tab offers where a flag or an argument wants a value: what the directory holds, what was begun, what is saved. */
import type { Run } from "../../checklists/run.js";
import { readStored, STORED } from "../../directory/stored.js";
import type { Directory } from "../../directory/types.js";
import { parseCountry } from "../../values/country.js";
import type { Text } from "../../vocabulary/language.js";
import { NAMED_LINES } from "../../vocabulary/situation.js";
import { openRuns } from "../checklists.js";
import { schemaKinds } from "../commands/schema.js";
import { LISTED, outputKinds } from "../commands.js";
import type { Context } from "../context.js";
import { fieldsFrom } from "../fields.js";
import { FOLDERS } from "../package.js";

export interface Suggestion {
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

type Suggest = (source: Source) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

/** A closed list, or one that is made when it is asked for. `files` are left to the shell. */
export type Offers = readonly string[] | keyof typeof OFFERS | "files";

const plain = (values: readonly string[]): Suggestion[] => values.map((value) => ({ value, description: "" }));

const named =
  (list: (directory: Directory) => readonly { id: string; name: Text }[]): Suggest =>
  ({ directory, context }) =>
    list(directory).map(({ id, name }) => ({ value: id, description: context.words.text(name) }));

const titled =
  (list: (directory: Directory) => readonly { id: string; title: Text }[]): Suggest =>
  ({ directory, context }) =>
    list(directory).map(({ id, title }) => ({ value: id, description: context.words.text(title) }));

const operators = named(({ parties }) => parties.filter((party) => party.type === "operator"));

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function isCountry(code: string): boolean {
  try {
    return parseCountry(code) === code;
  } catch {
    return false;
  }
}

const countries: Suggest = ({ context }) => {
  const names = new Intl.DisplayNames([context.words.language], { type: "region" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCountry);
  return codes.map((value) => ({ value, description: names.of(value) ?? "" }));
};

/** A press of Tab says nothing of a run that cannot be read. */
const runsOf = ({ context }: Source): Promise<Run[]> => openRuns({ ...context, io: { ...context.io, err: () => {} } });

const stepsOf = async (source: Source) => (await runsOf(source)).flatMap(({ checklist }) => checklist.steps);

const OFFERS = {
  operators,
  parties: named(({ parties }) => parties),
  topics: named(({ topics }) => topics.map(({ id, label }) => ({ id, name: label }))),
  checklists: titled(({ checklists }) => checklists),
  claims: titled(() => readStored(FOLDERS.compiled, STORED.claims)),
  merchants: ({ context }) =>
    context.open.merchants().map(({ id, name }) => ({ value: id, description: context.words.text(name) })),
  lines: async (source) => [...plain(NAMED_LINES), ...(await operators(source))],
  countries,
  channels: ({ directory, context }) =>
    directory.parties.flatMap(({ id }) =>
      directory.party(id).channels.map((one) => ({ value: one.id, description: context.words.text(one.label) })),
    ),
  kinds: () => plain([...schemaKinds(), "codes"]),
  runs: async (source) =>
    (await runsOf(source)).map(({ id, checklist }) => ({
      value: id,
      description: source.context.words.text(checklist.title),
    })),
  /** Of the checklists that were begun, each once. */
  steps: async (source) =>
    [...new Map((await stepsOf(source)).map(({ id, title }) => [id, title]))].map(([value, title]) => ({
      value,
      description: source.context.words.text(title),
    })),
  /** Those of the step that is named. */
  outcomes: async (source) =>
    (await stepsOf(source))
      .filter(({ id }) => source.operands.includes(id))
      .flatMap(({ branches }) => branches)
      .map(({ id, label }) => ({ value: id, description: source.context.words.text(label) })),
  /** What the flag of the setting that is named offers: `completion.ts`. */
  settingValues: () => [],
  fields: ({ called, begun }) => plain(fieldsFrom(begun, outputKinds(called))),
  commands: ({ context }) => LISTED.map((value) => ({ value, description: context.words.say(`help.${value}`) })),
} satisfies Record<string, Suggest>;

/** @returns null where the shell knows best: names of files. */
export async function suggestions(offers: Offers | undefined, source: Source): Promise<readonly Suggestion[] | null> {
  if (offers === "files") return null;
  if (offers === undefined) return [];
  return typeof offers === "string" ? OFFERS[offers](source) : plain(offers);
}
