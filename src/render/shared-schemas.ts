/** Shapes that several outputs share. */
import * as z from "zod";
import { CHANNEL_KINDS, COST_CLASSES, REACH_RULES, RULE_ROLES, VERDICTS } from "../vocabulary/channels.js";
import { GRADES, STATUSES, TIERS } from "../vocabulary/evidence.js";
import { OPEN_FACTS } from "../vocabulary/situation.js";

export const text = z.string();

export const day = z.iso.date();

export const source = z.strictObject({
  publisher: text,
  url: z.string().nullable(),
  tier: z.enum(TIERS),
  date: z.string().nullable(),
});

export const conflict = z.strictObject({
  id: text,
  question: text,
  candidates: z.array(z.strictObject({ text, channel: z.string().nullable() })),
  chosen: z.array(z.string()),
  resolution: text,
  why: text,
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

export const channelValue = {
  id: text,
  kind: z.enum(CHANNEL_KINDS),
  label: text,
  display: text,
  dial,
  e164,
  uri,
  message: z.string().nullable(),
};

export const channelTrust = {
  hours: z.strictObject({ text, open: z.boolean().nullable() }).nullable(),
  steps: z.array(text),
  note: z.string().nullable(),
  grade: z.enum(GRADES),
  status: z.enum(STATUSES),
  checkedOn: day,
  origin: text,
  sources: z.array(source),
};

export const channel = z.strictObject({
  ...channelValue,
  operator: z.string().nullable(),
  party: text,
  cost: z.strictObject({ class: z.enum(COST_CLASSES), text }),
  reachability: z.strictObject({ verdict: z.enum(VERDICTS), rule: z.enum(REACH_RULES) }),
  conditions,
  ...channelTrust,
  conflicts: z.array(conflict),
});

export const advice = z.strictObject({
  id: text,
  text,
  role: z.enum(RULE_ROLES).nullable(),
  grade: z.enum(GRADES).nullable(),
  sources: z.array(source),
});

export const ground = z.strictObject({
  id: text,
  text,
  grade: z.enum(GRADES),
  status: z.enum(STATUSES),
  doubt: z.string().nullable().describe("Why it is advice and not a rule."),
  checkedOn: day,
  sources: z.array(source),
});

export const grounds = z.array(ground);

export const checklistLink = z.strictObject({ id: text, command: text });
