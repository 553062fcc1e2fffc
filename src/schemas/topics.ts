/** The shape of data/topics.json, usual.json and retired.json. */
import * as z from "zod";
import { CHANNEL_KINDS, RULE_ROLES } from "../vocabulary/channels.js";
import { MENUS, NAMED_LINES, OWN_LINE, PLACES, SERVICES, SUBSCRIBERS } from "../vocabulary/situation.js";
import { day, forWhom, head, message, orNone, orNull, orShort, patterns, slug, source, text } from "./shared.js";

const MOST_TOPICS = 100;

const usualValues = z
  .strictObject({
    service: z.enum(SERVICES).optional(),
    subscriber: z.enum(SUBSCRIBERS).optional(),
    roaming: z.enum(PLACES).optional(),
    from: z.enum(NAMED_LINES).optional(),
  })
  .describe("Facts by the values they are usually taken for.");
export const usual = z.strictObject({
  ...head,
  facts: usualValues.required(),
  service: z.partialRecord(z.enum(SERVICES), usualValues).describe("What else is usual for a service."),
  ownLine: z.partialRecord(z.enum(OWN_LINE), usualValues).describe("And for a topic whose own line is so."),
});

const topicText = z.strictObject({
  text,
  sources: z.array(source).optional(),
  unless: orNull(z.enum(RULE_ROLES)).describe("Left out where the operator's own rule of this role says it."),
  when: forWhom,
  part: orNull(slug).describe(
    "To a sentence about this part of a topic it is said first, to another sentence not at all.",
  ),
});
const order = z
  .array(z.enum(CHANNEL_KINDS), message("нужен список или имя из orders", "is neither a list nor a name of `orders`"))
  .min(1)
  .refine((kinds) => new Set(kinds).size === kinds.length, message("каждый вид один раз", "should name a kind once"));
const SETTLES = "Whether they make it a question of this topic, whatever else it sounds like.";
const WHOLE = "false where rules and checklists on the whole topic are about something else.";
const part = z.strictObject({
  id: slug,
  label: orNull(text).describe("What is asked in a few words; without it what serves the topic serves this too."),
  said: patterns.min(1).describe("Turns of phrase by which a sentence is known to be about this part."),
  saidAbroad: patterns.default([]).describe("And abroad, where whoever tells what happened asks for it."),
  settles: z.boolean().default(false).describe(SETTLES),
  operatorNeeded: z.boolean().optional(),
  kinds: orShort(slug, order).optional(),
  ownLine: z.enum(OWN_LINE).optional(),
  prepare: z.array(slug).optional(),
  limits: z.array(slug).optional(),
  usual: usualValues.optional(),
  whole: z.boolean().default(true).describe(WHOLE),
});
export const topic = z.strictObject({
  id: slug,
  label: text,
  explanation: text,
  reply: orNull(text).describe("How a reply to a customer begins; without it the label says what it is about."),
  operatorNeeded: z.boolean(),
  asks: z.boolean().default(true).describe("false where minutes count: nothing that is left out is asked."),
  service: z.enum(SERVICES).nullable().describe("The service this topic is always about."),
  kinds: orShort(slug, order.describe("The most suitable first, those left out last; or a name of `orders`.")),
  ownLine: z.enum(OWN_LINE),
  menu: z.enum(MENUS).default("other").describe("Where it stands in the terminal's first menu."),
  prepare: z.array(slug),
  limits: z.array(slug),
  usual: usualValues.default({}).describe("The usual case of this topic, where it has its own."),
  parts: orNone(part).describe(
    "What a sentence may ask of the topic alone: its own advice and usual case, and codes for it come first.",
  ),
});
export const topics = z.strictObject({
  ...head,
  orders: z.record(slug, order).default({}).describe("Orders of kinds that topics share."),
  topics: z.array(topic).min(1).max(MOST_TOPICS),
  prepare: z.record(slug, topicText),
  limits: z.record(slug, topicText),
});

export const retired = z.strictObject({
  ...head,
  ids: z.array(z.strictObject({ id: z.string(), instead: z.string().nullable(), since: day, why: text })),
});
export type AuthoredUsual = z.infer<typeof usual>;
export type AuthoredTopics = z.infer<typeof topics>;
export type AuthoredRetired = z.infer<typeof retired>;
