/** What is known before an answer: facts by flags, environment and settings, and the operator a number stands for. */
import type { GivenFacts } from "../../situation/facts.js";
import type { Context } from "../context.js";
import { blameEnvironment, withDefaults } from "../files/settings.js";
import { factsOf } from "./facts.js";

/** The operator a number stands for; the register is opened only for that. */
async function withOperator(given: GivenFacts, flags: Record<string, unknown>, context: Context): Promise<GivenFacts> {
  const { withNumber } = await import("../../answers/number-fact.js");
  try {
    return withNumber(given, await context.desk(), flags["--show-numbers"] === true);
  } catch (error) {
    throw blameEnvironment(error, given);
  }
}

/** @param also facts that the command states itself. */
export async function statedFacts(
  flags: Record<string, unknown>,
  context: Context,
  also: GivenFacts = {},
): Promise<GivenFacts> {
  const stated = withDefaults({ ...factsOf(flags), ...also }, context.env, context.saved);
  return stated.number ? withOperator(stated, flags, context) : stated;
}
