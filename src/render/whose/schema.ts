/** `whose`. */
import * as z from "zod";
import { CHANNEL_KINDS, NUMBER_TYPES } from "../../vocabulary/channels.js";
import { GRADES } from "../../vocabulary/evidence.js";
import { BRAND_CONFIDENCES, NUMBER_KINDS, NUMBER_VERDICTS, USE_STATUSES } from "../../vocabulary/numbers.js";
import { problem } from "../envelope/schema.js";
import { conflict, day, e164, source, text } from "../shared-schemas.js";

const numberUse = z.strictObject({
  party: z.string().nullable().describe("Of the directory; null for somebody outside it."),
  operator: z.string().nullable(),
  name: text,
  claim: text.describe("What the number is said to be for."),
  status: z.enum(USE_STATUSES),
  grade: z.enum(GRADES).nullable(),
  exact: z.boolean().describe("false where only a command or a phrase with this number is meant."),
  kind: z.enum(CHANNEL_KINDS).nullable(),
  channel: z.string().nullable(),
  numberType: z.enum(NUMBER_TYPES).nullable(),
  why: z.string().nullable(),
  instead: z.array(z.strictObject({ id: text, display: text })),
  conflicts: z.array(conflict),
  checkedOn: day.nullable(),
  sources: z.array(source),
});

const whoseNumber = z.strictObject({
  input: text,
  kind: z.enum(NUMBER_KINDS).nullable().describe("null for what is no number; `problem` says why."),
  display: z.string().nullable(),
  e164,
  extension: z.string().nullable(),
  country: z.string().nullable(),
  assigned: z.boolean().nullable().describe("Mobile numbers: whether the register assigns their range to anyone."),
  holder: z
    .strictObject({
      inn: text,
      name: text,
      brand: z.string().nullable(),
      brandConfidence: z.enum(BRAND_CONFIDENCES).nullable(),
      operator: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable()
    .describe("Whom the range is assigned to; a number may have moved to another operator."),
  regions: z.array(
    z.strictObject({ id: text, name: text, timeZones: z.array(text).describe("IANA names; usually one.") }),
  ),
  verdict: z.enum(NUMBER_VERDICTS).nullable().describe("null for an ordinary number of which nothing more is known."),
  text,
  uses: z.array(numberUse),
  problem: problem.nullable(),
});

export const whose = z.strictObject({
  numbers: z.array(whoseNumber),
  register: z.strictObject({
    asOf: z.string().describe("YYYY-MM, about when the register was extracted."),
    publisher: text,
    url: text,
    notice: text,
  }),
});
