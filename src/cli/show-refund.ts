/** A refund, as the command and the interview show it. */
import type { AnsweredRefund } from "../answers/refund.js";
import type { GivenPurchase } from "../charges/purchase.js";
import { purchaseFacts, refundJson } from "../render/refund/json.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Context } from "./context.js";
import { rowsOf } from "./terminal/screen.js";

export function refundExit({ verdict, firm }: AnsweredRefund, strict: boolean): number {
  return verdict.decision === null || (strict && !firm) ? EXIT.needsFacts : EXIT.answered;
}

export async function showRefund(
  answer: AnsweredRefund,
  given: GivenPurchase,
  context: Context,
  rows = rowsOf(context),
): Promise<void> {
  const { words } = context;
  if (context.json) {
    const facts = purchaseFacts(given, answer.merchant);
    context.succeed("refund", refundJson(answer, words), { query: { facts, asOf: context.moment().text } });
    return;
  }
  const { refundText } = await import("../render/refund/text.js");
  const { screenOf } = await import("./terminal/screen.js");
  context.io.out(refundText({ answer, screen: screenOf(context), rows }));
}
