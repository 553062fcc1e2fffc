import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import { answerRoute } from "../answer.js";
import { factFlags, factsOf } from "../line/facts.js";
import { command } from "../line/spec.js";

export const emergencyCommand = command({
  flags: factFlags(["roaming", "from", "country", "without"]),
  run({ flags }, context) {
    // Facts that can change which emergency number answers; saved or environment facts are left out on purpose.
    const given: GivenFacts = { ...factsOf(flags), topic: { value: EMERGENCY_TOPIC, from: "derived" } };
    return answerRoute("emergency", given, context);
  },
});
