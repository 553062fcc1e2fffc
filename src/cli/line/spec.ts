/** A command line as data: one declaration gives its reader, its help, its completion and its page of the manual. */
import type { Words } from "../../render/words.js";
import type { Offers } from "../commands/completion.js";
import type { Context } from "../context.js";
import type { Outcome } from "../runner.js";

/** What may stand at a place of the line. */
interface Place {
  /** In the help: `help.<text>`, which is `help.<name>` where nothing is said here. */
  text?: Text;
  /** What Tab offers there. */
  offers?: Offers;
}

export interface Flag extends Place {
  letter?: string;
  /** What the help calls its value; a flag without one is a switch. */
  value?: string;
  /** It may stand more than once. */
  many?: true;
}

/** By their spelling, which is how code asks for them too; in the order of the help. */
export type Flags = Readonly<Record<`--${string}`, Flag>>;

/** By `<needed>`, `[may be left out]`, `<one or more...>` or `[any number...]`, in their order. */
export type Operands = Readonly<Record<string, Place>>;

type ValueOf<One> = One extends { value: string } ? (One extends { many: true } ? string[] : string) : true;

export type Given<F> = { readonly [Spelling in keyof F]?: ValueOf<F[Spelling]> };

type Bare<Spelling> = Spelling extends `<${infer Name}>` | `[${infer Name}]` ? Name : never;
type NameOf<Spelling> = Bare<Spelling> extends `${infer Name}...` ? Name : Bare<Spelling>;
type OperandOf<Spelling> = Spelling extends `${string}...${string}`
  ? readonly string[]
  : Spelling extends `<${string}`
    ? string
    : string | undefined;

/** The operands by their names, and the flags. */
export type Line<O extends Operands, F extends Flags> = {
  readonly [Spelling in keyof O as NameOf<Spelling>]: OperandOf<Spelling>;
} & { readonly flags: Given<F> };

/** `-o, --operator <id>`, as the help shows it. */
export const spelled = (spelling: string, { letter, value }: Flag): string =>
  (letter ? `-${letter}, ` : "") + spelling + (value === undefined ? "" : ` <${value}>`);

type Text = string | ((words: Words) => string);

export const textOf = (text: Text, words: Words): string =>
  typeof text === "string" ? words.say(`help.${text}`) : text(words);

/** The name of an operand. */
export const nameOf = (spelling: string): string => spelling.replace(/[<>[\].]/g, "");

/** Whether an operand takes all that is left. */
export const isMany = (spelling: string): boolean => spelling.includes("...");

/** Its words are `help.<name>` and `examples.<name>`. */
export interface Command<O extends Operands = Operands, F extends Flags = Flags> {
  operands?: O;
  flags?: F;
  /** It answers in JSON, asked or not. */
  json?: true;
  /** Said below the help: `help.<note>`. */
  note?: string;
  /** One that is told by another word what to do, as `config set` is. */
  commands?: Readonly<Record<string, Command>>;
  run?(line: Line<O, F>, context: Context): Outcome | Promise<Outcome>;
  /** Whether a life may hang on the answer, so that it has to come whatever is wrong around it. @param bare without any of that. */
  urgent?(line: Line<O, F>, bare: Context): boolean | Promise<boolean>;
}

/** What a line gives to a command is typed by what the command declares. */
export const command = <const O extends Operands = Record<never, never>, const F extends Flags = Record<never, never>>(
  spec: Command<O, F>,
): Command => spec as Command;
