/** `route`, `ask` and `emergency`. */
import * as z from "zod";
import { REACH_RULES, REASONS } from "../../vocabulary/channels.js";
import { NO_CALL } from "../../vocabulary/codes.js";
import { OPEN_FACTS } from "../../vocabulary/situation.js";
import { reply } from "../find/schema.js";
import { advice, channel, channelKind, conditions, text, textOrNull, texts } from "../shared-schemas.js";

const rejected = z.strictObject({
  id: text,
  kind: channelKind,
  ...texts("label", "display"),
  reason: z.enum(REASONS),
  rule: z.enum(REACH_RULES),
  text,
  conditions,
});

const outcome = {
  primary: textOrNull,
  nearest: textOrNull.describe("Where none is proven: the first of the others."),
};
const usual = z.strictObject({
  facts: z.partialRecord(z.enum(OPEN_FACTS), z.string()).describe("What the facts left out are taken for."),
  ...outcome,
  exceptions: z
    .array(z.strictObject({ fact: z.enum(OPEN_FACTS), values: z.array(z.string()), ...outcome }))
    .describe("Each fact left out varied alone, where another channel is the primary."),
  perOperator: z
    .array(z.strictObject({ operator: z.string(), ...outcome }))
    .describe("Where the operator is left out: the usual case of each, the largest first."),
  perMerchant: z.array(z.strictObject({ merchant: z.string(), ...outcome })),
});

export const routing = z.strictObject({
  complete: z.boolean(),
  needs: z.array(z.enum(OPEN_FACTS)),
  primary: textOrNull,
  primaries: z.array(z.strictObject({ id: textOrNull, conditions })),
  usual: usual.nullable().describe("The answer most people need; null where no fact is left out."),
  channels: z.array(channel),
  rejected: z.array(rejected),
  escalation: z.array(channel),
  candidates: z
    .array(z.strictObject({ ...texts("topic", "label"), confidence: z.number().min(0).max(1) }))
    .describe("Topics a free text may be about, the likeliest first; empty where the topic is settled."),
  prepare: z.array(advice),
  limits: z.array(advice),
  checklists: z.array(text).describe("Checklists of this topic, by id."),
  otherPhone: channel
    .nullable()
    .describe("Where the own SIM is counted as gone and is all there is in hand: what answers from any other phone."),
  noCall: z.enum(NO_CALL).nullable().describe("Why nobody can call about this from where they are."),
  viaSomeone: channel
    .nullable()
    .describe("For whoever is abroad or without a phone: what somebody in Russia can call for them."),
  reply: reply.optional().describe("In a batch whose line asks for it: a ready message to the customer."),
});
