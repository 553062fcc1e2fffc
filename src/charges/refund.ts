/** What the rules of a seller say of a purchase: tried in their order, the first that holds decides. */
import type { RefundRoute, RefundRule, RefundRules } from "../directory/types.js";
import { DERIVED_FACTS, type DerivedFact, type Outcome, type PurchaseFact } from "../vocabulary/charges.js";
import { type Judged, judge, type Truth } from "./conditions.js";
import { type Known, type Purchase, SOURCES } from "./purchase.js";

export interface Decision {
  outcome: Outcome;
  /** The rule that decided; null where none of them fits the purchase. */
  rule: string | null;
  ground: string | null;
  also: readonly string[];
}

export interface Verdict {
  /** null while facts are missing that could change it. */
  decision: Decision | null;
  /** What else it could be: the readings left open by facts that are missing, in the order of the rules. */
  possible: readonly Decision[];
  /** Facts that could change it, the next to ask first. */
  needs: readonly PurchaseFact[];
  /** Where a suspicion decided: what the other rules say. */
  otherwise: Decision | null;
  /** Grounds said beside the answer. */
  notes: readonly string[];
  /** Grounds of what comes next. */
  steps: readonly string[];
}

type Fact = PurchaseFact | DerivedFact;

/** What is known so far, with what classifications have settled or left open. */
const begun = ({ known, declined }: Purchase) => ({
  known: new Map(known),
  /** For a derived fact that could not be settled, the facts it waits for. */
  waiting: new Map<Fact, readonly PurchaseFact[]>(),
  declined,
  possible: [] as Decision[],
  needs: [] as PurchaseFact[],
  notes: [] as string[],
  steps: [] as string[],
  /** A rule that has an answer either way: none after it will be tried. */
  closed: false,
});

type State = ReturnType<typeof begun>;

const isDerived = (fact: Fact): fact is DerivedFact => DERIVED_FACTS.some((one) => one === fact);

/** The facts to ask for, behind those that are only worked out. */
function askable(unknown: readonly Fact[], { waiting }: Pick<State, "waiting">): PurchaseFact[] {
  return unknown.flatMap((fact) => {
    if (!isDerived(fact)) return [fact];
    const source = SOURCES[fact];
    return waiting.get(fact) ?? (source ? [source] : []);
  });
}

function classify(rule: RefundRule, { truth, unknown }: Judged, state: State): void {
  const fact = rule.gives as DerivedFact;
  if (truth === null) state.waiting.set(fact, askable(unknown, state));
  else state.known.set(fact, truth);
}

/** The outcomes a rule may still have. */
function readings(rule: RefundRule, applies: Truth, holds: Truth): Decision[] {
  const { id, ground, also } = rule;
  const when = (outcome: Outcome | null, possible: boolean) =>
    outcome !== null && possible ? [{ outcome, rule: id, ground, also }] : [];
  if (applies === false) return [];
  return [...when(rule.gives as Outcome | null, holds !== false), ...when(rule.else, holds !== true)];
}

/** @returns the rule's decision where it is certain. */
function tryRule(rule: RefundRule, state: State): Decision | null {
  const applies = judge(rule.for, state.known);
  const holds = judge(rule.if, state.known);
  const both = judge({ ...rule.for, ...rule.if }, state.known);
  if (rule.kind === "classification") classify(rule, both, state);
  if (rule.kind === "note" && both.truth !== false) state.notes.push(rule.ground, ...rule.also);
  if (rule.kind === "step" && both.truth === true) state.steps.push(rule.ground, ...rule.also);
  if (rule.kind === "classification" || rule.kind === "note") return null;
  // A step waits for nobody: what is not known to come next is not asked about.
  if (rule.kind === "step" && both.truth === null) return null;
  const open = readings(rule, applies.truth, holds.truth);
  const certain = applies.truth === true && holds.truth !== null;
  if (certain || open.length === 0) return open[0] ?? null;
  state.possible.push(...open);
  state.closed = applies.truth === true && rule.gives !== null && rule.else !== null;
  // Whether a rule is about this purchase at all comes first.
  const missing = askable(applies.truth === null ? applies.unknown : holds.unknown, state);
  state.needs.push(...missing.filter((fact) => !state.declined.has(fact)));
  return null;
}

const FOLLOWING = ["step", "note"];

function walk(rules: readonly RefundRule[], state: State): Decision | null {
  let decision: Decision | null = null;
  for (const rule of rules) {
    // What comes next is said whichever rule has decided.
    if (decision !== null || state.closed) {
      if (FOLLOWING.includes(rule.kind)) tryRule(rule, state);
    } else decision = tryRule(rule, state);
  }
  return decision;
}

const same = (a: Decision, b: Decision): boolean => a.outcome === b.outcome && a.ground === b.ground;

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

export function evaluate(merchant: RefundRules, purchase: Purchase): Verdict {
  const state = begun(purchase);
  const { gives, ground } = merchant.otherwise;
  const certain = walk(merchant.rules, state) ?? { outcome: gives, rule: null, ground, also: [] };
  const open = state.possible.filter((one) => !same(one, certain));
  const settled = open.length === 0 || state.needs.length === 0;
  const possible = settled || state.closed ? open : [...open, certain];
  const rule = merchant.rules.find((one) => one.id === certain.rule);
  const rest = { ...merchant, rules: merchant.rules.filter((one) => one !== rule) };
  const suspected = settled && rule?.kind === "suspicion";
  return {
    decision: settled ? certain : null,
    possible: possible.filter((one, index) => possible.findIndex((other) => same(one, other)) === index),
    needs: settled ? [] : unique(state.needs),
    otherwise: suspected ? evaluate(rest, purchase).decision : null,
    notes: unique(state.notes),
    steps: unique(state.steps),
  };
}

/** The ways beside the seller's rules that are open, or may be. */
export function routesFor(routes: readonly RefundRoute[], known: Known): RefundRoute[] {
  return routes.filter((route) => {
    const { truth } = judge(route.if, known);
    return truth === true || (truth === null && route.general);
  });
}
