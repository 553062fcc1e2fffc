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
import type { Run } from "../../checklists/run.js";
import { checklistJson, checklistSummaryJson, runJson } from "../../render/checklist/json.js";
import { noticesJson } from "../../render/route/json.js";
import type { GivenFacts } from "../../situation/facts.js";
import { parsePast } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import type { StepAction } from "../../vocabulary/checklists.js";
import { EXIT } from "../../vocabulary/codes.js";
import {
  beginRun,
  eachRun,
  givenFacts,
  onlyOf,
  personOf,
  queryOf,
  record,
  shownRun,
  storedRun,
  storedRuns,
  theRun,
  viewOf,
} from "../checklists.js";
import type { Context } from "../context.js";
import { forgetRun } from "../files/run-store.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
import { type Outcome, whichOf } from "../runner.js";

/** Longer than anything one writes about a step. */
const LONGEST_NOTE = 2_000;

/** Words on a run state no facts: it has its own. */
const NOBODY: Person = { facts: {}, notices: [] };

type TextFlag = "--charged-on" | "--run" | "--on" | "--answer" | "--step";
type Flags = { readonly [Spelling in TextFlag]?: string };

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
    query: queryOf(facts, context),
    notices: noticesJson(notices, context.words),
    result: () => ({ checklist: checklistJson(found, steps, directory, context.words) }),
    text: async (screen, rows) => (await checklistTexts()).checklistText(found, steps, directory, screen, rows),
  };
}

function chargedOn(flags: Flags, context: Context): string | null {
  const given = flags["--charged-on"];
  return given === undefined ? null : parsePast(given, context.moment()).date;
}

async function goOn(run: Run, person: Person, context: Context): Promise<Outcome> {
  if (!context.canAsk) return shownRun(run, person, context);
  const { walkRun } = await import("../talk/walk-checklist.js");
  const { id, next } = await walkRun(run, person, await openTalk(context));
  const command = `dozvon checklist resume ${id}`;
  if (next) context.io.err(`${context.words.say("runs.go-on-later", { command })}\n`);
  return EXIT.answered;
}

async function start(given: string, flags: Flags, context: Context): Promise<Outcome> {
  const person = await personOf(factsOf(flags), context);
  const facts = factsToKeep(person.facts, await context.directory());
  const event = { type: "start", at: context.moment().text, facts, chargedOn: chargedOn(flags, context) } as const;
  return goOn(await beginRun(given, event, person.facts, context), person, context);
}

/** Where several were left, a person at a terminal picks. @returns null when they went back. */
async function runToResume(given: string | undefined, context: Context): Promise<Run | null> {
  if (given !== undefined || !context.canAsk) return theRun(given, context);
  const { pickRun, unfinished } = await import("../talk/errands.js");
  const runs = await unfinished(context);
  return runs.length > 1 ? pickRun(runs, await openTalk(context)) : theRun(given, context);
}

async function resume(given: string | undefined, flags: Flags, context: Context): Promise<Outcome> {
  const person = await personOf(factsOf(flags), context);
  let run = await runToResume(given, context);
  if (run === null) return EXIT.answered;
  const on = chargedOn(flags, context);
  await viewOf(run, person.facts, context);
  const at = context.moment().text;
  const facts = factsToKeep(person.facts, await context.directory());
  if (Object.keys(facts).length > 0) run = await record(run, { type: "facts", at, facts }, context);
  if (on !== null) run = await record(run, { type: "charged", at, on }, context);
  return goOn(run, person, context);
}

async function say(type: StepAction, given: string | undefined, flags: Flags, context: Context): Promise<Outcome> {
  const run = await theRun(flags["--run"], context);
  const step = stepNamed(given ?? run.next?.step.id ?? "", run.checklist);
  const { text: at, date } = context.moment();
  const named = flags["--on"];
  const on = named === undefined ? date : parsePast(named, context.moment()).date;
  const answer = answerNamed(flags["--answer"], step);
  const shown = await shownRun(await record(run, { type, at, step: step.id, answer, on }, context), NOBODY, context);
  if (type !== "fail") return shown;
  const onFail = `${context.words.text(step.onFail.text)}\n`;
  return { ...shown, aside: async (screen) => onFail + ((await shown.aside?.(screen)) ?? "") };
}

async function note(words: readonly string[], flags: Flags, context: Context): Promise<Outcome> {
  const text = words.join(" ").trim();
  if (text === "") throw new Problem("usage", "empty-note");
  if (text.length > LONGEST_NOTE) throw new Problem("usage", "note-too-long", { most: String(LONGEST_NOTE) });
  const run = await theRun(flags["--run"], context);
  const named = flags["--step"];
  const step = named === undefined ? (run.next?.step.id ?? null) : stepNamed(named, run.checklist).id;
  const after = await record(run, { type: "note", at: context.moment().text, step, text }, context);
  return shownRun(after, NOBODY, context);
}

async function status(flags: Flags, context: Context): Promise<Outcome> {
  const directory = await context.directory();
  const named = flags["--run"];
  const runs = named === undefined ? storedRuns(context) : [storedRun(named, context)];
  const views = await eachRun(runs, context, (run) => viewOf(run, {}, context));
  return {
    kind: "checklist",
    query: queryOf(await givenFacts({}, {}, context), context),
    result: () => ({ runs: views.map((view) => runJson(view, directory, context.words)) }),
    text: async (screen) => (await checklistTexts()).runsText(views, directory, screen),
  };
}

/** Of the runs meant: all, the one named, or the only one there is. @throws Problem unknown-run, several-runs. */
async function forget(given: string | undefined, all: boolean, context: Context): Promise<Outcome> {
  const stored = storedRuns(context);
  const meant = all ? stored : [given === undefined ? onlyOf(stored) : storedRun(given, context)];
  const runs = meant.map(({ id }) => id);
  for (const id of runs) forgetRun(id, Date.now());
  return {
    kind: "checklist",
    result: () => ({ forgotten: runs }),
    text: ({ words }) => runs.map((run) => `${words.say("runs.forgotten", { run })}\n`).join(""),
  };
}

const PERSON = { "--charged-on": { value: "date" }, ...factFlags([...PERSON_FACTS, "number"]) } as const;
const RUN = { "--run": { value: "id", offers: "runs" } } as const;
const ANSWER = { "--answer": { value: "id", offers: "outcomes" } } as const;
const CHECKLIST = { "<checklist>": { text: "checklist-id", offers: "checklists" } } as const;
const NAMED_RUN = { "[run]": { offers: "runs" } } as const;

const sayCommand = (action: StepAction) =>
  command({
    operands: { "[step]": { offers: "steps" } },
    flags: {
      "--on": { value: "date" },
      ...(action === "done" ? ANSWER : ({} as typeof ANSWER)),
      ...RUN,
    },
    run: ({ step, flags }, context) => say(action, step, flags, context),
  });

/** Nothing but the word: a menu for a person, the titles with their commands elsewhere. @throws Problem usage for a program. */
async function which(context: Context): Promise<number> {
  const { words, canAsk, json } = context;
  if (json) throw new Problem("usage", "no-subcommand", { given: "dozvon help checklist" });
  if (canAsk) {
    await (await import("../talk/errands.js")).openBegin(await openTalk(context));
    return EXIT.answered;
  }
  const { checklists } = await context.directory();
  const entries = checklists.map(({ id, title }) => [words.text(title), `dozvon checklist start ${id}`] as const);
  return whichOf(words.say("ask.checklist"), entries, EXIT.usage, context);
}

export const checklistCommand = command({
  run: (_line, context) => which(context),
  commands: {
    list: command({ run: (_line, context) => list(context) }),
    show: command({
      operands: CHECKLIST,
      flags: PERSON,
      run: ({ checklist, flags }, context) =>
        showChecklist(checklist, factsOf(flags), chargedOn(flags, context), context),
    }),
    status: command({ flags: RUN, run: ({ flags }, context) => status(flags, context) }),
    start: command({
      operands: CHECKLIST,
      flags: PERSON,
      run: (line, context) => start(line.checklist, line.flags, context),
    }),
    resume: command({
      operands: NAMED_RUN,
      flags: { ...PERSON, ...RUN },
      run: ({ run, flags }, context) => resume(run ?? flags["--run"], flags, context),
    }),
    forget: command({
      operands: NAMED_RUN,
      flags: { ...RUN, "--all": { text: "forget-all" } },
      run: ({ run, flags }, context) => forget(run ?? flags["--run"], flags["--all"] === true, context),
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
