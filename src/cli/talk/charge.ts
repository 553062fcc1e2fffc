/** Who charged, in a terminal: where the money left from, what the line says, and then what to do about it. */
import { type AnsweredCharge, chargeAnswer } from "../../answers/charge.js";
import { ACCOUNTS, type Account } from "../../vocabulary/charges.js";
import { shownCharge } from "../commands/charge.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { show } from "../runner.js";
import { quote } from "./command-line.js";
import { checklistActions } from "./errands.js";
import { type Action, leaving, menuUnder, named, type Outcome, sayCommand, showOver, whatNext } from "./menu.js";

async function askAccount({ words }: Context, prompter: Prompter): Promise<Account | null> {
  const choices = [
    ...ACCOUNTS.map((value) => ({ value: value as string, name: words.say(`choice.account.${value}`) })),
    { value: "unknown", name: words.say("choice.unknown") },
  ];
  const question = { message: words.say("ask.account"), why: words.say("why.account"), choices };
  const reply = await prompter.choose({ ...question, searchable: false, back: false });
  return ACCOUNTS.find((one) => reply.kind === "choice" && one === reply.value) ?? null;
}

interface Asked {
  found: AnsweredCharge;
  /** The one line that gives the same answer. */
  command: string;
}

async function ask(given: Account | null, context: Context, prompter: Prompter): Promise<Asked> {
  const account = given ?? (await askAccount(context, prompter));
  const message = context.words.say("ask.descriptor");
  const reply = await prompter.write({ message, preset: null, back: false, check: () => null });
  const descriptor = reply.kind === "text" && reply.text !== "" ? reply.text : null;
  const flags = [
    ...(account === null ? [] : ["--account", account]),
    ...(descriptor === null ? [] : [quote(descriptor)]),
  ];
  const found = chargeAnswer({ descriptor, account }, await context.desk());
  return { found, command: ["dozvon charge", ...flags].join(" ") };
}

/** @returns the exit code. @throws Interrupted */
export async function askAboutCharge(account: Account | null, context: Context, prompter: Prompter): Promise<number> {
  const { found, command } = await ask(account, context, prompter);
  const code = await show(shownCharge(found, context), context);
  sayCommand(command, context);
  return code;
}

/** An answer on a charge with the menu under it. @returns what comes after. @throws Interrupted */
export async function menuOnCharge(
  found: AnsweredCharge,
  context: Context,
  prompter: Prompter,
): Promise<Outcome["next"]> {
  const answer = shownCharge(found, context);
  const { lines, more } = await showOver(answer, context);
  const [main] = found.answer.candidates;
  const checklists = main ? [main.checklist] : found.answer.paths.map(({ checklist }) => checklist);
  const refund = async () => {
    const { converseAboutRefund } = await import("./refund.js");
    const outcome = await converseAboutRefund(main?.merchant ?? null, context, prompter);
    return outcome ? { leave: outcome.next } : undefined;
  };
  const actions: Action<Outcome["next"]>[] = [
    ...checklistActions([...new Set(checklists)], {}, await context.directory(), context, prompter),
    ...(main ? [{ ...named("refund", context), act: refund }] : []),
    ...more,
    ...leaving(context),
  ];
  return menuUnder(whatNext(context), lines, actions, prompter);
}

/** From the home menu: the answer, and what goes on from it. @throws Interrupted */
export async function converseAboutCharge(context: Context, prompter: Prompter): Promise<Outcome> {
  const { found, command } = await ask(null, context, prompter);
  const next = await menuOnCharge(found, context, prompter);
  sayCommand(command, context);
  return { code: shownCharge(found, context).code ?? 0, next };
}
