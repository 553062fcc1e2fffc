/** `find`, `reply` and `report`. */
import * as z from "zod";
import { USE_STATUSES } from "../../vocabulary/numbers.js";
import { OPEN_FACTS } from "../../vocabulary/situation.js";
import { channelKind, dial, text, textOrNull, uri } from "../shared-schemas.js";

export const find = z.strictObject({
  operator: textOrNull,
  topic: textOrNull,
  hits: z
    .array(
      z.strictObject({
        type: z.enum(["channel", "merchant", "topic", "checklist", "number", "withdrawn"]),
        id: text,
        party: textOrNull,
        kind: channelKind.nullable(),
        value: text.describe("To use; for a topic, a checklist or a seller the command that answers it."),
        dial,
        uri,
        title: text,
        when: textOrNull,
        status: z.enum(USE_STATUSES).nullable(),
        origin: textOrNull,
      }),
    )
    .describe("The answer first."),
  more: z.int().describe("Channels that fit beside those listed."),
});

export const reply = z.strictObject({
  topic: text,
  channel: textOrNull.describe("Where the customer is sent; null where the reply asks back or nothing answers."),
  origin: textOrNull.describe("Where that channel comes from: the directory, or an overlay."),
  complete: z.boolean(),
  needs: z.array(z.enum(OPEN_FACTS)),
  text,
});

export const report = z.strictObject({
  channel: text,
  title: text,
  body: text.describe("Markdown."),
});
