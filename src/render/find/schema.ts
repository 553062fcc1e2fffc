/** `find`, `reply` and `report`. */
import * as z from "zod";
import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { USE_STATUSES } from "../../vocabulary/numbers.js";
import { OPEN_FACTS } from "../../vocabulary/situation.js";
import { dial, text, uri } from "../shared-schemas.js";

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
        dial,
        uri,
        title: text,
        when: z.string().nullable(),
        status: z.enum(USE_STATUSES).nullable(),
        origin: z.string().nullable(),
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
  origin: z.string().nullable().describe("Where that channel comes from: the directory, or an overlay."),
  complete: z.boolean(),
  needs: z.array(z.enum(OPEN_FACTS)),
  text,
});

export const report = z.strictObject({
  channel: text,
  title: text,
  body: text.describe("Markdown."),
});
