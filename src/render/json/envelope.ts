/** The one shape of every JSON answer: CONTRACT.md section 5. */
import type { DirectoryIndex } from "../../directory/types.js";
import type { Situation } from "../../situation/facts.js";
import type { Problem } from "../../situation/problem.js";
import type { Words } from "../words.js";

export const SCHEMA_VERSION = "1.0";

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

export function problemText(problem: Problem, words: Words): { title: string; detail: string } {
  return {
    title: words.say(`problem.${problem.code}`),
    detail: words.say(`problem.detail.${problem.key}`, problem.values),
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

export const factsJson = (situation: Situation): Query["facts"] =>
  Object.fromEntries(Object.entries(situation).map(([fact, known]) => [fact, { ...known }]));
