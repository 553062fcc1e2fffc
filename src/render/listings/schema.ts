/** What the directory holds, and on what it rests. */
import * as z from "zod";
import { CHANNEL_KINDS } from "../../vocabulary/channels.js";
import { GRADES, STATUSES } from "../../vocabulary/evidence.js";
import { WITHDRAWN_STATUSES } from "../../vocabulary/numbers.js";
import { OWN_LINE, SERVICES, SUBSCRIBERS } from "../../vocabulary/situation.js";
import { conflict, day, ground, source, text } from "../shared-schemas.js";

export const operators = z.strictObject({
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

export const topics = z.strictObject({
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

const value = z.strictObject({
  id: text,
  display: text,
  label: text,
  grade: z.enum(GRADES),
  status: z.enum(STATUSES),
  checkedOn: day,
  origin: text,
  sources: z.array(source),
});

export const sources = z.strictObject({
  parties: z.array(z.strictObject({ ...party, values: z.array(value) })),
  coverage: z
    .array(
      z.strictObject({
        operator: text,
        subscriber: z.enum(SUBSCRIBERS),
        situations: z.int(),
        proven: z.int(),
        official: z.int(),
        corroborated: z.int(),
        reported: z.int(),
        share: z.number(),
      }),
    )
    .describe("In how many situations of an operator's customers something proven answers first, by its grade."),
  stale: z
    .array(value.extend({ party: text, days: z.int() }))
    .describe("With --stale: what was not read for so many days, the worst first."),
  norms: z
    .array(
      ground.extend({
        usedIn: z.array(z.strictObject({ kind: z.enum(["claim", "checklist", "refund"]), id: text, part: text })),
      }),
    )
    .describe("With --law: what letters, checklists and refund answers rest on, and where."),
});

export const conflicts = z.strictObject({
  parties: z.array(
    z.strictObject({
      ...party,
      conflicts: z.array(conflict),
      neverOffered: z.array(
        z.strictObject({
          id: text,
          status: z.enum(WITHDRAWN_STATUSES),
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
