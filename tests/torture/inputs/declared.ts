/** Every command as its help declares it: what the program has learned since a trial was written is tried like the rest. */
import { EXAMPLES } from "../../support/examples.js";
import type { Run } from "../in-process.js";

export interface Declared {
  /** As in `config set`. */
  words: readonly string[];
  /** What its usual call gives it, in the order of its operands. */
  operands: readonly string[];
  /** What each flag of its own takes; null for a switch. */
  flags: ReadonlyMap<string, string | null>;
}

const part = (help: string, heading: string): string => help.split(`\n${heading}:\n`)[1]?.split("\n\n")[0] ?? "";

const FLAG = /^ {2}(?:-\w, )?(--[a-z-]+)(?: <([^>]+)>)?/gm;

function flagsIn(help: string): Map<string, string | null> {
  const flags = [...part(help, "Options").matchAll(FLAG)].map(([, name = "", takes]) => [name, takes ?? null] as const);
  return new Map(flags.filter(([name]) => name !== "--help"));
}

function usualOperands(name: string, help: string): readonly string[] {
  const args = EXAMPLES[name]?.[0]?.args ?? [];
  const flag = args.findIndex((word) => word.startsWith("-"));
  const taken = (part(help, "Arguments").match(/^ {2}\S/gm) ?? []).length;
  return args.slice(0, flag < 0 ? taken : Math.min(flag, taken));
}

/** @returns every command that there is none below. */
export async function declaredCommands(run: Run): Promise<Declared[]> {
  const look = async (words: readonly string[]): Promise<Declared[]> => {
    const { out } = await run([...words, "--help"], { env: { DOZVON_LANG: "en" } });
    const below = [...part(out, "Commands").matchAll(/^ {2}([a-z-]+) /gm)].flatMap(([, name = ""]) => name);
    const found: Declared[] = [];
    for (const name of below) if (name !== "help") found.push(...(await look([...words, name])));
    if (found.length > 0) return found;
    return [{ words, operands: usualOperands(words.join(" "), out), flags: flagsIn(out) }];
  };
  return look([]);
}
