/** Checklists taken up in a terminal: begun, or gone on with where several were left. */
import { factsToKeep } from "../../answers/checklist.js";
import type { Run } from "../../checklists/run.js";
import { deadlineText } from "../../render/checklist/text.js";
import type { GivenFacts } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { beginRun, openRuns, viewOf } from "../checklists.js";
import type { Context } from "../context.js";
import type { Choice, Prompter } from "../prompts/prompter.js";

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

async function choiceOf(run: Run, context: Context): Promise<Choice> {
  const { words } = context;
  const { settled, total } = run.progress;
  const values = { title: words.text(run.checklist.title), settled: String(settled), total: String(total) };
  const due = deadlineText(await viewOf(run, {}, context), words);
  return { value: run.id, name: [words.say("runs.choice", values), ...(due === null ? [] : [due])].join("; ") };
}

/** The run meant: the only one, or the one picked. @returns null when the person went back. @throws Interrupted */
export async function pickRun(runs: readonly Run[], context: Context, prompter: Prompter): Promise<Run | null> {
  const [only, ...more] = runs;
  if (more.length === 0) return only ?? null;
  const { words } = context;
  const choices: Choice[] = [];
  for (const run of runs) choices.push(await choiceOf(run, context));
  const question = { message: words.say("ask.run"), why: words.say("why.run"), choices, searchable: false, back: true };
  const reply = await prompter.choose(question);
  return runs.find(({ id }) => reply.kind === "choice" && id === reply.value) ?? null;
}

/** Begins a checklist and walks it. @param facts of the person, as far as they are known. @throws Interrupted, Problem */
export async function beginAndWalk(id: string, facts: GivenFacts, context: Context, prompter: Prompter): Promise<void> {
  const { topic: _topic, number: _number, ...person } = facts;
  const kept = factsToKeep(person, await context.directory());
  const event = { type: "start", at: context.moment().text, facts: kept, chargedOn: null } as const;
  await walk(await beginRun(id, event, {}, context), context, prompter);
}

/** A run goes on where it stands; one that is left waits in the menu. @throws Interrupted, Problem */
async function walk(run: Run, context: Context, prompter: Prompter): Promise<void> {
  const last = await (await import("./walk-checklist.js")).walkRun(run, { facts: {}, notices: [] }, context, prompter);
  if (last.next) prompter.say(context.words.say("runs.waits"));
}

export async function pickAndWalk(runs: readonly Run[], context: Context, prompter: Prompter): Promise<void> {
  const run = await pickRun(runs, context, prompter);
  if (run) await walk(run, context, prompter);
}

/** Asks which checklist to begin. @throws Interrupted, Problem */
export async function pickAndBegin(context: Context, prompter: Prompter): Promise<void> {
  const { words } = context;
  const { checklists } = await context.directory();
  const choices = checklists
    .map(({ id, title }) => ({ value: id, name: words.text(title), keywords: id }))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
  const reply = await prompter.choose({ message: words.say("ask.checklist"), choices, searchable: true, back: true });
  if (reply.kind === "choice") await beginAndWalk(reply.value, {}, context, prompter);
}
