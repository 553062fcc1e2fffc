/** Reads command lines. Of one that is not in order commander says what is wrong: `help.ts`. */
import { parseArgs } from "node:util";
import { Problem } from "../../values/problem.js";
import { FACT_FLAGS, GLOBAL_FLAGS, type GlobalFlags } from "./flags.js";
import { type Command, type Flag, type Flags, isMany, type Line, nameOf, type Operands, spelled } from "./spec.js";

/** Node reads `-abc` as a flag a letter and gives up on a hundred thousand of them; there are not so many flags. */
const MOST_LETTERS = 10_000;
/** `-599` is a sum in a line of a statement; no flag is a digit. */
const NEGATIVE = /^-(\d+|\d*\.\d+)$/;

export function tokensOf(words: readonly string[], flags: Flags) {
  const options = Object.entries(flags).map(([spelling, { letter, value }]) => {
    const type = value === undefined ? ("boolean" as const) : ("string" as const);
    return [spelling.slice(2), { type, ...(letter && { short: letter }) }] as const;
  });
  const { tokens } = parseArgs({
    args: words.map((word) => (/^-[^-]/.test(word) ? word.slice(0, MOST_LETTERS) : word)),
    options: Object.fromEntries(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  // Once a word, not once a letter of it, each of which is a token to Node.
  const sums = words.map((word) => NEGATIVE.test(word));
  return tokens.flatMap((token, at) => {
    if (token.kind !== "option" || !sums[token.index]) return [token];
    const value = words[token.index] ?? "";
    return tokens[at - 1]?.index === token.index ? [] : [{ kind: "positional" as const, index: token.index, value }];
  });
}

type FlagToken = Extract<ReturnType<typeof tokensOf>[number], { kind: "option" }>;

export const flagNamed = (name: string, flags: Flags): Flag | undefined =>
  Object.hasOwn(flags, `--${name}`) ? flags[`--${name}`] : undefined;

/** What is true of a line whatever its command takes: how an answer, a failed one included, is given, and whose it is. */
export interface Head {
  flags: GlobalFlags;
  /** The words that no flag takes: a command's name, and what follows it. */
  operands: readonly string[];
}

export function readHead(words: readonly string[]): Head {
  const end = words.indexOf("--");
  const before = end < 0 ? words : words.slice(0, end);
  // A fact may stand before the command too: its value is not the command's name.
  const tokens = tokensOf(words, { ...FACT_FLAGS, ...GLOBAL_FLAGS });
  const flags: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind !== "option" || token.value === undefined) continue;
    if (flagNamed(token.name, GLOBAL_FLAGS)?.value !== undefined) flags[`--${token.name}`] ??= token.value;
  }
  // Also one that stands where a value is missing: a script that asks for JSON gets JSON.
  const switches = Object.entries<Flag>(GLOBAL_FLAGS).filter(([, { value }]) => value === undefined);
  for (const [spelling] of switches) if (before.includes(spelling)) flags[spelling] = true;
  return { flags, operands: tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : [])) };
}

const isFlag = (word: string, flags: Flags): boolean =>
  Object.values(flags).some(({ letter }) => letter !== undefined && word === `-${letter}`) ||
  (word.startsWith("--") && flagNamed(word.slice(2).replace(/=.*/s, ""), flags) !== undefined);

/** @returns null where a value is missing, or is given to a flag that takes none. @throws Problem where another flag stands for it. */
function givenTo(flag: Flag, { name, value, inlineValue }: FlagToken, flags: Flags): string | true | null {
  if (flag.value === undefined) return value === undefined ? true : null;
  if (value !== undefined && !inlineValue && isFlag(value, flags))
    throw new Problem("usage", "flag-without-value", { given: spelled(`--${name}`, flag) });
  return value ?? null;
}

/** @returns null at a word that is neither a declared flag, its value, nor an operand. */
function sort(words: readonly string[], declared: Flags) {
  const flags: (readonly [spelling: string, flag: Flag, value: string | true])[] = [];
  const operands: string[] = [];
  for (const token of tokensOf(words, declared)) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = flagNamed(token.name, declared);
    const value = flag && givenTo(flag, token, declared);
    if (!flag || value === null || value === undefined) return null;
    flags.push([`--${token.name}`, flag, value]);
  }
  return { flags, operands };
}

/** Only once the whole line is in order: what is wrong with its form is said before what is wrong with a value. @throws Problem */
function valuesOf({ flags }: NonNullable<ReturnType<typeof sort>>): Record<string, unknown> {
  const values: Record<string, string | true | string[]> = {};
  for (const [spelling, { many }, value] of flags) {
    const name = spelling.slice(2);
    const previous = values[spelling];
    if (many && value !== true) values[spelling] = Array.isArray(previous) ? [...previous, value] : [value];
    else if (value === true) values[spelling] = true;
    else if (previous !== undefined) throw new Problem("usage", "repeated-flag", { flag: name });
    else if (value.trim() === "") throw new Problem("usage", "empty-value", { fact: name });
    else values[spelling] = value;
  }
  return values;
}

/** @returns a value for each operand by its name; null where there are too few or too many. */
function fill(declared: Operands, given: readonly string[]): Record<string, unknown> | null {
  const spellings = Object.keys(declared);
  const needed = spellings.filter((spelling) => spelling.startsWith("<")).length;
  const most = spellings.some(isMany) ? Number.POSITIVE_INFINITY : spellings.length;
  if (given.length < needed || given.length > most) return null;
  const valueAt = (spelling: string, at: number) => (isMany(spelling) ? given.slice(at) : given[at]);
  return Object.fromEntries(spellings.map((spelling, at) => [nameOf(spelling), valueAt(spelling, at)]));
}

/**
 * @param path the names that lead to the command, as in `config set`.
 * @returns null for a line that is not in order.
 * @throws Problem where a flag's value is empty, or given twice.
 */
export function readLine(
  words: readonly string[],
  path: readonly string[],
  { flags = {}, operands = {} }: Command,
): Line<Operands, Flags> | null {
  // A command's own flag stands before a global one of the same name.
  const sorted = sort(words, { ...GLOBAL_FLAGS, ...flags });
  if (!sorted || path.some((name, at) => sorted.operands[at] !== name)) return null;
  const filled = fill(operands, sorted.operands.slice(path.length));
  return filled && ({ ...filled, flags: valuesOf(sorted) } as Line<Operands, Flags>);
}
