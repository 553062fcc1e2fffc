/** `whose`. */
import * as z from "zod";
import { NUMBER_TYPES } from "../../vocabulary/channels.js";
import { BRAND_CONFIDENCES, NUMBER_KINDS, NUMBER_VERDICTS, USE_STATUSES } from "../../vocabulary/numbers.js";
import { problem } from "../envelope/schema.js";
import { channelKind, conflict, day, e164, text, textOrNull, texts, trust } from "../shared-schemas.js";

const numberUse = z.strictObject({
  party: textOrNull.describe("Of the directory; null for somebody outside it."),
  operator: textOrNull,
  name: text,
  claim: text.describe("What the number is said to be for."),
  status: z.enum(USE_STATUSES),
  grade: trust.grade.nullable(),
  exact: z.boolean().describe("false where only a command or a phrase with this number is meant."),
  kind: channelKind.nullable(),
  channel: textOrNull,
  numberType: z.enum(NUMBER_TYPES).nullable(),
  why: textOrNull,
  instead: z.array(z.strictObject(texts("id", "display"))),
  conflicts: z.array(conflict),
  checkedOn: day.nullable(),
  origin: text.describe("Who says so: the directory, or an overlay."),
  sources: trust.sources,
});

const whoseNumber = z.strictObject({
  input: text,
  kind: z.enum(NUMBER_KINDS).nullable().describe("null for what is no number; `problem` says why."),
  display: textOrNull,
  e164,
  extension: textOrNull,
  country: textOrNull,
  assigned: z.boolean().nullable().describe("Mobile numbers: whether the register assigns their range to anyone."),
  holder: z
    .strictObject({
      ...texts("inn", "name"),
      brand: textOrNull,
      brandConfidence: z.enum(BRAND_CONFIDENCES).nullable(),
      operator: textOrNull,
      note: textOrNull,
    })
    .nullable()
    .describe("Whom the range is assigned to; a number may have moved to another operator."),
  regions: z.array(
    z.strictObject({ ...texts("id", "name"), timeZones: z.array(text).describe("IANA names; usually one.") }),
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
    ...texts("publisher", "url", "notice"),
  }),
});
