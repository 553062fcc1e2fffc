/**
 * What stands around every result, and what is promised of all JSON:
 * - with `--json` standard output is one document in every outcome, errors included (`batch` and `whose -`: one a line), and nothing else;
 * - the same input, directory, language and `--as-of` give the same bytes;
 * - a list is `[]`, never absent; what is not known is `null`;
 * - codes and ids are English and permanent, `text` and `label` follow the language;
 * - the lists of codes are closed and printed by `dozvon schema codes`; removing one is a major version, a minor one only adds;
 * - what was refuted or not chosen in a conflict is plain text, never a `dial` or `uri`;
 * - phone numbers given as input are masked in `query` unless `--show-numbers` is given.
 */
import * as z from "zod";
import { PURCHASE_FACTS } from "../../vocabulary/charges.js";
import { NOTICES, PROBLEMS } from "../../vocabulary/codes.js";
import { LANGUAGES } from "../../vocabulary/language.js";
import { FACTS, ORIGINS } from "../../vocabulary/situation.js";
import { day, lists, text, textOrNull, texts } from "../shared-schemas.js";
import { SCHEMA_VERSION } from "./json.js";

export const issue = z.strictObject({
  file: text,
  line: z.int().positive().nullable().describe("Of the file; null where there is no line to show."),
  ...texts("path", "rule", "text"),
  instead: text.nullable().describe("What to write there, as JSON or in words; null where nobody can tell."),
  why: text,
});

const query = z.strictObject({
  facts: z.partialRecord(
    z.enum([...FACTS, "account", ...PURCHASE_FACTS]),
    z.strictObject({
      value: z.union([z.string(), z.array(z.string())]),
      from: z.enum(ORIGINS),
      part: z.string().optional().describe("The part of a topic that a text asks about."),
    }),
  ),
  text: textOrNull,
  ref: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  asOf: textOrNull,
});

export const problem = z.strictObject({
  code: z.enum(PROBLEMS),
  ...texts("title", "detail"),
  ...lists("missing", "allowed", "hints"),
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

export function envelope(kind: string, result: z.ZodType) {
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
