/** `find`, `reply` and `report`. */
import * as z from "zod";
import { CHANNEL_KINDS, OPEN_FACTS, STATUSES } from "../../../vocabulary.js";
import { text } from "./shared.js";

export const find = z.strictObject({
  operator: z.string().nullable(),
  topic: z.string().nullable(),
  hits: z
    .array(
      z.strictObject({
        type: z.enum(["channel", "topic", "checklist", "withdrawn"]),
        id: text,
        party: z.string().nullable(),
        kind: z.enum(CHANNEL_KINDS).nullable(),
        value: text.describe("To use; for a topic or a checklist the command that answers it."),
        dial: z.string().nullable(),
        uri: z.string().nullable(),
        title: text,
        when: z.string().nullable(),
        status: z.enum([...STATUSES, "stale", "refuted"]).nullable(),
        origin: z.string().nullable().describe("`overlay`: from a company's own folder; null for what is no channel."),
      }),
    )
    .describe("The answer first."),
});

export const reply = z.strictObject({
  topic: text,
  channel: z
    .string()
    .nullable()
    .describe("Where the customer is sent; null where the reply asks back or nothing answers."),
  complete: z.boolean(),
  needs: z.array(z.enum(OPEN_FACTS)),
  text,
});

export const report = z.strictObject({
  channel: text,
  title: text,
  body: text.describe("Markdown."),
});
