import type { Directory } from "../../directory/types.js";
import { problemText } from "../../render/envelope/json.js";
import { operatorName } from "../../render/route/conditions.js";
import { Problem } from "../../values/problem.js";
import { OTHER_OPERATOR } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import { readSettings } from "../files/saved.js";
import type { Prompter } from "../prompts/prompter.js";
import { askYesNo } from "./questions.js";
import type { Settled } from "./situation.js";

async function offer({ given }: Settled, directory: Directory, context: Context, prompter: Prompter): Promise<void> {
  const { words } = context;
  const operator = given.operator?.from === "answer" ? given.operator.value : null;
  if (context.flags["--no-config"] || operator === null || operator === OTHER_OPERATOR || readSettings().offered)
    return;
  const message = words.say("ask.save", { operator: operatorName(operator, directory, words) });
  const wanted = await askYesNo({ message, why: words.say("why.save") }, context, prompter);
  const { markOffered, save } = await import("../files/settings-store.js");
  await markOffered();
  if (!wanted) return;
  await save("operator", operator);
  if (given.subscriber?.from === "answer") await save("subscriber", given.subscriber.value);
  prompter.say(words.say("settings.saved"));
}

/** Offers once, ever, to remember the operator and kind of contract; nothing is saved unasked. */
export async function offerToSave(
  settled: Settled,
  directory: Directory,
  context: Context,
  prompter: Prompter,
): Promise<void> {
  try {
    await offer(settled, directory, context, prompter);
  } catch (error) {
    // The answer was given: a settings file that cannot be used does not make it a failure.
    if (!(error instanceof Problem)) throw error;
    prompter.say(problemText(error, context.words).detail);
  }
}
