/** The home menu's contact card: whose it is, then all of it. */

import { cardOf } from "../../answers/contacts.js";
import { cardText } from "../../render/contacts/text.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { screenOf } from "../terminal/screen.js";
import { operatorChoices } from "./questions.js";

/** @throws Interrupted */
export async function pickCard(context: Context, prompter: Prompter): Promise<void> {
  const { words, io } = context;
  const directory = await context.directory();
  const reply = await prompter.ask({
    message: words.say("ask.card-operator"),
    why: words.say("why.card-operator"),
    choices: operatorChoices(directory, words),
    searchable: true,
    back: true,
  });
  if (reply.kind !== "choice") return;
  const card = cardOf(directory, { operator: { value: reply.value, from: "answer" } }, context.moment(), false);
  io.out(cardText({ card, directory, words }, screenOf(context)));
  const command = `dozvon contacts ${reply.value}`;
  io.err(`${words.say("result.command", { command })}\n`);
}
