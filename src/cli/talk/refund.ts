/** `dozvon refund` in a terminal: asks only what could change the answer, and stops there. */
import type { Desk } from "../../answers/desk.js";
import { type AnsweredRefund, refundAnswer } from "../../answers/refund.js";
import { type GivenPurchase, kindOf, parseFact, UNKNOWN_VALUE } from "../../charges/purchase.js";
import type { MerchantCharge } from "../../directory/types.js";
import { askedText, choiceKey, questionText, valuesOf } from "../../render/refund/json.js";
import type { PurchaseFact } from "../../vocabulary/charges.js";
import { EXIT } from "../../vocabulary/codes.js";
import { shownRefund } from "../commands/refund.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { show } from "../runner.js";
import { quote } from "./command-line.js";
import { checklistActions, openClaim } from "./errands.js";
import { BACK, type Back, faultIn, interview } from "./interview.js";
import {
  type Action,
  leaving,
  named as menuNamed,
  menuUnder,
  type Outcome,
  sayCommand,
  showOver,
  whatNext,
} from "./menu.js";

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

async function askTyped(fact: PurchaseFact, dayKnown: boolean, { context, prompter }: Talk): Promise<string | Back> {
  const { words } = context;
  const reply = await prompter.write({
    message: words.say("ask.value", { question: capital(askedText(fact, dayKnown, words)) }),
    ...(kindOf(fact).kind === "date" && { hint: words.say("ask.value.date") }),
    preset: null,
    back: true,
    // An empty line is no value, and may be.
    check: (text) => faultIn(() => text !== "" && parseFact(fact, text, context.moment()), words),
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

interface Asked {
  answer: AnsweredRefund;
  given: GivenPurchase;
  /** The one line that gives the same answer; null where nothing was asked. */
  command: string | null;
}

/** @param named null to ask whose refund it is. @returns null when the person went back. @throws Interrupted, Problem */
async function ask(
  named: MerchantCharge | null,
  given: GivenPurchase,
  context: Context,
  prompter: Prompter,
): Promise<Asked | null> {
  const charge = named ?? (await pickMerchant(context, prompter));
  if (!charge) return null;
  const talk = { charge, desk: await context.desk(), context, prompter };
  const settled = await interview(given, (known) => askNext(known, talk));
  if (!settled) return null;
  const command = settled === given ? null : commandLine(charge.id, settled);
  return { answer: answerTo(settled, talk), given: settled, command };
}

/** @returns the exit code. @throws Interrupted, Problem */
export async function askAboutRefund(
  named: MerchantCharge | null,
  given: GivenPurchase,
  context: Context,
  prompter: Prompter,
): Promise<number> {
  const asked = await ask(named, given, context, prompter);
  if (!asked) return EXIT.answered;
  const code = await show(shownRefund(asked.answer, asked.given, context), context);
  if (asked.command) sayCommand(asked.command, context);
  return code;
}

/** From a menu: the answer, and what goes on from it. @returns null when the person went back. @throws Interrupted */
export async function converseAboutRefund(
  named: MerchantCharge | null,
  context: Context,
  prompter: Prompter,
): Promise<Outcome | null> {
  const asked = await ask(named, {}, context, prompter);
  if (!asked) return null;
  const answer = shownRefund(asked.answer, asked.given, context);
  const { lines, more } = await showOver(answer, context);
  const { checklists } = asked.answer;
  const actions: Action<Outcome["next"]>[] = [
    ...checklistActions(checklists, {}, await context.directory(), context, prompter),
    {
      ...menuNamed("letter", context),
      async act() {
        await openClaim(context, prompter);
        return undefined;
      },
    },
    ...more,
    ...leaving(context),
  ];
  const next = await menuUnder(whatNext(context), lines, actions, prompter);
  if (asked.command) sayCommand(asked.command, context);
  return { code: answer.code ?? EXIT.answered, next };
}
