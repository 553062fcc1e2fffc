import { kindOf } from "../../../charges/purchase.js";
import { DERIVED_FACTS, OUTCOMES, PURCHASE_FACTS, type PurchaseFact } from "../../../vocabulary/charges.js";
import type { AuthoredDirectory } from "../../authored.js";
import { formOfWords } from "../../issue.js";
import type { Finding, GateRule } from "../rule.js";

type Wrong = Pick<Finding, "message" | "instead">;

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

function fault(name: string, condition: unknown): Wrong | null {
  const form = isFact(name) ? kindOf(name) : null;
  const strange = wordsIn(condition).find((word) => form?.kind !== "choice" || !form.values.includes(word));
  if (strange === undefined) return null;
  const message = { ru: `${name} не бывает ${strange}`, en: `${name} is never ${strange}` };
  return { message, instead: formOfWords(form?.kind === "choice" ? form.values : [true, false]) };
}

const faults = (conditions: Readonly<Record<string, unknown>>, { file, path }: Placed): Finding[] =>
  Object.entries(conditions).flatMap(([name, condition]) => {
    const wrong = fault(name, condition);
    return wrong ? [{ file, path: `${path}.${name}`, ...wrong }] : [];
  });

/** A classification settles a derived fact, any other rule has an outcome. */
function wrongResult(kind: string, gives: string | undefined): Wrong | null {
  const allowed: readonly string[] = kind === "classification" ? DERIVED_FACTS : OUTCOMES;
  const fits = gives === undefined ? kind !== "classification" : allowed.includes(gives);
  if (fits) return null;
  const message = { ru: `правило ${kind} не может дать ${gives}`, en: `a ${kind} cannot give ${gives}` };
  return { message, instead: formOfWords(allowed) };
}

function ruleFindings({ merchants }: AuthoredDirectory): Finding[] {
  return merchants.flatMap(({ file, content }) =>
    content.refund.rules.flatMap((rule, index) => {
      const path = `refund.rules[${index}]`;
      const wrong = wrongResult(rule.kind, rule.gives);
      return [
        ...faults(rule.for, { file, path: `${path}.for` }),
        ...faults(rule.if, { file, path: `${path}.if` }),
        ...(wrong ? [{ file, path: `${path}.gives`, ...wrong }] : []),
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
