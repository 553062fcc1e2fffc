/** JSON Schema 2020-12 files made from the one zod definition of each shape. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import * as checklistsSchema from "../gate/checklists-schema.js";
import * as claimSchema from "../gate/claim-schema.js";
import * as groundsSchema from "../gate/grounds-schema.js";
import * as merchantSchema from "../gate/merchant-schema.js";
import * as numbering from "../gate/numbering-schema.js";
import * as authored from "../gate/schema.js";
import { SCHEMA_VERSION } from "../render/envelope/json.js";
import { OUTPUTS } from "../render/outputs.js";

const EDITED = {
  operator: authored.operator,
  "operator-patch": authored.operatorPatch,
  merchant: merchantSchema.merchant,
  "refund-routes": merchantSchema.refundRoutes,
  emergency: authored.emergency,
  escalation: authored.escalation,
  topics: authored.topics,
  usual: authored.usual,
  costs: authored.costs,
  retired: authored.retired,
  grounds: groundsSchema.grounds,
  calendar: groundsSchema.calendar,
  "numbering-holders": numbering.holders,
  "numbering-regions": numbering.regions,
  "numbering-plan": numbering.plan,
  claim: claimSchema.claim,
  "claim-parts": claimSchema.claimParts,
  checklist: checklistsSchema.checklist,
};

/** What authors may write short stands beside what it is short for. */
function withShortForms({
  zodSchema,
  jsonSchema,
}: Parameters<NonNullable<z.core.ToJSONSchemaParams["override"]>>[0]): void {
  const form = authored.shortFormOf(zodSchema);
  if (!form) return;
  const whole = { ...jsonSchema };
  for (const key of Object.keys(whole)) delete jsonSchema[key];
  const { $schema: _schema, ...short } = z.toJSONSchema(form, { io: "input" });
  jsonSchema.anyOf = [short, whole];
}

/** File name to text, as written by the build and compared by the drift test. */
export function editorSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(EDITED).map(([name, shape]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(shape, { io: "input", reused: "ref", override: withShortForms }), null, 2)}\n`,
    ]),
  );
}

/**
 * A minor version only adds members and codes, so what readers check with takes both: a schema saved today accepts the documents of
 * every later minor version. What this version writes is held to the closed shapes by the tests.
 */
function openToAdditions({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  if (jsonSchema.const === SCHEMA_VERSION) {
    delete jsonSchema.const;
    jsonSchema.pattern = `^${SCHEMA_VERSION.split(".")[0]}\\.\\d+$`;
  }
  if (jsonSchema.enum && jsonSchema.type === "string") {
    jsonSchema.anyOf = [{ enum: jsonSchema.enum }, { type: "string" }];
    delete jsonSchema.enum;
    delete jsonSchema.type;
  }
}

export function outputSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(OUTPUTS).map(([kind, shape]) => {
      const body = z.toJSONSchema(shape, { io: "output", reused: "ref", override: openToAdditions });
      return [`${kind}.schema.json`, `${JSON.stringify({ title: `dozvon ${kind}`, ...body }, null, 1)}\n`];
    }),
  );
}

function write(folder: string, files: Record<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

export const writeEditorSchemas = (folder: string): void => write(folder, editorSchemas());
export const writeOutputSchemas = (folder: string): void => write(folder, outputSchemas());
