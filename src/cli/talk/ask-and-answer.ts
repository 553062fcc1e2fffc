/** From what is known to an answer on the screen, asking what is missing, and then what goes on from it. */
import { shown } from "../../render/channel/text.js";
import { problemText } from "../../render/envelope/json.js";
import { operatorName } from "../../render/route/conditions.js";
import { Problem } from "../../values/problem.js";
import { OTHER_OPERATOR } from "../../vocabulary/situation.js";
import { exitCode } from "../answer.js";
import { readSettings } from "../files/saved.js";
import { savedNotice } from "../known-facts.js";
import type { Talk } from "../prompts/prompter.js";
import { showAnswer, showDetails } from "../show.js";
import { type After, actionsOf } from "./actions.js";
import { commandLine } from "./command-line.js";
import { type Action, leaving, menuUnder, named, type Outcome, printOver, roomOver, sayCommand, stay } from "./menu.js";
import { askYesNo } from "./questions.js";
import { firstOf, type Settled, type Step, settle } from "./situation.js";

/** The answer, and what is done with it, until the person leaves it. */
async function answerWith(settled: Settled, talk: Talk): Promise<After> {
  const { context, words, directory } = talk;
  const { io } = context;
  const notices = [...settled.routing.notices, ...(await savedNotice(settled.given, context))];
  const answer = { ...settled, notices };
  if (!talk.home) {
    io.out(showAnswer(answer, directory, context));
    return { next: "exit" };
  }
  const lines = printOver(showAnswer(answer, directory, context, roomOver(context)), context);
  const actions: Action<After>[] = [
    ...actionsOf(settled, talk),
    { ...named("details", talk), act: stay(() => io.out(`\n${showDetails(answer, directory, context)}\n`)) },
    ...leaving(talk).map((one) => ({ ...one, act: async () => ({ leave: { next: one.value } }) })),
  ];
  const main = firstOf(settled);
  // The number stays in the question, in sight however far the screen has moved on.
  const message = main ? words.say("ask.next-with", { value: shown(main, words) }) : words.say("ask.next");
  return menuUnder({ message }, lines, actions, talk);
}

async function offer({ given }: Settled, talk: Talk): Promise<void> {
  const { words, context, directory, prompter } = talk;
  const operator = given.operator?.from === "answer" ? given.operator.value : null;
  if (context.flags["--no-config"] || operator === null || operator === OTHER_OPERATOR || readSettings().offered)
    return;
  const message = words.say("ask.save", { operator: operatorName(operator, directory, words) });
  const wanted = await askYesNo({ message, why: words.say("why.save") }, talk);
  const { markOffered, save } = await import("../files/settings-store.js");
  await markOffered();
  if (!wanted) return;
  await save("operator", operator);
  if (given.subscriber?.from === "answer") await save("subscriber", given.subscriber.value);
  prompter.say(words.say("settings.saved"));
}

/** Offers once, ever, to remember the operator and kind of contract; nothing is saved unasked. */
async function offerToSave(settled: Settled, talk: Talk): Promise<void> {
  try {
    await offer(settled, talk);
  } catch (error) {
    // The answer was given: a settings file that cannot be used does not make it a failure.
    if (!(error instanceof Problem)) throw error;
    talk.prompter.say(problemText(error, talk.words).detail);
  }
}

/** @returns null when the person went back from the first question. @throws Interrupted, Problem */
export async function converse(start: Step, talk: Talk): Promise<Outcome | null> {
  const { context } = talk;
  for (let from = start; ; ) {
    const settled = await settle(from, talk);
    if (!settled) return null;
    const after = await answerWith(settled, talk);
    if (after.next === "again") {
      from = after.from;
      continue;
    }
    // Not before: a question or a line under the answer would push the number off a small screen.
    if (talk.home) await offerToSave(settled, talk);
    // After no question there is nothing to spare next time.
    if (talk.home || settled.given !== start.given) sayCommand(commandLine(settled.given), context);
    return { code: exitCode(settled.routing, [], context.strict), next: after.next };
  }
}
