/** What the directory holds, and on what it rests. */
import * as z from "zod";
import { WITHDRAWN_STATUSES } from "../../vocabulary/numbers.js";
import { OWN_LINE, SERVICES, SUBSCRIBERS } from "../../vocabulary/situation.js";
import { channelKind, conflict, day, ground, lists, text, textOrNull, texts, trust } from "../shared-schemas.js";

const legalEntity = z.strictObject({
  name: text,
  inn: textOrNull,
  ogrn: textOrNull,
  claimAddress: textOrNull,
  grade: trust.grade,
  checkedOn: day,
  sources: trust.sources,
});

const operator = z.strictObject({
  ...texts("id", "name"),
  ...lists("aliases"),
  services: z.array(z.enum(SERVICES)),
  channels: z.int(),
  origin: text,
  legalEntity: legalEntity.nullable(),
});

export const operators = z.strictObject({ operators: z.array(operator) });

const topic = z.strictObject({
  ...texts("id", "label", "explanation"),
  operatorNeeded: z.boolean(),
  service: z.enum(SERVICES).nullable(),
  kinds: z.array(channelKind),
  ownLine: z.enum(OWN_LINE),
});

export const topics = z.strictObject({ topics: z.array(topic) });

const party = texts("party", "name");

const value = z.strictObject({ ...texts("id", "display", "label"), ...trust });

const count = z.int();
const coverage = z.strictObject({
  operator: text,
  subscriber: z.enum(SUBSCRIBERS),
  situations: count,
  proven: count,
  official: count,
  corroborated: count,
  reported: count,
  share: z.number(),
});

const use = z.strictObject({ kind: z.enum(["claim", "checklist", "refund"]), ...texts("id", "part") });

export const sources = z.strictObject({
  parties: z.array(z.strictObject({ ...party, values: z.array(value) })),
  coverage: z
    .array(coverage)
    .describe("In how many situations of an operator's customers something proven answers first, by its grade."),
  stale: z
    .array(value.extend({ party: text, days: z.int() }))
    .describe("With --stale: what was not read for so many days, the worst first."),
  norms: z
    .array(ground.extend({ usedIn: z.array(use) }))
    .describe("With --law: what letters, checklists and refund answers rest on, and where."),
});

const neverOffered = z.strictObject({
  id: text,
  status: z.enum(WITHDRAWN_STATUSES),
  ...lists("values"),
  ...texts("claim", "why"),
  instead: textOrNull,
  sources: trust.sources,
});

export const conflicts = z.strictObject({
  parties: z.array(z.strictObject({ ...party, conflicts: z.array(conflict), neverOffered: z.array(neverOffered) })),
});
