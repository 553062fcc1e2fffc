/** JSON Schema 2020-12 files made from the one zod definition of each shape. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { FILES } from "../gate/files.js";
import { SCHEMA_VERSION } from "../render/envelope/json.js";
import { OUTPUTS } from "../render/outputs.js";
import { operatorPatchForm } from "../schemas/parties.js";
import { shortFormOf } from "../schemas/shared.js";

/** Words are no records, and the register's extract is written by a command. */
const NOT_EDITED = /^(messages|understanding)\/|^numbering\/r(egister|anges)\./;

const EDITED: [name: string, shape: z.ZodType][] = [
  ...Object.entries(FILES).flatMap(([role, { at, shape }]): [string, z.ZodType][] =>
    shape === null || NOT_EDITED.test(at) ? [] : [[role, shape]],
  ),
  ["operator-patch", operatorPatchForm],
];

/** What authors may write short stands beside what it is short for. */
function withShortForms({
  zodSchema,
  jsonSchema,
}: Parameters<NonNullable<z.core.ToJSONSchemaParams["override"]>>[0]): void {
  const form = shortFormOf(zodSchema);
  if (!form) return;
  const whole = { ...jsonSchema };
  for (const key of Object.keys(whole)) delete jsonSchema[key];
  const { $schema: _schema, ...short } = z.toJSONSchema(form, { io: "input" });
  jsonSchema.anyOf = [short, whole];
}

/** File name to text, as written by the build and compared by the drift test. */
export function editorSchemas(): Record<string, string> {
  return Object.fromEntries(
    EDITED.map(([name, shape]) => [
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
