/** Conditions of refund rules and routes. */
import { kindOf } from "../../charges/purchase.js";
import { DERIVED_FACTS, OUTCOMES, PURCHASE_FACTS, type PurchaseFact } from "../../vocabulary/charges.js";
import { formOfWords } from "../issue.js";
import type { Fault, Finding, GateRule, Json } from "./rule.js";

const isFact = (name: string): name is PurchaseFact => PURCHASE_FACTS.some((fact) => fact === name);

/** The words a condition compares with: those of a comparison are numbers or dates. */
function wordsIn(condition: unknown): string[] {
  if (typeof condition === "string") return [condition];
  if (Array.isArray(condition)) return condition.flatMap(wordsIn);
  if (condition !== null && typeof condition === "object" && "isNot" in condition) return wordsIn(condition.isNot);
  return [];
}

const faults = (conditions: Json, file: string, path: string): Finding[] =>
  Object.entries(conditions).flatMap(([name, condition]) => {
    const form = isFact(name) ? kindOf(name) : null;
    const values = form?.kind === "choice" ? form.values : null;
    const strange = wordsIn(condition).find((word) => !values?.includes(word));
    const message = { ru: `${name} не бывает ${strange}`, en: `${name} is never ${strange}` };
    const instead = formOfWords(values ?? [true, false]);
    return strange === undefined ? [] : [{ file, path: `${path}.${name}`, message, instead }];
  });

/** A classification settles a derived fact, any other rule has an outcome. */
function wrongResult(kind: string, gives: string | null): Fault[] {
  const allowed: readonly string[] = kind === "classification" ? DERIVED_FACTS : OUTCOMES;
  const fits = gives === null ? kind !== "classification" : allowed.includes(gives);
  const message = { ru: `правило ${kind} не может дать ${gives}`, en: `a ${kind} cannot give ${gives}` };
  return fits ? [] : [{ message, instead: formOfWords(allowed) }];
}

export const conditionsCanHold: GateRule = {
  id: "conditions-can-hold",
  why: {
    ru: "правило, чьё условие не может выполниться, молча никогда не сработает",
    en: "a rule whose condition cannot hold never speaks and nobody notices",
  },
  check: ({ merchants, refundRoutes }) => [
    ...merchants.flatMap(({ file, content }) =>
      content.refund.rules.flatMap((rule, index) => {
        const path = `refund.rules[${index}]`;
        return [
          ...faults(rule.for, file, `${path}.for`),
          ...faults(rule.if, file, `${path}.if`),
          ...wrongResult(rule.kind, rule.gives).map((fault) => ({ file, path: `${path}.gives`, ...fault })),
        ];
      }),
    ),
    ...(refundRoutes?.content.routes ?? []).flatMap((route, index) =>
      faults(route.if, refundRoutes?.file ?? "", `routes[${index}].if`),
    ),
  ],
};
