/** The runs of checklists that a person keeps: opened, viewed with their facts, and written down. */
import { checklistNamed, factsOfRun, sceneFor } from "../answers/checklist.js";
import { foldRun, type Run, type RunEvent, type RunFacts } from "../checklists/run.js";
import { viewRun } from "../checklists/step.js";
import { clean } from "../render/clean.js";
import { problemText } from "../render/envelope/json.js";
import { FACT_TABLE } from "../situation/fact-table.js";
import type { GivenFacts } from "../situation/facts.js";
import { notListed } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import type { Fact } from "../vocabulary/situation.js";
import type { Context } from "./context.js";
import { append, begin, readRuns, type StoredRun } from "./files/run-store.js";
import { defaultFacts } from "./known-facts.js";

const tell = (text: string, { io }: Context): void => io.err(`${clean(text)}\n`);

/** @throws Problem where runs may not be kept. */
function allowState({ flags }: Context): void {
  if (flags["--no-config"]) throw new Problem("usage", "runs-need-settings");
}

/** All runs; what was damaged is named and kept aside. */
export function storedRuns(context: Context): StoredRun[] {
  allowState(context);
  const { runs, damaged } = readRuns();
  for (const { file, kept } of damaged) tell(context.words.say("runs.set-aside", { file, kept }), context);
  return runs;
}

/** @throws Problem where a newer dozvon has written the run, or its checklist is no longer there. */
async function openRun({ id, checklist, events, newer }: StoredRun, context: Context): Promise<Run> {
  if (newer !== null) throw new Problem("bad-settings", "run-is-newer", { file: newer });
  return foldRun(id, checklistNamed(checklist, await context.desk()), events);
}

/** Of each run what can be made of it; of one that cannot be opened or shown its name is said, and why. */
export async function eachRun<Made>(
  stored: readonly StoredRun[],
  context: Context,
  make: (run: Run) => Made | Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of stored) {
    try {
      made.push(await make(await openRun(one, context)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(`${one.id}: ${problemText(error, context.words).detail}`, context);
    }
  }
  return made;
}

/** Runs that this dozvon can open. */
export const openRuns = (context: Context): Promise<Run[]> => eachRun(storedRuns(context), context, (run) => run);

/** @throws Problem unknown-run with the nearest id. */
export function storedRun(given: string, context: Context): StoredRun {
  const runs = storedRuns(context);
  const found = runs.find((run) => run.id === given.trim().toLowerCase());
  if (found) return found;
  const allowed = runs.map((run) => run.id);
  throw notListed(given, allowed, { code: "unknown-run" });
}

/** The only one of several. @throws Problem unknown-run; several-runs, listing them. */
export function onlyOf<One extends { id: string }>(runs: readonly One[]): One {
  // The one begun last is the likeliest.
  const last = runs.at(-1);
  if (!last) throw new Problem("unknown-run", "no-run");
  if (runs.length === 1) return last;
  const allowed = runs.map(({ id }) => id);
  throw new Problem("several-runs", "several-runs", { run: last.id }, { missing: ["run"], allowed });
}

/** The run meant: the one named, or the only one that is not over. @throws Problem unknown-run, several-runs. */
export async function theRun(given: string | undefined, context: Context): Promise<Run> {
  if (given !== undefined) return openRun(storedRun(given, context), context);
  return onlyOf((await openRuns(context)).filter((run) => run.next !== null));
}

/** Writes down what happened. @returns the run after it, with what other processes wrote meanwhile. */
export async function record(run: Run, event: RunEvent, context: Context): Promise<Run> {
  append({ id: run.id, checklist: run.checklist.id }, event);
  return openRun(storedRun(run.id, context), context);
}

/** What a person gave for this run before stands below flags and the environment, above saved defaults. */
export async function givenFacts(flags: GivenFacts, kept: RunFacts, context: Context): Promise<GivenFacts> {
  const defaults = Object.entries(await defaultFacts(context));
  const of = (origin: string) => Object.fromEntries(defaults.filter(([, { from }]) => from === origin));
  return factsOfRun({ ...of("environment"), ...flags }, kept, of("saved"));
}

/** @param flags facts given on this command line. @throws Problem when they are wrong. */
export async function viewOf(run: Run, flags: GivenFacts, context: Context) {
  const desk = await context.desk();
  // What the directory of today does not know says nothing of anybody: an operator of an overlay is not there without it.
  const known = Object.entries(run.facts).filter(([fact, value]) => {
    try {
      FACT_TABLE[fact as Fact].parse(value, desk.directory);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(context.words.say("runs.unknown-here", { run: run.id, value }), context);
      return false;
    }
  });
  const scene = sceneFor(await givenFacts(flags, Object.fromEntries(known), context), desk);
  return { ...viewRun(run, scene), facts: scene.given };
}

/** Begins a run. What is wrong with it is said before anything is written. @param person the facts to keep with it. @throws Problem */
export async function beginRun(
  id: string,
  { facts, chargedOn = null }: { facts: RunFacts; chargedOn?: string | null },
  person: GivenFacts,
  context: Context,
): Promise<Run> {
  allowState(context);
  const checklist = checklistNamed(id, await context.desk());
  const event: RunEvent = { type: "start", at: context.moment().text, facts, chargedOn };
  await viewOf(foldRun(checklist.id, checklist, [event]), person, context);
  return openRun(storedRun(begin(checklist.id, event), context), context);
}
