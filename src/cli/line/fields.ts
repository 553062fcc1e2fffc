/** Fields of a letter as a file of JSON has them. */
import type { ClaimLetter } from "../../directory/claim-types.js";
import { fieldsIn } from "../../render/claim/json.js";
import { Problem } from "../../values/problem.js";

/** No letter comes near this. */
export const LONGEST_INPUT = 1024 * 1024;

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

/** @throws Problem bad-field. */
export const parseFields = (text: string, template: ClaimLetter): Map<string, string> =>
  fieldsIn(parse(text), template);
