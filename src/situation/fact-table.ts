/**
 * The facts of a situation, a row a fact: how a value is read, what a left-out value could be and when it is worth asking for.
 * How a flag spells it stands with the command line (`cli/line/flags.ts`); the words about a fact stand in the messages, by its name.
 */
import type { DirectoryIndex, PartySummary, Topic } from "../directory/types.js";
import { oneOf, suggest } from "../values/choice.js";
import { parseCountry } from "../values/country.js";
import { maskNumbers } from "../values/mask.js";
import { Problem } from "../values/problem.js";
import { CHANNEL_KINDS, type ChannelKind } from "../vocabulary/channels.js";
import {
  type Fact,
  LINES,
  type Line,
  NAMED_LINES,
  type OpenFact,
  OTHER_MERCHANT,
  PLACES,
  SERVICES,
  SUBSCRIBERS,
} from "../vocabulary/situation.js";
import { findMerchant, findOperator, findTopic, operators, sellersOf } from "./names.js";

/** What a left-out fact depends on. */
export interface AskedAbout {
  topic: Topic;
  operator: PartySummary | undefined;
  directory: DirectoryIndex;
}

export interface FactRow<T> {
  /** @throws Problem where the value is none of this fact's. */
  parse(given: string, directory: DirectoryIndex): T;
  /** Several values, with commas between them. */
  list?: true;
}

/** A fact that may be left out. */
interface OpenRow<T> extends FactRow<T> {
  /** The values an answer has to cover; none where the fact can make no difference. */
  values(about: AskedAbout): readonly string[];
}

const listed =
  <T extends string>(fact: Fact, accepted: readonly T[]) =>
  (given: string): T =>
    oneOf(given, accepted, fact);

function parseLine(given: string, directory: DirectoryIndex): string {
  const named = NAMED_LINES.find((line) => line === given.trim().toLowerCase());
  if (named) return named;
  try {
    return findOperator(given, directory).id;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const allowed = [...NAMED_LINES, ...error.allowed];
    const hints = [...suggest(given, NAMED_LINES), ...error.hints].slice(0, 1);
    throw new Problem("unknown-value", "unknown-value", { fact: "from", given }, { allowed, hints });
  }
}

const kind = listed("without", CHANNEL_KINDS);

function parseKinds(given: string): ChannelKind[] {
  const kinds = given.split(",").map(kind);
  return CHANNEL_KINDS.filter((one) => kinds.includes(one));
}

/** Numbers, codes or channels' ids as they were typed. */
const parseTried = (given: string): string[] => {
  const values = [...new Set(given.split(",").map((value) => value.trim()))];
  if (values.includes("")) throw new Problem("usage", "empty-value", { fact: "tried" });
  return values;
};

/** Whoever has lost the SIM is asked about it last, and answered about it last. */
export const linesFor = ({ ownLine }: Topic): readonly Line[] =>
  ownLine === "none" ? [...LINES.filter((line) => line !== "own"), "own"] : LINES;

const ofOperator =
  (values: (about: AskedAbout) => readonly string[]) =>
  (about: AskedAbout): readonly string[] =>
    about.topic.operatorNeeded ? values(about) : [];

function sellers({ topic, directory }: AskedAbout): readonly string[] {
  const found = topic.operatorNeeded ? [] : sellersOf(topic.id, directory);
  return found.length > 0 ? [...found, OTHER_MERCHANT] : [];
}

const row = <T>(one: FactRow<T>): FactRow<T> => one;
const open = <T>(one: OpenRow<T>): OpenRow<T> => one;

/** In the order in which an answer says them. */
export const FACT_TABLE = {
  operator: open({
    parse: (given, directory) => findOperator(given, directory).id,
    values: ofOperator(({ directory }) => operators(directory).map((one) => one.id)),
  }),
  service: open({
    parse: listed("service", SERVICES),
    values: ofOperator(({ operator }) => operator?.services ?? SERVICES),
  }),
  subscriber: open({
    parse: listed("subscriber", SUBSCRIBERS),
    values: () => SUBSCRIBERS,
  }),
  roaming: open({
    parse: listed("roaming", PLACES),
    values: () => PLACES,
  }),
  from: open({
    parse: parseLine,
    values: ({ topic }) => linesFor(topic),
  }),
  merchant: open({
    parse: findMerchant,
    values: sellers,
  }),
  country: row({ parse: parseCountry }),
  without: row({ parse: parseKinds, list: true }),
  tried: row({ parse: parseTried, list: true }),
  number: row({ parse: maskNumbers }),
  topic: row({
    parse: (given, directory) => findTopic(given, directory).id,
  }),
} as const satisfies Record<OpenFact, OpenRow<unknown>> & Record<Fact, FactRow<unknown>>;

/** The value of a fact once it is read. */
export type FactValue<F extends Fact> = ReturnType<(typeof FACT_TABLE)[F]["parse"]>;
