/** What stands in the home menu beside the topics: jobs with a way of their own. Each is loaded when it is chosen. */

import type { Context } from "../context.js";
import { withDefaults } from "../files/settings.js";
import type { Prompter } from "../prompts/prompter.js";
import type { Outcome } from "./ask-and-answer.js";
import { openClaimLetter } from "./tools.js";

interface Errand {
  /** Also the end of its message key, `menu.<id>`. */
  id: string;
  /** Beside what most people come for, above the other topics. */
  early: boolean;
  /** @returns null when the menu is to ask again. @throws Interrupted */
  run(context: Context, prompter: Prompter): Promise<Outcome | null>;
}

async function charge(context: Context, prompter: Prompter): Promise<Outcome | null> {
  return (await import("./charge.js")).converseAboutCharge(context, prompter);
}

async function whose(context: Context, prompter: Prompter): Promise<Outcome | null> {
  return (await import("./whose.js")).converseAboutNumbers(context, prompter);
}

async function claim(context: Context, prompter: Prompter): Promise<null> {
  await openClaimLetter(withDefaults({}, context.env, context.saved), context, prompter);
  return null;
}

async function card(context: Context, prompter: Prompter): Promise<null> {
  await (await import("./pick-card.js")).pickCard(context, prompter);
  return null;
}

export const ERRANDS: readonly Errand[] = [
  { id: "charge", early: true, run: charge },
  { id: "claim", early: false, run: claim },
  { id: "card", early: false, run: card },
  { id: "whose", early: false, run: whose },
];
