/**
 * Patterns of words as the dictionaries write them: `word`, `begin*`, `one|other`, several words in a row, `...` for up to
 * four words in between.
 */
import { onceEach } from "../values/once.js";

interface Word {
  text: string;
  prefix: boolean;
}

type Step = readonly Word[] | "gap";

const LONGEST_GAP = 4;
/** Patterns are found by the first letters of their first word. */
const KEY = 2;

/** Words of a text: index of the first, and of the one after the last. */
export interface Span {
  start: number;
  end: number;
}

/** The words with a mark in place of each span. @param other what becomes of the words in none. */
export const replaced = (
  words: readonly string[],
  spans: readonly (Span & { mark: string })[],
  other = (word: string, _at: number): string[] => [word],
): string[] =>
  words.flatMap((word, at) => {
    const span = spans.find(({ start, end }) => start <= at && at < end);
    if (!span) return other(word, at);
    return span.start === at ? [span.mark] : [];
  });

export interface Found<T> extends Span {
  value: T;
}

/** A pattern and what it stands for. */
type Entry<T> = readonly [pattern: string, value: T];

/** Patterns under the first letters a text must show for them to be tried; made at build time where there are many. */
export type PhraseTable<T> = Readonly<Record<string, readonly Entry<T>[]>>;

const parseWord = (text: string): Word =>
  text.endsWith("*") ? { text: text.slice(0, -1), prefix: true } : { text, prefix: false };

const parse = (pattern: string): Step[] =>
  pattern.split(" ").map((step) => (step === "..." ? "gap" : step.split("|").map(parseWord)));

const fits = (words: readonly Word[], token: string | undefined): boolean =>
  token !== undefined && words.some(({ text, prefix }) => (prefix ? token.startsWith(text) : token === text));

/** @returns the index after the last word, or -1. */
function follow(steps: readonly Step[], tokens: readonly string[], at: number): number {
  const [step, ...rest] = steps;
  if (step === undefined) return at;
  if (step !== "gap") return fits(step, tokens[at]) ? follow(rest, tokens, at + 1) : -1;
  for (let skipped = 0; skipped <= LONGEST_GAP; skipped++) {
    const end = follow(rest, tokens, at + skipped);
    if (end >= 0) return end;
  }
  return -1;
}

/** The first letters a text must show for the pattern to be tried: of its first word, in each of its variants. */
function keysOf(pattern: string): string[] {
  const end = pattern.indexOf(" ");
  const first = end < 0 ? pattern : pattern.slice(0, end);
  const begin = (variant: string): string => (variant.endsWith("*") ? variant.slice(0, -1) : variant).slice(0, KEY);
  return first.includes("|") ? first.split("|").map(begin) : [begin(first)];
}

/** Entries under each of their keys. */
export function grouped<E>(entries: Iterable<E>, keys: (entry: E) => Iterable<string>): Record<string, E[]> {
  const byKey: Record<string, E[]> = {};
  for (const entry of entries) {
    for (const key of keys(entry)) {
      byKey[key] ??= [];
      byKey[key].push(entry);
    }
  }
  return byKey;
}

export const phraseTable = <T>(patterns: Iterable<Entry<T>>): PhraseTable<T> =>
  grouped(patterns, ([pattern]) => new Set(keysOf(pattern)));

export class Phrases<T> {
  /** A pattern is taken apart when a text first comes near it: most never are, and taking all apart would cost more than a reading. */
  private readonly stepsOf = onceEach(parse);

  constructor(private readonly table: PhraseTable<T>) {}

  /** Every place where a pattern stands, in the order of the text. */
  find(tokens: readonly string[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < tokens.length; start++) {
      const token = tokens[start] ?? "";
      this.at(token.slice(0, KEY), tokens, start, found);
      if (token.length >= KEY) this.at(token.slice(0, 1), tokens, start, found);
    }
    return found;
  }

  some(tokens: readonly string[]): boolean {
    return this.find(tokens).length > 0;
  }

  private at(key: string, tokens: readonly string[], start: number, found: Found<T>[]): void {
    for (const [pattern, value] of this.table[key] ?? []) {
      const end = follow(this.stepsOf(pattern), tokens, start);
      if (end >= 0) found.push({ value, start, end });
    }
  }
}

export const phrases = (patterns: readonly string[]): Phrases<true> =>
  new Phrases(phraseTable(patterns.map((pattern) => [pattern, true] as const)));
