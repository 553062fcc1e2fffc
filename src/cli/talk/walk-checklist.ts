/** A checklist in a terminal, one step after another. Each answer is written down at once, so leaving loses nothing. */
import { factsToKeep, type Person } from "../../answers/checklist.js";
import type { Run, RunEvent } from "../../checklists/run.js";
import type { NumberedStep, RunView } from "../../checklists/step.js";
import { checklistTitle } from "../../render/checklist/json.js";
import { runText, stepText } from "../../render/checklist/text.js";
import { ALL_ROWS } from "../../render/text/blocks.js";
import { noticeText } from "../../render/words.js";
import type { GivenFacts } from "../../situation/facts.js";
import { type ChecklistTool, STEP_ACTIONS, type StepAction } from "../../vocabulary/checklists.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import type { Talk } from "../prompts/prompter.js";
import { beginRun, givenFacts, record, viewOf } from "../runs.js";
import { rowsOf } from "../terminal/screen.js";
import { openClaim } from "./home.js";
import { type Action, menuUnder, printOver, restOf, roomOver, screenOver, stay } from "./menu.js";
import { askYesNo, settle } from "./questions.js";

const LEAVE = "leave";
const ANSWER = "answer:";

interface Walk extends Talk {
  /** Facts given on the command line. */
  flags: GivenFacts;
  /** Facts the person said they cannot say: not asked again. */
  unknown: OpenFact[];
  /** What to do where the last step failed: it stands above the next one, in sight. */
  advice: string[];
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

/** What helps with a step of a checklist; of one seller's, whose refund it is needs no asking. */
async function openTool(tool: ChecklistTool, { facts, checklist }: Run, walk: Walk): Promise<unknown> {
  const at: Talk = { ...walk, home: true };
  if (tool === "claim") return openClaim(walk, await givenFacts(walk.flags, facts, walk.context));
  const { converseAboutCharge, converseAboutRefund } = await import("./money.js");
  if (tool === "charge") return converseAboutCharge(null, at);
  const [only, ...more] = walk.context.open.merchants().filter((one) => one.checklist === checklist.id);
  return converseAboutRefund((more.length === 0 && only?.id) || null, {}, at);
}

/**
 * Shows a step and asks what came of it, with the details as often as they are asked for. A step with answers of its own has them instead of
 * a bare "done".
 */
async function chosen(next: NumberedStep, view: RunView, walk: Walk): Promise<string> {
  const { directory, context, words } = walk;
  const { run } = view;
  const { branches, tool } = next.step;
  const screen = screenOver(context);
  const advice = walk.advice.splice(0).flatMap((text) => [...screen.layout.paragraph(text), ""]);
  const room = roomOver(context) - advice.length;
  const first = advice.map((line) => `${line}\n`).join("") + stepText(next, run, directory, screen, room);
  const left = (value: string, name: string): Action<string> => ({ value, name, act: async () => ({ leave: value }) });
  const named = (value: string) => left(value, words.say(`choice.step.${value}`));
  const opened = tool && stay(() => openTool(tool, run, walk));
  const details = stay(() => context.io.out(`${restOf(runText(view, directory, screen, ALL_ROWS), first)}\n`));
  const actions = [
    ...branches.map(({ id, label }) => left(`${ANSWER}${id}`, words.text(label))),
    ...(opened ? [{ value: "tool", name: words.say(`choice.tool.${tool}`), act: opened }] : []),
    ...STEP_ACTIONS.filter((action) => action !== "done" || branches.length === 0).map(named),
    { ...named("details"), act: details },
    named(LEAVE),
  ];
  const values = { number: String(next.number), total: String(run.steps.length) };
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
  const { step } = next;
  const { text: at, date: on } = context.moment();
  const answer = choice.startsWith(ANSWER) ? choice.slice(ANSWER.length) : null;
  const type = answer === null ? (choice as StepAction) : "done";
  const event: RunEvent = { type, at, step: step.id, answer, on };
  const after = await record(asked, event, context);
  if (type === "fail") {
    const text = words.text(step.onFail.text);
    const asks = after.next === null || after.followUps.some((one) => one.step === step.id);
    if (asks) prompter.say(text);
    else walk.advice.push(text);
  }
  // Offers the checklist an answer led to.
  const target = after.followUps.find((one) => one.step === step.id)?.checklist;
  if (target === undefined) return after;
  const message = words.say("ask.other-checklist", { title: checklistTitle(target, directory, words) });
  return (await askYesNo({ message }, walk)) ? beginRun(target, after, {}, context) : after;
}

/**
 * Walks until the person stops or every step is settled; Ctrl-C keeps what was answered.
 * @returns the run as it was left. @throws Interrupted, Problem
 */
export async function walkRun(run: Run, { facts: flags, notices }: Person, talk: Talk): Promise<Run> {
  const walk: Walk = { ...talk, flags, unknown: [], advice: [] };
  for (const notice of notices) talk.prompter.say(noticeText(notice, talk.words));
  for (let last = run; ; ) {
    const next = await oneStep(last, walk);
    if (!next) return last;
    last = next;
  }
}
