/** A claim letter as data: what is asked, which paragraphs, law lines and demands a situation calls for, and what follows from sending it. */
import type { AuthoredClaim } from "../schemas/claims.js";
import type { Read } from "../schemas/read.js";

export type ClaimLetter = Read<Omit<AuthoredClaim, "$schema">>;

export type ClaimField = ClaimLetter["fields"][number];
/** All that is stated has to hold; a field that is blank fulfils nothing but `filled: false` and `not`. */
export type ClaimCondition = ClaimField["when"][number];
/** A sentence or two with `{field}` where a value goes, and what it rests on. */
export type ClaimLine = ClaimLetter["law"][number];
export type ClaimRecipient = ClaimLetter["recipients"][number];
export type ClaimDate = ClaimLetter["dates"][number];

/** What a list of letters shows. */
export type ClaimSummary = Pick<ClaimLetter, "id" | "title" | "about" | "asked">;
