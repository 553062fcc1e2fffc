import { EMERGENCY_FACTS, emergencyFacts } from "../../answers/route.js";
import { answerRoute } from "../answer.js";
import { factFlags, factsOf } from "../line/facts.js";
import { command } from "../line/spec.js";

export const emergencyCommand = command({
  flags: factFlags(EMERGENCY_FACTS),
  run({ flags }, context) {
    return answerRoute("emergency", emergencyFacts(factsOf(flags)), context);
  },
});
