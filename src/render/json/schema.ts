/**
 * The shape of every output, the one definition behind `dozvon schema` and the contract tests. Not loaded when an answer is
 * given: the tests hold the renderers to it.
 */
import * as z from "zod";
import {
  BRAND_CONFIDENCES,
  CHANNEL_KINDS,
  COST_CLASSES,
  FACTS,
  GRADES,
  LANGUAGES,
  NOTICES,
  NUMBER_KINDS,
  NUMBER_TYPES,
  NUMBER_VERDICTS,
  OPEN_FACTS,
  ORIGINS,
  OWN_LINE,
  PROBLEMS,
  REACH_RULES,
  REASONS,
  RULE_ROLES,
  SERVICES,
  STATUSES,
  SUBSCRIBERS,
  TIERS,
  USE_STATUSES,
  VERDICTS,
} from "../../vocabulary.js";
import { SCHEMA_VERSION } from "./envelope.js";

const text = z.string();
const day = z.iso.date();

const source = z.strictObject({
  publisher: text,
  url: z.string().nullable(),
  tier: z.enum(TIERS),
  date: z.string().nullable(),
});

const conflict = z.strictObject({
  id: text,
  question: text,
  candidates: z.array(z.strictObject({ text, channel: z.string().nullable() })),
  chosen: z.array(z.string()),
  resolution: text,
  why: text,
  checkedOn: day,
});

const condition = z
  .partialRecord(z.enum(OPEN_FACTS), z.array(z.string()))
  .describe("Values of the missing facts under which it holds.");
const conditions = z.array(condition).describe("Alternatives; an empty list means always.");

const channelValue = {
  id: text,
  kind: z.enum(CHANNEL_KINDS),
  label: text,
  display: text,
  dial: z.string().nullable(),
  e164: z.string().nullable(),
  uri: z.string().nullable(),
  message: z.string().nullable(),
};
const channelTrust = {
  hours: z.strictObject({ text, open: z.boolean().nullable() }).nullable(),
  steps: z.array(text),
  note: z.string().nullable(),
  grade: z.enum(GRADES),
  status: z.enum(STATUSES),
  checkedOn: day,
  origin: text,
  sources: z.array(source),
};

const channel = z.strictObject({
  ...channelValue,
  operator: z.string().nullable(),
  party: text,
  cost: z.strictObject({ class: z.enum(COST_CLASSES), text }),
  reachability: z.strictObject({ verdict: z.enum(VERDICTS), rule: z.enum(REACH_RULES) }),
  conditions,
  ...channelTrust,
  conflicts: z.array(conflict),
});

const rejected = z.strictObject({
  id: text,
  kind: z.enum(CHANNEL_KINDS),
  label: text,
  display: text,
  reason: z.enum(REASONS),
  rule: z.enum(REACH_RULES),
  text,
  conditions,
});

const advice = z.strictObject({
  id: text,
  text,
  role: z.enum(RULE_ROLES).nullable(),
  grade: z.enum(GRADES).nullable(),
  sources: z.array(source),
});

const routing = z.strictObject({
  complete: z.boolean(),
  needs: z.array(z.enum(OPEN_FACTS)),
  primary: z.string().nullable(),
  primaries: z.array(z.strictObject({ id: z.string().nullable(), conditions })),
  channels: z.array(channel),
  rejected: z.array(rejected),
  escalation: z.array(channel),
  candidates: z.array(z.never()),
  prepare: z.array(advice),
  limits: z.array(advice),
  checklists: z.array(z.never()),
});

const card = z.strictObject({
  operator: z.strictObject({
    id: text,
    name: text,
    services: z.array(z.enum(SERVICES)),
    origin: text,
    legalEntity: z.string().nullable(),
  }),
  whole: z.boolean().describe("No situation was stated: every channel is on the card."),
  travel: z.boolean(),
  channels: z.array(
    z.strictObject({
      ...channelValue,
      subscriber: z.enum([...SUBSCRIBERS, "any", "unknown"]),
      service: z.enum([...SERVICES, "any"]),
      proven: conditions.nullable().describe("Where it answers for sure: [] always, null nowhere."),
      unproven: conditions.nullable().describe("Where it may answer: [] always, null nowhere."),
      costs: z.array(z.strictObject({ class: z.enum(COST_CLASSES), text, conditions })),
      ...channelTrust,
      conflicts: z.array(z.string()),
    }),
  ),
  doubtful: z.array(z.string()).describe("Channels that may answer in the stated situation, kept off the card."),
  emergency: z.array(channel).describe("With --travel: emergency numbers abroad."),
});

const find = z.strictObject({
  operator: z.string().nullable(),
  topic: z.string().nullable(),
  hits: z
    .array(
      z.strictObject({
        type: z.enum(["channel", "topic", "checklist", "withdrawn"]),
        id: text,
        party: z.string().nullable(),
        kind: z.enum(CHANNEL_KINDS).nullable(),
        value: text.describe("To use; for a topic or a checklist the command that answers it."),
        dial: z.string().nullable(),
        uri: z.string().nullable(),
        title: text,
        when: z.string().nullable(),
        status: z.enum([...STATUSES, "stale", "refuted"]).nullable(),
      }),
    )
    .describe("The answer first."),
});

const reply = z.strictObject({
  topic: text,
  channel: z
    .string()
    .nullable()
    .describe("Where the customer is sent; null where the reply asks back or nothing answers."),
  complete: z.boolean(),
  needs: z.array(z.enum(OPEN_FACTS)),
  text,
});

const report = z.strictObject({
  channel: text,
  title: text,
  body: text.describe("Markdown."),
});

const operators = z.strictObject({
  operators: z.array(
    z.strictObject({
      id: text,
      name: text,
      aliases: z.array(text),
      services: z.array(z.enum(SERVICES)),
      channels: z.int(),
      origin: text,
      legalEntity: z
        .strictObject({
          name: text,
          inn: z.string().nullable(),
          ogrn: z.string().nullable(),
          claimAddress: z.string().nullable(),
          grade: z.enum(GRADES),
          checkedOn: day,
          sources: z.array(source),
        })
        .nullable(),
    }),
  ),
});

const topics = z.strictObject({
  topics: z.array(
    z.strictObject({
      id: text,
      label: text,
      explanation: text,
      operatorNeeded: z.boolean(),
      service: z.enum(SERVICES).nullable(),
      kinds: z.array(z.enum(CHANNEL_KINDS)),
      ownLine: z.enum(OWN_LINE),
    }),
  ),
});

const party = { party: text, name: text };

const sources = z.strictObject({
  parties: z.array(
    z.strictObject({
      ...party,
      values: z.array(
        z.strictObject({
          id: text,
          display: text,
          label: text,
          grade: z.enum(GRADES),
          status: z.enum(STATUSES),
          checkedOn: day,
          sources: z.array(source),
        }),
      ),
    }),
  ),
});

const conflicts = z.strictObject({
  parties: z.array(
    z.strictObject({
      ...party,
      conflicts: z.array(conflict),
      neverOffered: z.array(
        z.strictObject({
          id: text,
          status: z.enum(["stale", "refuted"]),
          values: z.array(text),
          claim: text,
          why: text,
          instead: z.string().nullable(),
          sources: z.array(source),
        }),
      ),
    }),
  ),
});

const issue = z.strictObject({ file: text, path: text, rule: text, text, why: text });

const dataCheck = z.strictObject({
  valid: z.boolean(),
  operators: z.int(),
  channels: z.int(),
  topics: z.int(),
  issues: z.array(issue),
});

const codes = z.strictObject({
  problems: z.array(z.enum(PROBLEMS)),
  reasons: z.array(z.enum(REASONS)),
  rules: z.array(z.enum(REACH_RULES)),
  notices: z.array(z.enum(NOTICES)),
});

const query = z.strictObject({
  facts: z.partialRecord(
    z.enum(FACTS),
    z.strictObject({ value: z.union([z.string(), z.array(z.string())]), from: z.enum(ORIGINS) }),
  ),
  text: z.string().nullable(),
  ref: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  asOf: z.string().nullable(),
});

const problem = z.strictObject({
  code: z.enum(PROBLEMS),
  title: text,
  detail: text,
  missing: z.array(z.string()),
  allowed: z.array(z.string()),
  hints: z.array(z.string()),
});

const common = (kind: string) => ({
  schemaVersion: z.literal(SCHEMA_VERSION),
  kind: z.literal(kind),
  lang: z.enum(LANGUAGES),
  tool: z.strictObject({ name: z.literal("dozvon"), version: text }),
  directory: z.strictObject({ version: text, asOf: day }).nullable(),
  query,
  notices: z.array(z.strictObject({ code: z.enum(NOTICES), text })),
});

function envelope(kind: string, result: z.ZodType) {
  return z.union([
    z.strictObject({ ...common(kind), ok: z.literal(true), result }),
    z.strictObject({
      ...common(kind),
      ok: z.literal(false),
      result: z.null(),
      problem,
      issues: z.array(issue).optional().describe("With bad-directory: everything the gate found."),
    }),
  ]);
}

const config = z.strictObject({
  path: text,
  settings: z.array(
    z.strictObject({
      key: text,
      value: z.string().nullable(),
      origin: z.enum(["flag", "environment", "saved", "default"]),
    }),
  ),
});

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
  e164: z.string().nullable(),
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
  regions: z.array(z.strictObject({ id: text, name: text })),
  verdict: z.enum(NUMBER_VERDICTS).nullable().describe("null for an ordinary number of which nothing more is known."),
  text,
  uses: z.array(numberUse),
  problem: problem.nullable(),
});

const whose = z.strictObject({
  numbers: z.array(whoseNumber),
  register: z.strictObject({
    asOf: z.string().describe("YYYY-MM, about when the register was extracted."),
    publisher: text,
    url: text,
    notice: text,
  }),
});

const nothing = z.null();

/** Every kind of output by name; `usage` is what a command line gets that names no command. */
export const OUTPUTS: Readonly<Record<string, z.ZodType>> = {
  route: envelope("route", routing),
  emergency: envelope("emergency", routing),
  contacts: envelope("contacts", card),
  find: envelope("find", find),
  reply: envelope("reply", reply),
  report: envelope("report", report),
  operators: envelope("operators", operators),
  topics: envelope("topics", topics),
  sources: envelope("sources", sources),
  conflicts: envelope("conflicts", conflicts),
  "data-check": envelope("data-check", dataCheck),
  "data-new-overlay": envelope("data-new-overlay", z.strictObject({ folder: text, files: z.array(text) })),
  config: envelope("config", config),
  whose: envelope("whose", whose),
  codes: envelope("codes", codes),
  schema: envelope("schema", z.strictObject({ kinds: z.array(text) })),
  completion: envelope("completion", z.strictObject({ shell: text, script: text })),
  help: envelope("help", z.strictObject({ text })),
  version: envelope("version", z.strictObject({ version: text })),
  usage: envelope("usage", nothing),
};
