/** Whether the money comes back: the seller's rules and the law over the facts of a purchase. */
import { identify } from "../charges/identify.js";
import { dateOf, type GivenPurchase, type Purchase, purchaseOf } from "../charges/purchase.js";
import { evaluate, routesFor, type Verdict } from "../charges/refund.js";
import { termsOf } from "../charges/terms.js";
import type { MerchantCharge, RefundRoute, RefundRules } from "../directory/types.js";
import { nearestNamed } from "../situation/names.js";
import { groundsOf } from "../terms/deadlines.js";
import { Problem } from "../values/problem.js";
import type { Outcome } from "../vocabulary/charges.js";
import type { DeadlineEvent } from "../vocabulary/terms.js";
import { isOperatorName } from "./charge.js";
import type { Desk } from "./desk.js";

/** A merchant by id, name or spelling; an operator's name means the account of the phone. @throws Problem unknown-merchant. */
export function merchantNamed(given: string, desk: Desk): MerchantCharge {
  const merchants = desk.open.merchants();
  const found = identify(given, merchants);
  const [best] = found;
  if (best?.confidence === "high") return best.merchant;
  const phone = merchants.find(({ generalFor }) => generalFor === "mobile");
  if (phone && isOperatorName(given, desk)) return phone;
  const allowed = merchants.map(({ id }) => id);
  const hints = found.length > 0 ? found.map(({ merchant }) => merchant.id) : nearestNamed(given, merchants);
  throw new Problem("unknown-merchant", "unknown-merchant", { given: given.slice(0, 100) }, { allowed, hints });
}

/** The age from which one buys alone (Civil Code art. 21). */
const ADULT = 18;

/** Outcomes after which the merchant's own way leads no further. */
const REFUSALS: readonly Outcome[] = ["refund-not-possible", "refund-right-lost", "request-rejected"];

/** The merchant leaves it open: what the law gives is said first. */
const UNDECIDED: readonly Outcome[] = ["not-established", "support-decides"];

const isRefused = ({ decision }: Verdict): boolean => decision !== null && REFUSALS.includes(decision.outcome);

/** A child's purchase has steps of its own, and what was bought once is not switched off. */
function checklistsAfter(verdict: Verdict, { checklist }: MerchantCharge, { known }: Purchase): string[] {
  const buyer = known.get("buyer-age");
  const child = typeof buyer === "object" && "max" in buyer && buyer.max < ADULT;
  const subscribed = known.get("recurring") === true || known.get("product") === "subscription";
  const once = !subscribed && (known.has("product") || known.get("event") === "paid-twice");
  const own = checklist === "auto-renewal" && (child || once) ? [] : [checklist];
  const fitting = [...(child ? ["child-purchase"] : []), ...own];
  return isRefused(verdict) ? ["refund-refused", ...fitting] : [...fitting, "refund-refused"];
}

/**
 * What the facts given say already, while others could change it: what the law gives, the only reading of the rules that no mere suspicion
 * stands behind, or, where one statement allows for several, that statement. null where it is open or decided.
 */
function likelyOf({ rules }: RefundRules, { decision, possible }: Verdict, routes: readonly RefundRoute[]) {
  const law = routes.find(({ route, gives, general }) => route === "law" && gives !== null && !general);
  if (law && (decision === null || UNDECIDED.includes(decision.outcome)))
    return { outcome: law.gives, ground: law.ground, also: law.also };
  const suspicions = rules.filter(({ kind }) => kind === "suspicion").map(({ id }) => id);
  const open = possible.filter(({ rule }) => rule === null || !suspicions.includes(rule));
  const [first, ...more] = open;
  if (decision !== null || !first?.ground || more.some(({ ground }) => ground !== first.ground)) return null;
  return { outcome: more.length === 0 ? first.outcome : null, ground: first.ground, also: [] };
}

/** Rules that hold are said with their terms; how the money comes back only where there is money to come. */
function groundsWithTerms(merchant: RefundRules, verdict: Verdict): string[] {
  const { decision, otherwise, notes, steps } = verdict;
  const decided = [decision, otherwise].flatMap((one) => (one ? [one.ground ?? "", ...one.also] : []));
  const asking = isRefused(verdict) ? [] : [...notes, ...merchant.request, ...merchant.payout];
  return [...new Set([...decided, ...steps, ...asking])];
}

/** The dates stated are of what was sent to the seller: a bank or a regulator has had nothing yet. */
const ELSEWHERE: readonly DeadlineEvent[] = ["application", "registration"];

/** All that a refund answer says, before it is put into words. @throws Problem for a fact of the purchase that is none. */
export function refundAnswer(asked: { charge: MerchantCharge; given: GivenPurchase }, { moment, open }: Desk) {
  const { charge, given } = asked;
  const merchant = open.refundRules(charge.id);
  const purchase = purchaseOf(given, merchant.assume, moment);
  const verdict = evaluate(merchant, purchase);
  const routes = routesFor(open.refundRoutes(), purchase.known);
  const own = groundsWithTerms(merchant, verdict);
  const beside = routes.flatMap(({ ground, also }) => [ground, ...also]).filter((ground) => !own.includes(ground));
  const grounds = open.grounds();
  const termsFrom = (ids: readonly string[]) =>
    termsOf(groundsOf(ids, grounds), purchase.known, moment, open.calendar());
  const { decision } = verdict;
  return {
    merchant,
    verdict,
    terms: [...termsFrom(own), ...termsFrom(beside).filter(({ deadline }) => !ELSEWHERE.includes(deadline.from))],
    routes,
    likely: likelyOf(merchant, verdict, routes),
    checklists: checklistsAfter(verdict, charge, purchase),
    /** YYYY-MM-DD; null where it is not known. */
    chargedOn: dateOf(purchase.known, "paid-on")?.date ?? null,
    /** Facts among those needed whose day is known and not enough. */
    timeNeeded: verdict.needs.filter((fact) => purchase.known.has(fact)),
    /** Whether money may come by this way at all. */
    paid: !isRefused(verdict),
    grounds,
    /** Decided, and by a ground that nothing throws doubt on: what --strict lets pass. */
    firm: decision !== null && (!decision.ground || grounds.get(decision.ground)?.status === "current"),
  };
}

export type AnsweredRefund = ReturnType<typeof refundAnswer>;
