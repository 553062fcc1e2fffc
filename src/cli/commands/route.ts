import { answerRoute } from "../answer.js";
import { statedFacts } from "../known-facts.js";
import { FACT_FLAGS, SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";

export const routeCommand = command({
  flags: { ...SHOW_NUMBERS, ...FACT_FLAGS, "--open": {} },
  async run({ flags }, context) {
    const given = await statedFacts(flags, context);
    const open = flags["--open"] === true;
    if (!context.canAsk || open) return answerRoute("route", given, context, { open });
    return (await import("../talk/ask-and-answer.js")).askAndAnswer({ given, unknown: [] }, context);
  },
});
