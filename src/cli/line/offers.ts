/** What Tab offers where a flag or an argument wants a value: what the directory holds, what was begun, what is saved. */
import type { Run } from "../../checklists/run.js";
import type { Directory } from "../../directory/types.js";
import { parseCountry } from "../../values/country.js";
import type { Text } from "../../vocabulary/language.js";
import { NAMED_LINES } from "../../vocabulary/situation.js";
import { openRuns } from "../commands/checklist.js";
import { schemaKinds } from "../commands/schema.js";
import { LISTED, outputKinds } from "../commands.js";
import type { Context } from "../context.js";
import { fieldsFrom } from "../fields.js";

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

/** A value, or a value with what it stands for. */
type Offered = readonly (string | readonly [value: string, meaning: Text | string])[];

type Offer = (source: Source) => Offered | Promise<Offered>;

/** A closed list, or one that is made when it is asked for. `files` are left to the shell. */
export type Offers = readonly string[] | keyof typeof OFFERS | "files";

const operators = ({ directory }: Source): Offered =>
  directory.parties.flatMap(({ id, name, type }) => (type === "operator" ? [[id, name] as const] : []));

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function isCountry(code: string): boolean {
  try {
    return parseCountry(code) === code;
  } catch {
    return false;
  }
}

function countries({ context }: Source): Offered {
  const names = new Intl.DisplayNames([context.words.language], { type: "region" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCountry);
  return codes.map((code) => [code, names.of(code) ?? ""]);
}

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
  countries,
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
  /** What the flag of the setting that is named offers: `completion.ts`. */
  settingValues: () => [],
  fields: ({ called, begun }) => fieldsFrom(begun, outputKinds(called)),
  commands: ({ context }) => LISTED.map((name) => [name, context.words.say(`help.${name}`)]),
} satisfies Record<string, Offer>;

/** @returns null where the shell knows best: names of files. */
export async function suggestions(offers: Offers | undefined, source: Source): Promise<readonly Suggestion[] | null> {
  if (offers === "files") return null;
  const { words } = source.context;
  const offered: Offered = typeof offers === "string" ? await OFFERS[offers](source) : (offers ?? []);
  return offered.map((one) => {
    const [value, meaning] = typeof one === "string" ? [one, ""] : one;
    return { value, description: typeof meaning === "string" ? meaning : words.text(meaning) };
  });
}
