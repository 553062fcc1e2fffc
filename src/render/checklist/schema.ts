/** `checklist`. */
import * as z from "zod";
import { CHECKLIST_TOOLS, STEP_STATES } from "../../vocabulary/checklists.js";
import { FACTS, OPEN_FACTS } from "../../vocabulary/situation.js";
import { DEADLINE_EVENTS, DEADLINE_UNITS, DUE_KINDS } from "../../vocabulary/terms.js";
import { advice, channel, day, flags, grounds, lists, text, textOrNull, texts } from "../shared-schemas.js";

const goTo = z
  .strictObject({ step: textOrNull, checklist: textOrNull, end: z.boolean() })
  .describe("One of the three; null instead of it: on to the next step.");

const term = z.strictObject({
  amount: z.int(),
  unit: z.enum(DEADLINE_UNITS),
  direction: z.enum(["after", "before"]),
  event: z.enum(DEADLINE_EVENTS),
  when: textOrNull,
});

const dueFields = {
  kind: z.enum(DUE_KINDS),
  ground: textOrNull,
  date: day.nullable().describe("null until the event the term is counted from has happened."),
  daysLeft: z.int().nullable().describe("Negative when the date has passed."),
  ...flags("dayOff", "calendarKnown"),
  from: day.nullable(),
  assumed: z.boolean().describe("Nobody said when it happened: counted from the day the run was started."),
  term: term.nullable(),
};

const missing = z.array(z.enum(OPEN_FACTS));

const way = z.strictObject({
  topic: text,
  party: textOrNull,
  channels: z.array(channel),
  missing,
  limits: z.array(advice),
  otherPhone: channel.nullable().describe("What answers from any other phone where the own SIM is counted as gone."),
});

/** A step, and what has come of it. */
const head = { id: text, number: z.int(), title: text };
const record = { state: z.enum(STEP_STATES), answer: textOrNull, on: day.nullable() };

const step = z.strictObject({
  ...head,
  text,
  urgent: z.boolean(),
  ...record,
  ways: z.array(way),
  missing,
  keep: textOrNull,
  dues: z.array(z.strictObject(dueFields)),
  goOn: text,
  branches: z.array(z.strictObject({ ...texts("id", "label"), goTo: goTo.nullable(), alongside: z.boolean() })),
  onFail: z.strictObject({ text, goTo: goTo.nullable() }),
  command: z.enum(CHECKLIST_TOOLS.map((tool) => `dozvon ${tool}`)).nullable(),
  grounds,
});

const checklistFields = { ...texts("id", "title", "when"), ...lists("topics") };

const run = z.strictObject({
  ...texts("id", "checklist", "title"),
  startedOn: day,
  chargedOn: day.nullable(),
  facts: z.partialRecord(z.enum(FACTS), z.string()),
  progress: z.strictObject({ settled: z.int(), total: z.int() }),
  finished: z.boolean(),
  next: step.nullable(),
  steps: z.array(z.strictObject({ ...head, ...record })),
  awaited: z.array(z.strictObject({ step: text, ...dueFields })),
  followUps: z.array(z.strictObject(texts("checklist", "title", "step"))),
  notes: z.array(z.strictObject({ step: textOrNull, text, at: text })),
});

/** `list`, `show`, `status`, `forget`, and what all other subcommands answer: the run after them. */
export const checklist = z.union([
  z.strictObject({ checklists: z.array(z.strictObject({ ...checklistFields, steps: z.int() })) }),
  z.strictObject({ checklist: z.strictObject({ ...checklistFields, steps: z.array(step) }) }),
  z.strictObject({ runs: z.array(run) }),
  z.strictObject({ forgotten: z.array(text) }),
  z.strictObject({ run }),
]);
