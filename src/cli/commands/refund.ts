import { type GivenPurchase, kindOf } from "../../charges/purchase.js";
import { questionText, valuesOf } from "../../render/refund/json.js";
import { Problem } from "../../values/problem.js";
import { PURCHASE_FACTS, type PurchaseFact } from "../../vocabulary/charges.js";
import { openChargeBook } from "../charge-answer.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import type { Declared } from "../line/declared.js";
import { once } from "../line/facts.js";
import { merchantNamed, openRefund, purchaseFor, refundAnswer, refundExit, showRefund } from "../refund-answer.js";

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
  const book = openChargeBook();
  const directory = await context.directory();
  const text = named.join(" ").trim();
  if (named.length > 0 && text === "") throw new Problem("usage", "empty-value", { fact: "merchant" });
  if (text === "" && !context.canAsk) {
    const allowed = book.merchants.map(({ id }) => id);
    throw new Problem("missing-facts", "no-merchant", {}, { missing: ["merchant"], allowed });
  }
  const charge = text === "" ? null : merchantNamed(text, book, directory);
  if (context.canAsk) return (await import("../talk/refund.js")).askAboutRefund(charge, given, book, context);
  if (charge === null) return 0;
  const rules = openRefund(charge);
  const answer = refundAnswer(charge, rules, purchaseFor(given, rules, context), book, context);
  await showRefund(answer, given, book, context);
  return refundExit(answer, book, context.strict);
}

function declare(line: Declared, context: Context): void {
  addPurchaseFlags(line.argument("[merchant...]", context.words.say("help.refund-from")), context).action(
    async (named: string[], flags: Record<string, unknown>) => {
      process.exitCode = await run(named, purchaseFlags(flags), context);
    },
  );
}

export const refundCommand: CommandModule = { declare };
