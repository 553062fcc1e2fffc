/** Units of a term. */
export const DEADLINE_UNITS = ["minute", "hour", "calendar-day", "working-day", "month"] as const;

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
  "lawsuit",
] as const;
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number];

/** What the person has done: from here on the clock runs for the other side. */
export const THEIR_CLOCK: readonly DeadlineEvent[] = [
  "approval",
  "registration",
  "demand",
  "application",
  "claim-received",
];

/** How the date of a step is found: the same day, a term that a ground states, or a reminder of ours. */
export type DueKind = "today" | "term" | "reminder";
