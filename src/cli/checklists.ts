/** Runs of checklists for a command or a conversation: found, shown with the facts of the person, and what happens written down. */
import { checklistNamed, factsOfRun, type Person, personStated, sceneFor } from "../answers/checklist.js";
import { foldRun, type Run, type RunEvent, type RunFacts } from "../checklists/run.js";
import { type RunView, viewRun } from "../checklists/step.js";
import { runJson } from "../render/checklist/json.js";
import { clean } from "../render/clean.js";
import { givenJson, problemText } from "../render/envelope/json.js";
import { noticesJson } from "../render/route/json.js";
import { FACT_TABLE } from "../situation/fact-table.js";
import type { GivenFacts, Notice } from "../situation/facts.js";
import { notListed } from "../values/choice.js";
import { Problem } from "../values/problem.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Fact } from "../vocabulary/situation.js";
import type { Context } from "./context.js";
import { append, begin, readRuns, type StoredRun } from "./files/run-store.js";
import { defaultFacts, knownFacts, withCountry } from "./known-facts.js";
import { type Answer, noticeLines } from "./runner.js";

const say = (text: string, { io }: Context): void => io.err(`${clean(text)}\n`);

/** The facts of a command line; a number stands for its operator and goes no further. @throws Problem bad-number. */
export async function personOf(flags: GivenFacts, context: Context): Promise<Person> {
  const stated = await withCountry(flags, context);
  return personStated(stated, await knownFacts(stated, context), await context.desk());
}

/** @throws Problem where runs may not be kept. */
function allowState({ flags }: Context): void {
  if (flags["--no-config"]) throw new Problem("usage", "runs-need-settings");
}

/** All runs; what was damaged is named and kept aside. */
export function storedRuns(context: Context): StoredRun[] {
  allowState(context);
  const { runs, damaged } = readRuns(Date.now());
  for (const { file, kept } of damaged) say(context.words.say("runs.set-aside", { file, kept }), context);
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
      say(`${one.id}: ${problemText(error, context.words).detail}`, context);
    }
  }
  return made;
}

/** Runs that this dozvon can open. */
export const openRuns = (context: Context): Promise<Run[]> => eachRun(storedRuns(context), context, (run) => run);

/** @throws Problem unknown-run with the nearest id. */
export function storedRun(given: string, context: Context): StoredRun {
  const runs = storedRuns(context);
  const wanted = given.trim().toLowerCase();
  const found = runs.find((run) => run.id === wanted);
  if (found) return found;
  const allowed = runs.map((run) => run.id);
  throw notListed(given, allowed, { code: "unknown-run" });
}

/** The only one of several. @throws Problem unknown-run; several-runs, listing them. */
export function onlyOf<One extends { id: string }>(runs: readonly One[]): One {
  const [only, ...more] = runs;
  if (!only) throw new Problem("unknown-run", "no-run");
  if (more.length === 0) return only;
  throw new Problem(
    "several-runs",
    "several-runs",
    { run: only.id },
    { missing: ["run"], allowed: runs.map(({ id }) => id) },
  );
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

/** What the directory of today does not know says nothing of anybody: an operator of an overlay is not there without it. */
async function knownHere({ id, facts }: Pick<Run, "id" | "facts">, context: Context): Promise<RunFacts> {
  const directory = await context.directory();
  const known = Object.entries(facts).filter(([fact, value]) => {
    try {
      FACT_TABLE[fact as Fact].parse(value, directory);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      say(context.words.say("runs.unknown-here", { run: id, value }), context);
      return false;
    }
  });
  return Object.fromEntries(known);
}

/** What a person gave for this run before stands below flags and the environment, above saved defaults. */
export async function givenFacts(flags: GivenFacts, kept: RunFacts, context: Context): Promise<GivenFacts> {
  const defaults = Object.entries(await defaultFacts(context));
  const of = (origin: string) => Object.fromEntries(defaults.filter(([, { from }]) => from === origin));
  return factsOfRun({ ...of("environment"), ...flags }, kept, of("saved"));
}

/** @param flags facts given on this command line. @throws Problem when they are wrong. */
export async function viewOf(run: Run, flags: GivenFacts, context: Context): Promise<RunView> {
  const given = await givenFacts(flags, await knownHere(run, context), context);
  return viewRun(run, sceneFor(given, await context.desk()));
}

/** Begins a run. What is wrong with it is said before anything is written. @throws Problem */
export async function beginRun(id: string, event: RunEvent, flags: GivenFacts, context: Context): Promise<Run> {
  allowState(context);
  const checklist = checklistNamed(id, await context.desk());
  await viewOf(foldRun(checklist.id, checklist, [event]), flags, context);
  return openRun(storedRun(begin(checklist.id, event), context), context);
}

export const queryOf = (given: GivenFacts, { moment }: Context) => ({ facts: givenJson(given), asOf: moment().text });

/** --strict: a next step that hangs on missing facts is no whole answer. */
function strictNotices({ next }: RunView, { strict }: Context): Notice[] {
  const missing = next?.missing ?? [];
  return strict && missing.length > 0 ? [{ code: "facts-missing", values: { facts: missing.join(", ") } }] : [];
}

export async function shownRun(run: Run, person: Person, context: Context): Promise<Answer> {
  const { words } = context;
  const view = await viewOf(run, person.facts, context);
  const directory = await context.directory();
  const faults = strictNotices(view, context);
  const notices = noticesJson([...person.notices, ...faults], words);
  return {
    kind: "checklist",
    query: queryOf(await givenFacts(person.facts, run.facts, context), context),
    notices,
    result: () => ({ run: runJson(view, directory, words) }),
    aside: () => noticeLines(notices),
    text: async (screen, rows) => (await import("../render/checklist/text.js")).runText(view, directory, screen, rows),
    code: faults.length > 0 ? EXIT.needsFacts : EXIT.answered,
  };
}
