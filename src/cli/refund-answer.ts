/** From the facts of a purchase to the answer about its refund, for the command and the interview alike. */
import { identify } from "../charges/identify.js";
import { type GivenPurchase, type Purchase, purchaseOf } from "../charges/purchase.js";
import { evaluate, routesFor, type Verdict } from "../charges/refund.js";
import { termsOf } from "../charges/terms.js";
import { loadRefund, loadRefundRoutes } from "../directory/load-charges.js";
import { loadCalendar } from "../directory/load-grounds.js";
import type { Directory, MerchantCharge, RefundRules } from "../directory/types.js";
import { groundsOf } from "../render/charge/json.js";
import { type RefundAnswer, refundJson } from "../render/refund/json.js";
import { suggest } from "../situation/names.js";
import { Problem } from "../values/problem.js";
import { type Outcome, PURCHASE_FACTS } from "../vocabulary/charges.js";
import { EXIT } from "../vocabulary/codes.js";
import type { DeadlineEvent } from "../vocabulary/terms.js";
import { type ChargeBook, isOperatorName } from "./charge-answer.js";
import type { Context } from "./context.js";
import { FOLDERS } from "./package.js";

/** A merchant by id, name or spelling; an operator's name means the account of the phone. @throws Problem unknown-merchant. */
export function merchantNamed(given: string, { merchants }: ChargeBook, directory: Directory): MerchantCharge {
  const byId = merchants.find(({ id }) => id === given.trim().toLowerCase());
  if (byId) return byId;
  const found = identify(given, merchants);
  const [best] = found;
  if (best?.confidence === "high") return best.merchant;
  const phone = merchants.find(({ generalFor }) => generalFor === "mobile");
  if (phone && isOperatorName(given, directory)) return phone;
  const allowed = merchants.map(({ id }) => id);
  const hints = found.length > 0 ? found.map(({ merchant }) => merchant.id) : suggest(given, allowed);
  throw new Problem("unknown-merchant", "unknown-merchant", { given: given.slice(0, 100) }, { allowed, hints });
}

/** Outcomes after which the merchant's own way leads no further. */
const REFUSALS: readonly Outcome[] = ["refund-not-possible", "refund-right-lost", "request-rejected"];

const isRefused = ({ decision }: Verdict): boolean => decision !== null && REFUSALS.includes(decision.outcome);

const checklistsAfter = (verdict: Verdict, { checklist }: MerchantCharge): string[] =>
  isRefused(verdict) ? ["refund-refused", checklist] : [checklist, "refund-refused"];

/** Rules that hold are said with their terms; how the money comes back only where there is money to come. */
function groundsWithTerms(merchant: RefundRules, verdict: Verdict): string[] {
  const { decision, otherwise, notes, steps } = verdict;
  const decided = [decision, otherwise].flatMap((one) => (one ? [one.ground ?? "", ...one.also] : []));
  const asking = isRefused(verdict) ? [] : [...notes, ...merchant.request, ...merchant.payout];
  return [...new Set([...decided, ...steps, ...asking])];
}

/** The dates stated are of what was sent to the seller: a bank or a regulator has had nothing yet. */
const ELSEWHERE: readonly DeadlineEvent[] = ["application", "registration"];

export function refundAnswer(
  charge: MerchantCharge,
  merchant: RefundRules,
  purchase: Purchase,
  book: ChargeBook,
  context: Context,
): RefundAnswer {
  const verdict = evaluate(merchant, purchase);
  const routes = routesFor(loadRefundRoutes(FOLDERS.compiled), purchase.known);
  const own = groundsWithTerms(merchant, verdict);
  const beside = routes.map(({ ground }) => ground).filter((ground) => !own.includes(ground));
  const calendar = loadCalendar(FOLDERS.compiled);
  const termsFrom = (ids: readonly string[]) =>
    termsOf(groundsOf(ids, book.grounds), purchase.known, context.moment(), calendar);
  const terms = [...termsFrom(own), ...termsFrom(beside).filter(({ deadline }) => !ELSEWHERE.includes(deadline.from))];
  const timeNeeded = verdict.needs.filter((fact) => purchase.known.has(fact));
  return {
    merchant,
    verdict,
    terms,
    routes,
    checklists: checklistsAfter(verdict, charge),
    paid: !isRefused(verdict),
    timeNeeded,
  };
}

export const openRefund = (charge: MerchantCharge): RefundRules => loadRefund(FOLDERS.compiled, charge.id);

export const purchaseFor = (given: GivenPurchase, merchant: RefundRules, context: Context): Purchase =>
  purchaseOf(given, merchant.assume, context.moment());

export function refundExit({ verdict }: RefundAnswer, { grounds }: ChargeBook, strict: boolean): number {
  const { decision } = verdict;
  if (decision === null) return EXIT.needsFacts;
  const firm = decision.ground === null || grounds.get(decision.ground)?.status === "current";
  return strict && !firm ? EXIT.needsFacts : EXIT.answered;
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
  answer: RefundAnswer,
  given: GivenPurchase,
  book: ChargeBook,
  context: Context,
  brief = false,
): Promise<void> {
  const { words } = context;
  if (context.json) {
    const facts = factsOf(given, answer.merchant);
    context.succeed("refund", refundJson(answer, book.grounds, words), {
      query: { facts, asOf: context.moment().text },
    });
    return;
  }
  const { refundText } = await import("../render/refund/text.js");
  const { screenOf } = await import("./terminal/screen.js");
  context.io.out(refundText({ answer, grounds: book.grounds, screen: screenOf(context), brief }));
}
