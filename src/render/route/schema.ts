/** `route`, `ask` and `emergency`. */
import * as z from "zod";
import { CHANNEL_KINDS, REACH_RULES, REASONS } from "../../vocabulary/channels.js";
import { OPEN_FACTS } from "../../vocabulary/situation.js";
import { advice, channel, conditions, text } from "../shared-schemas.js";

const rejected = z.strictObject({
  id: text,
  kind: z.enum(CHANNEL_KINDS),
  label: text,
  display: text,
  reason: z.enum(REASONS),
  rule: z.enum(REACH_RULES),
  text,
  conditions,
});

export const routing = z.strictObject({
  complete: z.boolean(),
  needs: z.array(z.enum(OPEN_FACTS)),
  primary: z.string().nullable(),
  primaries: z.array(z.strictObject({ id: z.string().nullable(), conditions })),
  channels: z.array(channel),
  rejected: z.array(rejected),
  escalation: z.array(channel),
  candidates: z
    .array(z.strictObject({ topic: text, label: text, confidence: z.number().min(0).max(1) }))
    .describe("Topics a free text may be about, the likeliest first; empty where the topic is settled."),
  prepare: z.array(advice),
  limits: z.array(advice),
  checklists: z.array(text).describe("Checklists of this topic, by id."),
  otherPhone: channel
    .nullable()
    .describe("Where the own SIM is counted as gone and is all there is in hand: what answers from any other phone."),
});
