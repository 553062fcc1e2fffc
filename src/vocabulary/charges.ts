/** Where money was taken from: everything about a charge depends on it. */
export const ACCOUNTS = ["mobile", "card"] as const;
export type Account = (typeof ACCOUNTS)[number];

/** How a line was recognised, the surest first. */
export const MATCHES = ["exact", "prefix", "truncated", "within", "name", "near", "sender", "short-number"] as const;
export type Match = (typeof MATCHES)[number];

/** How much is to be expected of such a charge on a Russian card or account. */
export const LIKELIHOODS = ["unlikely", "unclear"] as const;

export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What is known of a purchase: facts that a person states, each a flag of `dozvon refund`. */
export const PURCHASE_FACTS = [
  "state",
  "amount",
  "paid-with",
  "event",
  "product",
  "charge",
  "recurring",
  "paid-on",
  "received",
  "received-on",
  "released",
  "released-on",
  "minutes-between",
  "used",
  "shipped",
  "hours-played",
  "publisher",
  "own-policy",
  "bought-in-store",
  "explicit-will",
  "consent-proven",
  "told-everything",
  "data-refused",
  "seller-refused",
  "demanded-on",
  "claimed-on",
  "approved-on",
  "paid-until",
  "bank-notified-on",
  "applied-on",
  "buyer-age",
  "parent-consent",
] as const;
export type PurchaseFact = (typeof PURCHASE_FACTS)[number];

/** What the program works out from the facts and the moment of the answer. */
export const DERIVED_FACTS = [
  "amount-usd",
  "days-since-payment",
  "hours-since-payment",
  "days-since-receipt",
  "days-since-release",
  "double-purchase",
  "content-service",
  "demand-made",
  "claim-sent",
] as const;
export type DerivedFact = (typeof DERIVED_FACTS)[number];

export const PRODUCTS = [
  "game",
  "pre-order",
  "dlc",
  "game-key",
  "in-game-item",
  "in-game-currency",
  "subscription",
  "software",
  "wallet-funds",
  "physical-goods",
  "other",
] as const;

export const PURCHASE_EVENTS = ["unauthorised", "not-received", "paid-twice", "change-of-mind", "other"] as const;

export const PAID_WITH = ["phone-account", "russian-card", "foreign-card", "store-wallet", "other"] as const;

/** What was taken from an account of the phone. */
export const PHONE_CHARGES = [
  "info",
  "entertainment",
  "voting",
  "game",
  "contest",
  "operator-option",
  "international",
  "roaming-abroad",
  "other",
] as const;

/** What a rule of refund says. */
export const OUTCOMES = [
  "refund-possible",
  "refund-not-possible",
  "refund-right-lost",
  "request-rejected",
  "individual-review",
  "support-decides",
  "refund-request-possible",
  "ask-developer",
  "wait",
  "wait-until-posted",
  "other-seller-likely",
  "charge-not-expected",
  "find-the-payer",
  "notify-bank-and-seller",
  "report-to-seller",
  "notify-bank",
  "apply-for-chargeback",
  "ask-seller-first",
  "card-path",
  "right-to-refund",
  "right-to-refuse-payment",
  "ground-for-claim",
  "refund-due",
  "file-claim",
  "answer-due",
  "illegal-charge",
  "deal-void",
  "deal-voidable",
  "right-to-unused-part",
  "not-established",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What a rule does once its condition holds. decision: it answers. suspicion: it answers too, and what the other rules would say
 * stands beside it. classification: it settles a derived fact. note: it is said beside the answer. step: it is what comes next, and the
 * answer where nothing else was.
 */
export const REFUND_RULE_KINDS = ["decision", "suspicion", "classification", "note", "step"] as const;

/** Ways to the money that a seller's rules do not close. */
export const ROUTES = ["bank", "law", "regulator"] as const;
