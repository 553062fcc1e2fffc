/** From what is known to an answer on the screen, asking what is missing, and then what goes on from it. */
import type { Directory } from "../../directory/types.js";
import { shown } from "../../render/channel/text.js";
import { apart } from "../../render/text/layout.js";
import type { GivenFacts } from "../../situation/facts.js";
import { exitCode } from "../answer.js";
import type { Context } from "../context.js";
import { openPrompter, type Prompter, type Question } from "../prompts/prompter.js";
import { screenOf } from "../terminal/screen.js";
import { type Action, actionsOf } from "./actions.js";
import { commandLine } from "./command-line.js";
import { details, firstOf, show } from "./first-screen.js";
import { offerToSave } from "./offer-to-save.js";
import { type Settled, type Step, settle } from "./situation.js";

/** The line that gives the same answer, for whoever will want it again. */
function sayCommand({ given }: Settled, context: Context): void {
  const { io, words } = context;
  const line = words.say("result.command", { command: commandLine(given) });
  io.err(`\n${screenOf(context).layout.paragraph(line).join("\n")}\n`);
}

type After = { next: "again"; from: Step } | { next: "menu" | "exit" };

function whatNext(settled: Settled, actions: readonly Action[], context: Context): Question {
  const { words, accessible } = context;
  const main = firstOf(settled);
  const value = main ? shown(main, words) : "";
  const named = (value: string) => ({ value, name: words.say(`action.${value}`) });
  return {
    // The number stays in the question, in sight however far the screen has moved on.
    message: main ? words.say("ask.next-with", { value: accessible ? apart(value) : value }) : words.say("ask.next"),
    choices: [...actions, named("details"), named("menu"), named("exit")],
    searchable: false,
    back: false,
  };
}

/** What is done with an answer, until the person leaves it. @param lines how many of them stand on the screen. */
async function afterwards(
  settled: Settled,
  lines: number,
  directory: Directory,
  context: Context,
  prompter: Prompter,
): Promise<After> {
  const actions = await actionsOf(settled, directory, context);
  const question = whatNext(settled, actions, context);
  let keepInSight = lines;
  for (;;) {
    const reply = await prompter.choose({ ...question, keepInSight });
    const picked = reply.kind === "choice" ? reply.value : "exit";
    if (picked === "exit" || picked === "menu") return { next: picked };
    keepInSight = 0;
    if (picked === "details") context.io.out(`\n${await details(settled, directory, context)}\n`);
    const done = await actions.find(({ value }) => value === picked)?.act(prompter);
    if (done && "from" in done) return { next: "again", from: done.from };
    if (done) keepInSight = done.lines;
  }
}

export type Outcome = { code: number; next: "menu" | "exit" };

/** @returns null when the person went back from the first question. @throws Interrupted, Problem */
export async function converse(start: GivenFacts, context: Context, prompter: Prompter): Promise<Outcome | null> {
  const directory = await context.directory();
  let from: Step = { given: start, unknown: [] };
  for (;;) {
    const settled = await settle(directory, from, context, prompter);
    if (!settled) return null;
    const lines = await show(settled, true, directory, context);
    const after = await afterwards(settled, lines, directory, context, prompter);
    if (after.next === "again") {
      from = after.from;
      continue;
    }
    // Not before: a question or a line under the answer would push the number off a small screen.
    await offerToSave(settled, directory, context, prompter);
    sayCommand(settled, context);
    return { code: exitCode(settled.routing, [], context.strict), next: after.next };
  }
}

/** `dozvon route` in a terminal: asks what is missing. @returns the exit code. */
export async function askAndAnswer(given: GivenFacts, context: Context): Promise<number> {
  const prompter = await openPrompter(context);
  const directory = await context.directory();
  const settled = await settle(directory, { given, unknown: [] }, context, prompter);
  if (!settled) return 0;
  await show(settled, false, directory, context);
  sayCommand(settled, context);
  return exitCode(settled.routing, [], context.strict);
}
