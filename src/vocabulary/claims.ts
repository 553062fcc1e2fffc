/** To whom a claim letter goes. `body` is a regulator. */
export const CLAIM_ADDRESSEES = ["operator", "merchant", "bank", "body"] as const;

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

/** What a date that follows from a letter means. `file-by` is the person's own last day, `own-term` one the letter sets, `next-authority` the day to go on. */
export const CLAIM_DATE_KINDS = [
  "file-by",
  "registered-by",
  "answer-by",
  "refund-by",
  "own-term",
  "next-authority",
] as const;
export type ClaimDateKind = (typeof CLAIM_DATE_KINDS)[number];

/** The forms a letter comes in. */
export const CLAIM_FORMATS = ["text", "md", "html", "docx"] as const;
export type ClaimFormat = (typeof CLAIM_FORMATS)[number];
