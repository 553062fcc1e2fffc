/** The shape of data/merchants and of data/refund-routes.json. */
import * as z from "zod";
import * as charges from "../vocabulary/charges.js";
import { names, partyFields } from "./parties.js";
import { head, orNone, orNull, slug, some, text } from "./shared.js";

const ground = slug.describe("Id of a record in data/grounds.");
const grounds = orNone(ground);
const SPELLED = /^[\p{L}\p{N}][\p{L}\p{N} .,*@_/+-]*$/u;
const words = z.string().min(2).max(60).regex(SPELLED);

const descriptor = z.strictObject({
  text: words.describe(
    "As it stands in statements: a word or the beginning of a line. A final * must stand there too.",
  ),
  whole: z.boolean().default(false).describe("Only as the whole line, since the word means other things too."),
  ground,
  means: orNull(ground).describe("What this spelling alone says of the charge."),
});

const likelihood = z
  .strictObject({
    from: z.iso.date(),
    verdict: z.enum(charges.LIKELIHOODS),
    check: some(text).describe("What else it may be, to be checked first."),
    ground: orNull(ground),
    text: orNull(text).describe("Where no source says it: what was not found."),
  })
  .refine((one) => (one.ground === null) !== (one.text === null));

const charge = z.strictObject({
  accounts: some(z.enum(charges.ACCOUNTS)).describe("What it can be taken from."),
  descriptors: z.array(descriptor),
  descriptorsNotEstablished: orNull(text).describe("Where there are none: what was looked for."),
  not: orNone(words).describe("Beginnings of lines that are another's: a wallet pays for any shop."),
  senders: orNone(z.strictObject({ text: words, ground })),
  shortNumbers: orNull(slug).describe("Any short number leads here, and to this checklist."),
  explains: grounds.describe("What it is and why it may have come."),
  likely: orNone(likelihood).describe("Where such a charge is not to be expected on a Russian card or account."),
  cancel: grounds,
  support: grounds,
  generalFor: orNull(z.enum(charges.ACCOUNTS)).describe(
    "The way for charges from such an account that nobody recognises.",
  ),
  checklist: slug.describe("What to do next, step by step."),
});

const comparison = <T extends z.ZodType>(value: T) =>
  z
    .strictObject({ lt: value.optional(), lte: value.optional(), gt: value.optional(), gte: value.optional() })
    .refine((limits) => Object.keys(limits).length > 0);
const value = () => [z.string(), z.boolean(), some(z.string())] as const;
const condition = z.union([
  ...value(),
  comparison(z.number()),
  comparison(z.iso.date()),
  z.strictObject({ isNot: z.union(value()).describe("Holds too while the fact is not known.") }),
]);
const conditions = z
  .partialRecord(z.enum([...charges.PURCHASE_FACTS, ...charges.DERIVED_FACTS]), condition)
  .default({})
  .describe("All of them hold. A list means any of its values.");

export const rule = z.strictObject({
  id: ground.optional().describe("Where it is not that of its ground."),
  ground,
  kind: z.enum(charges.REFUND_RULE_KINDS).default("decision"),
  for: conditions,
  if: conditions,
  gives: orNull(z.enum([...charges.OUTCOMES, ...charges.DERIVED_FACTS])),
  else: orNull(z.enum(charges.OUTCOMES)).describe("Where `for` holds and `if` does not."),
  also: grounds.describe("Said beside it, with their terms."),
});

const refund = z.strictObject({
  rules: z.array(rule).describe("In the order in which they are tried; the first that holds decides."),
  assume: z.partialRecord(z.enum(charges.PURCHASE_FACTS), z.string()).default({}),
  otherwise: z.strictObject({ gives: z.enum(charges.OUTCOMES), ground: orNull(ground) }),
  notEstablished: orNull(text).describe("What was looked for and not found."),
  request: grounds.describe("What to write, and where to."),
  payout: grounds.describe("How the money comes back."),
});

export const merchant = z.strictObject({
  ...partyFields,
  purpose: text,
  aliases: orNone(words).describe("Names people use, any case: known in a sentence too."),
  sentences: z.strictObject({ names }).prefault({}).describe("How `ask` finds the merchant in a sentence."),
  charge,
  refund,
});

const route = z.strictObject({
  id: ground.optional().describe("Where it is not that of its ground."),
  route: z.enum(charges.ROUTES),
  ground,
  if: conditions,
  general: z.boolean().default(false).describe("Said also while the facts are not known."),
  gives: orNull(z.enum(charges.OUTCOMES)),
  also: grounds.describe("Said beside it, with their terms."),
});

export const refundRoutes = z.strictObject({ ...head, routes: some(route) });

export type AuthoredMerchant = z.infer<typeof merchant>;
export type AuthoredRefundRoutes = z.infer<typeof refundRoutes>;
