/** `dozvon refund` in a terminal: asks only what could change the answer, and stops there. */
import type { Desk } from "../../answers/desk.js";
import { type AnsweredRefund, refundAnswer } from "../../answers/refund.js";
import { type GivenPurchase, kindOf, parseFact, UNKNOWN_VALUE } from "../../charges/purchase.js";
import type { MerchantCharge } from "../../directory/types.js";
import { clean } from "../../render/clean.js";
import { problemText } from "../../render/envelope/json.js";
import { askedText, choiceKey, questionText, valuesOf } from "../../render/refund/json.js";
import { Problem } from "../../values/problem.js";
import type { PurchaseFact } from "../../vocabulary/charges.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { show } from "../runner.js";
import { shownRefund } from "../show-refund.js";
import { screenOf } from "../terminal/screen.js";
import { quote } from "./command-line.js";
import { BACK, type Back, interview } from "./interview.js";

interface Talk {
  charge: MerchantCharge;
  desk: Desk;
  context: Context;
  prompter: Prompter;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

async function askChoice(fact: PurchaseFact, { words }: Context, prompter: Prompter): Promise<string | Back> {
  const choices = [
    ...valuesOf(fact).map((value) => ({ value, name: words.say(choiceKey(fact, value)) })),
    { value: UNKNOWN_VALUE, name: words.say("choice.unknown") },
  ];
  const message = capital(questionText(fact, words));
  const question = { message, why: words.say("why.purchase"), choices };
  const reply = await prompter.choose({ ...question, searchable: false, back: true });
  return reply.kind === "choice" ? reply.value : BACK;
}

/** What keeps a text from being a value of the fact; an empty one is none, and may be. */
function faultOf(fact: PurchaseFact, text: string, { words, moment }: Context): string | null {
  try {
    if (text !== "") parseFact(fact, text, moment());
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return clean(problemText(error, words).detail);
  }
}

async function askTyped(fact: PurchaseFact, dayKnown: boolean, { context, prompter }: Talk): Promise<string | Back> {
  const { words } = context;
  const reply = await prompter.write({
    message: words.say("ask.value", { question: capital(askedText(fact, dayKnown, words)) }),
    ...(kindOf(fact).kind === "date" && { hint: words.say("ask.value.date") }),
    preset: null,
    back: true,
    check: (text) => faultOf(fact, text, context),
  });
  if (reply.kind === "back") return BACK;
  return reply.text === "" ? UNKNOWN_VALUE : reply.text;
}

/** The one line that gives the same answer. */
function commandLine(merchant: string, given: GivenPurchase): string {
  const flags = Object.entries(given).map(([fact, value]) => `--${fact} ${quote(value)}`);
  return ["dozvon refund", merchant, ...flags].join(" ");
}

const answerTo = (given: GivenPurchase, { charge, desk }: Talk): AnsweredRefund =>
  refundAnswer({ charge, given }, desk);

async function askNext(given: GivenPurchase, talk: Talk): Promise<GivenPurchase | Back | null> {
  const { context, prompter } = talk;
  const { verdict, timeNeeded } = answerTo(given, talk);
  const [fact] = verdict.needs;
  if (fact === undefined) return null;
  const listed = valuesOf(fact).length > 0;
  const value = listed
    ? await askChoice(fact, context, prompter)
    : await askTyped(fact, timeNeeded.includes(fact), talk);
  if (value === BACK) return BACK;
  // A date that was not enough had no time of day: what is asked twice stays unknown without one.
  return { ...given, [fact]: given[fact] === value ? UNKNOWN_VALUE : value };
}

async function pickMerchant({ words, open }: Context, prompter: Prompter) {
  const merchants = open.merchants();
  const choices = merchants.map(({ id, name, aliases }) => ({
    value: id,
    name: words.text(name),
    keywords: [id, ...aliases].join(" "),
  }));
  const message = words.say("ask.refund-from");
  const reply = await prompter.choose({
    message,
    why: words.say("why.purchase"),
    choices,
    searchable: true,
    back: true,
  });
  return merchants.find(({ id }) => reply.kind === "choice" && id === reply.value) ?? null;
}

/** @param named null to ask whose refund it is. @returns the exit code. @throws Interrupted, Problem */
export async function askAboutRefund(
  named: MerchantCharge | null,
  given: GivenPurchase,
  context: Context,
  prompter: Prompter,
): Promise<number> {
  const charge = named ?? (await pickMerchant(context, prompter));
  if (!charge) return EXIT.answered;
  const talk = { charge, desk: await context.desk(), context, prompter };
  const settled = await interview(given, (known) => askNext(known, talk));
  if (!settled) return EXIT.answered;
  const answer = answerTo(settled, talk);
  const asked = settled !== given;
  const code = await show(shownRefund(answer, settled, context), context);
  if (!asked) return code;
  const command = context.words.say("result.command", { command: commandLine(charge.id, settled) });
  context.io.err(`\n${screenOf(context).layout.paragraph(command).join("\n")}\n`);
  return code;
}
