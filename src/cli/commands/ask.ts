import { hear, readerOf, undecided, wayTo } from "../../answers/ask.js";
import type { Desk } from "../../answers/desk.js";
import { shownText } from "../../render/ask/json.js";
import { factsJson } from "../../render/envelope/json.js";
import { noticesJson, undecidedJson } from "../../render/route/json.js";
import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import type { Heard } from "../../understanding/heard.js";
import { LONGEST } from "../../understanding/text.js";
import type { ScoredTopic } from "../../understanding/topic-model.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { answerOfRoom, answerRoute } from "../answer.js";
import type { Context } from "../context.js";
import { beginningOf } from "../files/input.js";
import { heardFacts } from "../known-facts.js";
import { FACT_FLAGS, factsOf, SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";
import type { Answer, Outcome } from "../runner.js";

const STANDARD_INPUT = "-";
/** UTF-8 takes up to four bytes a letter; nothing beyond would be read. */
const LONGEST_BYTES = LONGEST * 4;

function offer(text: string, heard: Heard, candidates: readonly ScoredTopic[], desk: Desk, { words }: Context): Answer {
  const { directory, moment } = desk;
  const answer = undecided(heard, candidates, desk);
  return {
    kind: "ask",
    query: { facts: factsJson(answer.situation), text: shownText(text), asOf: moment.text },
    notices: noticesJson(answer.notices, words),
    result: () => undecidedJson(candidates, directory, words),
    async text(screen) {
      const { candidatesText } = await import("../../render/ask/text.js");
      const operator = answer.situation.operator?.value ?? null;
      const answerTo = (topic: string) => (operator === null ? null : wayTo(topic, heard.given, desk));
      return candidatesText(candidates, operator, answerTo, directory, screen);
    },
    code: EXIT.needsFacts,
  };
}

async function answer(
  text: string,
  flags: GivenFacts,
  how: { open: boolean; show: boolean },
  context: Context,
): Promise<Outcome> {
  const desk = await context.desk();
  const { language } = readerOf(desk)(text);
  if (language) context.speak(language);
  const heard = hear(text, flags, desk);
  if (heard.room) return answerOfRoom(heard.room, context);
  const { open, show } = how;
  const given = await heardFacts(heard, context, show);
  if (context.canAsk && !open) return (await import("../talk/hear-and-answer.js")).hearAndAnswer(heard, context);
  const { verdict } = heard;
  if (verdict.kind === "several") return offer(text, { ...heard, given }, verdict.candidates, desk, context);
  const nearest = (verdict.kind === "topic" && verdict.nearest) || [];
  return answerRoute("ask", given, context, { text: shownText(text), notices: heard.notices, nearest, open });
}

export const askCommand = command({
  operands: { "<text...>": {} },
  flags: { ...SHOW_NUMBERS, ...FACT_FLAGS, "--open": {} },
  async urgent({ text, flags }, bare) {
    const { verdict } = hear(text.join(" "), factsOf(flags), await bare.desk());
    return verdict.kind === "topic" && verdict.topic === EMERGENCY_TOPIC;
  },
  async run({ text: words, flags }, context) {
    const fromInput = words.length === 1 && words[0] === STANDARD_INPUT;
    const text = fromInput ? await beginningOf(STANDARD_INPUT, LONGEST_BYTES) : words.join(" ");
    if (text.trim() === "") throw new Problem("usage", "empty-text");
    const how = { open: flags["--open"] === true, show: flags["--show-numbers"] === true };
    return answer(text, factsOf(flags), how, context);
  },
});
