/** Conditions of refund rules and routes. */
import { kindOf } from "../../charges/purchase.js";
import { DERIVED_FACTS, OUTCOMES, type PurchaseFact } from "../../vocabulary/charges.js";
import { type Fault, type Finding, fault, formOfWords } from "../words.js";
import type { Check, Json } from "./rule.js";

/** The words a condition compares with: those of a comparison are numbers or dates. */
function wordsIn(condition: unknown): string[] {
  if (typeof condition === "string") return [condition];
  if (Array.isArray(condition)) return condition.flatMap(wordsIn);
  return condition ? wordsIn((condition as Json).isNot) : [];
}

const faults = (conditions: Json, file: string, path: string): Finding[] =>
  Object.entries(conditions).flatMap(([name, condition]) => {
    // A derived fact is a number, or true or false.
    const form = kindOf(name as PurchaseFact);
    const values = form.kind === "choice" ? form.values : [];
    const strange = wordsIn(condition).find((word) => !values.includes(word));
    if (strange === undefined) return [];
    const instead = formOfWords(form.kind === "choice" ? values : [true, false]);
    return [{ file, path: `${path}.${name}`, ...fault("never-this-word", { name, word: strange }, instead) }];
  });

/** A classification settles a derived fact, any other rule has an outcome. */
function wrongResult(kind: string, gives: string | null): Fault[] {
  const allowed: readonly string[] = kind === "classification" ? DERIVED_FACTS : OUTCOMES;
  const fits = gives === null ? kind !== "classification" : allowed.includes(gives);
  return fits ? [] : [fault("cannot-give", { kind, gives: String(gives) }, formOfWords(allowed))];
}

export const conditionsCanHold: Check = ({ files }) => [
  ...files.merchant.flatMap(({ file, content }) =>
    content.refund.rules.flatMap((rule, index) => {
      const path = `refund.rules[${index}]`;
      return [
        ...faults(rule.for, file, `${path}.for`),
        ...faults(rule.if, file, `${path}.if`),
        ...wrongResult(rule.kind, rule.gives).map((wrong) => ({ file, path: `${path}.gives`, ...wrong })),
      ];
    }),
  ),
  ...files["refund-routes"].flatMap(({ file, content }) =>
    content.routes.flatMap((route, index) => faults(route.if, file, `routes[${index}].if`)),
  ),
];
