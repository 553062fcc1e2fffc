/** The home menu's contact card: whose it is, then all of it. */

import { cardOf } from "../../answers/contacts.js";
import { cardText } from "../../render/contacts/text.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { screenOf } from "../terminal/screen.js";
import { BACK } from "./interview.js";
import { askOperator, UNKNOWN } from "./questions.js";

/** @throws Interrupted */
export async function pickCard(context: Context, prompter: Prompter): Promise<void> {
  const { words, io } = context;
  const directory = await context.directory();
  const question = { message: words.say("ask.card-operator"), why: words.say("why.card-operator") };
  const facts = await askOperator(question, directory, context, prompter);
  if (facts === BACK || facts === UNKNOWN || !facts.operator) return;
  const card = cardOf(directory, { operator: facts.operator }, context.moment(), false);
  io.out(cardText({ card, directory, words }, screenOf(context)));
  const command = `dozvon contacts ${facts.operator.value}`;
  io.err(`${words.say("result.command", { command })}\n`);
}
