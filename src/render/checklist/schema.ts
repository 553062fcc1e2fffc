/** `checklist`. */
import * as z from "zod";
import { CHECKLIST_TOOLS, STEP_STATES } from "../../vocabulary/checklists.js";
import { FACTS, OPEN_FACTS } from "../../vocabulary/situation.js";
import { DEADLINE_EVENTS, DEADLINE_UNITS, DUE_KINDS } from "../../vocabulary/terms.js";
import { advice, channel, day, grounds, text } from "../shared-schemas.js";

const goTo = z
  .strictObject({ step: z.string().nullable(), checklist: z.string().nullable(), end: z.boolean() })
  .describe("One of the three; null instead of it: on to the next step.");

const dueFields = {
  kind: z.enum(DUE_KINDS),
  ground: z.string().nullable(),
  date: day.nullable().describe("null until the event the term is counted from has happened."),
  daysLeft: z.int().nullable().describe("Negative when the date has passed."),
  dayOff: z.boolean(),
  calendarKnown: z.boolean(),
  from: day.nullable(),
  assumed: z.boolean().describe("Nobody said when it happened: counted from the day the run was started."),
  term: z
    .strictObject({
      amount: z.int(),
      unit: z.enum(DEADLINE_UNITS),
      direction: z.enum(["after", "before"]),
      event: z.enum(DEADLINE_EVENTS),
      when: z.string().nullable(),
    })
    .nullable(),
};

const step = z.strictObject({
  id: text,
  number: z.int(),
  title: text,
  text,
  urgent: z.boolean(),
  state: z.enum(STEP_STATES),
  answer: z.string().nullable(),
  on: day.nullable(),
  ways: z.array(
    z.strictObject({
      topic: text,
      party: z.string().nullable(),
      channels: z.array(channel),
      missing: z.array(z.enum(OPEN_FACTS)),
      limits: z.array(advice),
      otherPhone: channel
        .nullable()
        .describe("What answers from any other phone where the own SIM is counted as gone."),
    }),
  ),
  missing: z.array(z.enum(OPEN_FACTS)),
  keep: z.string().nullable(),
  dues: z.array(z.strictObject(dueFields)),
  goOn: text,
  branches: z.array(z.strictObject({ id: text, label: text, goTo: goTo.nullable(), alongside: z.boolean() })),
  onFail: z.strictObject({ text, goTo: goTo.nullable() }),
  command: z.enum(CHECKLIST_TOOLS.map((tool) => `dozvon ${tool}`)).nullable(),
  grounds,
});

const checklistFields = { id: text, title: text, when: text, topics: z.array(text) };

const run = z.strictObject({
  id: text,
  checklist: text,
  title: text,
  startedOn: day,
  chargedOn: day.nullable(),
  facts: z.partialRecord(z.enum(FACTS), z.string()),
  progress: z.strictObject({ settled: z.int(), total: z.int() }),
  finished: z.boolean(),
  next: step.nullable(),
  steps: z.array(
    z.strictObject({
      id: text,
      number: z.int(),
      title: text,
      state: z.enum(STEP_STATES),
      answer: z.string().nullable(),
      on: day.nullable(),
    }),
  ),
  awaited: z.array(z.strictObject({ step: text, ...dueFields })),
  followUps: z.array(z.strictObject({ checklist: text, title: text, step: text })),
  notes: z.array(z.strictObject({ step: z.string().nullable(), text, at: text })),
});

/** `list`, `show`, `status`, `forget`, and what all other subcommands answer: the run after them. */
export const checklist = z.union([
  z.strictObject({ checklists: z.array(z.strictObject({ ...checklistFields, steps: z.int() })) }),
  z.strictObject({ checklist: z.strictObject({ ...checklistFields, steps: z.array(step) }) }),
  z.strictObject({ runs: z.array(run) }),
  z.strictObject({ forgotten: z.array(text) }),
  z.strictObject({ run }),
]);
