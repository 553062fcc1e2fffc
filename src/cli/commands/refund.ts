import { merchantNamed, refundAnswer } from "../../answers/refund.js";
import { type GivenPurchase, kindOf } from "../../charges/purchase.js";
import { questionText, valuesOf } from "../../render/refund/json.js";
import { Problem } from "../../values/problem.js";
import { PURCHASE_FACTS, type PurchaseFact } from "../../vocabulary/charges.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { once } from "../line/facts.js";
import { refundExit, showRefund } from "../show-refund.js";

/** paid-on as commander names it: paidOn. */
const property = (fact: PurchaseFact): string => fact.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function purchaseFlags(flags: Readonly<Record<string, unknown>>): GivenPurchase {
  const given: GivenPurchase = {};
  for (const fact of PURCHASE_FACTS) {
    const value = flags[property(fact)];
    if (typeof value === "string") given[fact] = value;
  }
  return given;
}

const HINTS = { "yes-no": "yes|no", number: "number", date: "date", amount: "sum", choice: "value" };

function addPurchaseFlags<Line extends Declared>(line: Line, { words }: Context): Line {
  for (const fact of PURCHASE_FACTS) {
    const { kind } = kindOf(fact);
    const values = kind === "choice" ? ` (${valuesOf(fact).join(", ")})` : "";
    line.option(`--${fact} <${HINTS[kind]}>`, questionText(fact, words) + values, once(fact));
  }
  return line;
}

async function run(named: readonly string[], given: GivenPurchase, context: Context): Promise<number> {
  const desk = await context.desk();
  const text = named.join(" ").trim();
  if (named.length > 0 && text === "") throw new Problem("usage", "empty-value", { fact: "merchant" });
  if (text === "" && !context.canAsk) {
    const allowed = desk.open.merchants().map(({ id }) => id);
    throw new Problem("missing-facts", "no-merchant", {}, { missing: ["merchant"], allowed });
  }
  const charge = text === "" ? null : merchantNamed(text, desk);
  if (context.canAsk) return (await import("../talk/refund.js")).askAboutRefund(charge, given, context);
  if (charge === null) return 0;
  const answer = refundAnswer({ charge, given }, desk);
  await showRefund(answer, given, context);
  return refundExit(answer, context.strict);
}

function declare(line: Declared, context: Context): void {
  addPurchaseFlags(line.argument("[merchant...]", context.words.say("help.refund-from")), context).action(
    async (named: string[], flags: Record<string, unknown>) => {
      process.exitCode = await run(named, purchaseFlags(flags), context);
    },
  );
}

export const refundCommand: CommandModule = { declare };
