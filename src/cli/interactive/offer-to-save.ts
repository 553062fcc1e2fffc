import type { Directory } from "../../directory/types.js";
import { operatorName } from "../../render/text/conditions.js";
import { OTHER_OPERATOR } from "../../vocabulary.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { readSettings, settingsPath } from "../saved.js";
import type { Settled } from "./interview.js";

/** Offers once, ever, to remember the operator and kind of contract; nothing is saved unasked. */
export async function offerToSave(
  { given }: Settled,
  directory: Directory,
  context: Context,
  prompter: Prompter,
): Promise<void> {
  const { words } = context;
  const operator = given.operator?.from === "answer" ? given.operator.value : null;
  if (operator === null || operator === OTHER_OPERATOR || readSettings(settingsPath()).offered) return;
  const choices = ["yes", "no"].map((value) => ({ value, name: words.say(`choice.${value}`) }));
  const message = words.say("ask.save", { operator: operatorName(operator, directory, words) });
  const reply = await prompter.ask({ message, why: words.say("why.save"), choices, searchable: false, back: false });
  const { markOffered, save } = await import("../settings-store.js");
  markOffered();
  if (reply.kind !== "choice" || reply.value !== "yes") return;
  save("operator", operator);
  if (given.subscriber?.from === "answer") save("subscriber", given.subscriber.value);
  prompter.say(words.say("settings.saved"));
}
