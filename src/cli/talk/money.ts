/** Who charged, and what comes back of it: asked in a terminal as far as it could change the answer, and then what to do about it. */
import { type AnsweredCharge, chargeAnswer } from "../../answers/charge.js";
import { merchantNamed, refundAnswer } from "../../answers/refund.js";
import { type GivenPurchase, kindOf, parseFact, UNKNOWN_VALUE } from "../../charges/purchase.js";
import type { MerchantCharge } from "../../directory/types.js";
import { capital } from "../../render/channel/text.js";
import { clean } from "../../render/clean.js";
import { askedText, choiceKey, questionText, valuesOf } from "../../render/refund/json.js";
import { Problem } from "../../values/problem.js";
import { ACCOUNTS, type Account, type PurchaseFact } from "../../vocabulary/charges.js";
import { shownCharge } from "../commands/charge.js";
import { shownRefund } from "../commands/refund.js";
import type { Talk } from "../prompts/prompter.js";
import { quote } from "./command-line.js";
import { checklistActions, openClaim } from "./home.js";
import { conclude, named, type Outcome, stay } from "./menu.js";
import { BACK, type Back, choiceOf, faultIn, interview, pick } from "./questions.js";

/** The answer on a charge, and what goes on from it. @throws Interrupted */
export async function concludeCharge(found: AnsweredCharge, command: string | null, talk: Talk): Promise<Outcome> {
  const [main] = found.answer.candidates;
  const checklists = main ? [main.checklist] : found.answer.paths.map(({ checklist }) => checklist);
  const refund = async () => {
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
  const { words, prompter, context } = talk;
  const choices = [
    ...ACCOUNTS.map((value) => ({ value: value as string, name: words.say(`choice.account.${value}`) })),
    { value: "unknown", name: words.say("choice.unknown") },
  ];
  const question = { message: words.say("ask.account"), why: words.say("why.account"), choices, back: false };
  const picked = given ?? (await pick(question, talk));
  const account = ACCOUNTS.find((one) => one === picked) ?? null;
  const asked = { message: words.say("ask.descriptor"), preset: null, back: false, check: () => null };
  const reply = await prompter.write(asked);
  const descriptor = (reply.kind === "text" && reply.text) || null;
  const flag = account === null ? [] : ["--account", account];
  const command = ["dozvon charge", ...flag, ...(descriptor === null ? [] : [quote(descriptor)])].join(" ");
  return concludeCharge(chargeAnswer({ descriptor, account }, await context.desk()), command, talk);
}

async function askPurchase(fact: PurchaseFact, dayKnown: boolean, talk: Talk): Promise<string | Back> {
  const { words, context, prompter } = talk;
  if (valuesOf(fact).length > 0) {
    const choices = [
      ...valuesOf(fact).map((value) => ({ value, name: words.say(choiceKey(fact, value)) })),
      { value: UNKNOWN_VALUE, name: words.say("choice.unknown") },
    ];
    const message = capital(questionText(fact, words));
    return (await pick({ message, why: words.say("why.purchase"), choices }, talk)) ?? BACK;
  }
  const reply = await prompter.write({
    message: words.say("ask.value", { question: capital(askedText(fact, dayKnown, words)) }),
    ...(kindOf(fact).kind === "date" && { hint: words.say("ask.value.date") }),
    preset: null,
    back: true,
    // An empty line is no value, and may be.
    check: (text) => faultIn(() => text !== "" && parseFact(fact, text, context.moment()), words),
  });
  return reply.kind === "back" ? BACK : reply.text || UNKNOWN_VALUE;
}

/** A remark at forty columns. */
const REMARK_LINES = 4;

/** Who took the payment: as it was said, or picked where that names nobody. @returns null when the person went back. */
async function merchantMeant(said: string | null, talk: Talk): Promise<MerchantCharge | null> {
  const { words, context, prompter } = talk;
  const desk = await context.desk();
  const choices = desk.open.merchants().map(({ id, name, aliases }) => choiceOf(id, name, aliases, words));
  const question = { message: words.say("ask.refund-from"), why: words.say("why.purchase"), choices };
  for (let given = said; ; ) {
    try {
      if (given !== null) return merchantNamed(given, desk);
    } catch (error) {
      if (!(error instanceof Problem) || given === null) throw error;
      prompter.say(words.say("refund.unknown-seller", { given: clean(given) }));
    }
    const keepInSight = given === null ? 0 : REMARK_LINES;
    const reply = await prompter.choose({ ...question, searchable: true, free: true, back: true, keepInSight });
    if (reply.kind === "back") return null;
    given = reply.kind === "text" ? reply.text : reply.value;
  }
}

/** @param merchant as it was named; null to ask whose refund it is. @returns null when the person went back. @throws Interrupted, Problem */
export async function converseAboutRefund(
  merchant: string | null,
  given: GivenPurchase,
  talk: Talk,
): Promise<Outcome | null> {
  const charge = await merchantMeant(merchant, talk);
  if (!charge) return null;
  const desk = await talk.context.desk();
  const settled = await interview(given, async (known): Promise<GivenPurchase | Back | null> => {
    const { verdict, timeNeeded } = refundAnswer({ charge, given: known }, desk);
    const [fact] = verdict.needs;
    if (fact === undefined) return null;
    const value = await askPurchase(fact, timeNeeded.includes(fact), talk);
    // A date that was not enough had no time of day: what is asked twice stays unknown without one.
    return value === BACK ? BACK : { ...known, [fact]: known[fact] === value ? UNKNOWN_VALUE : value };
  });
  if (!settled) return null;
  const answer = refundAnswer({ charge, given: settled }, desk);
  const flags = Object.entries(settled).map(([fact, value]) => `--${fact} ${quote(value)}`);
  const command = settled === given ? null : ["dozvon refund", charge.id, ...flags].join(" ");
  const actions = [
    ...checklistActions(answer.checklists, {}, talk, answer.chargedOn),
    { ...named("letter", talk), act: stay(() => openClaim(talk)) },
  ];
  return conclude(shownRefund(answer, settled, talk.context), command, actions, talk);
}
