/** `dozvon refund` in a terminal: asks only what could change the answer, and stops there. */
import type { Desk } from "../../answers/desk.js";
import { type AnsweredRefund, refundAnswer } from "../../answers/refund.js";
import { type GivenPurchase, kindOf, parseFact, UNKNOWN_VALUE } from "../../charges/purchase.js";
import type { MerchantCharge } from "../../directory/types.js";
import { problemText } from "../../render/envelope/json.js";
import { askedText, questionText, valuesOf } from "../../render/refund/json.js";
import { Problem } from "../../values/problem.js";
import type { PurchaseFact } from "../../vocabulary/charges.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { type AskLine, lineAsker } from "../prompts/line.js";
import type { Prompter } from "../prompts/prompter.js";
import { refundExit, showRefund } from "../show-refund.js";
import { screenOf } from "../terminal/screen.js";
import { prompterFor } from "./ask-and-answer.js";
import { quote } from "./command-line.js";

interface Talk {
  charge: MerchantCharge;
  desk: Desk;
  context: Context;
  prompter: Prompter;
  askLine: AskLine;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const BACK = "back";

async function askChoice(fact: PurchaseFact, back: boolean, { words }: Context, prompter: Prompter): Promise<string> {
  const key = (value: string) => (kindOf(fact).kind === "yes-no" ? `choice.${value}` : `choice.${fact}.${value}`);
  const choices = [
    ...valuesOf(fact).map((value) => ({ value, name: words.say(key(value)) })),
    { value: UNKNOWN_VALUE, name: words.say("choice.unknown") },
  ];
  const message = capital(questionText(fact, words));
  const reply = await prompter.ask({ message, why: words.say("why.purchase"), choices, searchable: false, back });
  return reply.kind === "choice" ? reply.value : BACK;
}

/** Asked again until it is a value, or left empty. */
async function askTyped(fact: PurchaseFact, dayKnown: boolean, { context, prompter, askLine }: Talk): Promise<string> {
  const { words } = context;
  const hint = kindOf(fact).kind === "date" ? ` ${words.say("ask.value.date")}` : "";
  const message = words.say("ask.value", { question: capital(askedText(fact, dayKnown, words)) }) + hint;
  for (;;) {
    const typed = await askLine(message);
    if (typed === "") return UNKNOWN_VALUE;
    if (typed === "<") return BACK;
    try {
      parseFact(fact, typed, context.moment());
      return typed;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      prompter.say(problemText(error, words).detail);
    }
  }
}

/** The one line that gives the same answer. */
function commandLine(merchant: string, given: GivenPurchase): string {
  const flags = Object.entries(given).map(([fact, value]) => `--${fact} ${quote(value)}`);
  return ["dozvon refund", merchant, ...flags].join(" ");
}

async function interview(start: GivenPurchase, talk: Talk): Promise<{ answer: AnsweredRefund; given: GivenPurchase }> {
  const { charge, desk, context, prompter } = talk;
  const before: GivenPurchase[] = [];
  let given = start;
  for (;;) {
    const answer = refundAnswer({ charge, given }, desk);
    const [fact] = answer.verdict.needs;
    if (fact === undefined) return { answer, given };
    const listed = valuesOf(fact).length > 0;
    const value = listed
      ? await askChoice(fact, before.length > 0, context, prompter)
      : await askTyped(fact, answer.timeNeeded.includes(fact), talk);
    if (value === BACK) given = before.pop() ?? given;
    else {
      before.push(given);
      // A date that was not enough had no time of day: what is asked twice stays unknown without one.
      given = { ...given, [fact]: given[fact] === value ? UNKNOWN_VALUE : value };
    }
  }
}

async function pickMerchant({ words, open }: Context, prompter: Prompter) {
  const merchants = open.merchants();
  const choices = merchants.map(({ id, name, aliases }) => ({
    value: id,
    name: words.text(name),
    keywords: [id, ...aliases].join(" "),
  }));
  const message = words.say("ask.refund-from");
  const reply = await prompter.ask({ message, why: words.say("why.purchase"), choices, searchable: true, back: false });
  return merchants.find(({ id }) => reply.kind === "choice" && id === reply.value) ?? null;
}

/** @param named null to ask whose refund it is. @returns the exit code. @throws Interrupted, Problem */
export async function askAboutRefund(
  named: MerchantCharge | null,
  given: GivenPurchase,
  context: Context,
): Promise<number> {
  const prompter = prompterFor(context);
  const charge = named ?? (await pickMerchant(context, prompter));
  if (!charge) return EXIT.answered;
  const askLine = lineAsker(context);
  const settled = await interview(given, { charge, desk: await context.desk(), context, prompter, askLine });
  const asked = settled.given !== given;
  await showRefund(settled.answer, settled.given, context, asked);
  if (!asked) return refundExit(settled.answer, context.strict);
  const command = context.words.say("result.command", { command: commandLine(charge.id, settled.given) });
  context.io.err(`\n${screenOf(context).layout.paragraph(command).join("\n")}\n`);
  return refundExit(settled.answer, context.strict);
}
