/** Guided checklists: what there is, one run after another, and what was said of their steps. */
import {
  answerNamed,
  checklistAnswer,
  checklistNamed,
  factsOfRun,
  factsToKeep,
  PERSON_FACTS,
  type Person,
  personStated,
  sceneFor,
  stepNamed,
} from "../../answers/checklist.js";
import { foldRun, type Run, type RunEvent, type RunFacts } from "../../checklists/run.js";
import { viewRun } from "../../checklists/step.js";
import { checklistJson, checklistSummaryJson, runJson } from "../../render/checklist/json.js";
import { clean } from "../../render/clean.js";
import { factsJson, problemText } from "../../render/envelope/json.js";
import { FACT_TABLE } from "../../situation/fact-table.js";
import { type GivenFacts, type Notice, parseFacts } from "../../situation/facts.js";
import { notListed } from "../../values/choice.js";
import { parsePast } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { STEP_ACTIONS, type StepAction } from "../../vocabulary/checklists.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Fact } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { append, begin, forgetRun, readRuns, type StoredRun } from "../files/run-store.js";
import { defaultFacts, knownFacts, withCountry } from "../known-facts.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
import { type Answer, noticeLines, type Outcome, whichOf } from "../runner.js";

/** Longer than anything one writes about a step. */
const LONGEST_NOTE = 2_000;

/** Words on a run state no facts: it has its own. */
const NOBODY: Person = { facts: {}, notices: [] };

const checklistTexts = () => import("../../render/checklist/text.js");

const tell = (text: string, { io }: Context): void => io.err(`${clean(text)}\n`);

/** The facts of a command line; a number stands for its operator and goes no further. @throws Problem bad-number. */
async function personOf(flags: GivenFacts, context: Context): Promise<Person> {
  const stated = await withCountry(flags, context);
  return personStated(stated, await knownFacts(stated, context), await context.desk());
}

/** @throws Problem where runs may not be kept. */
function allowState({ flags }: Context): void {
  if (flags["--no-config"]) throw new Problem("usage", "runs-need-settings");
}

/** All runs; what was damaged is named and kept aside. */
function storedRuns(context: Context): StoredRun[] {
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
async function eachRun<Made>(
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
function storedRun(given: string, context: Context): StoredRun {
  const runs = storedRuns(context);
  const found = runs.find((run) => run.id === given.trim().toLowerCase());
  if (found) return found;
  const allowed = runs.map((run) => run.id);
  throw notListed(given, allowed, { code: "unknown-run" });
}

/** The only one of several. @throws Problem unknown-run; several-runs, listing them. */
function onlyOf<One extends { id: string }>(runs: readonly One[]): One {
  const [only, ...more] = runs;
  if (!only) throw new Problem("unknown-run", "no-run");
  if (more.length === 0) return only;
  const allowed = runs.map(({ id }) => id);
  throw new Problem("several-runs", "several-runs", { run: only.id }, { missing: ["run"], allowed });
}

/** A run is named once, and no run where all are meant. @throws Problem usage */
function namedOnce(run: string | undefined, { "--run": other, "--all": all }: { "--run"?: string; "--all"?: true }) {
  const [one, also] = [run, other && "--run", all && "--all"].filter((given) => given !== undefined);
  if (one !== undefined && also !== undefined) throw new Problem("usage", "flags-exclude", { one, other: also });
  return run ?? other;
}

/** The run meant: the one named, or the only one that is not over. @throws Problem unknown-run, several-runs. */
async function theRun(given: string | undefined, context: Context): Promise<Run> {
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

async function shownRun(run: Run, person: Person, context: Context): Promise<Answer> {
  const { words, strict } = context;
  const view = await viewOf(run, person.facts, context);
  const directory = await context.directory();
  // --strict: a next step that hangs on missing facts is no whole answer.
  const missing = (strict && view.next?.missing) || [];
  const faults: Notice[] = missing.length > 0 ? [{ code: "facts-missing", values: { facts: missing.join(", ") } }] : [];
  const notices = [...person.notices, ...faults];
  return {
    kind: "checklist",
    query: { facts: factsJson(parseFacts(view.facts, directory)) },
    notices,
    result: () => ({ run: runJson(view, directory, words) }),
    aside: () => noticeLines(notices, words),
    text: async (screen, rows) => (await checklistTexts()).runText(view, directory, screen, rows),
    code: faults.length > 0 ? EXIT.needsFacts : EXIT.answered,
  };
}

/** What a person who begins today would meet; nothing is written. */
export async function showChecklist(
  given: string,
  told: GivenFacts,
  on: string | null,
  context: Context,
): Promise<Outcome> {
  const desk = await context.desk();
  const { directory } = desk;
  const found = checklistNamed(given, desk);
  const { facts: stated, notices } = await personOf(told, context);
  const facts = await givenFacts(stated, {}, context);
  const steps = checklistAnswer(found, facts, on, desk);
  return {
    kind: "checklist",
    query: { facts: factsJson(parseFacts(facts, directory)) },
    notices,
    result: () => ({ checklist: checklistJson(found, steps, directory, context.words) }),
    text: async (screen, rows) => (await checklistTexts()).checklistText(found, steps, directory, screen, rows),
  };
}

const chargedOn = ({ "--charged-on": given }: { "--charged-on"?: string }, { moment }: Context): string | null =>
  given === undefined ? null : parsePast(given, moment()).date;

async function goOn(run: Run, person: Person, context: Context): Promise<Outcome> {
  if (!context.canAsk) return shownRun(run, person, context);
  const { walkRun } = await import("../talk/walk-checklist.js");
  const { id, next } = await walkRun(run, person, await openTalk(context));
  const command = `dozvon checklist resume ${id}`;
  if (next) context.io.err(`${context.words.say("runs.go-on-later", { command })}\n`);
  return EXIT.answered;
}

/** Where several were left, a person at a terminal picks. @returns null when they went back. */
async function runToResume(given: string | undefined, context: Context): Promise<Run | null> {
  if (given !== undefined || !context.canAsk) return theRun(given, context);
  const { pickRun, unfinished } = await import("../talk/home.js");
  const runs = await unfinished(context);
  return runs.length > 1 ? pickRun(runs, await openTalk(context)) : theRun(given, context);
}

const PERSON = { "--charged-on": { value: "date" }, ...factFlags([...PERSON_FACTS, "number"]) } as const;
const RUN = { "--run": { value: "id", offers: "runs" } } as const;
const ANSWER = { "--answer": { value: "id", offers: "outcomes" } } as const;
const CHECKLIST = { "<checklist>": { text: "checklist-id", offers: "checklists" } } as const;
const NAMED_RUN = { "[run]": { offers: "runs" } } as const;

const sayCommand = (type: StepAction) =>
  command({
    operands: { "[step]": { offers: "steps" } },
    flags: {
      "--on": { value: "date" },
      ...(type === "done" ? ANSWER : ({} as typeof ANSWER)),
      ...RUN,
    },
    async run({ step: given, flags }, context) {
      const run = await theRun(flags["--run"], context);
      const step = stepNamed(given ?? run.next?.step.id ?? "", run.checklist);
      const { text: at, date } = context.moment();
      const { "--on": named } = flags;
      const on = named === undefined ? date : parsePast(named, context.moment()).date;
      const answer = answerNamed(flags["--answer"], step);
      const after = await record(run, { type, at, step: step.id, answer, on }, context);
      const shown = await shownRun(after, NOBODY, context);
      if (type !== "fail") return shown;
      const onFail = `${context.words.text(step.onFail.text)}\n`;
      return { ...shown, aside: async (screen) => onFail + ((await shown.aside?.(screen)) ?? "") };
    },
  });

export const checklistCommand = command({
  /** Nothing but the word: a menu for a person, the titles with their commands elsewhere. */
  async run(_line, context) {
    const { words, canAsk, json } = context;
    if (json) throw new Problem("usage", "no-subcommand", { given: "dozvon help checklist" });
    if (canAsk) {
      await (await import("../talk/home.js")).openBegin(await openTalk(context));
      return EXIT.answered;
    }
    const { checklists } = await context.directory();
    const entries = checklists.map(({ id, title }) => [words.text(title), `dozvon checklist start ${id}`] as const);
    return whichOf(words.say("ask.checklist"), entries, EXIT.usage, context);
  },
  commands: {
    list: command({
      async run(_line, { directory, open, words }) {
        const all = (await directory()).checklists.map(({ id }) => open.checklist(id));
        return {
          kind: "checklist",
          result: () => ({ checklists: all.map((one) => checklistSummaryJson(one, words)) }),
          text: async (screen) => (await checklistTexts()).checklistsText(all, screen),
        };
      },
    }),
    show: command({
      operands: CHECKLIST,
      flags: PERSON,
      run: ({ checklist, flags }, context) =>
        showChecklist(checklist, factsOf(flags), chargedOn(flags, context), context),
    }),
    status: command({
      flags: RUN,
      async run({ flags: { "--run": named } }, context) {
        const directory = await context.directory();
        const runs = named === undefined ? storedRuns(context) : [storedRun(named, context)];
        const views = await eachRun(runs, context, (run) => viewOf(run, {}, context));
        return {
          kind: "checklist",
          query: { facts: factsJson(parseFacts(await givenFacts({}, {}, context), directory)) },
          result: () => ({ runs: views.map((view) => runJson(view, directory, context.words)) }),
          text: async (screen) => (await checklistTexts()).runsText(views, directory, screen),
        };
      },
    }),
    start: command({
      operands: CHECKLIST,
      flags: PERSON,
      async run({ checklist, flags }, context) {
        const person = await personOf(factsOf(flags), context);
        const facts = factsToKeep(person.facts, await context.directory());
        const begun = { facts, chargedOn: chargedOn(flags, context) };
        return goOn(await beginRun(checklist, begun, person.facts, context), person, context);
      },
    }),
    resume: command({
      operands: NAMED_RUN,
      flags: { ...PERSON, ...RUN },
      async run({ run: named, flags }, context) {
        const person = await personOf(factsOf(flags), context);
        let run = await runToResume(namedOnce(named, flags), context);
        if (run === null) return EXIT.answered;
        const on = chargedOn(flags, context);
        await viewOf(run, person.facts, context);
        const at = context.moment().text;
        const facts = factsToKeep(person.facts, await context.directory());
        if (Object.keys(facts).length > 0) run = await record(run, { type: "facts", at, facts }, context);
        if (on !== null) run = await record(run, { type: "charged", at, on }, context);
        return goOn(run, person, context);
      },
    }),
    /** Of the runs meant: all, the one named, or the only one there is. */
    forget: command({
      operands: NAMED_RUN,
      flags: { ...RUN, "--all": { text: "forget-all" } },
      run({ run: given, flags }, context) {
        const named = namedOnce(given, flags);
        const stored = storedRuns(context);
        const meant = flags["--all"] ? stored : [named === undefined ? onlyOf(stored) : storedRun(named, context)];
        const runs = meant.map(({ id }) => id);
        for (const id of runs) forgetRun(id);
        return {
          kind: "checklist",
          result: () => ({ forgotten: runs }),
          text: ({ words }) => runs.map((run) => `${words.say("runs.forgotten", { run })}\n`).join(""),
        };
      },
    }),
    ...Object.fromEntries(STEP_ACTIONS.map((action) => [action, sayCommand(action)])),
    note: command({
      operands: { "<text...>": { text: "note-text" } },
      flags: { "--step": { value: "id", offers: "steps" }, ...RUN },
      async run({ text: words, flags }, context) {
        const text = words.join(" ").trim();
        if (text === "") throw new Problem("usage", "empty-note");
        if (text.length > LONGEST_NOTE) throw new Problem("usage", "note-too-long", { most: String(LONGEST_NOTE) });
        const run = await theRun(flags["--run"], context);
        const { "--step": named } = flags;
        const step = named === undefined ? (run.next?.step.id ?? null) : stepNamed(named, run.checklist).id;
        const after = await record(run, { type: "note", at: context.moment().text, step, text }, context);
        return shownRun(after, NOBODY, context);
      },
    }),
  },
});
