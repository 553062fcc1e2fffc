/** Shapes that several outputs share. */
import * as z from "zod";
import { CHANNEL_KINDS, COST_CLASSES, REACH_RULES, RULE_ROLES, VERDICTS } from "../vocabulary/channels.js";
import { GRADES, STATUSES, TIERS } from "../vocabulary/evidence.js";
import { OPEN_FACTS } from "../vocabulary/situation.js";

export const text = z.string();

export const day = z.iso.date();

export const textOrNull = text.nullable();

/** Members of one shape, one after the other. */
const each =
  <Shape extends z.ZodType>(shape: Shape) =>
  <Name extends string>(...names: Name[]) =>
    Object.fromEntries(names.map((name) => [name, shape])) as Record<Name, Shape>;
export const texts = each(text);
export const lists = each(z.array(text));
export const flags = each(z.boolean());

export const source = z.strictObject({ publisher: text, url: textOrNull, tier: z.enum(TIERS), date: textOrNull });
const sources = z.array(source);

export const conflict = z.strictObject({
  ...texts("id", "question"),
  candidates: z.array(z.strictObject({ text, channel: textOrNull })),
  ...lists("chosen"),
  ...texts("resolution", "why"),
  checkedOn: day,
});

const condition = z
  .partialRecord(z.enum(OPEN_FACTS), z.array(z.string()))
  .describe("Values of the missing facts under which it holds.");

export const conditions = z.array(condition).describe("Alternatives; an empty list means always.");

export const dial = z
  .string()
  .regex(/^\+?[\d*#]+$/)
  .nullable()
  .describe("Exactly what to key in.");
export const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .nullable();
export const uri = z
  .string()
  .regex(/^(?:(?:tel|sms):\+?(?:[\d*]|%23)+(?:;ext=\d+)?|mailto:[^\s?&,]+@[^\s?&,]+|https:\/\/\S+)$/)
  .nullable()
  .describe("A link to call, write or open.");

export const channelKind = z.enum(CHANNEL_KINDS);

export const channelValue = {
  id: text,
  kind: channelKind,
  ...texts("label", "display"),
  dial,
  e164,
  uri,
  message: textOrNull,
};

/** How far a value can be trusted. */
export const trust = {
  grade: z.enum(GRADES),
  status: z.enum(STATUSES),
  checkedOn: day,
  origin: text,
  sources,
};

export const channelTrust = {
  hours: z.strictObject({ text, open: z.boolean().nullable() }).nullable(),
  steps: z.array(text),
  note: textOrNull,
  ...trust,
};

export const channel = z.strictObject({
  ...channelValue,
  operator: textOrNull,
  party: text,
  cost: z.strictObject({ class: z.enum(COST_CLASSES), text }),
  reachability: z.strictObject({ verdict: z.enum(VERDICTS), rule: z.enum(REACH_RULES) }),
  conditions,
  ...channelTrust,
  conflicts: z.array(conflict),
});

export const advice = z.strictObject({
  ...texts("id", "text"),
  role: z.enum(RULE_ROLES).nullable(),
  grade: trust.grade.nullable(),
  sources,
});

export const ground = z.strictObject({
  ...texts("id", "text"),
  grade: trust.grade,
  status: trust.status,
  doubt: textOrNull.describe("Why it is advice and not a rule."),
  checkedOn: day,
  sources,
});

export const grounds = z.array(ground);

export const checklistLink = z.strictObject(texts("id", "command"));
