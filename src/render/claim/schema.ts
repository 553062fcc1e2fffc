/** `claim`. */
import * as z from "zod";
import { VERDICTS } from "../../vocabulary/channels.js";
import { CLAIM_ADDRESSEES, CLAIM_DATE_KINDS } from "../../vocabulary/claims.js";
import { channelKind, day, flags, grounds, lists, text, textOrNull, texts, trust, uri } from "../shared-schemas.js";

const claimBlocks = {
  ...lists("to", "from"),
  ...texts("heading", "subject"),
  ...lists("paragraphs"),
  ...texts("demand"),
  ...lists("demands", "closing"),
  ...texts("attachmentsTitle"),
  ...lists("attachments"),
  ...texts("date", "signature", "signatureNote", "stamp"),
};

const claimLine = z.strictObject({ ...texts("id", "text"), ...lists("grounds") });
const claimLines = z.array(claimLine);

const taker = z.strictObject({
  id: text,
  kind: channelKind,
  ...texts("label", "display"),
  uri,
  origin: text,
  verdict: z.enum(VERDICTS),
  grade: trust.grade,
  status: trust.status,
});

const claimDate = z.strictObject({
  id: text,
  kind: z.enum(CLAIM_DATE_KINDS),
  date: day.nullable(),
  daysLeft: z.int().nullable().describe("From the day of the answer; negative when it has passed."),
  needs: textOrNull.describe("The field that has to be filled in for it."),
  ...flags("dayOff", "calendarKnown"),
  text,
  ...lists("grounds"),
});

export const claim = z.strictObject({
  ...texts("claim", "title"),
  personal: z
    .boolean()
    .describe("Whether names, addresses and numbers are in it; otherwise [the name of the field] is."),
  addressee: z.strictObject({
    type: z.enum(CLAIM_ADDRESSEES),
    name: textOrNull,
    address: textOrNull,
    find: text,
  }),
  letter: z.strictObject({ language: z.literal("ru"), ...claimBlocks }),
  gloss: z.strictObject(claimBlocks).nullable().describe("What the letter says, in the language of the answer."),
  missing: z.array(z.strictObject(texts("field", "label", "hint"))),
  law: claimLines,
  demands: z.array(claimLine.extend(flags("optional", "included"))),
  attachments: claimLines,
  before: claimLines,
  send: z.strictObject({ channels: z.array(taker), lines: claimLines }),
  dates: z.array(claimDate),
  next: claimLines,
  limits: claimLines,
  grounds,
  files: z.strictObject({ letter: textOrNull, calendar: textOrNull }),
});
