import { EMERGENCY_FACTS, emergencyAnswer } from "../../answers/route.js";
import { answerRouting, withCountry } from "../answer.js";
import { factFlags, factsOf } from "../line/facts.js";
import { command } from "../line/spec.js";

export const emergencyCommand = command({
  flags: factFlags(EMERGENCY_FACTS),
  async run({ flags }, context) {
    const stated = await withCountry(factsOf(flags), context);
    const { routing, given } = emergencyAnswer(stated, await context.desk());
    return answerRouting("emergency", routing, given, context);
  },
});
