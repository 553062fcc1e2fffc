/**
 * The shape of every output, the one definition behind `dozvon schema` and the contract tests. Not loaded when an answer is
 * given: the tests hold the renderers to it.
 */
import * as z from "zod";
import {
  ACCOUNTS,
  BRAND_CONFIDENCES,
  CHANNEL_KINDS,
  CHECKLIST_TOOLS,
  CLAIM_ADDRESSEES,
  CLAIM_DATE_KINDS,
  CONFIDENCES,
  COST_CLASSES,
  DEADLINE_EVENTS,
  DEADLINE_UNITS,
  DUE_KINDS,
  FACTS,
  GRADES,
  LANGUAGES,
  LIKELIHOODS,
  MATCHES,
  NOTICES,
  NUMBER_KINDS,
  NUMBER_TYPES,
  NUMBER_VERDICTS,
  OPEN_FACTS,
  ORIGINS,
  OUTCOMES,
  OWN_LINE,
  PROBLEMS,
  PURCHASE_FACTS,
  REACH_RULES,
  REASONS,
  ROUTES,
  RULE_ROLES,
  SERVICES,
  STATUSES,
  STEP_STATES,
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
  candidates: z
    .array(z.strictObject({ topic: text, label: text, confidence: z.number().min(0).max(1) }))
    .describe("Topics a free text may be about, the likeliest first; empty where the topic is settled."),
  prepare: z.array(advice),
  limits: z.array(advice),
  checklists: z.array(text).describe("Checklists of this topic, by id."),
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

const ground = z.strictObject({
  id: text,
  text,
  grade: z.enum(GRADES),
  status: z.enum(STATUSES),
  doubt: z.string().nullable().describe("Why it is advice and not a rule."),
  checkedOn: day,
  sources: z.array(source),
});
const grounds = z.array(ground);
const checklistLink = z.strictObject({ id: text, command: text });
const account = z.enum(ACCOUNTS);

const merchant = {
  merchant: text,
  name: text,
  purpose: text,
  accounts: z.array(account),
  descriptors: z.array(text),
  descriptorsNotEstablished: z.string().nullable(),
  explains: grounds,
  cancel: grounds,
  support: grounds,
  refund: z.strictObject({ command: text, established: z.boolean() }),
  checklist: checklistLink,
};

const charge = z.strictObject({
  descriptor: z.string().nullable().describe("As given, with phone and card numbers hidden."),
  account: account.nullable(),
  recognised: z.boolean(),
  candidates: z
    .array(
      z.strictObject({
        ...merchant,
        match: z.enum(MATCHES),
        confidence: z.enum(CONFIDENCES),
        matched: text,
        remainder: z.string().nullable().describe("What follows the name: as a rule the game, app or developer."),
        otherAccount: z.boolean().describe("It is not known to be taken from the account stated."),
        recognisedBy: grounds,
        likely: z
          .strictObject({
            verdict: z.enum(LIKELIHOODS),
            since: day,
            text,
            why: z.string().nullable(),
            check: z.array(text),
            ground: ground.nullable(),
          })
          .nullable()
          .describe("Where such a charge is not to be expected on a Russian card or account; never that it is false."),
      }),
    )
    .describe("The likeliest first."),
  paths: z
    .array(z.strictObject({ ...merchant, account: account.nullable() }))
    .describe("What to do about a charge nobody recognises."),
  free: z.boolean().describe("The line is a number that costs nothing to call: there is nothing to return."),
  knownAs: z.array(z.strictObject({ id: text, party: text, label: text })),
  needs: z.array(z.enum(["account", "descriptor"])),
});

const purchaseFact = z.enum(PURCHASE_FACTS);
const outcome = z.enum(OUTCOMES);
const duration = { amount: z.int(), unit: z.enum(DEADLINE_UNITS) };
const decision = z.strictObject({
  outcome,
  text,
  rule: z.string().nullable(),
  ground: ground.nullable(),
  also: grounds,
});

const refund = z.strictObject({
  merchant: text,
  name: text,
  complete: z.boolean(),
  needs: z.array(purchaseFact).describe("Facts that could change the outcome, the next to ask first."),
  questions: z.array(z.strictObject({ fact: purchaseFact, text, values: z.array(z.string()) })),
  outcome: outcome.nullable(),
  decision: decision.nullable(),
  otherwise: decision.nullable().describe("After a suspicion: what the merchant's other rules say."),
  possible: z.array(decision).describe("Readings that facts not known leave open."),
  notEstablished: z.string().nullable(),
  notes: grounds,
  steps: grounds,
  dates: z.array(
    z.strictObject({
      ground: text,
      text,
      ...duration,
      event: z.enum(DEADLINE_EVENTS),
      direction: z.enum(["after", "before"]),
      when: z.string().nullable(),
      extend: z.strictObject(duration).nullable(),
      start: day.nullable(),
      due: day.nullable(),
      dueAt: z.string().nullable(),
      daysLeft: z.int().nullable().describe("Negative when the term has passed."),
      dayOff: z.boolean(),
      calendarKnown: z.boolean(),
      needs: purchaseFact.nullable().describe("The fact that would give the date."),
    }),
  ),
  request: grounds,
  payout: grounds,
  routes: z
    .array(
      z.strictObject({
        id: text,
        route: z.enum(ROUTES),
        outcome: outcome.nullable(),
        text: z.string().nullable(),
        ground,
      }),
    )
    .describe("Ways that a merchant's refusal does not close."),
  checklists: z.array(checklistLink),
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
    z.enum([...FACTS, "account", ...PURCHASE_FACTS]),
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
};
const claimLine = z.strictObject({ id: text, text, grounds: z.array(text) });

const claim = z.strictObject({
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
        uri: z.string().nullable(),
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
  grounds: z.array(
    z.strictObject({
      id: text,
      text,
      doubt: z.string().nullable(),
      grade: z.enum(GRADES),
      status: z.enum(STATUSES),
      checkedOn: day,
      sources: z.array(source),
    }),
  ),
  files: z.strictObject({ letter: z.string().nullable(), calendar: z.string().nullable() }),
});

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
    }),
  ),
  missing: z.array(z.enum(OPEN_FACTS)),
  keep: z.string().nullable(),
  dues: z.array(z.strictObject(dueFields)),
  goOn: text,
  branches: z.array(z.strictObject({ id: text, label: text, goTo: goTo.nullable(), alongside: z.boolean() })),
  onFail: z.strictObject({ text, goTo: goTo.nullable() }),
  command: z.enum(CHECKLIST_TOOLS.map((tool) => `dozvon ${tool}`)).nullable(),
  grounds: z.array(
    z.strictObject({
      id: text,
      text,
      doubt: z.string().nullable().describe("Why it is advice and not a rule."),
      grade: z.enum(GRADES),
      status: z.enum(STATUSES),
      checkedOn: day,
      sources: z.array(source),
    }),
  ),
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
const checklist = z.union([
  z.strictObject({ checklists: z.array(z.strictObject({ ...checklistFields, steps: z.int() })) }),
  z.strictObject({ checklist: z.strictObject({ ...checklistFields, steps: z.array(step) }) }),
  z.strictObject({ runs: z.array(run) }),
  z.strictObject({ forgotten: z.array(text) }),
  z.strictObject({ run }),
]);

const nothing = z.null();

/** Every kind of output by name; `usage` is what a command line gets that names no command. */
export const OUTPUTS: Readonly<Record<string, z.ZodType>> = {
  route: envelope("route", routing),
  ask: envelope("ask", routing),
  emergency: envelope("emergency", routing),
  contacts: envelope("contacts", card),
  find: envelope("find", find),
  reply: envelope("reply", reply),
  report: envelope("report", report),
  operators: envelope("operators", operators),
  topics: envelope("topics", topics),
  sources: envelope("sources", sources),
  conflicts: envelope("conflicts", conflicts),
  charge: envelope("charge", charge),
  refund: envelope("refund", refund),
  "data-check": envelope("data-check", dataCheck),
  "data-new-overlay": envelope("data-new-overlay", z.strictObject({ folder: text, files: z.array(text) })),
  claim: envelope("claim", claim),
  checklist: envelope("checklist", checklist),
  config: envelope("config", config),
  whose: envelope("whose", whose),
  codes: envelope("codes", codes),
  schema: envelope("schema", z.strictObject({ kinds: z.array(text) })),
  completion: envelope("completion", z.strictObject({ shell: text, script: text })),
  help: envelope("help", z.strictObject({ text })),
  version: envelope("version", z.strictObject({ version: text })),
  usage: envelope("usage", nothing),
};
