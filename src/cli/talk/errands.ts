/** Jobs with a way of their own, opened from the first menu, an answer or a step of a checklist; each is loaded when it is chosen. */
import { factsToKeep } from "../../answers/checklist.js";
import type { Run } from "../../checklists/run.js";
import { checklistTitle } from "../../render/checklist/json.js";
import type { GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import type { ChecklistTool } from "../../vocabulary/checklists.js";
import { EXIT } from "../../vocabulary/codes.js";
import { beginRun, openRuns, viewOf } from "../checklists.js";
import type { Context } from "../context.js";
import { knownFacts } from "../known-facts.js";
import { type Choice, Interrupted, type Talk } from "../prompts/prompter.js";
import type { Answer } from "../runner.js";
import { type Action, answerOver, leaving, menuUnder, type Outcome, sayCommand, stay, whatNext } from "./menu.js";
import { askOperator, BACK, pick, UNKNOWN } from "./questions.js";

/** @returns null when the menu is to ask again. @throws Interrupted, Problem */
export type Open = (talk: Talk) => Promise<Outcome | null>;

export const openCharge: Open = async (talk) => (await import("./charge.js")).converseAboutCharge(null, talk);

export const openRefund: Open = async (talk) => (await import("./refund.js")).converseAboutRefund(null, {}, talk);

/** @param facts the operator in them is not asked for again. @throws Interrupted, Problem */
export async function openClaimLetter({ operator }: GivenFacts, talk: Talk): Promise<void> {
  const { converseOnClaim } = await import("./claim.js");
  try {
    await converseOnClaim(null, operator ?? null, talk);
  } catch (error) {
    if (error instanceof Interrupted) talk.prompter.say(talk.words.say("claim.interrupted"));
    throw error;
  }
}

export const openClaim: Open = async (talk) => {
  await openClaimLetter(await knownFacts({}, talk.context), talk);
  return null;
};

/** What helps with a step of a checklist; of one seller's, whose refund it is needs no asking. @throws Interrupted, Problem */
export async function openTool(tool: ChecklistTool, facts: GivenFacts, checklist: string, talk: Talk): Promise<void> {
  const at: Talk = { ...talk, home: true };
  if (tool === "claim") await openClaimLetter(facts, talk);
  else if (tool === "charge") await openCharge(at);
  else {
    const [only, ...more] = talk.context.open.merchants().filter((one) => one.checklist === checklist);
    await (await import("./refund.js")).converseAboutRefund(more.length > 0 ? null : (only?.id ?? null), {}, at);
  }
}

/** A number typed, whose it is, and another one if there is. */
export const openWhose: Open = async (talk) => {
  const { words, context, prompter } = talk;
  const { answerTyped } = await import("../commands/whose.js");
  let code: number = EXIT.answered;
  const another = { value: "another-number", name: words.say("action.another-number") };
  const actions = [{ ...another, act: async () => ({ leave: null }) }, ...leaving(talk)];
  for (let asked = 0; ; asked++) {
    const message = words.say("ask.whose");
    const typed = await prompter.write({ message, preset: null, back: true, check: () => null });
    const text = typed.kind === "text" ? typed.text : "";
    if (text === "" && asked === 0) return null;
    const answer = text === "" ? null : await answerTyped(text, context);
    code = answer?.code ?? code;
    const next = answer
      ? await answerOver(answer, [], actions, talk)
      : await menuUnder(whatNext(talk), 0, actions, talk);
    if (next !== null) return { code, next };
  }
};

/** The contact card: whose it is, then all of it. */
export const openCard: Open = async (talk) => {
  const { words, context, directory } = talk;
  const question = { message: words.say("ask.card-operator"), why: words.say("why.card-operator") };
  const facts = await askOperator(question, talk);
  if (facts === BACK || facts === UNKNOWN || !facts.operator) return null;
  const { cardOf } = await import("../../answers/contacts.js");
  const { cardText } = await import("../../render/contacts/text.js");
  const card = cardOf(directory, { operator: facts.operator }, context.moment(), false);
  const text: Answer["text"] = (screen, rows) => cardText({ card, directory, words }, screen, rows);
  const next = await answerOver({ kind: "contacts", result: () => null, text }, [], leaving(talk), talk);
  sayCommand(`dozvon contacts ${facts.operator.value}`, context);
  return { code: EXIT.answered, next };
};

/** Runs with a step left; none where they cannot be read: that takes nothing from those who came for a number. */
export async function unfinished(context: Context): Promise<Run[]> {
  if (context.flags["--no-config"]) return [];
  try {
    return (await openRuns(context)).filter((run) => run.next !== null);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

async function choiceOf(run: Run, { words, context }: Talk): Promise<Choice> {
  const { deadlineText } = await import("../../render/checklist/text.js");
  const { settled, total } = run.progress;
  const values = { title: words.text(run.checklist.title), settled: String(settled), total: String(total) };
  const due = deadlineText(await viewOf(run, {}, context), words);
  return { value: run.id, name: [words.say("runs.choice", values), ...(due === null ? [] : [due])].join("; ") };
}

/** The run meant: the only one, or the one picked. @returns null when the person went back. @throws Interrupted */
export async function pickRun(runs: readonly Run[], talk: Talk): Promise<Run | null> {
  const { words } = talk;
  const [only, ...more] = runs;
  if (more.length === 0) return only ?? null;
  const choices: Choice[] = [];
  for (const run of runs) choices.push(await choiceOf(run, talk));
  const picked = await pick({ message: words.say("ask.run"), why: words.say("why.run"), choices }, talk);
  return runs.find(({ id }) => id === picked) ?? null;
}

/** A run goes on where it stands; one that is left waits in the menu. @throws Interrupted, Problem */
async function walk(run: Run, talk: Talk): Promise<void> {
  const last = await (await import("./walk-checklist.js")).walkRun(run, { facts: {}, notices: [] }, talk);
  if (last.next) talk.prompter.say(talk.words.say("runs.waits"));
}

/** Begins a checklist and walks it. @param facts of the person, as far as they are known. @throws Interrupted, Problem */
async function beginAndWalk(id: string, facts: GivenFacts, talk: Talk): Promise<void> {
  const { topic: _topic, number: _number, ...person } = facts;
  const kept = factsToKeep(person, talk.directory);
  const event = { type: "start", at: talk.context.moment().text, facts: kept, chargedOn: null } as const;
  await walk(await beginRun(id, event, {}, talk.context), talk);
}

/** A checklist that goes on from an answer: nothing where nothing may be kept. @param facts of the person. */
export function checklistActions(ids: readonly string[], facts: GivenFacts, talk: Talk): Action<never>[] {
  const { words, context, directory } = talk;
  return (context.flags["--no-config"] ? [] : ids).map((id) => ({
    value: `checklist:${id}`,
    name: words.say("action.checklist", { title: checklistTitle(id, directory, words) }),
    act: stay(() => beginAndWalk(id, facts, talk)),
  }));
}

/** Asks which checklist to begin. */
export const openBegin: Open = async (talk) => {
  const { words, directory } = talk;
  const choices = directory.checklists
    .map(({ id, title }) => ({ value: id, name: words.text(title), keywords: id }))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
  const picked = await pick({ message: words.say("ask.checklist"), choices, searchable: true }, talk);
  if (picked !== null) await beginAndWalk(picked, {}, talk);
  return null;
};

export const openResume =
  (runs: readonly Run[]): Open =>
  async (talk) => {
    const run = await pickRun(runs, talk);
    if (run) await walk(run, talk);
    return null;
  };
