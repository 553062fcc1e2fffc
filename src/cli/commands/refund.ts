import { type AnsweredRefund, merchantNamed, refundAnswer } from "../../answers/refund.js";
import { type GivenPurchase, kindOf } from "../../charges/purchase.js";
import { purchaseFacts, questionText, refundJson, valuesOf } from "../../render/refund/json.js";
import { Problem } from "../../values/problem.js";
import { PURCHASE_FACTS } from "../../vocabulary/charges.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { command, type Flag, type Flags } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
import type { Answer, Outcome } from "../runner.js";

export const shownRefund = (answer: AnsweredRefund, given: GivenPurchase, context: Context): Answer => ({
  kind: "refund",
  query: { facts: purchaseFacts(given, answer.merchant, context.moment()) },
  result: () => refundJson(answer, context.words),
  text: async (screen, rows) =>
    (await import("../../render/refund/text.js")).refundText({ answer, screen, rows, atPrompt: context.canAsk }),
  code: answer.verdict.decision === null || (context.strict && !answer.firm) ? EXIT.needsFacts : EXIT.answered,
});

/** The refund of a purchase from who is named. */
export async function answerRefund(named: readonly string[], given: GivenPurchase, context: Context): Promise<Outcome> {
  const text = named.join(" ").trim();
  if (named.length > 0 && text === "") throw new Problem("usage", "empty-value", { fact: "merchant" });
  if (context.canAsk) {
    const { converseAboutRefund } = await import("../talk/money.js");
    return (await converseAboutRefund(text || null, given, await openTalk(context)))?.code ?? EXIT.answered;
  }
  const desk = await context.desk();
  if (text === "") {
    const allowed = desk.open.merchants().map(({ id }) => id);
    throw new Problem("missing-facts", "no-merchant", {}, { missing: ["merchant"], allowed });
  }
  return shownRefund(refundAnswer({ charge: merchantNamed(text, desk), given }, desk), given, context);
}

const TYPES = { "yes-no": "yes|no", number: "number", date: "date", amount: "sum", choice: "value" };

const FLAGS: Flags = Object.fromEntries(
  PURCHASE_FACTS.map((fact): [string, Flag] => {
    const { kind } = kindOf(fact);
    const values = kind === "choice" ? ` (${valuesOf(fact).join(", ")})` : "";
    const text: Flag["text"] = (words) => questionText(fact, words) + values;
    return [`--${fact}`, { value: TYPES[kind], text, offers: valuesOf(fact) }];
  }),
);

export const refundCommand = command({
  operands: { "[merchant...]": { text: "refund-from", offers: "merchants" } },
  flags: FLAGS,
  run({ merchant, flags }, context) {
    const stated: Readonly<Record<string, unknown>> = flags;
    const given = PURCHASE_FACTS.filter((fact) => stated[`--${fact}`] !== undefined);
    const facts = Object.fromEntries(given.map((fact) => [fact, String(stated[`--${fact}`])]));
    return answerRefund(merchant, facts, context);
  },
});
