/**
 * The closed lists every room speaks in. The names are part of the public contract: adding one is a
 * minor version, removing one a major version.
 */

export const SERVICES = ["mobile", "fixed"] as const;
export type Service = (typeof SERVICES)[number];

export const SUBSCRIBERS = ["personal", "corporate"] as const;
export type Subscriber = (typeof SUBSCRIBERS)[number];

/** Where the caller is. */
export const PLACES = ["home", "russia", "abroad"] as const;
export type Place = (typeof PLACES)[number];

/**
 * What kind of line is in the caller's hand, seen from the operator being asked about. The fact
 * `from` also takes another operator's id, which is the class `other-operator`.
 */
export const LINES = ["own", "other-operator", "landline", "foreign", "internet"] as const;
export type Line = (typeof LINES)[number];

/** The values of the fact `from` that are not an operator's id. */
export const NAMED_LINES = ["own", "landline", "foreign", "internet"] as const;

export const CHANNEL_KINDS = [
  "voice",
  "sms",
  "ussd",
  "web",
  "app",
  "chat",
  "email",
  "messenger",
  "office",
  "post",
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Kinds that go through the telephone network, so the line in the hand decides. */
export const PHONE_KINDS: readonly ChannelKind[] = ["voice", "sms", "ussd"];

/**
 * `short-code` answers in its operator's network only; `national` short numbers (112, 300) are the
 * state's; `toll-free` is 8 800; `e164` any other full number.
 */
export const NUMBER_TYPES = ["short-code", "national", "toll-free", "e164"] as const;
export type NumberType = (typeof NUMBER_TYPES)[number];

export const COST_CLASSES = ["free", "tariff", "paid", "unknown"] as const;
export type CostClass = (typeof COST_CLASSES)[number];

export const GRADES = ["official", "corroborated", "reported"] as const;
export type Grade = (typeof GRADES)[number];

/** Units of a term. */
export const DEADLINE_UNITS = ["minute", "hour", "calendar-day", "working-day", "month"] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];

/** The events from which a term is counted. */
export const DEADLINE_EVENTS = [
  "hold",
  "payment",
  "receipt",
  "approval",
  "registration",
  "demand",
  "service-or-bill",
  "bank-notification",
  "application",
  "transaction",
  "end-of-paid-term",
  "tariff-change",
  "claim-received",
] as const;
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number];

/** Where money was taken from: everything about a charge depends on it. */
export const ACCOUNTS = ["mobile", "card"] as const;
export type Account = (typeof ACCOUNTS)[number];

/** How a line was recognised, the surest first. */
export const MATCHES = ["exact", "prefix", "truncated", "within", "name", "near", "sender", "short-number"] as const;
export type Match = (typeof MATCHES)[number];

/** How much is to be expected of such a charge on a Russian card or account. */
export const LIKELIHOODS = ["unlikely", "unclear"] as const;
export type LikelihoodVerdict = (typeof LIKELIHOODS)[number];

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
export type RefundRuleKind = (typeof REFUND_RULE_KINDS)[number];

/** Ways to the money that a seller's rules do not close. */
export const ROUTES = ["bank", "law", "regulator"] as const;
export type Route = (typeof ROUTES)[number];
/** To whom a claim letter goes. `body` is a regulator. */
export const CLAIM_ADDRESSEES = ["operator", "merchant", "bank", "body"] as const;
export type ClaimAddressee = (typeof CLAIM_ADDRESSEES)[number];

/** What a field of a letter takes. */
export const CLAIM_FIELD_KINDS = [
  "text",
  "long-text",
  "date",
  "amount",
  "phone",
  "email",
  "last-digits",
  "choice",
] as const;
export type ClaimFieldKind = (typeof CLAIM_FIELD_KINDS)[number];

/** What a date that follows from a letter means. `file-by` is the person's own last day, `next-authority` the day to go on. */
export const CLAIM_DATE_KINDS = ["file-by", "registered-by", "answer-by", "refund-by", "next-authority"] as const;
export type ClaimDateKind = (typeof CLAIM_DATE_KINDS)[number];

/** The forms a letter comes in. */
export const CLAIM_FORMATS = ["text", "md", "html", "docx"] as const;
export type ClaimFormat = (typeof CLAIM_FORMATS)[number];

export const STATUSES = ["current", "unconfirmed", "disputed"] as const;
export type Status = (typeof STATUSES)[number];

export const TIERS = ["official", "regulator", "press", "third-party"] as const;
export type Tier = (typeof TIERS)[number];

/** What logging in to an account or app takes: a code sent by SMS to the own number, or something no source names. */
export const LOGINS = ["sms-code", "unknown"] as const;
export type Login = (typeof LOGINS)[number];

export const VERDICTS = ["proven", "unproven"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a record comes from: the shipped directory, or a company's own folder over it. */
export const BUILT_IN = "built-in";
export const OVERLAY = "overlay";

/** The operator id that stands for one the directory does not list. */
export const OTHER_OPERATOR = "other";

/** The value of the fact `merchant` for a seller whose support the directory does not list, or one not known yet. */
export const OTHER_MERCHANT = "other";

/** The facts of a situation that may be left out, in the order used to break ties between questions. */
export const OPEN_FACTS = ["operator", "from", "roaming", "subscriber", "service", "merchant"] as const;
export type OpenFact = (typeof OPEN_FACTS)[number];

export const FACTS = [...OPEN_FACTS, "topic", "country", "without", "number"] as const;
export type Fact = (typeof FACTS)[number];

/**
 * Where a fact's value comes from: `answer` is one given in an interview, `derived` follows from another fact and the directory, `number` from
 * the subscriber's own number.
 */
export const ORIGINS = ["flag", "answer", "text", "environment", "saved", "default", "derived", "number"] as const;
export type FactOrigin = (typeof ORIGINS)[number];

/** Which rule of reach decided a verdict or a rejection. */
export const REACH_RULES = [
  "short-code-own-sim",
  "short-code-abroad",
  "national-short-number",
  "toll-free-inside-russia",
  "full-number-anywhere",
  "number-not-established",
  "online-anywhere",
  "letter-anywhere",
  "office-in-russia",
  "no-phone-line",
  "line-in-hand",
  "login-not-established",
  "subscriber-as-stated",
  "service-as-stated",
  "place-as-stated",
  "line-as-stated",
  "without",
  "emergency-any-phone",
  "emergency-in-its-country",
] as const;
export type ReachRule = (typeof REACH_RULES)[number];

/** Why a channel is left out. */
export const REASONS = [
  "own-sim-only",
  "domestic-only",
  "line-not-in-hand",
  "no-phone-line",
  "other-subscriber",
  "other-service",
  "not-abroad",
  "kind-excluded",
] as const;
export type Reason = (typeof REASONS)[number];

export const PROBLEMS = [
  "usage",
  "unknown-command",
  "unknown-operator",
  "unknown-topic",
  "unknown-country",
  "unknown-channel",
  "unknown-value",
  "unknown-kind",
  "unknown-claim",
  "bad-field",
  "contradictory-facts",
  "impossible-date",
  "impossible-amount",
  "unknown-merchant",
  "missing-facts",
  "unknown-checklist",
  "unknown-step",
  "unknown-answer",
  "unknown-run",
  "several-runs",
  "bad-environment",
  "bad-line",
  "bad-number",
  "bad-directory",
  "bad-settings",
  "out-of-scope",
  "internal",
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

export const NOTICES = [
  "landline-abroad-is-foreign",
  "own-line-is-fixed",
  "own-sim-counted-gone",
  "fixed-operator-is-landline",
  "service-not-offered",
  "saved-facts",
  "channel-from-overlay",
  "directory-old",
  "primary-not-current",
  "facts-missing",
  "fields-missing",
  "text-contradicts",
  "emergency-not-everywhere",
  "emergency-abroad-differs",
  "number-range",
  "number-portability",
  "number-caller-id",
  "number-range-free",
  "number-holder-not-listed",
  "number-operator-differs",
  "number-not-mobile",
] as const;
export type NoticeCode = (typeof NOTICES)[number];

/**
 * What a number or code is by its form and the numbering plan; `unallocated` has a code the plan does not use, `malformed` cannot be dialled as
 * written, `instruction` is a whole phrase such as `СТОП на 5051`.
 */
export const NUMBER_KINDS = [
  "mobile",
  "landline",
  "toll-free",
  "premium",
  "personal",
  "unallocated",
  "foreign",
  "short",
  "ussd",
  "malformed",
  "instruction",
] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** Why a text is not a number or code at all. */
export const NUMBER_FAULTS = [
  "empty",
  "letters",
  "binary",
  "too-short",
  "missing-digit",
  "no-area-code",
  "too-long",
  "line-too-long",
  "plus-short",
  "bad-code",
  "not-valid",
] as const;
export type NumberFault = (typeof NUMBER_FAULTS)[number];

/** What the directory holds against or for a number, the best first. */
export const USE_STATUSES = [...STATUSES, "stale", "refuted"] as const;
export type UseStatus = (typeof USE_STATUSES)[number];

/** What a number found on the web is worth: the best of its uses, `unknown` without any. */
export const NUMBER_VERDICTS = ["known", "disputed", "stale", "refuted", "unknown"] as const;
export type NumberVerdict = (typeof NUMBER_VERDICTS)[number];

/** How sure it is that a company of the register trades under a brand; `by-name` when only its own name says so. */
export const BRAND_CONFIDENCES = ["corroborated", "by-name", "unconfirmed"] as const;
export type BrandConfidence = (typeof BRAND_CONFIDENCES)[number];

export const LANGUAGES = ["ru", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Text = Readonly<Record<Language, string>>;

/** What a rule of a party says: used to sort the texts of an answer. */
export const RULE_ROLES = ["can-by-phone", "not-by-phone", "office-only", "owner-only", "asks-for", "advice"] as const;
export type RuleRole = (typeof RULE_ROLES)[number];

export const OWN_LINE = ["ok", "none", "doubtful"] as const;
export type OwnLine = (typeof OWN_LINE)[number];

/** What a person can say of a step of a checklist. */
export const STEP_ACTIONS = ["done", "skip", "later", "fail"] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

/** `passed`: an answer given earlier made the step unnecessary. */
export const STEP_STATES = ["open", "done", "skipped", "later", "failed", "passed"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Commands a step of a checklist may send to. */
export const CHECKLIST_TOOLS = ["charge", "refund", "claim"] as const;
export type ChecklistTool = (typeof CHECKLIST_TOOLS)[number];

/** How the date of a step is found: the same day, a term that a ground states, or a reminder of ours. */
export const DUE_KINDS = ["today", "term", "reminder"] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export const EXIT = {
  answered: 0,
  bug: 1,
  usage: 2,
  needsFacts: 3,
  noChannel: 4,
  badDirectory: 5,
  badLines: 6,
  interrupted: 130,
} as const;
