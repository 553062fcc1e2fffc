/** A checklist in a terminal, one step after another. Each answer is written down at once, so leaving loses nothing. */
import { factsToKeep, type Person } from "../../answers/checklist.js";
import type { Run, RunEvent } from "../../checklists/run.js";
import type { NumberedStep, RunView } from "../../checklists/step.js";
import type { ChecklistStep } from "../../directory/types.js";
import { checklistTitle } from "../../render/checklist/json.js";
import { runText, stepText } from "../../render/checklist/text.js";
import { noticesJson } from "../../render/route/json.js";
import { ALL_ROWS } from "../../render/text/blocks.js";
import type { GivenFacts } from "../../situation/facts.js";
import { STEP_ACTIONS, type StepAction } from "../../vocabulary/checklists.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import { beginRun, givenFacts, record, viewOf } from "../checklists.js";
import type { Context } from "../context.js";
import type { Choice, Talk } from "../prompts/prompter.js";
import { rowsOf } from "../terminal/screen.js";
import { openTool } from "./errands.js";
import { menuUnder, printOver, restOf, roomOver, screenOver, stay } from "./menu.js";
import { askYesNo } from "./questions.js";
import { settle } from "./situation.js";

const LEAVE = "leave";
const DETAILS = "details";
const ANSWER = "answer:";
const TOOL = "tool";

interface Walk extends Talk {
  /** Facts given on the command line. */
  flags: GivenFacts;
  /** Facts the person said they cannot say: not asked again. */
  unknown: OpenFact[];
  /** What to do where the last step failed: it stands above the next one, in sight. */
  advice: string[];
}

/** A step with answers of its own has them instead of a bare "done". */
function choicesOf({ branches, tool }: ChecklistStep, { words }: Context): Choice[] {
  const named = (value: string) => ({ value, name: words.say(`choice.step.${value}`) });
  const answers = branches.map(({ id, label }) => ({ value: `${ANSWER}${id}`, name: words.text(label) }));
  const actions = STEP_ACTIONS.filter((action) => action !== "done" || answers.length === 0);
  const tools = tool ? [{ value: TOOL, name: words.say(`choice.tool.${tool}`) }] : [];
  return [...answers, ...tools, ...actions.map(named), named(DETAILS), named(LEAVE)];
}

function eventOf(choice: string, step: ChecklistStep, { moment }: Context): RunEvent {
  const { text: at, date: on } = moment();
  if (choice.startsWith(ANSWER)) return { type: "done", at, step: step.id, answer: choice.slice(ANSWER.length), on };
  return { type: choice as StepAction, at, step: step.id, answer: null, on };
}

/** Asks what the operator's own channels of this step hang on, once a run. */
async function askFacts(run: Run, walk: Walk): Promise<Run> {
  const { directory, context, flags, unknown } = walk;
  const topic = run.next?.step.route.find(({ party }) => party === null)?.topic;
  if (topic === undefined) return run;
  const { service, ...facts } = await givenFacts(flags, run.facts, context);
  const settles = directory.topics.some((one) => one.id === topic && one.service !== null);
  // A fact that the topic settles by itself would contradict it.
  const kept = service && !settles ? { service } : {};
  const given: GivenFacts = { ...facts, ...kept, topic: { value: topic, from: "derived" } };
  const settled = await settle({ given, unknown }, walk);
  if (!settled) return run;
  unknown.splice(0, unknown.length, ...settled.unknown);
  const { topic: _topic, ...rest } = settled.given;
  const answered = Object.fromEntries(Object.entries(rest).filter(([, one]) => one.from === "answer"));
  const said = factsToKeep(answered, directory);
  if (Object.keys(said).length === 0) return run;
  return record(run, { type: "facts", at: context.moment().text, facts: said }, context);
}

/** Offers the checklist an answer led to. @returns the run to go on with. */
async function follow(run: Run, step: string, walk: Walk): Promise<Run> {
  const target = run.followUps.find((one) => one.step === step)?.checklist;
  if (target === undefined) return run;
  const { words, directory, context } = walk;
  const message = words.say("ask.other-checklist", { title: checklistTitle(target, directory, words) });
  if (!(await askYesNo({ message }, walk))) return run;
  const { facts, chargedOn } = run;
  return beginRun(target, { type: "start", at: context.moment().text, facts, chargedOn }, {}, context);
}

/** Shows a step and asks what came of it, with the details as often as they are asked for. */
async function chosen(next: NumberedStep, view: RunView, walk: Walk): Promise<string> {
  const { directory, context, words, flags } = walk;
  const screen = screenOver(context);
  const advice = walk.advice.splice(0).flatMap((text) => [...screen.layout.paragraph(text), ""]);
  const room = roomOver(context) - advice.length;
  const first = advice.map((line) => `${line}\n`).join("") + stepText(next, view.run, directory, screen, room);
  const acts: Readonly<Record<string, () => Promise<undefined>>> = {
    [TOOL]: stay(async () => {
      const facts = await givenFacts(flags, view.run.facts, context);
      if (next.step.tool) await openTool(next.step.tool, facts, view.run.checklist.id, walk);
    }),
    [DETAILS]: stay(() => context.io.out(`${restOf(runText(view, directory, screen, ALL_ROWS), first)}\n`)),
  };
  const leave = (value: string) => async () => ({ leave: value });
  const actions = choicesOf(next.step, context).map((one) => ({ ...one, act: acts[one.value] ?? leave(one.value) }));
  const values = { number: String(next.number), total: String(view.run.steps.length) };
  const question = { message: words.say("ask.step", values), why: words.say("why.step") };
  return menuUnder(question, printOver(first, context), actions, walk);
}

/** One step: shown, asked about, written down. @returns null when the person stops here. */
async function oneStep(run: Run, walk: Walk): Promise<Run | null> {
  const { directory, context, words, prompter, flags } = walk;
  const asked = await askFacts(run, walk);
  const view = await viewOf(asked, flags, context);
  const { next } = view;
  const choice = next ? await chosen(next, view, walk) : LEAVE;
  if (!next) context.io.out(runText(view, directory, screenOver(context), rowsOf(context)));
  if (!next || choice === LEAVE) return null;
  const event = eventOf(choice, next.step, context);
  const after = await record(asked, event, context);
  if (event.type === "fail") {
    const text = words.text(next.step.onFail.text);
    const asks = after.next === null || after.followUps.some(({ step }) => step === next.step.id);
    if (asks) prompter.say(text);
    else walk.advice.push(text);
  }
  return follow(after, next.step.id, walk);
}

/**
 * Walks until the person stops or every step is settled; Ctrl-C keeps what was answered.
 * @returns the run as it was left. @throws Interrupted, Problem
 */
export async function walkRun(run: Run, { facts: flags, notices }: Person, talk: Talk): Promise<Run> {
  const walk: Walk = { ...talk, flags, unknown: [], advice: [] };
  for (const { text } of noticesJson(notices, talk.words)) talk.prompter.say(text);
  for (let last = run; ; ) {
    const next = await oneStep(last, walk);
    if (!next) return last;
    last = next;
  }
}
