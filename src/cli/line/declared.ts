/** What commands declare of their command line: enough to read one that is in order; commander reads all others and writes the help. */
type Read = (value: string, previous: string | undefined) => string;

/** The part of commander's Command that most commands need. A flag is `--plain`, `--lang <code>` or `-o, --operator <id>`. */
export interface Declared {
  /** @param spec `<one>`, `[one]`, `<many...>` or `[many...]` */
  argument(spec: string, description?: string): this;
  option(spec: string, description: string): this;
  option(spec: string, description: string, read: Read): this;
  /** @param run is given each argument, a list for `many...`, and then the flags by name, as in `showNumbers`. */
  // biome-ignore lint/suspicious/noExplicitAny: what it is given follows from the specs, which are text.
  action(run: (...given: any[]) => void | Promise<void>): this;
}

interface Flag {
  name: string;
  read: Read | null;
}

interface Argument {
  required: boolean;
  many: boolean;
}

type Run = (...given: unknown[]) => void | Promise<void>;

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Keeps what is declared. */
class Declarations implements Declared {
  readonly flags = new Map<string, Flag>();
  readonly arguments: Argument[] = [];
  run: Run = () => {};

  argument(spec: string): this {
    this.arguments.push({ required: spec.startsWith("<"), many: spec.includes("...") });
    return this;
  }

  option(spec: string, _description: string, read: Read = (value) => value): this {
    const [names = "", value] = spec.split(" <");
    const spellings = names.split(", ");
    const name = camelCase((spellings.at(-1) ?? "").slice(2));
    for (const one of spellings) this.flags.set(one, { name, read: value === undefined ? null : read });
    return this;
  }

  action(run: Run): this {
    this.run = run;
    return this;
  }
}

interface Sorted {
  /** A flag and its value; null for one that takes none. */
  flags: (readonly [flag: Flag, value: string | null])[];
  operands: string[];
}

/** @returns null at a word that is neither a declared flag, its value, nor an operand. */
function sort(words: readonly string[], declared: ReadonlyMap<string, Flag>): Sorted | null {
  const { flags, operands }: Sorted = { flags: [], operands: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "-" || !word.startsWith("-")) {
      operands.push(word);
      continue;
    }
    const flag = declared.get(word);
    if (!flag) return null;
    if (flag.read) at += 1;
    const value = flag.read ? words[at] : null;
    if (value === undefined || value?.startsWith("-")) return null;
    flags.push([flag, value]);
  }
  return { flags, operands };
}

/** Only once the whole line is in order: what is wrong with its form is said before what is wrong with a value. */
function readAll(flags: Sorted["flags"]): Record<string, string | true> {
  const values: Record<string, string | true> = {};
  for (const [{ name, read }, value] of flags) {
    const previous = values[name];
    values[name] = read && value !== null ? read(value, previous === true ? undefined : previous) : true;
  }
  return values;
}

/** @returns a value for each argument; null where there are too few operands or too many. */
function fill(
  declared: readonly Argument[],
  operands: readonly string[],
): (string | readonly string[] | undefined)[] | null {
  const needed = declared.filter(({ required }) => required).length;
  const most = declared.some(({ many }) => many) ? Number.POSITIVE_INFINITY : declared.length;
  if (operands.length < needed || operands.length > most) return null;
  return declared.map(({ many }, index) => (many ? operands.slice(index) : operands[index]));
}

/**
 * Reads the words after a command's name where each is whole and declared, as in nearly every line a script or a person sends.
 * @returns what the command does with them; null for any other line, of which commander knows what to say.
 * @throws Problem where a flag's value is refused.
 */
export function readDeclared(
  words: readonly string[],
  declareGlobal: (line: Declared) => void,
  declare: (line: Declared) => void,
): (() => void | Promise<void>) | null {
  const global = new Declarations();
  const own = new Declarations();
  declareGlobal(global);
  declare(own);
  const sorted = sort(words, new Map([...global.flags, ...own.flags]));
  const operands = sorted && fill(own.arguments, sorted.operands);
  if (!operands) return null;
  const names = new Set([...own.flags.values()].map(({ name }) => name));
  const flags = Object.fromEntries(Object.entries(readAll(sorted.flags)).filter(([name]) => names.has(name)));
  return () => own.run(...operands, flags);
}
