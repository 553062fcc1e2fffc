/**
 * The shape of every output, the one definition behind `dozvon schema` and the contract tests. Not loaded when an answer is
 * given: the tests hold the renderers to it.
 */
import * as z from "zod";
import { charge } from "./charge/schema.js";
import { checklist } from "./checklist/schema.js";
import { claim } from "./claim/schema.js";
import { codes, config, dataCheck } from "./config/schema.js";
import { card } from "./contacts/schema.js";
import { envelope } from "./envelope/schema.js";
import { find, reply, report } from "./find/schema.js";
import { conflicts, operators, sources, topics } from "./listings/schema.js";
import { refund } from "./refund/schema.js";
import { routing } from "./route/schema.js";
import { text } from "./shared-schemas.js";
import { whose } from "./whose/schema.js";

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
  skill: envelope("skill", z.strictObject({ text })),
  completion: envelope("completion", z.strictObject({ shell: text, script: text })),
  help: envelope("help", z.strictObject({ text })),
  version: envelope("version", z.strictObject({ version: text })),
  usage: envelope("usage", nothing),
};
