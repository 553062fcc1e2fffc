/** The shape of data/claims. */
import * as z from "zod";
import { CHANNEL_KINDS } from "../vocabulary/channels.js";
import { CLAIM_ADDRESSEES, CLAIM_DATE_KINDS, CLAIM_FIELD_KINDS } from "../vocabulary/claims.js";
import { day, head, message, orNone, orNull, orShort, slug, some, text } from "./shared.js";

const bound = z
  .union([day, z.number().positive(), z.strictObject({ field: slug, days: z.int().default(0) })])
  .describe("A day, a sum in roubles, or so many days after the day of another field.");

const condition = z.strictObject({
  field: slug,
  in: some(slug).optional(),
  from: bound.optional().describe("The date is this day or later, the sum this or more."),
  before: bound.optional().describe("The date is earlier than this day, the sum less."),
  filled: z.boolean().optional(),
  not: z.boolean().default(false).describe("It must not hold."),
});
const when = orNone(condition).describe("All of these hold; a blank field fulfils nothing but filled: false and not.");

const NO_PART = message(
  "нужна запись или id из claims-shared.json",
  "is neither a record nor an id of claims-shared.json",
);

/** A part of a letter, or one that letters share by its id; with `as` what stands beside it is other than there. */
const part = <T extends z.ZodRawShape>(shape: T) =>
  orShort(
    z.union([slug, z.looseObject({ as: slug })]),
    z.strictObject(shape, { error: ({ code }) => (code === "invalid_type" ? NO_PART : undefined) }),
  );

const field = part({
  id: slug,
  kind: z.enum(CLAIM_FIELD_KINDS),
  label: text,
  hint: text,
  required: z.boolean().default(true),
  personal: z.boolean().default(false).describe("Kept out of JSON unless asked for."),
  asked: z.boolean().default(true).describe("false: for flags and files only."),
  past: z.boolean().default(false).describe("A date that cannot lie in the future."),
  notBefore: orNone(slug).describe("Other date fields that this one cannot precede."),
  partOf: orNull(z.strictObject({ field: slug, when })).describe("The sum that this one has to be less than."),
  choices: orNone(z.strictObject({ value: slug, label: text, letter: text.optional(), when })),
  preset: orNull(slug).describe("A choice's value, today, operator-name, operator-address or operator-service."),
  when,
});

const line = part({
  id: slug,
  text: text.describe("{field} where a value goes; {to} is who is written to."),
  grounds: orNone(slug),
  when,
});

const recipient = z.strictObject({
  type: z.enum(CLAIM_ADDRESSEES),
  name: slug.describe("The field with the name; for a body, the field that holds its id."),
  address: orNull(slug),
  find: text.describe("Where to find the address."),
  when,
});

const date = part({
  id: slug,
  kind: z.enum(CLAIM_DATE_KINDS),
  text,
  ground: slug,
  term: z.int().min(0).default(0).describe("Which of the ground's deadlines."),
  start: z.union([
    z.strictObject({ fields: some(slug) }),
    z.strictObject({ after: slug.describe("Another date of this list.") }),
  ]),
  afterwards: orNone(z.strictObject({ text, grounds: orNone(slug), when })).describe(
    "What to do the day after it has passed in vain: the first that fits.",
  ),
  when,
});

const demand = part({ ...line.shape, optional: z.boolean().default(false) });
const labels = z.strictObject({ to: text, from: text, attachments: text, signature: text, stamp: text });

export const claim = z.strictObject({
  ...head,
  id: slug,
  title: text,
  order: z.int().positive().describe("Its place in the list."),
  about: text.describe("Which case it is for."),
  asked: orNone(slug).describe("Topics of sentences that ask for this letter."),
  topic: orNull(slug),
  kinds: orNone(z.enum(CHANNEL_KINDS)).describe("Kinds of the operator's channels that take a letter."),
  recipients: some(recipient).describe("The first that fits."),
  fields: some(field),
  labels: orShort(z.literal("shared"), labels),
  sender: some(line),
  heading: text,
  subject: text,
  paragraphs: some(line),
  law: some(line),
  demand: text,
  demands: some(demand),
  closing: orNone(line),
  attachments: some(line),
  before: orNone(line),
  send: some(line),
  dates: orNone(date),
  next: some(line),
  limits: some(line),
});

const LISTS = ["sender", "paragraphs", "law", "closing", "attachments", "before", "send", "next", "limits"];

/** Parts of letters under the names of the lists they stand in; a letter names them by their ids. */
export const claimParts = z.strictObject({
  ...head,
  labels,
  fields: z.array(field),
  demands: z.array(demand),
  dates: z.array(date),
  ...Object.fromEntries(LISTS.map((list) => [list, z.array(line)])),
});

export type AuthoredClaim = z.infer<typeof claim>;
