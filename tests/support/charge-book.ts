/** What `charge` and `refund` read, made from data/ through the gate, not from the build. */
import { type GivenPurchase, purchaseOf } from "../../src/charges/purchase.js";
import { evaluate, type Verdict } from "../../src/charges/refund.js";
import type { RefundRules } from "../../src/directory/types.js";
import { parseMoment } from "../../src/values/moment.js";
import { assembled } from "./assembled.js";

export const { charges, refunds, refundRoutes, grounds, calendar } = assembled();

export function rulesOf(merchant: string): RefundRules {
  const found = refunds.find(({ id }) => id === merchant);
  if (!found) throw new Error(`no merchant ${merchant}`);
  return found;
}

/** The day all examples speak of. */
export const DAY = "2026-11-22";

export function judged(merchant: string, given: GivenPurchase, asOf = DAY): Verdict {
  const rules = rulesOf(merchant);
  return evaluate(rules, purchaseOf(given, rules.assume, parseMoment(asOf)));
}
