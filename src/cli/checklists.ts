/** Checklists and runs for a command: found by name, with the facts of the person, and what happens written down. */
import type { RunEvent, RunFacts } from "../checklists/events.js";
import { foldRun, type Run } from "../checklists/run.js";
import type { Scene } from "../checklists/step.js";
import { loadChecklist } from "../directory/load-checklist.js";
import { loadCalendar, loadGrounds } from "../directory/load-grounds.js";
import type { Checklist, ChecklistStep, Directory } from "../directory/types.js";
import { clean } from "../render/clean.js";
import { DEFAULT_TOPIC, type GivenFacts, type Notice, understand } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import { notListed, oneOf } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { FACTS, type Fact, type FactOrigin } from "../vocabulary/situation.js";
import type { Context } from "./context.js";
import { append, readRuns, type StoredRun } from "./files/run-store.js";
import { blameEnvironment, withDefaults } from "./files/settings.js";
import { FOLDERS } from "./package.js";

/**
 * Facts that say who and where the person is, as they are kept. The topic is each step's own; a number is never kept, what follows from it
 * is the operator.
 */
export const PERSON_FACTS: readonly Fact[] = FACTS.filter((fact) => fact !== "topic" && fact !== "number");
const KEPT_FROM: readonly FactOrigin[] = ["flag", "answer", "number"];

export interface Person {
  facts: GivenFacts;
  /** What the operator was taken from. */
  notices: readonly Notice[];
}

/**
 * The facts of a command line; a number stands for its operator and goes no further.
 * @throws Problem bad-number.
 */
export async function personOf(flags: GivenFacts, context: Context): Promise<Person> {
  const stated = withDefaults(flags, context.env, {});
  if (!stated.number) return { facts: flags, notices: [] };
  const { withNumber } = await import("../answers/number-fact.js");
  const { number, operator } = withNumber(stated, await context.desk(), false);
  const { number: _number, ...rest } = flags;
  const facts = operator?.from === "number" ? { ...rest, operator } : rest;
  const told = operator?.from === "number" ? operator : number;
  return { facts, notices: told?.notices ?? [] };
}

const opened = new Map<string, Checklist>();

/** @param id one that the index lists. */
export function checklist(id: string): Checklist {
  const found = opened.get(id) ?? loadChecklist(FOLDERS.compiled, id);
  opened.set(id, found);
  return found;
}

/** @throws Problem unknown-checklist with the nearest id. */
export function findChecklist(given: string, { checklists }: Directory): Checklist {
  const allowed = checklists.map((one) => one.id);
  return checklist(oneOf(given, allowed, { code: "unknown-checklist" }));
}

/** A step by its id or its number. @throws Problem unknown-step with the nearest id. */
export function findStep(given: string, { id, steps }: Checklist): ChecklistStep {
  const wanted = given.trim().toLowerCase();
  const found =
    steps.find((step) => step.id === wanted) ?? (/^\d{1,2}$/.test(wanted) ? steps[Number(wanted) - 1] : null);
  if (found) return found;
  const allowed = steps.map((step) => step.id);
  throw notListed(given, allowed, { code: "unknown-step", values: { checklist: id } });
}

/** @throws Problem unknown-answer with the answers the step takes. */
export function findAnswer(given: string | undefined, step: ChecklistStep): string | null {
  if (given === undefined) return null;
  const allowed = step.branches.map((branch) => branch.id);
  const key = allowed.length === 0 ? "no-answers" : "unknown-answer";
  return oneOf(given, allowed, { code: "unknown-answer", key, values: { step: step.id } });
}

/** @throws Problem where runs may not be kept. */
export function allowState({ flags }: Context): void {
  if (flags["--no-config"]) throw new Problem("usage", "runs-need-settings");
}

/** All runs; what was damaged is named and kept aside. */
export function storedRuns(context: Context): StoredRun[] {
  allowState(context);
  const { runs, damaged } = readRuns(Date.now());
  for (const { file, kept } of damaged)
    context.io.err(`${clean(context.words.say("runs.set-aside", { file, kept }))}\n`);
  return runs;
}

/** @throws Problem where a newer dozvon has written the run, or its checklist is no longer there. */
export function openRun(stored: StoredRun, directory: Directory): Run {
  if (stored.newer !== null) throw new Problem("bad-settings", "run-is-newer", { file: stored.newer });
  return foldRun(stored.id, findChecklist(stored.checklist, directory), stored.events);
}

/** Runs that this dozvon can open; of the others a line is said. */
export function openRuns(context: Context, directory: Directory): Run[] {
  return storedRuns(context).flatMap((stored) => {
    try {
      return [openRun(stored, directory)];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      context.io.err(`${clean(context.words.say(`problem.detail.${error.key}`, error.values))}\n`);
      return [];
    }
  });
}

/** @throws Problem unknown-run with the nearest id. */
export function storedRun(given: string, context: Context): StoredRun {
  const runs = storedRuns(context);
  const wanted = given.trim().toLowerCase();
  const found = runs.find((run) => run.id === wanted);
  if (found) return found;
  throw notListed(
    given,
    runs.map((run) => run.id),
    { code: "unknown-run" },
  );
}

/**
 * The run meant: the one named, or the only one that is not over.
 * @throws Problem unknown-run; several-runs, listing them.
 */
export function theRun(given: string | undefined, context: Context, directory: Directory): Run {
  if (given !== undefined) return openRun(storedRun(given, context), directory);
  const active = openRuns(context, directory).filter((run) => run.next !== null);
  const [only, ...more] = active;
  if (!only) throw new Problem("unknown-run", "no-run");
  if (more.length === 0) return only;
  const allowed = active.map((run) => run.id);
  throw new Problem("several-runs", "several-runs", {}, { missing: ["run"], allowed });
}

/** Writes down what happened. @returns the run after it, with what other processes wrote meanwhile. */
export async function record(run: Run, event: RunEvent, context: Context, directory: Directory): Promise<Run> {
  await append({ id: run.id, checklist: run.checklist.id }, event);
  return openRun(storedRun(run.id, context), directory);
}

/** What a person gave for this run before stands below flags and the environment, above saved defaults. */
export function givenFacts(flags: GivenFacts, facts: RunFacts, { env, saved }: Context): GivenFacts {
  const kept = Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, { value, from: "saved" as const }]),
  );
  const { operator, subscriber } = withDefaults({}, {}, saved);
  const { number: _number, ...stated } = withDefaults(flags, env, {});
  return {
    ...(operator && { operator }),
    ...(subscriber && { subscriber }),
    ...kept,
    ...stated,
  };
}

/**
 * Facts as they are kept with a run: those given by flags or answers, names of operators as ids.
 * @throws Problem when a fact is unknown or facts contradict each other.
 */
export function factsToKeep(given: GivenFacts, directory: Directory): RunFacts {
  understand({ ...given, topic: { value: DEFAULT_TOPIC, from: "default" } }, directory);
  return Object.fromEntries(
    PERSON_FACTS.flatMap((fact) => {
      const one = given[fact];
      if (!one || !KEPT_FROM.includes(one.from)) return [];
      return [[fact, fact === "operator" ? findOperator(one.value, directory).id : one.value]];
    }),
  );
}

/** @throws Problem when a fact is unknown or facts contradict each other. */
export function sceneOf(given: GivenFacts, directory: Directory, context: Context): Scene {
  try {
    understand({ ...given, topic: { value: DEFAULT_TOPIC, from: "default" } }, directory);
    const { operator } = given;
    const named = operator && { ...operator, value: findOperator(operator.value, directory).id };
    return {
      directory,
      given: { ...given, ...(named && { operator: named }) },
      moment: context.moment(),
      grounds: loadGrounds(FOLDERS.compiled),
      calendar: loadCalendar(FOLDERS.compiled),
    };
  } catch (error) {
    throw blameEnvironment(error, given);
  }
}
