/** The shape of data/grounds and of data/calendar.json. */
import * as z from "zod";
import { DEADLINE_EVENTS, DEADLINE_UNITS } from "../vocabulary/terms.js";
import { day, head, like, orNone, orNull, slug, some, source, text } from "./shared.js";

const duration = z.strictObject({ amount: z.int().positive(), unit: z.enum(DEADLINE_UNITS) });

export const deadline = duration
  .extend({
    from: z.enum(DEADLINE_EVENTS).describe("The event the clock starts at."),
    direction: z.enum(["after", "before"]).default("after").describe("before: the clock runs back from the event."),
    until: orNull(z.enum(DEADLINE_EVENTS)).describe("The event after which it no longer matters."),
    extend: orNull(duration).describe("By how much the term may be prolonged."),
    when: orNull(text).describe("The case this term is for, where a ground has several."),
  })
  .describe("A term that a source states.");

export const ground = z
  .strictObject({
    id: slug,
    text,
    doubt: orNull(text).describe("Why it is advice and not a rule: shown beside the text."),
    disputed: z.boolean().default(false).describe("Sources contradict it."),
    deadlines: orNone(deadline),
    checkedOn: day,
    sources: some(source),
  })
  .describe("What sources say of a charge, a refund or a right: what a rule, a step or a letter rests on.");

export const grounds = z.strictObject({ ...head, area: slug, grounds: some(ground) });

const dayOfYear = like(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const year = z.strictObject({
  off: z.array(day).describe("Days off besides weekends and public holidays."),
  working: z.array(day).describe("Weekend days that are worked."),
  sources: some(source),
});
export const calendar = z.strictObject({
  ...head,
  holidays: some(dayOfYear).describe("MM-DD: public holidays of every year."),
  years: z.record(like(/^\d{4}$/), year).describe("Years whose transfers of days off are decreed."),
  checkedOn: day,
  sources: some(source).describe("For the public holidays."),
});

export type AuthoredGround = z.infer<typeof ground>;
export type AuthoredCalendar = z.infer<typeof calendar>;
