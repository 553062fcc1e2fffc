/** A text in a terminal: where it leaves the topic open, the person picks, and the interview goes on as ever. */
import { hear, type Understood } from "../../answers/ask.js";
import { chargeAnswer } from "../../answers/charge.js";
import { heardText } from "../../render/ask/text.js";
import type { Verdict } from "../../understanding/verdict.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { answerOfRoom } from "../answer-room.js";
import type { Context } from "../context.js";
import { heardFacts } from "../known-facts.js";
import { openPrompter, type Prompter } from "../prompts/prompter.js";
import { screenOf } from "../terminal/screen.js";
import { askAndAnswer, converse } from "./ask-and-answer.js";
import { menuOnCharge } from "./charge.js";
import { leaving, menuUnder, type Outcome, showOver, whatNext } from "./menu.js";
import type { Step } from "./situation.js";

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
async function settledFacts(heard: Understood, context: Context, prompter: Prompter): Promise<Step | null> {
  const { verdict, text: said } = heard;
  const given = await heardFacts(heard, context);
  // Where nothing is to be asked, the answer says itself what was understood.
  const asks = verdict.kind !== "topic" || !given.operator;
  context.io.err(heardText(asks ? given : {}, heard.notices, await context.directory(), screenOf(context)));
  const value = await settledTopic(verdict, context, prompter);
  if (value === null) return null;
  const topic = given.topic ?? { value, from: verdict.kind === "topic" ? ("text" as const) : ("answer" as const) };
  const nearest = (verdict.kind === "topic" && verdict.nearest) || [];
  return { given: { ...given, topic }, unknown: [], nearest: nearest.map((one) => one.topic), said };
}

/** `dozvon ask` in a terminal. @returns the exit code. */
export async function hearAndAnswer(heard: Understood, context: Context): Promise<number> {
  const settled = await settledFacts(heard, context, await openPrompter(context));
  if (settled !== null) return askAndAnswer(settled, context);
  context.io.err(`${screenOf(context).layout.paragraph(context.words.say("text.none-of-these")).join("\n")}\n`);
  return EXIT.needsFacts;
}

/** A sentence typed at the menu. @returns null when it led to no topic, and the menu may ask again. @throws Interrupted */
export async function converseOn(text: string, context: Context, prompter: Prompter): Promise<Outcome | null> {
  const { words } = context;
  try {
    const desk = await context.desk();
    const heard = hear(text, {}, desk);
    const { room } = heard;
    if (room?.kind === "charge") {
      const found = chargeAnswer({ descriptor: room.descriptor, account: null }, desk);
      return { code: EXIT.answered, next: await menuOnCharge(found, context, prompter) };
    }
    if (room) {
      const answer = await answerOfRoom(room, { ...context, canAsk: false });
      if (typeof answer === "number") return null;
      const { lines, more } = await showOver(answer, context);
      return {
        code: EXIT.answered,
        next: await menuUnder(whatNext(context), lines, [...more, ...leaving(context)], prompter),
      };
    }
    const settled = await settledFacts(heard, context, prompter);
    return settled && converse(settled, context, prompter);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "out-of-scope") throw error;
    prompter.say([words.say(`problem.${error.code}`), words.say("text.say-what-happened")].join("\n"));
    return null;
  }
}
