/** A text in a terminal: where it leaves the topic open, the person picks, and the interview goes on as ever. */
import { hear, type Understood } from "../../answers/ask.js";
import { chargeAnswer } from "../../answers/charge.js";
import { heardText } from "../../render/ask/text.js";
import { problemText } from "../../render/envelope/json.js";
import { sellersOf } from "../../situation/names.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { answerOfRoom } from "../commands/ask.js";
import type { Context } from "../context.js";
import { heardFacts } from "../known-facts.js";
import { openTalk, type Talk } from "../prompts/prompter.js";
import { screenOf } from "../terminal/screen.js";
import { converse } from "./ask-and-answer.js";
import { checklistActions, openClaim } from "./home.js";
import { conclude, type Outcome } from "./menu.js";
import { concludeCharge, converseAboutRefund } from "./money.js";
import { pick, type Step } from "./questions.js";

const NONE = "none";

/** What was understood is said; a topic left open is picked. @returns null when none of the topics offered is meant. */
async function settledFacts(heard: Understood, talk: Talk): Promise<Step | null> {
  const { context, directory, words } = talk;
  const { verdict, notices } = heard;
  const given = await heardFacts(heard, context);
  const topicOf = (topic: string) => directory.topics.find(({ id }) => id === topic);
  // Where nothing is to be asked, the answer says itself what was understood.
  const topic = verdict.kind === "topic" ? topicOf(verdict.topic) : undefined;
  const isSold = topic && !given.merchant && sellersOf(topic.id, directory).length > 0;
  const asks = !topic || (topic.asks && (topic.operatorNeeded ? !given.operator : isSold));
  context.io.err(heardText(asks ? given : {}, notices, directory, screenOf(context)));
  if (verdict.kind === "outside") return null;
  if (verdict.kind === "topic") {
    const { topic: value, nearest = [] } = verdict;
    const asked = given.topic ?? { value, from: "text" };
    return { given: { ...given, topic: asked }, unknown: [], nearest: nearest.map((one) => one.topic) };
  }
  const choices = verdict.candidates.flatMap(({ topic: value }) => {
    const label = topicOf(value)?.label;
    return label ? [{ value, name: words.text(label) }] : [];
  });
  const none = { value: NONE, name: words.say("text.none") };
  const value = await pick({ message: words.say("text.which"), choices: [...choices, none], back: false }, talk);
  if (value === null || value === NONE) return null;
  return { given: { ...given, topic: given.topic ?? { value, from: "answer" } }, unknown: [], nearest: [] };
}

/** `dozvon ask` in a terminal. @returns the exit code. */
export async function hearAndAnswer(heard: Understood, context: Context): Promise<number> {
  const talk = await openTalk(context);
  const settled = await settledFacts(heard, talk);
  if (settled !== null) return (await converse(settled, talk))?.code ?? EXIT.answered;
  context.io.err(`${screenOf(context).layout.paragraph(talk.words.say("text.none-of-these")).join("\n")}\n`);
  return EXIT.needsFacts;
}

/** A sentence typed at the menu. @returns null when it led to no topic, and the menu may ask again. @throws Interrupted */
export async function converseOn(text: string, talk: Talk): Promise<Outcome | null> {
  const { context, words, prompter } = talk;
  try {
    const desk = await context.desk();
    const heard = hear(text, {}, desk);
    const { room, given } = heard;
    if (room?.kind === "charge") return concludeCharge(chargeAnswer({ account: null, ...room }, desk), null, talk);
    if (room?.kind === "refund") return converseAboutRefund(room.merchant, room.given, talk);
    if (room?.kind === "claim") return openClaim(talk, given.operator && given, room.id);
    if (room) {
      const answer = await answerOfRoom(room, { ...context, canAsk: false });
      const begin = room.kind === "checklist" ? checklistActions([room.id], room.given, talk) : [];
      return typeof answer === "number" ? null : conclude({ ...answer, code: EXIT.answered }, null, begin, talk);
    }
    const settled = await settledFacts(heard, talk);
    return settled && converse(settled, talk);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { title, detail } = problemText(error, words);
    prompter.say([title, error.code === "out-of-scope" ? words.say("text.say-what-happened") : detail].join("\n"));
    return null;
  }
}
