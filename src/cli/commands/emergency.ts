import { EMERGENCY_TOPIC, type GivenFacts } from "../../situation/facts.js";
import type { Fact } from "../../vocabulary/situation.js";
import { answerRoute } from "../answer.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { addFactFlags, factsOf } from "../line/facts.js";

/** Facts that can change which emergency number answers; saved or environment facts are left out on purpose. */
const RELEVANT: readonly Fact[] = ["roaming", "from", "country", "without"];

function declare(line: Declared, context: Context): void {
  addFactFlags(line, RELEVANT, context.words).action(async (flags: Record<string, unknown>) => {
    const given: GivenFacts = { ...factsOf(flags), topic: { value: EMERGENCY_TOPIC, from: "derived" } };
    process.exitCode = await answerRoute("emergency", given, context);
  });
}

export const emergencyCommand: CommandModule = { declare };
