/** Who charged, as the command, the interview and a batch show it. */
import type { AnsweredCharge } from "../answers/charge.js";
import { chargeFacts, chargeJson } from "../render/charge/json.js";
import type { Query } from "../render/envelope/json.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Context } from "./context.js";
import { rowsOf } from "./terminal/screen.js";

export const chargeExit = ({ understood }: AnsweredCharge): number => (understood ? EXIT.answered : EXIT.needsFacts);

export const chargeQuery = (found: AnsweredCharge, context: Context): Partial<Query> => ({
  facts: chargeFacts(found),
  text: found.answer.descriptor,
  asOf: context.moment().text,
});

export async function showCharge(found: AnsweredCharge, context: Context, rows = rowsOf(context)): Promise<void> {
  if (context.json) {
    context.succeed("charge", chargeJson(found, context.words), { query: chargeQuery(found, context) });
    return;
  }
  const { chargeText } = await import("../render/charge/text.js");
  const { screenOf } = await import("./terminal/screen.js");
  context.io.out(chargeText({ ...found, screen: screenOf(context), rows }));
}
