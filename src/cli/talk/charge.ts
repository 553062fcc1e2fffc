/** Who charged, in a terminal: where the money left from, what the line says, and then what to do about it. */
import { type AnsweredCharge, chargeAnswer } from "../../answers/charge.js";
import { ACCOUNTS, type Account } from "../../vocabulary/charges.js";
import { shownCharge } from "../commands/charge.js";
import type { Talk } from "../prompts/prompter.js";
import { quote } from "./command-line.js";
import { checklistActions } from "./errands.js";
import { conclude, named, type Outcome } from "./menu.js";
import { pick } from "./questions.js";

async function askAccount(talk: Talk): Promise<Account | null> {
  const { words } = talk;
  const choices = [
    ...ACCOUNTS.map((value) => ({ value: value as string, name: words.say(`choice.account.${value}`) })),
    { value: "unknown", name: words.say("choice.unknown") },
  ];
  const question = { message: words.say("ask.account"), why: words.say("why.account"), choices };
  const picked = await pick({ ...question, back: false }, talk);
  return ACCOUNTS.find((one) => one === picked) ?? null;
}

/** The answer on a charge, and what goes on from it. @throws Interrupted */
export async function concludeCharge(found: AnsweredCharge, command: string | null, talk: Talk): Promise<Outcome> {
  const [main] = found.answer.candidates;
  const checklists = main ? [main.checklist] : found.answer.paths.map(({ checklist }) => checklist);
  const refund = async () => {
    const { converseAboutRefund } = await import("./refund.js");
    const outcome = await converseAboutRefund(main?.merchant.id ?? null, {}, talk);
    return outcome ? { leave: outcome.next } : undefined;
  };
  const actions = [
    ...checklistActions([...new Set(checklists)], {}, talk),
    ...(main ? [{ ...named("refund", talk), act: refund }] : []),
  ];
  return conclude(shownCharge(found, talk.context), command, actions, talk);
}

/** @param given null to ask where the money left from. @throws Interrupted */
export async function converseAboutCharge(given: Account | null, talk: Talk): Promise<Outcome> {
  const account = given ?? (await askAccount(talk));
  const message = talk.words.say("ask.descriptor");
  const reply = await talk.prompter.write({ message, preset: null, back: false, check: () => null });
  const descriptor = reply.kind === "text" && reply.text !== "" ? reply.text : null;
  const flags = [
    ...(account === null ? [] : ["--account", account]),
    ...(descriptor === null ? [] : [quote(descriptor)]),
  ];
  const found = chargeAnswer({ descriptor, account }, await talk.context.desk());
  return concludeCharge(found, ["dozvon charge", ...flags].join(" "), talk);
}
