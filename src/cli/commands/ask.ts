import { hear, type Room, readerOf, undecided, wayTo } from "../../answers/ask.js";
import { factsJson, shownText } from "../../render/envelope/json.js";
import { undecidedJson } from "../../render/route/json.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import type { Heard } from "../../understanding/heard.js";
import { LONGEST } from "../../understanding/text.js";
import type { ScoredTopic } from "../../understanding/topic-model.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { beginningOf, STANDARD_INPUT } from "../files/input.js";
import { heardFacts } from "../known-facts.js";
import { FACT_FLAGS, factsOf, SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";
import type { Answer, Outcome } from "../runner.js";
import { answerRoute } from "./route.js";

/** UTF-8 takes up to four bytes a letter; nothing beyond would be read. */
const LONGEST_BYTES = LONGEST * 4;

async function offer(
  text: string,
  heard: Heard,
  candidates: readonly ScoredTopic[],
  context: Context,
): Promise<Answer> {
  const desk = await context.desk();
  const { directory } = desk;
  const { situation, notices } = undecided(heard, candidates, desk);
  return {
    kind: "ask",
    query: { facts: factsJson(situation), text: shownText(text) },
    notices,
    result: () => undecidedJson(candidates, directory, context.words),
    async text(screen) {
      const { candidatesText } = await import("../../render/ask/text.js");
      const operator = situation.operator?.value ?? null;
      const answerTo = (topic: string) => (operator === null ? null : wayTo(topic, heard.given, desk));
      return candidatesText(candidates, operator, answerTo, directory, screen);
    },
    code: EXIT.needsFacts,
  };
}

/** What a sentence asks of another room than the routes: answered as that room's own command answers it. */
export async function answerOfRoom(room: Room, context: Context): Promise<Outcome> {
  switch (room.kind) {
    case "whose":
      return (await import("./whose.js")).answerNumbers(room.numbers, context);
    case "refund":
      return (await import("./refund.js")).answerRefund([room.merchant], room.given, context);
    case "claim": {
      const { id, operator } = room;
      return (await import("./claim.js")).answerClaim(id, operator ? { "--operator": operator } : {}, context);
    }
    case "checklist":
      return (await import("./checklist.js")).showChecklist(room.id, room.given, null, context);
    case "charge":
      return (await import("./charge.js")).answerCharge({ account: null, ...room }, context);
  }
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
    const desk = await context.desk();
    const { language } = readerOf(desk)(text);
    if (language) context.speak(language);
    const heard = hear(text, factsOf(flags), desk);
    const { room, verdict, notices } = heard;
    if (room) return answerOfRoom(room, context);
    const given = await heardFacts(heard, context, flags["--show-numbers"]);
    const open = flags["--open"] === true;
    if (context.canAsk && !open) return (await import("../talk/hear-and-answer.js")).hearAndAnswer(heard, context);
    if (verdict.kind === "several") return offer(text, { ...heard, given }, verdict.candidates, context);
    const nearest = (verdict.kind === "topic" && verdict.nearest) || [];
    return answerRoute("ask", given, context, { text: shownText(text), notices, nearest, open });
  },
});
