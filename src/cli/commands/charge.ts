import { type AnsweredCharge, accountNamed, type ChargeQuestion, chargeAnswer } from "../../answers/charge.js";
import { chargeFacts, chargeJson } from "../../render/charge/json.js";
import { Problem } from "../../values/problem.js";
import { ACCOUNTS } from "../../vocabulary/charges.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { command } from "../line/spec.js";
import { openTalk } from "../prompts/prompter.js";
import type { Answer } from "../runner.js";

export const shownCharge = (found: AnsweredCharge, { words }: Context): Answer => ({
  kind: "charge",
  query: { facts: chargeFacts(found), text: found.answer.descriptor },
  result: () => chargeJson(found, words),
  text: async (screen, rows) => (await import("../../render/charge/text.js")).chargeText({ ...found, screen, rows }),
  code: found.understood ? EXIT.answered : EXIT.needsFacts,
});

export const answerCharge = async (asked: ChargeQuestion, context: Context): Promise<Answer> =>
  shownCharge(chargeAnswer(asked, await context.desk()), context);

export const chargeCommand = command({
  operands: { "[descriptor...]": {} },
  flags: { "--account": { value: "where", offers: ACCOUNTS } },
  async run({ descriptor: given, flags }, context) {
    const account = accountNamed(flags["--account"]);
    const text = given.join(" ").trim();
    if (given.length > 0 && text === "") throw new Problem("usage", "empty-value", { fact: "descriptor" });
    if (text === "" && context.canAsk) {
      const { converseAboutCharge } = await import("../talk/money.js");
      return (await converseAboutCharge(account, await openTalk(context))).code;
    }
    if (text === "" && account === null) {
      const parts = { missing: ["descriptor"], allowed: ACCOUNTS.map((one) => `--account ${one}`) };
      throw new Problem("missing-facts", "no-descriptor", {}, parts);
    }
    return answerCharge({ descriptor: text || null, account }, context);
  },
});
