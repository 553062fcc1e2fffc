/**
 * What incomplete facts must amount to: the answers of every way to complete them, each asked for with complete facts. Only
 * `route` itself is used, so the sets of situations that the engine folds into conditions are counted out again here.
 */
import type { Topic } from "../../src/directory/types.js";
import type { Condition } from "../../src/routing/conditions.js";
import { type Routing, route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import {
  type Facts,
  FROM,
  given,
  hasSims,
  OPERATOR_IDS,
  PLACES,
  SERVICES,
  SEVERAL_SELLERS,
  SUBSCRIBERS,
  servicesOf,
} from "../support/facts.js";
import { product } from "../support/product.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

export type Known = Partial<Facts> & { topic: string; without?: string };

export interface Completion {
  facts: Facts;
  /** `id verdict cost`, as listed. */
  offered: readonly string[];
  /** `id reason`. */
  rejected: readonly string[];
  primary: string | null;
  /** What a further question could change: the primary (or the best there is), its verdict and its cost class. */
  outcome: string;
}

const VALUES = {
  operator: OPERATOR_IDS,
  service: SERVICES,
  subscriber: SUBSCRIBERS,
  roaming: PLACES,
  from: FROM,
} as const;
type OpenFact = keyof typeof VALUES | "merchant";

const directory = realDirectory();
const moment = parseMoment(SWEEP_DAY);
export const ask = (facts: Known): Routing => route(directory, given(facts), moment);

const topicOf = (known: Known): Topic => {
  const topic = directory.topics.find((one) => one.id === known.topic);
  if (!topic) throw new Error(`no topic ${known.topic}`);
  return topic;
};

/** Section 1: topics that do not need the operator need no service either. */
export function openFacts(known: Known): OpenFact[] {
  const { id, operatorNeeded } = topicOf(known);
  const askable: OpenFact[] = operatorNeeded ? ["operator", "service"] : SEVERAL_SELLERS[id] ? ["merchant"] : [];
  return [...askable, "subscriber" as const, "roaming" as const, "from" as const].filter((fact) => !known[fact]);
}

/** The service nobody has to be asked about: the topic's, or the only one the operator has. */
function settledService(known: Known): string | undefined {
  const only = known.operator ? servicesOf(known.operator) : [];
  return known.service ?? topicOf(known).service ?? (only.length === 1 ? only[0] : undefined);
}

/** Somebody with the operator's own SIM is its mobile customer, and nobody has a service that the operator does not sell. */
function isPossible(known: Known, facts: Facts): boolean {
  if (!topicOf(known).operatorNeeded) return true;
  const service = settledService(known);
  const isOwn = facts.from === "own" || facts.from === facts.operator;
  if (!service && isOwn && facts.service === "fixed") return false;
  const isSaid = known.operator !== undefined && service !== undefined;
  return isSaid || servicesOf(facts.operator).includes(facts.service);
}

export const idOf = (entry: string): string => entry.split(" ", 1)[0] ?? "";

const memory = new Map<string, Completion>();

function complete(facts: Facts, without: string | undefined): Completion {
  const key = `${Object.values(facts).join()} ${without}`;
  const found = memory.get(key);
  if (found) return found;
  const { channels, rejected, primary } = ask({ ...facts, ...(without && { without }) });
  const offered = channels.map(({ channel, verdict, cost }) => `${channel.id} ${verdict} ${cost.class}`);
  const made = {
    facts,
    offered,
    rejected: rejected.map(({ channel, reason }) => `${channel.id} ${reason}`),
    primary,
    outcome: offered[0] ?? "none",
  };
  memory.set(key, made);
  return made;
}

/** Facts that the topic does not ask for take any value: they must make no difference. */
const INDIFFERENT = {
  operator: "mts",
  service: "mobile",
  subscriber: "personal",
  roaming: "home",
  from: "own",
  merchant: "other",
};

export function completionsOf(known: Known): Completion[] {
  const { without, ...facts } = known;
  const service = settledService(known);
  const open = openFacts(known).filter((fact) => fact !== "service" || !service);
  const values = (fact: OpenFact) => (fact === "merchant" ? (SEVERAL_SELLERS[known.topic] ?? []) : VALUES[fact]);
  const lists: Record<string, readonly string[]> = Object.fromEntries(open.map((fact) => [fact, values(fact)]));
  const all = [...product(lists)].map((values) => ({
    ...INDIFFERENT,
    ...facts,
    ...(service && { service }),
    ...values,
  }));
  return all.filter((one) => isPossible(known, one)).map((one) => complete(one, without));
}

/** Facts as conditions say them: the operator's own id is `own`, an operator without SIM cards is a landline. */
export function asSaid(facts: Facts): Record<string, string> {
  const { from, operator } = facts;
  const isWithoutSims = OPERATOR_IDS.includes(from) && !hasSims(from);
  return { ...facts, from: isWithoutSims ? "landline" : from === operator ? "own" : from };
}

/** `[]` means always, else one alternative must hold with every fact it names. */
export function matches(conditions: readonly Condition[], said: Readonly<Record<string, string>>): boolean {
  const holds = (one: Condition) => Object.entries(one).every(([fact, values]) => values.includes(said[fact] ?? ""));
  return conditions.length === 0 || conditions.some(holds);
}

/** Facts in which alone two completions differ while their outcome differs too. */
export function decidingFacts(known: Known, all: readonly Completion[]): OpenFact[] {
  return openFacts(known).filter((fact) => {
    const outcomes = new Map<string, string>();
    return all.some(({ facts, outcome }) => {
      const rest = Object.values({ ...facts, [fact]: "" }).join();
      const other = outcomes.get(rest) ?? outcome;
      outcomes.set(rest, other);
      return other !== outcome;
    });
  });
}
