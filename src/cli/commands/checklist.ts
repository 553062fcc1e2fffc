/** Guided checklists: what there is, one run after another, and what was said of their steps. */
import {
  answerNamed,
  checklistAnswer,
  checklistNamed,
  factsToKeep,
  PERSON_FACTS,
  type Person,
  stepNamed,
} from "../../answers/checklist.js";
import type { Desk } from "../../answers/desk.js";
import type { RunEvent } from "../../checklists/events.js";
import type { Run } from "../../checklists/run.js";
import type { NumberedStep } from "../../checklists/view.js";
import type { Checklist, Directory } from "../../directory/types.js";
import { checklistJson, checklistSummaryJson, runJson } from "../../render/checklist/json.js";
import { noticesJson } from "../../render/route/json.js";
import type { GivenFacts } from "../../situation/facts.js";
import { parsePast } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import type { StepAction } from "../../vocabulary/checklists.js";
import { EXIT } from "../../vocabulary/codes.js";
import {
  allowState,
  givenFacts,
  openRun,
  openRuns,
  personOf,
  record,
  sceneOf,
  storedRun,
  storedRuns,
  theRun,
} from "../checklists.js";
import type { Context } from "../context.js";
import { queryOf, shownRun, viewOf } from "../files/run-answer.js";
import { begin, forgetRun } from "../files/run-store.js";
import { blameEnvironment } from "../files/settings.js";
import { factFlags, factsOf } from "../line/facts.js";
import { command } from "../line/spec.js";
import { openPrompter } from "../prompts/prompter.js";
import type { Outcome } from "../runner.js";

/** Longer than anything one writes about a step. */
const LONGEST_NOTE = 2_000;

/** Words on a run state no facts: it has its own. */
const NOBODY: Person = { facts: {}, notices: [] };

type Flags = Readonly<Record<string, unknown>>;

const textFlag = (flags: Flags, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
};

const checklistTexts = () => import("../../render/checklist/text.js");

async function list(context: Context): Promise<Outcome> {
  const { checklists } = await context.directory();
  const all = checklists.map(({ id }) => context.open.checklist(id));
  return {
    kind: "checklist",
    result: () => ({ checklists: all.map((one) => checklistSummaryJson(one, context.words)) }),
    text: async (screen) => (await checklistTexts()).checklistsText(all, screen),
  };
}

function stepsFor(found: Checklist, facts: GivenFacts, on: string | null, desk: Desk): readonly NumberedStep[] {
  try {
    return checklistAnswer(found, facts, on, desk);
  } catch (error) {
    throw blameEnvironment(error, facts);
  }
}

/** What a person who begins today would meet; nothing is written. */
async function show(given: string, flags: Flags, context: Context): Promise<Outcome> {
  const desk = await context.desk();
  const { directory } = desk;
  const found = checklistNamed(given, desk);
  const { facts: stated, notices } = await personOf(factsOf(flags), context);
  const facts = givenFacts(stated, {}, context);
  const steps = stepsFor(found, facts, chargedOn(flags, context), desk);
  return {
    kind: "checklist",
    query: queryOf(facts, context),
    notices: noticesJson(notices, context.words),
    result: () => ({ checklist: checklistJson(found, steps, directory, context.words) }),
    text: async (screen) => (await checklistTexts()).checklistText(found, steps, directory, screen),
  };
}

function chargedOn(flags: Flags, context: Context): string | null {
  const given = textFlag(flags, "--charged-on");
  return given === undefined ? null : parsePast(given, context.moment()).date;
}

async function goOn(run: Run, person: Person, context: Context): Promise<Outcome> {
  const directory = await context.directory();
  if (!context.canAsk) return shownRun(run, person, directory, context);
  const { walkRun } = await import("../talk/walk-checklist.js");
  return walkRun(run, person, context, await openPrompter(context));
}

async function start(given: string, flags: Flags, context: Context): Promise<Outcome> {
  allowState(context);
  const directory = await context.directory();
  const found = checklistNamed(given, { directory, open: context.open });
  const person = await personOf(factsOf(flags), context);
  const { facts } = person;
  // What is wrong with the facts is said before anything is written.
  sceneOf(givenFacts(facts, {}, context), directory, context);
  const at = context.moment().text;
  const event: RunEvent = {
    type: "start",
    at,
    facts: factsToKeep(facts, directory),
    chargedOn: chargedOn(flags, context),
  };
  const id = await begin(found.id, event);
  return goOn(openRun(storedRun(id, context), directory, context), person, context);
}

/** Where several were left, a person at a terminal picks. @returns null when they went back. */
async function runToResume(given: string | undefined, directory: Directory, context: Context): Promise<Run | null> {
  if (given !== undefined || !context.canAsk) return theRun(given, context, directory);
  const { pickRun, unfinished } = await import("../talk/runs.js");
  const runs = await unfinished(context);
  return runs.length > 1 ? pickRun(runs, context, await openPrompter(context)) : theRun(given, context, directory);
}

async function resume(given: string | undefined, flags: Flags, context: Context): Promise<Outcome> {
  const directory = await context.directory();
  const person = await personOf(factsOf(flags), context);
  const { facts } = person;
  let run = await runToResume(given, directory, context);
  if (run === null) return EXIT.answered;
  const on = chargedOn(flags, context);
  sceneOf(givenFacts(facts, run.facts, context), directory, context);
  const at = context.moment().text;
  const kept = factsToKeep(facts, directory);
  if (Object.keys(kept).length > 0) run = await record(run, { type: "facts", at, facts: kept }, context, directory);
  if (on !== null) run = await record(run, { type: "charged", at, on }, context, directory);
  return goOn(run, person, context);
}

async function say(action: StepAction, given: string, flags: Flags, context: Context): Promise<Outcome> {
  const directory = await context.directory();
  const run = theRun(textFlag(flags, "--run"), context, directory);
  const step = stepNamed(given, run.checklist);
  const { text: at, date } = context.moment();
  const on = textFlag(flags, "--on");
  const event: RunEvent = {
    type: action,
    at,
    step: step.id,
    answer: answerNamed(textFlag(flags, "--answer"), step),
    on: on === undefined ? date : parsePast(on, context.moment()).date,
  };
  const after = await record(run, event, context, directory);
  const answer = shownRun(after, NOBODY, directory, context);
  if (action !== "fail") return answer;
  const onFail = `${context.words.text(step.onFail.text)}\n`;
  return { ...answer, aside: async (screen) => onFail + ((await answer.aside?.(screen)) ?? "") };
}

async function note(words: readonly string[], flags: Flags, context: Context): Promise<Outcome> {
  const directory = await context.directory();
  const text = words.join(" ").trim();
  if (text === "") throw new Problem("usage", "empty-note");
  if (text.length > LONGEST_NOTE) throw new Problem("usage", "note-too-long", { most: String(LONGEST_NOTE) });
  const run = theRun(textFlag(flags, "--run"), context, directory);
  const named = textFlag(flags, "--step");
  const step = named === undefined ? (run.next?.step.id ?? null) : stepNamed(named, run.checklist).id;
  const after = await record(run, { type: "note", at: context.moment().text, step, text }, context, directory);
  return shownRun(after, NOBODY, directory, context);
}

async function status(flags: Flags, context: Context): Promise<Outcome> {
  const directory = await context.directory();
  const named = textFlag(flags, "--run");
  const runs = named === undefined ? openRuns(context, directory) : [theRun(named, context, directory)];
  const views = runs.map((run) => viewOf(run, {}, directory, context));
  return {
    kind: "checklist",
    query: queryOf(givenFacts({}, {}, context), context),
    result: () => ({ runs: views.map((view) => runJson(view, directory, context.words)) }),
    text: async (screen) => (await checklistTexts()).runsText(views, directory, screen),
  };
}

/** The runs meant: all, the one named, or the only one there is. @throws Problem unknown-run, several-runs. */
function toForget(given: string | undefined, flags: Flags, context: Context): string[] {
  if (flags["--all"] === true) return storedRuns(context).map((run) => run.id);
  if (given !== undefined) return [storedRun(given, context).id];
  const runs = storedRuns(context).map((run) => run.id);
  if (runs.length === 0) throw new Problem("unknown-run", "no-run");
  if (runs.length > 1) throw new Problem("several-runs", "several-runs", {}, { missing: ["run"], allowed: runs });
  return runs;
}

async function forget(given: string | undefined, flags: Flags, context: Context): Promise<Outcome> {
  const named = given ?? textFlag(flags, "--run");
  const runs = toForget(named, flags, context);
  for (const id of runs) forgetRun(id, Date.now());
  return {
    kind: "checklist",
    result: () => ({ forgotten: runs }),
    text: ({ words }) => runs.map((run) => `${words.say("runs.forgotten", { run })}\n`).join(""),
  };
}

const CHARGED_ON = { "--charged-on": { value: "date" } } as const;
const PERSON = factFlags([...PERSON_FACTS, "number"]);
const RUN = { "--run": { value: "id", offers: "runs" } } as const;
const CHECKLIST = { "<checklist>": { text: "checklist-id", offers: "checklists" } } as const;

const sayCommand = (action: StepAction) =>
  command({
    operands: { "<step>": { offers: "steps" } },
    flags: {
      "--on": { value: "date" },
      ...(action === "done" && { "--answer": { value: "id", offers: "outcomes" } }),
      ...RUN,
    },
    run: ({ step, flags }, context) => say(action, step, flags, context),
  });

export const checklistCommand = command({
  commands: {
    list: command({ run: (_line, context) => list(context) }),
    show: command({
      operands: CHECKLIST,
      flags: { ...CHARGED_ON, ...PERSON },
      run: (line, context) => show(line.checklist, line.flags, context),
    }),
    status: command({ flags: RUN, run: ({ flags }, context) => status(flags, context) }),
    start: command({
      operands: CHECKLIST,
      flags: { ...CHARGED_ON, ...PERSON },
      run: (line, context) => start(line.checklist, line.flags, context),
    }),
    resume: command({
      operands: { "[run]": { offers: "runs" } },
      flags: { ...CHARGED_ON, ...PERSON, ...RUN },
      run: ({ run, flags }, context) => resume(run ?? flags["--run"], flags, context),
    }),
    forget: command({
      operands: { "[run]": { offers: "runs" } },
      flags: { ...RUN, "--all": { text: "forget-all" } },
      run: ({ run, flags }, context) => forget(run, flags, context),
    }),
    done: sayCommand("done"),
    skip: sayCommand("skip"),
    later: sayCommand("later"),
    fail: sayCommand("fail"),
    note: command({
      operands: { "<text...>": { text: "note-text" } },
      flags: { "--step": { value: "id", offers: "steps" }, ...RUN },
      run: ({ text, flags }, context) => note(text, flags, context),
    }),
  },
});
