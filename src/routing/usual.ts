/**
 * The usual case: of the ways to complete a situation the one that most people are in, and where it differs if one of the facts left out is
 * another (README.md).
 */
import type { DirectoryIndex, Topic } from "../directory/types.js";
import { type GivenFacts, type Situation, settledLine } from "../situation/facts.js";
import { operators } from "../situation/names.js";
import { type OpenFact, OTHER_MERCHANT, SERVICES, type Service } from "../vocabulary/situation.js";
import { type Answer, nearestOf, winnerOf } from "./answer.js";
import { type Grid, linesFrom } from "./completions.js";

export type UsualFacts = Readonly<Partial<Record<OpenFact, string>>>;

interface Completed {
  situation: Situation;
  topic: Topic;
  grid: Grid;
  directory: DirectoryIndex;
  answers: readonly (Answer | null)[];
}

const NOBODYS_USUAL: readonly OpenFact[] = ["operator", "merchant"];

function outcomeOf(answer: Answer | null | undefined) {
  const primary = (answer && winnerOf(answer)?.channel.id) ?? null;
  return {
    /** The first channel where it is proven. */
    primary,
    /** Where none is proven: the first of the others. */
    nearest: primary === null ? ((answer && nearestOf(answer)?.channel.id) ?? null) : null,
  };
}

type Outcome = ReturnType<typeof outcomeOf>;
export type UsualException = Outcome & { fact: OpenFact; values: readonly string[] };

/** @param asked the service asked about, where it is not the one most customers of the operator have. */
function factsFor(completed: Completed, operator: string | undefined, asked?: string): UsualFacts {
  const { situation, topic, grid, directory } = completed;
  const { facts, service: ofService, ownLine } = directory.usual;
  const offered = operators(directory).find(({ id }) => id === operator)?.services ?? SERVICES;
  const mostHave = offered.find((one) => one === facts.service) ?? offered[0];
  const service = asked ?? situation.service?.value ?? mostHave;
  // Whoever has no mobile service has no SIM either, whatever is asked about.
  const ofLine = offered.includes("mobile") ? service : mostHave;
  const usual = { ...facts, ...ofService[ofLine as Service], ...ownLine[topic.ownLine], ...topic.usual };
  const roaming = situation.roaming?.value ?? usual.roaming;
  const from = usual.from && settledLine(usual.from, roaming, false);
  const all: Record<string, string | undefined> = { ...usual, from, service: service ?? usual.service };
  const known = grid.dimensions.filter(({ fact }) => !NOBODYS_USUAL.includes(fact));
  return Object.fromEntries(known.map(({ fact }) => [fact, all[fact]]));
}

/** The cell of the grid where the facts left out have these values. */
const cellOf = ({ dimensions }: Grid, facts: UsualFacts): number =>
  dimensions.reduce((cell, { fact, values }) => cell * values.length + values.indexOf(facts[fact] ?? ""), 0);

export const usualCell = (completed: Completed): number | null =>
  completed.grid.dimensions.some(({ fact }) => NOBODYS_USUAL.includes(fact))
    ? null
    : cellOf(completed.grid, factsFor(completed, completed.situation.operator?.value));

function variationsOf(fact: OpenFact, usual: Outcome, facts: UsualFacts, completed: Completed): UsualException[] {
  const { grid, answers, situation, directory } = completed;
  const values = grid.dimensions.find((one) => one.fact === fact)?.values ?? [];
  const found = new Map<string, UsualException & { values: string[] }>();
  for (const value of values) {
    // Another service is seldom asked about on the same line.
    const others = fact === "service" ? factsFor(completed, situation.operator?.value, value) : facts;
    const answer = answers[cellOf(grid, { ...others, [fact]: value })];
    if (value === facts[fact] || !answer) continue;
    const outcome = outcomeOf(answer);
    if (outcome.primary === usual.primary) continue;
    const key = `${outcome.primary} ${outcome.nearest}`;
    const known = found.get(key) ?? { fact, values: [], ...outcome };
    found.set(key, known);
    const operator = situation.operator?.value ?? null;
    known.values.push(...(fact === "from" ? linesFrom(value, operator, directory) : [value]));
  }
  return [...found.values()];
}

/**
 * Where a party stands among the others, the least first: an operator by its size, a merchant as the directory prefers the ways to them;
 * an unnamed one, whose way is the bank, is last.
 */
function placeOf(id: string, answer: Answer, { parties }: DirectoryIndex): number {
  if (id === OTHER_MERCHANT) return Number.MAX_SAFE_INTEGER;
  const party = parties.find((one) => one.id === id);
  return party?.type === "operator" ? -(party.mobileNumbers ?? 0) : (nearestOf(answer)?.channel.preference ?? 0);
}

/** The usual case of each operator or merchant there may be, in the order most people need them. */
function perParty(fact: "operator" | "merchant", completed: Completed): (Outcome & { id: string })[] {
  const { grid, answers } = completed;
  const ids = grid.dimensions.find((one) => one.fact === fact)?.values ?? [];
  return ids
    .flatMap((id) => {
      const facts = factsFor(completed, fact === "operator" ? id : undefined);
      const answer = answers[cellOf(grid, { ...facts, [fact]: id })];
      // Whoever does not offer the service has no case.
      return answer ? [{ id, answer, place: placeOf(id, answer, completed.directory) }] : [];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ id, answer }) => ({ id, ...outcomeOf(answer) }));
}

/** @returns null where nothing is left out. */
export function usualCase(completed: Completed) {
  const { grid, answers, situation } = completed;
  if (grid.dimensions.length === 0) return null;
  const facts = factsFor(completed, situation.operator?.value);
  const cell = usualCell(completed);
  const answer = cell === null ? null : answers[cell];
  const usual = outcomeOf(answer);
  return {
    /** What the facts left out are taken for, but an operator or merchant, who have no usual case. */
    facts,
    ...usual,
    /** Each fact left out varied alone, where another channel is the primary. */
    exceptions: answer ? grid.dimensions.flatMap(({ fact }) => variationsOf(fact, usual, facts, completed)) : [],
    /** Where the operator is left out, the usual case of each, the largest first; else empty. */
    perOperator: perParty("operator", completed).map(({ id, ...outcome }) => ({ operator: id, ...outcome })),
    /** The same for merchants, as the directory prefers the ways to them. */
    perMerchant: perParty("merchant", completed).map(({ id, ...outcome }) => ({ merchant: id, ...outcome })),
  };
}

export type Usual = NonNullable<ReturnType<typeof usualCase>>;

/** The facts of a question completed to its usual case: routed again, they give the whole answer of it. */
export function withUsual(given: GivenFacts, { facts }: Usual): GivenFacts {
  const added = Object.entries(facts).map(([fact, value]) => [fact, { value, from: "default" }]);
  return { ...given, ...Object.fromEntries(added) };
}
