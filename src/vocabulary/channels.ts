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

export const COST_CLASSES = ["free", "tariff", "paid", "unknown"] as const;
export type CostClass = (typeof COST_CLASSES)[number];

/** How much of a topic a channel serves: all of it everywhere, one part of it, or one region only. */
export const SCOPES = ["whole", "part", "region"] as const;

/** Kinds where an answer takes days or a journey. */
const SLOW_KINDS: readonly ChannelKind[] = ["office", "email", "post"];

export const isSlow = (kind: ChannelKind): boolean => SLOW_KINDS.includes(kind);

/** What logging in to an account or app takes: a code sent by SMS to the own number, or something no source names. */
export const LOGINS = ["sms-code", "unknown"] as const;

export type Verdict = "proven" | "unproven";

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
  "already-tried",
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
  "already-tried",
] as const;
export type Reason = (typeof REASONS)[number];

/** What a rule of a party says: used to sort the texts of an answer. */
export const RULE_ROLES = ["can-by-phone", "not-by-phone", "office-only", "owner-only", "asks-for", "advice"] as const;
export type RuleRole = (typeof RULE_ROLES)[number];
