/** The checklists' place in the home menu: begin one, or go on with one that was left. */
import type { Run } from "../../checklists/run.js";
import { Problem } from "../../values/problem.js";
import { openRun, openRuns, storedRun } from "../checklists.js";
import type { Context } from "../context.js";
import { begin } from "../files/run-store.js";
import type { Choice, Prompter } from "../prompts/prompter.js";
import { walkRun } from "./walk-checklist.js";

const BEGIN = "checklists";
const RESUME = "resume:";

async function unfinished(context: Context): Promise<Run[]> {
  try {
    return openRuns(context, await context.directory()).filter((run) => run.next !== null);
  } catch (error) {
    // A folder that cannot be read takes nothing from those who came for a number.
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** Entries of the home menu; none where nothing may be kept. */
export async function checklistEntries(context: Context): Promise<Choice[]> {
  const { words, flags } = context;
  if (flags["--no-config"]) return [];
  const runs = await unfinished(context);
  return [
    { value: BEGIN, name: words.say("menu.checklists") },
    ...runs.map(({ id, checklist, progress }) => ({
      value: `${RESUME}${id}`,
      name: words.say("menu.resume", {
        title: words.text(checklist.title),
        settled: String(progress.settled),
        total: String(progress.total),
      }),
    })),
  ];
}

export const isChecklistEntry = (value: string): boolean => value === BEGIN || value.startsWith(RESUME);

async function pickAndBegin(context: Context, prompter: Prompter): Promise<Run | null> {
  const { words } = context;
  const directory = await context.directory();
  const choices = directory.checklists.map(({ id, title }) => ({ value: id, name: words.text(title), keywords: id }));
  const reply = await prompter.choose({ message: words.say("ask.checklist"), choices, searchable: true, back: true });
  if (reply.kind !== "choice") return null;
  const at = context.moment().text;
  const id = await begin(reply.value, { type: "start", at, facts: {}, chargedOn: null });
  return openRun(storedRun(id, context), directory, context);
}

/** @param entry one of checklistEntries. @throws Interrupted, Problem */
export async function takeUp(entry: string, context: Context, prompter: Prompter): Promise<void> {
  const run =
    entry === BEGIN
      ? await pickAndBegin(context, prompter)
      : openRun(storedRun(entry.slice(RESUME.length), context), await context.directory(), context);
  if (run) await walkRun(run, { facts: {}, notices: [] }, context, prompter);
}
