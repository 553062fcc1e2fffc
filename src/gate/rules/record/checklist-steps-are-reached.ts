import type { GoTo } from "../../../directory/types.js";
import type { AuthoredChecklist, AuthoredStep } from "../../checklists-schema.js";
import { asJson } from "../../issue.js";
import type { Finding, GateRule } from "../rule.js";

/** The steps that may come after one; an answer that leads elsewhere leaves this checklist. */
function after({ branches, onFail }: AuthoredStep, index: number, { steps }: AuthoredChecklist): number[] {
  const lead = (goTo: GoTo | undefined): number[] => {
    if (!goTo) return [index + 1];
    return "step" in goTo ? [steps.findIndex((step) => step.id === goTo.step)] : [];
  };
  const answers = branches ?? [{ goTo: undefined, alongside: undefined }];
  return [
    ...answers.flatMap(({ goTo, alongside }) => (alongside ? [index + 1] : lead(goTo))),
    ...(onFail.goTo && "checklist" in onFail.goTo ? [index + 1] : lead(onFail.goTo)),
  ];
}

function reached(checklist: AuthoredChecklist): ReadonlySet<number> {
  const seen = new Set([0]);
  // A set hands out what is added while it is walked.
  for (const index of seen) {
    const step = checklist.steps[index];
    if (step) for (const next of after(step, index, checklist)) seen.add(next);
  }
  return seen;
}

export const checklistStepsAreReached: GateRule = {
  id: "checklist-steps-are-reached",
  why: {
    ru: "шаг, до которого не доводит ни один ответ, никто не увидит",
    en: "nobody sees a step that no answer leads to",
  },
  check({ checklists }) {
    return checklists.flatMap(({ file, content }) => {
      const seen = reached(content);
      return content.steps.flatMap((step, index): Finding[] =>
        seen.has(index)
          ? []
          : [
              {
                file,
                path: `steps[${index}]`,
                instead: asJson({ goTo: { step: step.id } }),
                message: { ru: `${step.id}: к шагу не ведёт ни один ответ`, en: `no answer leads to ${step.id}` },
              },
            ],
      );
    });
  },
};
