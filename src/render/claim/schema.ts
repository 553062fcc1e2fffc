/** `claim`. */
import * as z from "zod";
import { CHANNEL_KINDS, VERDICTS } from "../../vocabulary/channels.js";
import { CLAIM_ADDRESSEES, CLAIM_DATE_KINDS } from "../../vocabulary/claims.js";
import { GRADES, STATUSES } from "../../vocabulary/evidence.js";
import { day, grounds, text, uri } from "../shared-schemas.js";

const claimBlocks = {
  to: z.array(text),
  from: z.array(text),
  heading: text,
  subject: text,
  paragraphs: z.array(text),
  demand: text,
  demands: z.array(text),
  closing: z.array(text),
  attachmentsTitle: text,
  attachments: z.array(text),
  date: text,
  signature: text,
  signatureNote: text,
  stamp: text,
};

const claimLine = z.strictObject({ id: text, text, grounds: z.array(text) });

export const claim = z.strictObject({
  claim: text,
  title: text,
  personal: z
    .boolean()
    .describe("Whether names, addresses and numbers are in it; otherwise [the name of the field] is."),
  addressee: z.strictObject({
    type: z.enum(CLAIM_ADDRESSEES),
    name: z.string().nullable(),
    address: z.string().nullable(),
    find: text,
  }),
  letter: z.strictObject({ language: z.literal("ru"), ...claimBlocks }),
  gloss: z.strictObject(claimBlocks).nullable().describe("What the letter says, in the language of the answer."),
  missing: z.array(z.strictObject({ field: text, label: text, hint: text })),
  law: z.array(claimLine),
  demands: z.array(claimLine.extend({ optional: z.boolean(), included: z.boolean() })),
  attachments: z.array(claimLine),
  before: z.array(claimLine),
  send: z.strictObject({
    channels: z.array(
      z.strictObject({
        id: text,
        kind: z.enum(CHANNEL_KINDS),
        label: text,
        display: text,
        uri,
        origin: text,
        verdict: z.enum(VERDICTS),
        grade: z.enum(GRADES),
        status: z.enum(STATUSES),
      }),
    ),
    lines: z.array(claimLine),
  }),
  dates: z.array(
    z.strictObject({
      id: text,
      kind: z.enum(CLAIM_DATE_KINDS),
      date: day.nullable(),
      daysLeft: z.int().nullable().describe("From the day of the answer; negative when it has passed."),
      needs: z.string().nullable().describe("The field that has to be filled in for it."),
      dayOff: z.boolean(),
      calendarKnown: z.boolean(),
      text,
      grounds: z.array(text),
    }),
  ),
  next: z.array(claimLine),
  limits: z.array(claimLine),
  grounds,
  files: z.strictObject({ letter: z.string().nullable(), calendar: z.string().nullable() }),
});
