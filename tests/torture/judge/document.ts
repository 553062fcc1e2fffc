/** Holds one JSON document to the schema published for its kind. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export interface Document {
  kind: string;
  ok: boolean;
  lang: string;
  query: { ref: unknown; text: string | null; facts: Record<string, { value: unknown; from: string; part?: string }> };
  result: Record<string, unknown> | null;
  problem?: { code: string };
}

export type JudgeDocument = (text: string) => Document;

/** @param root the package: the schemas are those that `dozvon schema` prints. */
export function documentJudge(root: string): JudgeDocument {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const known = new Map<string, ValidateFunction>();
  const validatorOf = ({ kind }: Document): ValidateFunction => {
    const found =
      known.get(kind) ??
      ajv.compile(JSON.parse(readFileSync(join(root, "dist/schema", `${kind}.schema.json`), "utf8")));
    known.set(kind, found);
    return found;
  };
  return (text) => {
    let document: Document;
    try {
      document = JSON.parse(text) as Document;
    } catch {
      throw new Error(`not one JSON document: ${JSON.stringify(text.slice(0, 300))}`);
    }
    const validate = validatorOf(document);
    validate(document);
    if (validate.errors) throw new Error(`${document.kind}: ${ajv.errorsText(validate.errors)}: ${text.slice(0, 300)}`);
    return document;
  };
}
