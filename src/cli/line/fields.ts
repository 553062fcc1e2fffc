/** Fields of a letter as they come from a command line or a file of JSON. */
import { fieldNamed } from "../../claims/values.js";
import type { ClaimLetter } from "../../directory/claim-types.js";
import { clean } from "../../render/clean.js";
import { Problem } from "../../values/problem.js";

/** No letter comes near this. */
export const LONGEST_INPUT = 1024 * 1024;

/** One line without control characters, whatever was pasted. */
export const typedText = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

function parse(text: string): Record<string, unknown> {
  if (text.length > LONGEST_INPUT) throw new Problem("bad-field", "fields-too-long", {});
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new Problem("bad-field", "fields-not-json", {});
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Problem("bad-field", "fields-not-object", {});
  }
  return value as Record<string, unknown>;
}

/** `{"name": "…", "amount": 1299.5}`; null leaves a blank. @throws Problem bad-field. */
export function parseFields(text: string, template: ClaimLetter): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(parse(text))) {
    const field = fieldNamed(template, name);
    if (value === null) continue;
    if (typeof value !== "string" && typeof value !== "number") {
      throw new Problem("bad-field", "field-not-text", { field: field.id });
    }
    given.set(field.id, typedText(String(value)));
  }
  return given;
}
