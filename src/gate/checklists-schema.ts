/** The shape of data/checklists. */
import * as z from "zod";
import { CHECKLIST_TOOLS } from "../vocabulary/checklists.js";
import { DEADLINE_EVENTS } from "../vocabulary/terms.js";
import { text } from "./schema.js";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const goTo = z
  .union([
    z.strictObject({ step: slug }),
    z.strictObject({ checklist: slug }),
    z.strictObject({ end: z.literal(true) }),
  ])
  .describe("Another step of this checklist, another checklist, or the end of this one.");

const branch = z.strictObject({
  id: slug,
  label: text.describe("The answer, as the person gives it."),
  goTo: goTo.optional().describe("Left out: on to the next step."),
  records: z
    .array(z.enum(DEADLINE_EVENTS))
    .min(1)
    .optional()
    .describe("Events that happened where this is the answer."),
  alongside: z.literal(true).optional().describe("The other checklist is taken up beside this one."),
});

const step = z.strictObject({
  id: slug,
  urgent: z.literal(true).optional().describe("Minutes count: it may come before the evidence is kept."),
  title: text.describe("What to do, in one line."),
  text,
  route: z
    .array(z.strictObject({ topic: slug, party: slug.optional() }))
    .min(1)
    .optional()
    .describe("Where to turn: the channels of a topic for this person's operator, or those of one party."),
  keep: text.optional().describe("The evidence to keep."),
  deadlines: z.array(slug).min(1).optional().describe("`today`, or grounds of this step that state a term."),
  remindAfterDays: z.int().min(1).max(366).optional().describe("A reminder of ours, where no source states a term."),
  records: z.array(z.enum(DEADLINE_EVENTS)).min(1).optional().describe("Events that happen when the step is done."),
  tool: z.enum(CHECKLIST_TOOLS).optional().describe("The command that helps here."),
  goOn: text.describe("When to go on."),
  branches: z.array(branch).min(2).optional(),
  onFail: z.strictObject({ text, goTo: goTo.optional() }).describe("What to do when it did not work."),
  grounds: z
    .array(z.union([slug, z.strictObject({ id: slug, operator: slug })]))
    .min(1)
    .describe("What it rests on; with an operator where only its customers are meant."),
});

export const checklist = z.strictObject({
  $schema: z.string().optional(),
  id: slug,
  title: text,
  when: text.describe("When it is the one."),
  topics: z.array(slug).min(1),
  steps: z.array(step).min(1),
});

export type AuthoredChecklist = z.infer<typeof checklist>;
export type AuthoredStep = AuthoredChecklist["steps"][number];
