/** The shape of data/checklists. */
import * as z from "zod";
import { CHECKLIST_TOOLS } from "../vocabulary/checklists.js";
import { DEADLINE_EVENTS } from "../vocabulary/terms.js";
import { head, orNone, orNull, slug, some, text } from "./shared.js";

const goTo = z
  .union([
    z.strictObject({ step: slug }),
    z.strictObject({ checklist: slug }),
    z.strictObject({ end: z.literal(true) }),
  ])
  .describe("Another step of this checklist, another checklist, or the end of this one.");

const records = orNone(z.enum(DEADLINE_EVENTS));

const branch = z.strictObject({
  id: slug,
  label: text.describe("The answer, as the person gives it."),
  goTo: orNull(goTo).describe("Left out: on to the next step."),
  records: records.describe("Events that happened where this is the answer."),
  drops: orNone(slug).describe("Terms and parties of later steps that are not this person's where this is the answer."),
  alongside: z.boolean().default(false).describe("The other checklist is taken up beside this one."),
});

const step = z.strictObject({
  id: slug,
  urgent: z.boolean().default(false).describe("Minutes count: it may come before the evidence is kept."),
  title: text.describe("What to do, in one line."),
  text,
  route: orNone(z.strictObject({ topic: slug, party: orNull(slug) })).describe(
    "Where to turn: the channels of a topic for this person's operator, or those of one party.",
  ),
  keep: orNull(text).describe("The evidence to keep."),
  deadlines: orNone(slug).describe("`today`, or grounds of this step that state a term."),
  remindAfterDays: orNull(z.int().min(1).max(366)).describe("A reminder of ours, where no source states a term."),
  records: records.describe("Events that happen when the step is done."),
  tool: orNull(z.enum(CHECKLIST_TOOLS)).describe("The command that helps here."),
  goOn: text.describe("When to go on."),
  branches: z.array(branch).min(2).default([]),
  onFail: z.strictObject({ text, goTo: orNull(goTo) }).describe("What to do when it did not work."),
  grounds: some(z.union([slug, z.strictObject({ id: slug, operator: slug })])).describe(
    "What it rests on; with an operator where only its customers are meant.",
  ),
});

export const checklist = z.strictObject({
  ...head,
  id: slug,
  title: text,
  when: text.describe("When it is the one."),
  topics: some(slug),
  steps: some(step),
});

export type AuthoredChecklist = z.infer<typeof checklist>;
export type AuthoredStep = AuthoredChecklist["steps"][number];
