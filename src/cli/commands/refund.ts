import { type AnsweredRefund, merchantNamed, refundAnswer } from "../../answers/refund.js";
import { type GivenPurchase, kindOf } from "../../charges/purchase.js";
import { purchaseFacts, questionText, refundJson, valuesOf } from "../../render/refund/json.js";
import { Problem } from "../../values/problem.js";
import { PURCHASE_FACTS, type PurchaseFact } from "../../vocabulary/charges.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { command, type Flag, type Flags } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
import type { Answer, Outcome } from "../runner.js";

export const shownRefund = (answer: AnsweredRefund, given: GivenPurchase, context: Context): Answer => ({
  kind: "refund",
  query: { facts: purchaseFacts(given, answer.merchant), asOf: context.moment().text },
  result: () => refundJson(answer, context.words),
  text: async (screen, rows) =>
    (await import("../../render/refund/text.js")).refundText({ answer, screen, rows, atPrompt: context.canAsk }),
  code: answer.verdict.decision === null || (context.strict && !answer.firm) ? EXIT.needsFacts : EXIT.answered,
});

/** The refund a sentence asks for. */
export const answerRefund = (merchant: string, given: GivenPurchase, context: Context): Promise<Outcome> =>
  run([merchant], given, context);

async function run(named: readonly string[], given: GivenPurchase, context: Context): Promise<Outcome> {
  const text = named.join(" ").trim();
  if (named.length > 0 && text === "") throw new Problem("usage", "empty-value", { fact: "merchant" });
  if (context.canAsk) {
    const { converseAboutRefund } = await import("../talk/refund.js");
    const outcome = await converseAboutRefund(text === "" ? null : text, given, await openTalk(context));
    return outcome?.code ?? EXIT.answered;
  }
  const desk = await context.desk();
  if (text === "") {
    const allowed = desk.open.merchants().map(({ id }) => id);
    throw new Problem("missing-facts", "no-merchant", {}, { missing: ["merchant"], allowed });
  }
  return shownRefund(refundAnswer({ charge: merchantNamed(text, desk), given }, desk), given, context);
}

const TYPES = { "yes-no": "yes|no", number: "number", date: "date", amount: "sum", choice: "value" };

function purchaseFlag(fact: PurchaseFact): Flag {
  const { kind } = kindOf(fact);
  const values = kind === "choice" ? ` (${valuesOf(fact).join(", ")})` : "";
  return { value: TYPES[kind], text: (words) => questionText(fact, words) + values, offers: valuesOf(fact) };
}

const FLAGS: Flags = Object.fromEntries(PURCHASE_FACTS.map((fact) => [`--${fact}`, purchaseFlag(fact)]));

function purchaseFlags(flags: Readonly<Record<string, unknown>>): GivenPurchase {
  const given: GivenPurchase = {};
  for (const fact of PURCHASE_FACTS) {
    const value = flags[`--${fact}`];
    if (typeof value === "string") given[fact] = value;
  }
  return given;
}

export const refundCommand = command({
  operands: { "[merchant...]": { text: "refund-from", offers: "merchants" } },
  flags: FLAGS,
  run: ({ merchant, flags }, context) => run(merchant, purchaseFlags(flags), context),
});
