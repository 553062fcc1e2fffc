/** `contacts`. */
import * as z from "zod";
import { COST_CLASSES } from "../../vocabulary/channels.js";
import { NO_CALL } from "../../vocabulary/codes.js";
import { SERVICES, SUBSCRIBERS } from "../../vocabulary/situation.js";
import { channel, channelTrust, channelValue, conditions, lists, text, textOrNull, texts } from "../shared-schemas.js";

export const card = z.strictObject({
  operator: z.strictObject({
    ...texts("id", "name"),
    services: z.array(z.enum(SERVICES)),
    origin: text,
    legalEntity: textOrNull,
  }),
  whole: z.boolean().describe("No situation was stated: every channel is on the card."),
  travel: z.boolean(),
  channels: z.array(
    z.strictObject({
      ...channelValue,
      subscriber: z.enum([...SUBSCRIBERS, "any", "unknown"]),
      service: z.enum([...SERVICES, "any"]),
      proven: conditions.nullable().describe("Where it answers for sure: [] always, null nowhere."),
      unproven: conditions.nullable().describe("Where it may answer: [] always, null nowhere."),
      costs: z.array(z.strictObject({ class: z.enum(COST_CLASSES), text, conditions })),
      ...channelTrust,
      ...lists("conflicts"),
    }),
  ),
  doubtful: z.array(z.string()).describe("Channels that may answer in the stated situation, kept off the card."),
  noCall: z.enum(NO_CALL).nullable().describe("With --travel: why no number answers from abroad."),
  viaSomeone: z.string().nullable().describe("With --travel: the number somebody in Russia can call instead."),
  emergency: z.array(channel).describe("With --travel: emergency numbers abroad."),
});
