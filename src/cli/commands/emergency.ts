import { EMERGENCY_FACTS, emergencyAnswer } from "../../answers/route.js";
import { answerRouting } from "../answer.js";
import { withCountry } from "../known-facts.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command } from "../line/spec.js";

export const emergencyCommand = command({
  flags: factFlags(EMERGENCY_FACTS),
  urgent: () => true,
  async run({ flags }, context) {
    const stated = await withCountry(factsOf(flags), context);
    const { routing, given } = emergencyAnswer(stated, await context.desk());
    return answerRouting("emergency", routing, given, context);
  },
});
