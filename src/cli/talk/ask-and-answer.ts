/** From what is known to an answer on the screen, asking what is missing, and then what to do with it. */

import type { Directory } from "../../directory/types.js";
import { shown } from "../../render/channel/text.js";
import { FIRST_SCREEN_ROWS } from "../../render/text/blocks.js";
import type { RoutedChannel } from "../../routing/routing.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { Fact, OpenFact } from "../../vocabulary/situation.js";
import { FACTS, OPEN_FACTS } from "../../vocabulary/situation.js";
import { exitCode, savedNotice } from "../answer.js";
import type { Context } from "../context.js";
import { blameEnvironment } from "../files/settings.js";
import { openPrompter, type Prompter, type Question } from "../prompts/prompter.js";
import { showAnswer, showDetails } from "../show.js";
import { screenOf } from "../terminal/screen.js";
import { act, actionsFor } from "./actions.js";
import { commandLine } from "./command-line.js";
import { BACK } from "./interview.js";
import { offerToSave } from "./offer-to-save.js";
import { askFact, type Settled, type Step, settle } from "./situation.js";

/** What stands first on the screen. */
const firstOf = ({ routing }: Settled): RoutedChannel | null => routing.otherPhone ?? routing.main;

/** How many lines of a terminal the menu under an answer leaves to it. */
const rowsFor = ({ io }: Context): number => Math.max(8, Math.min(FIRST_SCREEN_ROWS, io.rows - MENU_ROWS));
const MENU_ROWS = 9;

const answerOf = ({ routing, given }: Settled) => ({
  routing,
  given,
  notices: [...routing.notices, ...savedNotice(given)],
});

/** The answer on one screen: the rest is an action away, so that the number does not scroll off. */
function show(settled: Settled, directory: Directory, context: Context): void {
  const { io, words } = context;
  io.out(showAnswer(answerOf(settled), directory, context, rowsFor(context)));
  const command = words.say("result.command", { command: commandLine(settled.given) });
  io.err(`\n${screenOf(context).layout.paragraph(command).join("\n")}\n\n`);
}

async function changed(settled: Settled, directory: Directory, context: Context, prompter: Prompter): Promise<Step> {
  const { words } = context;
  const known = OPEN_FACTS.filter((fact) => settled.given[fact]);
  const choices = known.map((fact: OpenFact) => ({ value: fact as string, name: words.say(`fact.${fact}`) }));
  const which = await prompter.choose({
    message: words.say("action.change.which"),
    choices,
    searchable: false,
    back: true,
  });
  const fact = known.find((one) => which.kind === "choice" && one === which.value);
  if (!fact) return settled;
  const rest = Object.fromEntries(
    FACTS.flatMap((one: Fact) => (one !== fact && settled.given[one] ? [[one, settled.given[one]]] : [])),
  );
  const step = await askFact(fact, { ...settled, given: rest }, settled.routing, directory, context, prompter);
  if (step === BACK) return settled;
  // Who cannot talk said nothing of the fact asked about.
  return step.given[fact] || step.unknown.includes(fact)
    ? step
    : { ...step, given: { ...settled.given, ...step.given } };
}

type After = { next: "again"; from: Step } | { next: "menu" | "exit" };

/** The number stays in the question, in sight however far the screen has moved on. */
function whatNext(main: RoutedChannel | null, settled: Settled, context: Context): Question {
  const { words } = context;
  const named = (value: string) => ({ value, name: words.say(`action.${value}`) });
  const canChange = OPEN_FACTS.some((fact) => settled.given[fact]);
  return {
    message: main ? words.say("ask.next-with", { value: shown(main, screenOf(context)) }) : words.say("ask.next"),
    choices: [
      named("details"),
      ...(main ? actionsFor(main, context) : []),
      ...(canChange ? [named("change")] : []),
      named("menu"),
      named("exit"),
    ],
    searchable: false,
    back: false,
  };
}

/** The actions under a result, until the person leaves it. */
async function afterwards(
  settled: Settled,
  directory: Directory,
  context: Context,
  prompter: Prompter,
): Promise<After> {
  const main = firstOf(settled);
  const question = whatNext(main, settled, context);
  let keepInSight: number | undefined;
  for (;;) {
    const reply = await prompter.choose(keepInSight === undefined ? question : { ...question, keepInSight });
    keepInSight = undefined;
    const action = reply.kind === "choice" ? reply.value : "exit";
    if (action === "exit" || action === "menu") return { next: action };
    if (action === "change") return { next: "again", from: await changed(settled, directory, context, prompter) };
    if (action === "details") context.io.out(showDetails(answerOf(settled), directory, context));
    else if (main) keepInSight = await act(action, main, context, prompter);
  }
}

export type Outcome = { code: number; next: "menu" | "exit" };

/** @returns null when the person went back from the first question. @throws Interrupted, Problem */
export async function converse(start: GivenFacts, context: Context, prompter: Prompter): Promise<Outcome | null> {
  const directory = await context.directory();
  let from: Step = { given: start, unknown: [] };
  for (;;) {
    const settled = await settle(directory, from.given, context, prompter, from.unknown);
    if (!settled) return null;
    show(settled, directory, context);
    const after = await afterwards(settled, directory, context, prompter);
    if (after.next === "again") {
      from = after.from;
      continue;
    }
    // Not before: a question under the answer would push the number off a small screen.
    await offerToSave(settled, directory, context, prompter);
    return { code: exitCode(settled.routing, [], context.strict), next: after.next };
  }
}

/** `dozvon route` in a terminal: asks what is missing. @returns the exit code. */
export async function askAndAnswer(given: GivenFacts, context: Context): Promise<number> {
  const prompter = await openPrompter(context);
  try {
    const directory = await context.directory();
    const settled = await settle(directory, given, context, prompter);
    if (!settled) return 0;
    show(settled, directory, context);
    return exitCode(settled.routing, [], context.strict);
  } catch (error) {
    throw blameEnvironment(error, given);
  }
}
