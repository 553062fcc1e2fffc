/** `refund`. */
import * as z from "zod";
import { OUTCOMES, PURCHASE_FACTS, ROUTES } from "../../vocabulary/charges.js";
import { DEADLINE_EVENTS, DEADLINE_UNITS } from "../../vocabulary/terms.js";
import { checklistLink, day, flags, ground, grounds, lists, text, textOrNull, texts } from "../shared-schemas.js";

const purchaseFact = z.enum(PURCHASE_FACTS);

const outcome = z.enum(OUTCOMES);

const duration = { amount: z.int(), unit: z.enum(DEADLINE_UNITS) };

const decision = z.strictObject({ outcome, text, rule: textOrNull, ground: ground.nullable(), also: grounds });

export const refund = z.strictObject({
  ...texts("merchant", "name"),
  complete: z.boolean(),
  needs: z.array(purchaseFact).describe("Facts that could change the outcome, the next to ask first."),
  questions: z.array(z.strictObject({ fact: purchaseFact, text, ...lists("values") })),
  outcome: outcome.nullable(),
  decision: decision.nullable(),
  otherwise: decision.nullable().describe("After a suspicion: what the merchant's other rules say."),
  possible: z.array(decision).describe("Readings that facts not known leave open."),
  notEstablished: textOrNull,
  notes: grounds,
  steps: grounds,
  dates: z.array(
    z.strictObject({
      ...texts("ground", "text"),
      ...duration,
      event: z.enum(DEADLINE_EVENTS),
      direction: z.enum(["after", "before"]),
      when: textOrNull,
      extend: z.strictObject(duration).nullable(),
      start: day.nullable(),
      due: day.nullable(),
      dueAt: textOrNull,
      daysLeft: z.int().nullable().describe("Negative when the term has passed."),
      ...flags("dayOff", "calendarKnown"),
      needs: purchaseFact.nullable().describe("The fact that would give the date."),
    }),
  ),
  request: grounds,
  payout: grounds,
  routes: z
    .array(z.strictObject({ id: text, route: z.enum(ROUTES), outcome: outcome.nullable(), text: textOrNull, ground }))
    .describe("Ways that a merchant's refusal does not close."),
  checklists: z.array(checklistLink),
});
