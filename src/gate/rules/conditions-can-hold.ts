import { kindOf } from "../../charges/purchase.js";
import { DERIVED_FACTS, OUTCOMES, PURCHASE_FACTS, type PurchaseFact } from "../../vocabulary/charges.js";
import type { Text } from "../../vocabulary/language.js";
import type { AuthoredDirectory } from "../authored.js";
import type { Finding, GateRule } from "./rule.js";

interface Placed {
  file: string;
  path: string;
}

const isFact = (name: string): name is PurchaseFact => PURCHASE_FACTS.some((fact) => fact === name);

/** The words a condition compares with: those of a comparison are numbers or dates. */
function wordsIn(condition: unknown): string[] {
  if (typeof condition === "string") return [condition];
  if (Array.isArray(condition)) return condition.flatMap(wordsIn);
  if (condition !== null && typeof condition === "object" && "isNot" in condition) return wordsIn(condition.isNot);
  return [];
}

function fault(name: string, condition: unknown): Text | null {
  const form = isFact(name) ? kindOf(name) : null;
  const strange = wordsIn(condition).find((word) => form?.kind !== "choice" || !form.values.includes(word));
  return strange === undefined ? null : { ru: `${name} не бывает ${strange}`, en: `${name} is never ${strange}` };
}

const faults = (conditions: Readonly<Record<string, unknown>>, { file, path }: Placed): Finding[] =>
  Object.entries(conditions).flatMap(([name, condition]) => {
    const message = fault(name, condition);
    return message ? [{ file, path: `${path}.${name}`, message }] : [];
  });

/** A classification settles a derived fact, any other rule has an outcome. */
function wrongResult(kind: string, gives: string | undefined): Text | null {
  const allowed: readonly string[] = kind === "classification" ? DERIVED_FACTS : OUTCOMES;
  const fits = gives === undefined ? kind !== "classification" : allowed.includes(gives);
  return fits ? null : { ru: `правило ${kind} не может дать ${gives}`, en: `a ${kind} cannot give ${gives}` };
}

function ruleFindings({ merchants }: AuthoredDirectory): Finding[] {
  return merchants.flatMap(({ file, content }) =>
    content.refund.rules.flatMap((rule, index) => {
      const path = `refund.rules[${index}]`;
      const message = wrongResult(rule.kind, rule.gives);
      return [
        ...faults(rule.for, { file, path: `${path}.for` }),
        ...faults(rule.if, { file, path: `${path}.if` }),
        ...(message ? [{ file, path: `${path}.gives`, message }] : []),
      ];
    }),
  );
}

export const conditionsCanHold: GateRule = {
  id: "conditions-can-hold",
  why: {
    ru: "правило, чьё условие не может выполниться, молча никогда не сработает",
    en: "a rule whose condition cannot hold never speaks and nobody notices",
  },
  check(directory) {
    const { refundRoutes } = directory;
    const routes = refundRoutes?.content.routes ?? [];
    return [
      ...ruleFindings(directory),
      ...routes.flatMap((route, index) =>
        faults(route.if, { file: refundRoutes?.file ?? "", path: `routes[${index}].if` }),
      ),
    ];
  },
};
