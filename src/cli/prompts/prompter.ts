/** The one door to the keyboard: a terminal and plain lines stand behind the same port. */
import type { Directory } from "../../directory/types.js";
import type { Words } from "../../render/words.js";
import type { Context } from "../context.js";

export interface Choice {
  value: string;
  name: string;
  /** Further names and words a search should find it by, one a line; not shown. */
  keywords?: string;
}

interface Asked {
  message: string;
  /** Whether there is an earlier question, or a menu, to go back to. */
  back: boolean;
}

/** A list to pick from. */
export interface Question extends Asked {
  /** One line on why this is asked, shown on `?`. */
  why?: string;
  choices: readonly Choice[];
  /** Typing narrows the list. */
  searchable: boolean;
  /** Choices that stand behind those listed: typing finds them too. */
  hidden?: readonly Choice[];
  /** Whether what matches no choice is an answer too, in the person's own words. */
  free?: boolean;
  /** Whether going back leaves the program. */
  leaves?: boolean;
  /** Lines printed just before that should stay on the screen, so the list has to be short. */
  keepInSight?: number;
}

/** A line to type: a name, a date, a sum. */
export interface OpenQuestion extends Asked {
  /** What to write and how. */
  hint?: string;
  /** Taken when the line is left empty, shown beside the question. */
  preset: string | null;
  /** What is wrong with an answer; null for a good one. */
  check(text: string): string | null;
}

export type Written = { kind: "text"; text: string } | { kind: "back" };
export type Reply = { kind: "choice"; value: string } | Written;

export interface Prompter {
  /** @returns `text` only where the question is free. @throws Interrupted when the person pressed Ctrl-C or closed the input. */
  choose(question: Question): Promise<Reply>;
  /** @returns an empty text for an empty line. @throws Interrupted */
  write(question: OpenQuestion): Promise<Written>;
  /** A remark between questions. */
  say(text: string): void;
}

export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** What takes a person back where an answer is typed, in either kind of terminal. */
export const BACK_SIGN = "<";

/** A conversation: who is asked, in what words, about what. */
export interface Talk {
  context: Context;
  words: Words;
  directory: Directory;
  prompter: Prompter;
  /** Whether what goes on from an answer is offered under it, as from the first menu; a command gives the answer alone. */
  home: boolean;
}

/** Inquirer and all it brings is loaded by the first question of a terminal that can move its cursor, never by an answer. */
export async function openTalk(context: Context, home = false): Promise<Talk> {
  const { plain, accessible, io, words } = context;
  const prompter = plain
    ? (await import("./plain.js")).plainPrompter(io, words, accessible)
    : (await import("./terminal.js")).terminalPrompter(io, words);
  return { context, words, directory: await context.directory(), prompter, home };
}

/** Words, not a stray sign: a question in one's own words, a name, a number. */
export const isSaid = (typed: string, { free }: Question): boolean => free === true && /[\p{L}\d]/u.test(typed);

const foldText = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");

/** What is listed while nothing is typed; then every choice, hidden ones included, in which each typed word occurs. */
export function matching({ choices, hidden = [] }: Question, typed: string): readonly Choice[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return choices;
  const inText = (text: string) => (word: string) => foldText(text).includes(word);
  const found = [...hidden, ...choices].filter(({ name, keywords = "" }) => words.every(inText(`${name} ${keywords}`)));
  // A name that begins its words so is more likely meant than one called so besides, and that than one that has the letters somewhere.
  const begins = ({ name, keywords = "" }: Choice) =>
    words.every((word) => ` ${foldText(name)}`.includes(` ${word}`))
      ? 2
      : Number(`\n${foldText(keywords)}`.includes(`\n${words.join(" ")}`));
  return found.sort((a, b) => begins(b) - begins(a));
}
