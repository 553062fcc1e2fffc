/** The commands that help with a step of a checklist, opened from it. */
import type { GivenFacts } from "../../situation/facts.js";
import type { ChecklistTool } from "../../vocabulary/checklists.js";
import type { Context } from "../context.js";
import { Interrupted, type Prompter } from "../prompts/prompter.js";

type Open = (facts: GivenFacts, context: Context, prompter: Prompter) => Promise<unknown>;

const TOOLS: Readonly<Record<ChecklistTool, Open>> = {
  charge: async (_facts, context, prompter) => (await import("./charge.js")).askAboutCharge(null, context, prompter),
  refund: async (_facts, context, prompter) =>
    (await import("./refund.js")).askAboutRefund(null, {}, context, prompter),
  claim: openClaimLetter,
};

/**
 * @param facts of the person whose checklist it is.
 * @throws Interrupted, Problem
 */
export const openTool = (tool: ChecklistTool, ...[facts, context, prompter]: Parameters<Open>): Promise<unknown> =>
  TOOLS[tool](facts, context, prompter);

/** @param facts the operator in them is not asked for again. @throws Interrupted, Problem */
export async function openClaimLetter({ operator }: GivenFacts, context: Context, prompter: Prompter): Promise<void> {
  const { converseOnClaim } = await import("./claim.js");
  try {
    await converseOnClaim(null, operator ?? null, context, prompter);
  } catch (error) {
    if (error instanceof Interrupted) prompter.say(context.words.say("claim.interrupted"));
    throw error;
  }
}
