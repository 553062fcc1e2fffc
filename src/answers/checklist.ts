/** A checklist as the person who begins it today would meet it, and the facts that a run of it is answered with. */
import { foldRun, type RunFacts } from "../checklists/run.js";
import { type Scene, viewSteps } from "../checklists/step.js";
import type { Checklist, ChecklistStep, Directory } from "../directory/types.js";
import { FACT_TABLE } from "../situation/fact-table.js";
import { DEFAULT_TOPIC, type GivenFacts, understand } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import { notListed, oneOf } from "../values/choice.js";
import { FACTS, type Fact, type FactOrigin } from "../vocabulary/situation.js";
import type { Desk } from "./desk.js";
import { withNumber } from "./number-fact.js";

/**
 * Facts that say who and where the person is, as they are kept. The topic is each step's own; a number is never kept, what follows from it
 * is the operator.
 */
export const PERSON_FACTS: readonly Fact[] = FACTS.filter((fact) => fact !== "topic" && fact !== "number");
const KEPT_FROM: readonly FactOrigin[] = ["flag", "answer", "number", "text"];

/**
 * The facts that were stated; a number stands for its operator and goes no further, and notices say what it was taken from.
 * @param stated the facts, and over what was known before.
 * @throws Problem bad-number.
 */
export function personStated(facts: GivenFacts, stated: GivenFacts, desk: Desk) {
  const { number, operator } = withNumber(stated, desk, false);
  const { number: _number, ...rest } = facts;
  const filled = operator?.from === "number" ? { operator } : {};
  return { facts: { ...rest, ...filled }, notices: (filled.operator ?? number)?.notices ?? [] };
}

export type Person = ReturnType<typeof personStated>;

/** @throws Problem unknown-checklist with the nearest id. */
export function checklistNamed(given: string, { directory, open }: Pick<Desk, "directory" | "open">): Checklist {
  const allowed = directory.checklists.map((one) => one.id);
  return open.checklist(oneOf(given, allowed, { code: "unknown-checklist" }));
}

/** A step by its id or its number. @throws Problem unknown-step with the nearest id. */
export function stepNamed(given: string, { id, steps }: Checklist): ChecklistStep {
  const wanted = given.trim().toLowerCase();
  const found = steps.find((step) => step.id === wanted) ?? steps[Number(wanted) - 1];
  if (found) return found;
  const allowed = steps.map((step) => step.id);
  throw notListed(given, allowed, { code: "unknown-step", values: { checklist: id } });
}

/** @throws Problem unknown-answer with the answers the step takes. */
export function answerNamed(given: string | undefined, step: ChecklistStep): string | null {
  if (given === undefined) return null;
  const allowed = step.branches.map((branch) => branch.id);
  const key = allowed.length === 0 ? "no-answers" : "unknown-answer";
  return oneOf(given, allowed, { code: "unknown-answer", key, values: { step: step.id } });
}

/**
 * What a person gave for this run before stands below what is stated now, above what is saved for every run.
 * @param saved of which the operator and the kind of contract count.
 */
export function factsOfRun(stated: GivenFacts, kept: RunFacts, { operator, subscriber }: GivenFacts): GivenFacts {
  const before = Object.entries(kept).map(([fact, value]) => [fact, { value, from: "saved" }] as const);
  const { number: _number, ...now } = stated;
  return { ...(operator && { operator }), ...(subscriber && { subscriber }), ...Object.fromEntries(before), ...now };
}

const understood = (given: GivenFacts, directory: Directory) =>
  understand({ ...given, topic: { value: DEFAULT_TOPIC, from: "default" } }, directory);

/**
 * Facts as they are kept with a run: those given by flags or answers, by their ids.
 * @throws Problem when a fact is unknown or facts contradict each other.
 */
export function factsToKeep(given: GivenFacts, directory: Directory): RunFacts {
  understood(given, directory);
  return Object.fromEntries(
    PERSON_FACTS.flatMap((fact) => {
      const one = given[fact];
      if (!one || !KEPT_FROM.includes(one.from)) return [];
      return [[fact, String(FACT_TABLE[fact].parse(one.value, directory))]];
    }),
  );
}

/** @throws Problem when a fact is unknown or facts contradict each other. */
export function sceneFor(given: GivenFacts, { directory, moment, open }: Desk): Scene {
  understood(given, directory);
  const { operator } = given;
  const named = operator && { operator: { ...operator, value: findOperator(operator.value, directory).id } };
  return { directory, given: { ...given, ...named }, moment, grounds: open.grounds(), calendar: open.calendar() };
}

/**
 * Every step of a checklist; nothing is begun.
 * @param chargedOn YYYY-MM-DD; null where it is not known.
 * @throws Problem as sceneFor.
 */
export function checklistAnswer(checklist: Checklist, given: GivenFacts, chargedOn: string | null, desk: Desk) {
  const at = desk.moment.text;
  const run = foldRun(checklist.id, checklist, [{ type: "start", at, facts: {}, chargedOn }]);
  return viewSteps(run, sceneFor(given, desk));
}
