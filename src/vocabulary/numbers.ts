import { STATUSES } from "./evidence.js";

/**
 * What a number or code is by its form and the numbering plan; `unallocated` has a code the plan does not use, `malformed` cannot be dialled as
 * written, `instruction` is a whole phrase such as `СТОП на 5051`.
 */
export type NumberKind =
  | "mobile"
  | "landline"
  | "toll-free"
  | "premium"
  | "personal"
  | "unallocated"
  | "foreign"
  | "short"
  | "ussd"
  | "malformed"
  | "instruction";

/** Why a text is not a number or code at all. */
export type NumberFault =
  | "empty"
  | "letters"
  | "binary"
  | "too-short"
  | "missing-digit"
  | "no-area-code"
  | "too-long"
  | "line-too-long"
  | "plus-short"
  | "bad-code"
  | "not-valid";

/** Why a value is never offered; `not-established` where evidence is only absent: nobody confirms it, and nobody says it is wrong. */
export const WITHDRAWN_STATUSES = ["not-established", "stale", "refuted"] as const;
export type WithdrawnStatus = (typeof WITHDRAWN_STATUSES)[number];

/** What the directory holds against or for a number, the best first. */
export const USE_STATUSES = [...STATUSES, ...WITHDRAWN_STATUSES] as const;
export type UseStatus = (typeof USE_STATUSES)[number];

/** What a number found on the web is worth: the best of its uses, `unknown` without any. */
export type NumberVerdict = "known" | "disputed" | WithdrawnStatus | "unknown";

/** How sure it is that a company of the register trades under a brand; `by-name` when only its own name says so. */
export const BRAND_CONFIDENCES = ["corroborated", "by-name", "unconfirmed"] as const;
