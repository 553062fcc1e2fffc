/** JSON Schema 2020-12 for editors, made from the one zod definition of each authored shape. */
import * as z from "zod";
import { FILES } from "../gate/files.js";
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

/** By the names of their files, as written by the build and compared by the drift test. */
export const editorSchemas = (): [file: string, text: string][] =>
  EDITED.map(([name, shape]) => [
    `${name}.schema.json`,
    `${JSON.stringify(z.toJSONSchema(shape, { io: "input", reused: "ref", override: withShortForms }), null, 2)}\n`,
  ]);
