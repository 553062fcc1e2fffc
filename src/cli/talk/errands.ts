/** Jobs with a way of their own, opened from the first menu, an answer or a step of a checklist; each is loaded when it is chosen. */
import type { Run } from "../../checklists/run.js";
import type { Directory } from "../../directory/types.js";
import { checklistTitle } from "../../render/checklist/json.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { ChecklistTool } from "../../vocabulary/checklists.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { knownFacts } from "../known-facts.js";
import { Interrupted, type Prompter } from "../prompts/prompter.js";
import { BACK } from "./interview.js";
import {
  type Action,
  leaving,
  menuUnder,
  type Outcome,
  printOver,
  sayCommand,
  screenOver,
  showOver,
  whatNext,
} from "./menu.js";
import { askOperator, UNKNOWN } from "./questions.js";

type Open = (context: Context, prompter: Prompter) => Promise<Outcome | null>;

export const openCharge: Open = async (context, prompter) =>
  (await import("./charge.js")).converseAboutCharge(context, prompter);

export const openRefund: Open = async (context, prompter) =>
  (await import("./refund.js")).converseAboutRefund(null, context, prompter);

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

export const openClaim: Open = async (context, prompter) => {
  await openClaimLetter(await knownFacts({}, context), context, prompter);
  return null;
};

/** What helps with a step of a checklist. @param facts of the person whose checklist it is. @throws Interrupted, Problem */
export async function openTool(tool: ChecklistTool, facts: GivenFacts, context: Context, prompter: Prompter) {
  if (tool === "claim") await openClaimLetter(facts, context, prompter);
  else await { charge: openCharge, refund: openRefund }[tool](context, prompter);
}

/** A number typed, whose it is, and another one if there is. */
export const openWhose: Open = async (context, prompter) => {
  const { words } = context;
  const { answerTyped } = await import("../commands/whose.js");
  let code: number = EXIT.answered;
  const another = { value: "another-number", name: words.say("action.another-number") };
  for (let asked = 0; ; asked++) {
    const message = words.say("ask.whose");
    const typed = await prompter.write({ message, preset: null, back: true, check: () => null });
    const text = typed.kind === "text" ? typed.text : "";
    if (text === "" && asked === 0) return null;
    const answer = text === "" ? null : await answerTyped(text, context);
    code = answer?.code ?? code;
    const { lines, more } = answer ? await showOver(answer, context) : { lines: 0, more: [] };
    const actions = [...more, { ...another, act: async () => ({ leave: null }) }, ...leaving(context)];
    const next = await menuUnder(whatNext(context), lines, actions, prompter);
    if (next !== null) return { code, next };
  }
};

/** The contact card: whose it is, then all of it. */
export const openCard: Open = async (context, prompter) => {
  const { words } = context;
  const directory = await context.directory();
  const question = { message: words.say("ask.card-operator"), why: words.say("why.card-operator") };
  const facts = await askOperator(question, directory, context, prompter);
  if (facts === BACK || facts === UNKNOWN || !facts.operator) return null;
  const [{ cardOf }, { cardText }, { ALL_ROWS }] = await Promise.all([
    import("../../answers/contacts.js"),
    import("../../render/contacts/text.js"),
    import("../../render/text/blocks.js"),
  ]);
  const card = cardOf(directory, { operator: facts.operator }, context.moment(), false);
  const lines = printOver(cardText({ card, directory, words }, screenOver(context), ALL_ROWS), context);
  const next = await menuUnder(whatNext(context), lines, leaving(context), prompter);
  sayCommand(`dozvon contacts ${facts.operator.value}`, context);
  return { code: EXIT.answered, next };
};

/** A checklist that goes on from an answer: nothing where nothing may be kept. @param facts of the person. */
export function checklistActions(
  ids: readonly string[],
  facts: GivenFacts,
  directory: Directory,
  context: Context,
  prompter: Prompter,
): Action<never>[] {
  const { words, flags } = context;
  return (flags["--no-config"] ? [] : ids).map((id) => ({
    value: `checklist:${id}`,
    name: words.say("action.checklist", { title: checklistTitle(id, directory, words) }),
    async act() {
      await (await import("./runs.js")).beginAndWalk(id, facts, context, prompter);
      return undefined;
    },
  }));
}

export const openBegin: Open = async (context, prompter) => {
  await (await import("./runs.js")).pickAndBegin(context, prompter);
  return null;
};

export const openResume =
  (runs: readonly Run[]): Open =>
  async (context, prompter) => {
    await (await import("./runs.js")).pickAndWalk(runs, context, prompter);
    return null;
  };
