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
  "file-unavailable",
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
  "surroundings-left-out",
  "channel-from-overlay",
  "directory-old",
  "primary-not-current",
  "facts-missing",
  "fields-missing",
  "text-contradicts",
  "not-established",
  "emergency-not-everywhere",
  "country-not-known",
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

/** Why nobody can call about this from where they are. */
export const NO_CALL = ["none-answers-here", "no-number-known", "not-by-phone"] as const;
export type NoCall = (typeof NO_CALL)[number];

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
