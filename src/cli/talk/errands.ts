/** What stands in the first menu beside the topics: jobs with a way of their own, each loaded when it is chosen. */
import type { Run } from "../../checklists/run.js";
import type { Context } from "../context.js";
import { knownFacts } from "../known-facts.js";
import type { Prompter } from "../prompts/prompter.js";
import type { Outcome } from "./ask-and-answer.js";

export async function openCharge(context: Context, prompter: Prompter): Promise<Outcome> {
  return (await import("./charge.js")).converseAboutCharge(context, prompter);
}

export async function openWhose(context: Context, prompter: Prompter): Promise<Outcome | null> {
  return (await import("./whose.js")).converseAboutNumbers(context, prompter);
}

export async function openRefund(context: Context, prompter: Prompter): Promise<null> {
  await (await import("./refund.js")).askAboutRefund(null, {}, context, prompter);
  return null;
}

export async function openClaim(context: Context, prompter: Prompter): Promise<null> {
  const { openClaimLetter } = await import("./tools.js");
  await openClaimLetter(await knownFacts({}, context), context, prompter);
  return null;
}

export async function openCard(context: Context, prompter: Prompter): Promise<null> {
  await (await import("./pick-card.js")).pickCard(context, prompter);
  return null;
}

export async function openBegin(context: Context, prompter: Prompter): Promise<null> {
  await (await import("./runs.js")).pickAndBegin(context, prompter);
  return null;
}

export const openResume =
  (runs: readonly Run[]) =>
  async (context: Context, prompter: Prompter): Promise<null> => {
    const run = await (await import("./runs.js")).pickRun(runs, context, prompter);
    const { walkRun } = await import("./walk-checklist.js");
    if (run) await walkRun(run, { facts: {}, notices: [] }, context, prompter);
    return null;
  };
