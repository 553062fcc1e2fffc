import { EMERGENCY_FACTS, emergencyAnswer } from "../../answers/route.js";
import { EXIT } from "../../vocabulary/codes.js";
import { answerRoute } from "../answer.js";
import { statedFacts, withCountry } from "../known-facts.js";
import { FACT_FLAGS, factFlags, factsOf, SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";

export const routeCommand = command({
  flags: { ...SHOW_NUMBERS, ...FACT_FLAGS, "--open": {} },
  async run({ flags }, context) {
    const given = await statedFacts(flags, context);
    const open = flags["--open"] === true;
    if (!context.canAsk || open) return answerRoute("route", given, context, { open });
    const { converse } = await import("../talk/ask-and-answer.js");
    return (await converse({ given, unknown: [] }, await openTalk(context)))?.code ?? EXIT.answered;
  },
});

export const emergencyCommand = command({
  flags: factFlags(EMERGENCY_FACTS),
  urgent: () => true,
  async run({ flags }, context) {
    const stated = await withCountry(factsOf(flags), context);
    const { routing, given } = emergencyAnswer(stated, await context.desk());
    return answerRoute("emergency", given, context, { routing });
  },
});
