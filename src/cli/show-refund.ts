/** A refund, as the command and the interview show it. */
import type { AnsweredRefund } from "../answers/refund.js";
import type { GivenPurchase } from "../charges/purchase.js";
import type { RefundRules } from "../directory/types.js";
import { refundJson } from "../render/refund/json.js";
import { PURCHASE_FACTS } from "../vocabulary/charges.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Context } from "./context.js";
import { rowsOf } from "./terminal/screen.js";

export function refundExit({ verdict, firm }: AnsweredRefund, strict: boolean): number {
  return verdict.decision === null || (strict && !firm) ? EXIT.needsFacts : EXIT.answered;
}

/** The facts of the answer as the query states them. */
function factsOf(given: GivenPurchase, { assume }: RefundRules) {
  return Object.fromEntries(
    PURCHASE_FACTS.flatMap((fact) => {
      const value = given[fact] ?? assume[fact];
      if (value === undefined) return [];
      return [[fact, { value: value.trim(), from: given[fact] === undefined ? "derived" : "flag" }]];
    }),
  );
}

export async function showRefund(
  answer: AnsweredRefund,
  given: GivenPurchase,
  context: Context,
  rows = rowsOf(context),
): Promise<void> {
  const { words } = context;
  if (context.json) {
    const facts = factsOf(given, answer.merchant);
    context.succeed("refund", refundJson(answer, words), { query: { facts, asOf: context.moment().text } });
    return;
  }
  const { refundText } = await import("../render/refund/text.js");
  const { screenOf } = await import("./terminal/screen.js");
  context.io.out(refundText({ answer, screen: screenOf(context), rows }));
}
