/** A refund, as the command and the interview show it. */
import type { AnsweredRefund } from "../answers/refund.js";
import type { GivenPurchase } from "../charges/purchase.js";
import { purchaseFacts, refundJson } from "../render/refund/json.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Context } from "./context.js";
import type { Answer } from "./runner.js";

export const shownRefund = (answer: AnsweredRefund, given: GivenPurchase, context: Context): Answer => ({
  kind: "refund",
  query: { facts: purchaseFacts(given, answer.merchant), asOf: context.moment().text },
  result: () => refundJson(answer, context.words),
  text: async (screen, rows) => (await import("../render/refund/text.js")).refundText({ answer, screen, rows }),
  code: answer.verdict.decision === null || (context.strict && !answer.firm) ? EXIT.needsFacts : EXIT.answered,
});
