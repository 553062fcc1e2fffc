/** The one shape of every JSON answer; its promises stand in schema.ts. */
import type { DirectoryIndex } from "../../directory/types.js";
import type { GivenFacts, Situation } from "../../situation/facts.js";
import { maskNumbers } from "../../values/mask.js";
import type { Problem } from "../../values/problem.js";
import { clean } from "../clean.js";
import type { Words } from "../words.js";

export const SCHEMA_VERSION = "1.1";

export interface Query {
  facts: Record<string, { value: unknown; from: string }>;
  text: string | null;
  ref: string | number | boolean | null;
  asOf: string | null;
}

export interface NoticeJson {
  code: string;
  text: string;
}

export interface EnvelopeParts {
  words: Words;
  version: string;
  directory: Pick<DirectoryIndex, "version" | "asOf"> | null;
  query?: Partial<Query>;
  notices?: readonly NoticeJson[];
}

const head = (kind: string, ok: boolean, { words, version, directory, query }: EnvelopeParts) => ({
  schemaVersion: SCHEMA_VERSION,
  kind,
  ok,
  lang: words.language,
  tool: { name: "dozvon", version },
  directory: directory && { version: directory.version, asOf: directory.asOf },
  query: { facts: {}, text: null, ref: null, asOf: null, ...query },
});

export function success(kind: string, result: unknown, parts: EnvelopeParts) {
  return { ...head(kind, true, parts), result, notices: parts.notices ?? [] };
}

/** The person's own paths are shown as they are: one has to find the file. */
const PATHS: readonly string[] = ["file", "folder"];

/** What was typed in the wrong place may be a phone or card number, and an error message goes into logs and chats. */
const shownValues = (values: Problem["values"]): Problem["values"] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, PATHS.includes(name) ? value : maskNumbers(value)]),
  );

export function problemText(problem: Problem, words: Words): { title: string; detail: string } {
  return {
    title: words.say(`problem.${problem.code}`),
    detail: clean(words.say(`problem.detail.${problem.key}`, shownValues(problem.values))),
  };
}

export function failure(kind: string, problem: Problem, parts: EnvelopeParts) {
  const { code, missing, allowed, hints } = problem;
  return {
    ...head(kind, false, parts),
    result: null,
    problem: { code, ...problemText(problem, parts.words), missing, allowed, hints },
    notices: parts.notices ?? [],
  };
}

export const factsJson = (situation: Partial<Situation>): Query["facts"] =>
  Object.fromEntries(Object.entries(situation).map(([fact, known]) => [fact, { ...known }]));

/** Facts as they were given, before anything is understood. */
export const givenJson = (given: GivenFacts): Query["facts"] =>
  Object.fromEntries(Object.entries(given).map(([fact, { value, from }]) => [fact, { value, from }]));
