/** Fields of a letter as they come from a command line, a file of JSON or a program. */
import { fieldNamed } from "../../claims/values.js";
import type { ClaimLetter } from "../../directory/claim-types.js";
import { Problem } from "../../values/problem.js";
import { clean } from "../clean.js";

/** One line without control characters, whatever was pasted. */
export const typedText = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

/** `{"name": "…", "amount": 1299.5}`; null leaves a blank. @throws Problem bad-field. */
export function fieldsIn(record: Readonly<Record<string, unknown>>, template: ClaimLetter): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    const field = fieldNamed(template, name);
    if (value === null) continue;
    if (typeof value !== "string" && typeof value !== "number") {
      throw new Problem("bad-field", "field-not-text", { field: field.id });
    }
    given.set(field.id, typedText(String(value)));
  }
  return given;
}
