import type { ClaimCondition, ClaimField, ClaimLetter } from "../directory/claim-types.js";
import type { Values } from "./values.js";

function holds(condition: ClaimCondition, values: Values): boolean {
  const value = values.get(condition.field);
  if (condition.filled !== undefined) return condition.filled === (value !== undefined);
  if (!value) return false;
  const { date, choice } = value;
  const other = condition.notBefore === undefined ? null : (values.get(condition.notBefore)?.date ?? null);
  return (
    (condition.in === undefined || (choice !== null && condition.in.includes(choice))) &&
    (condition.from === undefined || (date !== null && date >= condition.from)) &&
    (condition.before === undefined || (date !== null && date < condition.before)) &&
    (condition.notBefore === undefined || (date !== null && other !== null && date >= other))
  );
}

/** Whether a line, a field or a date belongs to this situation. */
export const applies = ({ when }: { when: readonly ClaimCondition[] }, values: Values): boolean =>
  when.every((condition) => holds(condition, values));

/** A field that this situation has no use for does not count, whatever was stated for it. */
export function relevant(fields: readonly ClaimField[], values: Values): Values {
  const kept = new Map(values);
  // A field may depend on one before it that has just gone.
  for (const field of fields) if (!applies(field, kept)) kept.delete(field.id);
  return kept;
}

/** The fields this situation has a use for. */
export function relevantFields({ fields }: ClaimLetter, stated: Values): ClaimField[] {
  const values = relevant(fields, stated);
  return fields.filter((field) => applies(field, values));
}
