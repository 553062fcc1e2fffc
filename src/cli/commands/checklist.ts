/** Guided checklists: what there is, one run after another, and what was said of their steps. */
import type { Command } from "commander";
import type { RunEvent } from "../../checklists/events.js";
import { foldRun, type Run } from "../../checklists/run.js";
import { viewSteps } from "../../checklists/view.js";
import { checklistJson, checklistSummaryJson, runJson } from "../../render/checklist/json.js";
import { noticesJson } from "../../render/route/json.js";
import { Problem } from "../../values/problem.js";
import { STEP_ACTIONS, type StepAction } from "../../vocabulary/checklists.js";
import {
  allowState,
  checklist,
  factsToKeep,
  findAnswer,
  findChecklist,
  findStep,
  givenFacts,
  openRun,
  openRuns,
  PERSON_FACTS,
  type Person,
  personOf,
  record,
  sceneOf,
  storedRun,
  storedRuns,
  theRun,
} from "../checklists.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import { answerRun, queryOf, viewOf } from "../files/run-answer.js";
import { pastDay } from "../files/run-dates.js";
import { begin, forgetRun } from "../files/run-store.js";
import { addFactFlags, factsOf, once } from "../line/facts.js";

/** Longer than anything one writes about a step. */
const LONGEST_NOTE = 2_000;

/** Words on a run state no facts: it has its own. */
const NOBODY: Person = { facts: {}, notices: [] };

type Flags = Readonly<Record<string, unknown>>;

const textFlag = (flags: Flags, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
};

async function list(context: Context): Promise<void> {
  const { checklists } = await context.directory();
  const all = checklists.map(({ id }) => checklist(id));
  if (context.json) {
    context.succeed("checklist", { checklists: all.map((one) => checklistSummaryJson(one, context.words)) });
  } else context.io.out((await import("../show-checklist.js")).showChecklists(all, context));
}

/** What a person who begins today would meet; nothing is written. */
async function show(given: string, flags: Flags, context: Context): Promise<void> {
  const directory = await context.directory();
  const found = findChecklist(given, directory);
  const { facts: stated, notices } = await personOf(factsOf(flags), context);
  const facts = givenFacts(stated, {}, context);
  const at = context.moment().text;
  const run = foldRun(found.id, found, [{ type: "start", at, facts: {}, chargedOn: chargedOn(flags, context) }]);
  const steps = viewSteps(run, sceneOf(facts, directory, context));
  if (context.json) {
    const result = { checklist: checklistJson(found, steps, directory, context.words) };
    const more = { query: queryOf(facts, context), notices: noticesJson(notices, context.words) };
    context.succeed("checklist", result, more);
  } else context.io.out((await import("../show-checklist.js")).showChecklist(found, steps, directory, context));
}

function chargedOn(flags: Flags, context: Context): string | null {
  const given = textFlag(flags, "chargedOn");
  return given === undefined ? null : pastDay(given, context);
}

async function goOn(run: Run, person: Person, context: Context): Promise<void> {
  const directory = await context.directory();
  if (!context.canAsk) process.exitCode = await answerRun(run, person, directory, context);
  else process.exitCode = await (await import("../talk/walk-checklist.js")).walkRun(run, person, context);
}

async function start(given: string, flags: Flags, context: Context): Promise<void> {
  allowState(context);
  const directory = await context.directory();
  const found = findChecklist(given, directory);
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
  await goOn(openRun(storedRun(id, context), directory), person, context);
}

async function resume(given: string | undefined, flags: Flags, context: Context): Promise<void> {
  const directory = await context.directory();
  const person = await personOf(factsOf(flags), context);
  const { facts } = person;
  let run = theRun(given, context, directory);
  const on = chargedOn(flags, context);
  sceneOf(givenFacts(facts, run.facts, context), directory, context);
  const at = context.moment().text;
  const kept = factsToKeep(facts, directory);
  if (Object.keys(kept).length > 0) run = await record(run, { type: "facts", at, facts: kept }, context, directory);
  if (on !== null) run = await record(run, { type: "charged", at, on }, context, directory);
  await goOn(run, person, context);
}

async function say(action: StepAction, given: string, flags: Flags, context: Context): Promise<void> {
  const directory = await context.directory();
  const run = theRun(textFlag(flags, "run"), context, directory);
  const step = findStep(given, run.checklist);
  const { text: at, date } = context.moment();
  const on = textFlag(flags, "on");
  const event: RunEvent = {
    type: action,
    at,
    step: step.id,
    answer: findAnswer(textFlag(flags, "answer"), step),
    on: on === undefined ? date : pastDay(on, context),
  };
  const after = await record(run, event, context, directory);
  if (action === "fail" && !context.json) context.io.err(`${context.words.text(step.onFail.text)}\n`);
  process.exitCode = await answerRun(after, NOBODY, directory, context);
}

async function note(words: readonly string[], flags: Flags, context: Context): Promise<void> {
  const directory = await context.directory();
  const text = words.join(" ").trim();
  if (text === "") throw new Problem("usage", "empty-note");
  if (text.length > LONGEST_NOTE) throw new Problem("usage", "note-too-long", { most: String(LONGEST_NOTE) });
  const run = theRun(textFlag(flags, "run"), context, directory);
  const named = textFlag(flags, "step");
  const step = named === undefined ? (run.next?.step.id ?? null) : findStep(named, run.checklist).id;
  const after = await record(run, { type: "note", at: context.moment().text, step, text }, context, directory);
  process.exitCode = await answerRun(after, NOBODY, directory, context);
}

async function status(flags: Flags, context: Context): Promise<void> {
  const directory = await context.directory();
  const named = textFlag(flags, "run");
  const runs = named === undefined ? openRuns(context, directory) : [theRun(named, context, directory)];
  const views = runs.map((run) => viewOf(run, {}, directory, context));
  if (context.json) {
    const result = { runs: views.map((view) => runJson(view, directory, context.words)) };
    context.succeed("checklist", result, { query: queryOf(givenFacts({}, {}, context), context) });
  } else context.io.out((await import("../show-checklist.js")).showRuns(views, directory, context));
}

/** The runs meant: all, the one named, or the only one there is. @throws Problem unknown-run, several-runs. */
function toForget(given: string | undefined, flags: Flags, context: Context): string[] {
  if (flags.all === true) return storedRuns(context).map((run) => run.id);
  if (given !== undefined) return [storedRun(given, context).id];
  const runs = storedRuns(context).map((run) => run.id);
  if (runs.length === 0) throw new Problem("unknown-run", "no-run");
  if (runs.length > 1) throw new Problem("several-runs", "several-runs", {}, { missing: ["run"], allowed: runs });
  return runs;
}

async function forget(given: string | undefined, flags: Flags, context: Context): Promise<void> {
  const named = given ?? textFlag(flags, "run");
  const runs = toForget(named, flags, context);
  for (const id of runs) forgetRun(id, Date.now());
  if (context.json) context.succeed("checklist", { forgotten: runs });
  else for (const id of runs) context.io.out(`${context.words.say("runs.forgotten", { run: id })}\n`);
}

const addPersonFlags = (command: Command, { words }: Context): Command =>
  addFactFlags(command, PERSON_FACTS, words).option("-n, --number <number>", words.say("help.number"), once("number"));

const addRunFlag = (command: Command, { words }: Context): Command =>
  command.option("--run <id>", words.say("help.run"), once("run"));

function addReaders(command: Command, context: Context): void {
  const { words } = context;
  command
    .command("list")
    .description(words.say("help.checklist-list"))
    .action(() => list(context));
  const shown = command
    .command("show")
    .description(words.say("help.checklist-show"))
    .argument("<checklist>", words.say("help.checklist-id"))
    .option("--charged-on <date>", words.say("help.charged-on"), once("charged-on"));
  addPersonFlags(shown, context).action((id: string, flags: Flags) => show(id, flags, context));
  addRunFlag(command.command("status").description(words.say("help.checklist-status")), context).action(
    (flags: Flags) => status(flags, context),
  );
}

function addRuns(command: Command, context: Context): void {
  const { words } = context;
  const started = command
    .command("start")
    .description(words.say("help.checklist-start"))
    .argument("<checklist>", words.say("help.checklist-id"))
    .option("--charged-on <date>", words.say("help.charged-on"), once("charged-on"));
  addPersonFlags(started, context).action((id: string, flags: Flags) => start(id, flags, context));
  const resumed = command
    .command("resume")
    .description(words.say("help.checklist-resume"))
    .argument("[run]", words.say("help.run"))
    .option("--charged-on <date>", words.say("help.charged-on"), once("charged-on"));
  addRunFlag(addPersonFlags(resumed, context), context).action((run: string | undefined, flags: Flags) =>
    resume(run ?? textFlag(flags, "run"), flags, context),
  );
  addRunFlag(command.command("forget").description(words.say("help.checklist-forget")), context)
    .argument("[run]", words.say("help.run"))
    .option("--all", words.say("help.forget-all"))
    .action((run: string | undefined, flags: Flags) => forget(run, flags, context));
}

function addWords(command: Command, context: Context): void {
  const { words } = context;
  for (const action of STEP_ACTIONS) {
    const said = command
      .command(action)
      .description(words.say(`help.checklist-${action}`))
      .argument("<step>", words.say("help.step"))
      .option("--on <date>", words.say("help.on"), once("on"));
    if (action === "done") said.option("--answer <id>", words.say("help.answer"), once("answer"));
    addRunFlag(said, context).action((step: string, flags: Flags) => say(action, step, flags, context));
  }
  const noted = command
    .command("note")
    .description(words.say("help.checklist-note"))
    .argument("<text...>", words.say("help.note-text"))
    .option("--step <id>", words.say("help.step"), once("step"));
  addRunFlag(noted, context).action((text: string[], flags: Flags) => note(text, flags, context));
}

function configure(command: Command, context: Context): void {
  addReaders(command, context);
  addRuns(command, context);
  addWords(command, context);
}

export const checklistCommand: CommandModule = {
  configure,
};
