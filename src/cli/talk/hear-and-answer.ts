/** A text in a terminal: where it leaves the topic open, the person picks, and the interview goes on as ever. */

import { hear } from "../../answers/ask.js";
import { heardText } from "../../render/ask/text.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { Heard } from "../../understanding/heard.js";
import type { Verdict } from "../../understanding/verdict.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { answerOfRoom } from "../answer-room.js";
import type { Context } from "../context.js";
import { heardFacts } from "../known-facts.js";
import { openPrompter, type Prompter } from "../prompts/prompter.js";
import { show } from "../runner.js";
import { screenOf } from "../terminal/screen.js";
import { askAndAnswer } from "./ask-and-answer.js";

const NONE = "none";

/** @returns the topic, or null when none of those offered is meant. @throws Interrupted */
async function settledTopic(verdict: Verdict, context: Context, prompter: Prompter): Promise<string | null> {
  if (verdict.kind === "topic") return verdict.topic;
  if (verdict.kind === "outside") return null;
  const { words } = context;
  const { topics } = await context.directory();
  const choices = verdict.candidates.flatMap(({ topic }) => {
    const known = topics.find(({ id }) => id === topic);
    return known ? [{ value: topic, name: words.text(known.label) }] : [];
  });
  const none = { value: NONE, name: words.say("text.none") };
  const question = { message: words.say("text.which"), choices: [...choices, none], searchable: false, back: false };
  const reply = await prompter.choose(question);
  return reply.kind === "choice" && reply.value !== NONE ? reply.value : null;
}

/** What was understood is said; a topic left open is picked. @returns null when none of the topics offered is meant. */
async function settledFacts(heard: Heard, context: Context, prompter: Prompter): Promise<GivenFacts | null> {
  const given = await heardFacts(heard, context);
  // Where nothing is to be asked, the answer says itself what was understood.
  const asks = heard.verdict.kind !== "topic" || !given.operator;
  context.io.err(heardText(asks ? given : {}, heard.notices, await context.directory(), screenOf(context)));
  const topic = await settledTopic(heard.verdict, context, prompter);
  if (topic === null) return null;
  const from = heard.verdict.kind === "topic" ? "text" : "answer";
  return { ...given, topic: given.topic ?? { value: topic, from } };
}

/** `dozvon ask` in a terminal. @returns the exit code. */
export async function hearAndAnswer(heard: Heard, context: Context): Promise<number> {
  const given = await settledFacts(heard, context, await openPrompter(context));
  if (given !== null) return askAndAnswer(given, context);
  context.io.err(`${screenOf(context).layout.paragraph(context.words.say("text.none-of-these")).join("\n")}\n`);
  return EXIT.needsFacts;
}

/** A sentence typed at the menu. @returns null when it led to no topic, and the menu may ask again. @throws Interrupted */
export async function factsOfSentence(text: string, context: Context, prompter: Prompter): Promise<GivenFacts | null> {
  try {
    const understood = hear(text, {}, await context.desk());
    if (understood.room) {
      const outcome = await answerOfRoom(understood.room, { ...context, canAsk: false });
      if (typeof outcome !== "number") await show(outcome, context);
      return null;
    }
    return await settledFacts(understood, context, prompter);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "out-of-scope") throw error;
    const { words } = context;
    const said = [words.say(`problem.${error.code}`), words.say(`problem.detail.${error.key}`)];
    prompter.say(said.join("\n"));
    return null;
  }
}
