/** Checklists and runs for a command: found by name, with the facts of the person, and what happens written down. */
import { checklistNamed, factsOfRun, type Person, personStated, sceneFor } from "../answers/checklist.js";
import type { RunEvent, RunFacts } from "../checklists/events.js";
import { foldRun, type Run } from "../checklists/run.js";
import type { Scene } from "../checklists/step.js";
import type { Directory } from "../directory/types.js";
import { clean } from "../render/clean.js";
import type { GivenFacts } from "../situation/facts.js";
import { notListed } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import type { Context } from "./context.js";
import { append, readRuns, type StoredRun } from "./files/run-store.js";
import { blameEnvironment, withDefaults } from "./files/settings.js";

/**
 * The facts of a command line; a number stands for its operator and goes no further.
 * @throws Problem bad-number.
 */
export async function personOf(flags: GivenFacts, context: Context): Promise<Person> {
  const stated = withDefaults(flags, context.env, {});
  try {
    return personStated(flags, stated, await context.desk());
  } catch (error) {
    throw blameEnvironment(error, stated);
  }
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
export function openRun(stored: StoredRun, directory: Directory, { open }: Context): Run {
  if (stored.newer !== null) throw new Problem("bad-settings", "run-is-newer", { file: stored.newer });
  return foldRun(stored.id, checklistNamed(stored.checklist, { directory, open }), stored.events);
}

/** Runs that this dozvon can open; of the others a line is said. */
export function openRuns(context: Context, directory: Directory): Run[] {
  return storedRuns(context).flatMap((stored) => {
    try {
      return [openRun(stored, directory, context)];
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
  if (given !== undefined) return openRun(storedRun(given, context), directory, context);
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
  return openRun(storedRun(run.id, context), directory, context);
}

/** What a person gave for this run before stands below flags and the environment, above saved defaults. */
export const givenFacts = (flags: GivenFacts, kept: RunFacts, { env, saved }: Context): GivenFacts =>
  factsOfRun(withDefaults(flags, env, {}), kept, withDefaults({}, {}, saved));

/** @throws Problem when a fact is unknown or facts contradict each other. */
export function sceneOf(given: GivenFacts, directory: Directory, { moment, open }: Context): Scene {
  try {
    return sceneFor(given, { directory, moment: moment(), open });
  } catch (error) {
    throw blameEnvironment(error, given);
  }
}
