/** Who charged, as the command and the interview show it. */
import type { AnsweredCharge } from "../answers/charge.js";
import { chargeFacts, chargeJson } from "../render/charge/json.js";
import type { Query } from "../render/envelope/json.js";
import { EXIT } from "../vocabulary/codes.js";
import type { Context } from "./context.js";
import type { Answer } from "./runner.js";

export const chargeExit = ({ understood }: AnsweredCharge): number => (understood ? EXIT.answered : EXIT.needsFacts);

export const chargeQuery = (found: AnsweredCharge, context: Context): Partial<Query> => ({
  facts: chargeFacts(found),
  text: found.answer.descriptor,
  asOf: context.moment().text,
});

export const shownCharge = (found: AnsweredCharge, context: Context): Answer => ({
  kind: "charge",
  query: chargeQuery(found, context),
  result: () => chargeJson(found, context.words),
  text: async (screen, rows) => (await import("../render/charge/text.js")).chargeText({ ...found, screen, rows }),
  code: chargeExit(found),
});
