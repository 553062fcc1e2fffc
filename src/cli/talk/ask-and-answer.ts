/** From what is known to an answer on the screen, asking what is missing, and then what goes on from it. */
import type { Directory } from "../../directory/types.js";
import { shown } from "../../render/channel/text.js";
import { apart } from "../../render/text/layout.js";
import { exitCode } from "../answer.js";
import type { Context } from "../context.js";
import { savedNotice } from "../known-facts.js";
import { openPrompter, type Prompter } from "../prompts/prompter.js";
import { type ShownAnswer, showAnswer, showDetails } from "../show.js";
import { type After, actionsOf } from "./actions.js";
import { commandLine } from "./command-line.js";
import { type Action, leaving, menuUnder, named, type Outcome, printOver, roomOver, sayCommand } from "./menu.js";
import { offerToSave } from "./offer-to-save.js";
import { firstOf, type Settled, type Step, settle } from "./situation.js";

async function answerOf(settled: Settled, context: Context): Promise<ShownAnswer> {
  const notices = [...settled.routing.notices, ...(await savedNotice(settled.given, context))];
  return { ...settled, notices };
}

/** What is done with an answer, until the person leaves it. */
async function afterwards(
  settled: Settled,
  directory: Directory,
  context: Context,
  prompter: Prompter,
): Promise<After> {
  const { words, accessible, io } = context;
  const answer = await answerOf(settled, context);
  const lines = printOver(showAnswer(answer, directory, context, roomOver(context)), context);
  const more = async () => {
    io.out(`\n${showDetails(answer, directory, context)}\n`);
    return undefined;
  };
  const actions: Action<After>[] = [
    ...actionsOf(settled, directory, context, prompter),
    { ...named("details", context), act: more },
    ...leaving(context).map((one) => ({
      ...one,
      act: async () => ({ leave: { next: one.value as Outcome["next"] } }),
    })),
  ];
  const main = firstOf(settled);
  const value = main ? shown(main, words) : "";
  // The number stays in the question, in sight however far the screen has moved on.
  const message = main
    ? words.say("ask.next-with", { value: accessible ? apart(value) : value })
    : words.say("ask.next");
  return menuUnder({ message }, lines, actions, prompter);
}

/** @returns null when the person went back from the first question. @throws Interrupted, Problem */
export async function converse(start: Step, context: Context, prompter: Prompter): Promise<Outcome | null> {
  const directory = await context.directory();
  for (let from = start; ; ) {
    const settled = await settle(directory, from, context, prompter);
    if (!settled) return null;
    const after = await afterwards(settled, directory, context, prompter);
    if (after.next === "again") {
      from = after.from;
      continue;
    }
    // Not before: a question or a line under the answer would push the number off a small screen.
    await offerToSave(settled, directory, context, prompter);
    sayCommand(commandLine(settled.given), context);
    return { code: exitCode(settled.routing, [], context.strict), next: after.next };
  }
}

/** `dozvon route` and `dozvon ask` in a terminal: asks what is missing. @returns the exit code. */
export async function askAndAnswer(start: Step, context: Context): Promise<number> {
  const prompter = await openPrompter(context);
  const directory = await context.directory();
  const settled = await settle(directory, start, context, prompter);
  if (!settled) return 0;
  context.io.out(showAnswer(await answerOf(settled, context), directory, context));
  // After no question there is nothing to spare next time.
  if (settled.given !== start.given) sayCommand(commandLine(settled.given), context);
  return exitCode(settled.routing, [], context.strict);
}
