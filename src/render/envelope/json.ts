/**
 * What stands around every result, and what is promised of all JSON:
 * - with `--json` standard output is one document in every outcome, errors included (`batch` and `whose -`: one a line), and nothing else;
 * - the same input, directory, language and `--as-of` give the same bytes;
 * - a list is `[]`, never absent; what is not known is `null`;
 * - codes and ids are English and permanent, `text` and `label` follow the language;
 * - the lists of codes are closed and printed by `dozvon schema codes`; removing one is a major version, a minor one only adds;
 * - what was refuted or not chosen in a conflict is plain text, never a `dial` or `uri`;
 * - phone numbers given as input are masked in `query` unless `--show-numbers` is given.
 */
import type { DirectoryIndex } from "../../directory/types.js";
import type { Known, Situation } from "../../situation/facts.js";
import { LONGEST } from "../../understanding/text.js";
import { maskNumbers } from "../../values/mask.js";
import type { Problem } from "../../values/problem.js";
import type { PurchaseFact } from "../../vocabulary/charges.js";
import type { NoticeCode } from "../../vocabulary/codes.js";
import type { Fact, FactOrigin } from "../../vocabulary/situation.js";
import { clean } from "../clean.js";
import { pick, type Words } from "../words.js";

export const SCHEMA_VERSION = "1.1";

export interface FactJson {
  value: string | readonly string[];
  from: FactOrigin;
  /** The part of a topic that a text asks about. */
  part?: string;
}

export interface Query {
  facts: Partial<Record<Fact | "account" | PurchaseFact, FactJson>>;
  text: string | null;
  ref: string | number | boolean | null;
  asOf: string | null;
}

export interface NoticeJson {
  code: NoticeCode;
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
  tool: { name: "dozvon" as const, version },
  directory: directory && pick(directory, "version", "asOf"),
  query: { facts: {}, text: null, ref: null, asOf: null, ...query } as Query,
});

export function success(kind: string, result: unknown, parts: EnvelopeParts) {
  return { ...head(kind, true, parts), result, notices: parts.notices ?? [] };
}

/** The person's own paths are shown as they are: one has to find the file. */
const PATHS: readonly string[] = ["file", "folder"];

export function problemText({ code, key, values }: Problem, words: Words): { title: string; detail: string } {
  // What was typed in the wrong place may be a phone or card number, and an error message goes into logs and chats.
  const shown = (name: string, value: string) => (PATHS.includes(name) ? value : maskNumbers(value));
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(name, value)]));
  return { title: words.say(`problem.${code}`), detail: clean(words.say(`problem.detail.${key}`, said)) };
}

export const problemJson = (problem: Problem, words: Words) => ({
  code: problem.code,
  ...problemText(problem, words),
  ...pick(problem, "missing", "allowed", "hints"),
});

export function failure(kind: string, problem: Problem, parts: EnvelopeParts) {
  return {
    ...head(kind, false, parts),
    result: null,
    problem: problemJson(problem, parts.words),
    notices: parts.notices ?? [],
  };
}

/** A document, with the result of its kind or with what is wrong. */
export type Document<Kind, Result, Issues> = Omit<ReturnType<typeof success>, "kind" | "ok" | "result"> & {
  kind: Kind;
} & (
    | { ok: true; result: Result }
    | (Pick<ReturnType<typeof failure>, "result" | "problem"> & {
        ok: false;
        /** With bad-directory: everything the gate found. */
        issues?: Issues;
      })
  );

/** A sentence as it may be shown again: no more than was read, no phone number, no control characters. */
export const shownText = (text: string): string => maskNumbers(clean(text.slice(0, LONGEST)));

/** A person's own number in any spelling: nearly all that a company answers on begin otherwise. */
const OWN_NUMBER = /^\D*(?:[78]\D*)?9(?:\D*\d){9}\D*$/;

const masked = (value: string): string => (OWN_NUMBER.test(value) ? maskNumbers(value) : value);

const factJson = ({ value, ...known }: Known<FactJson["value"]>): FactJson => ({
  value: typeof value === "string" ? value : value.map(masked),
  ...known,
});

export const factsJson = (situation: Partial<Situation>): Query["facts"] =>
  Object.fromEntries(Object.entries(situation).map(([fact, known]) => [fact, factJson(known)]));
