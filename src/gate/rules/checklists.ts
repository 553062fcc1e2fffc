/** Checklists: steps that are reached, terms that are stated. */
import type { GoTo } from "../../directory/types.js";
import type { AuthoredChecklist, AuthoredStep } from "../../schemas/checklists.js";
import { groundOf } from "../compile.js";
import { asJson, fault, formOfWords } from "../words.js";
import type { Check } from "./rule.js";

/** The steps that may come after one; an answer that leads elsewhere leaves this checklist. */
function after({ branches, onFail }: AuthoredStep, index: number, { steps }: AuthoredChecklist): number[] {
  const lead = (goTo: GoTo | null): number[] => {
    if (!goTo) return [index + 1];
    return "step" in goTo ? [steps.findIndex((step) => step.id === goTo.step)] : [];
  };
  return [
    ...(branches.length > 0 ? [] : [index + 1]),
    ...branches.flatMap(({ goTo, alongside }) => (alongside ? [index + 1] : lead(goTo))),
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

export const checklistStepsAreReached: Check = ({ files }) =>
  files.checklist.flatMap(({ file, content }) => {
    const seen = reached(content);
    return content.steps.flatMap(({ id }, index) => {
      const wrong = fault("step-unreached", { id }, asJson({ goTo: { step: id } }));
      return seen.has(index) ? [] : [{ file, path: `steps[${index}]`, ...wrong }];
    });
  });

/** The one word among the terms of a step that is no ground. */
const TODAY = "today";

export const checklistTermsAreStated: Check = ({ files }) => {
  const all = files.grounds.flatMap(({ content }) => content.grounds);
  const stating = all.flatMap(({ id, deadlines }) => (deadlines.length > 0 ? [id] : []));
  return files.checklist.flatMap(({ file, content }) =>
    content.steps.flatMap((step, at) => {
      const terms = step.grounds.map((ground) => groundOf(ground).id).filter((id) => stating.includes(id));
      return step.deadlines.flatMap((id, index) => {
        const wrong = fault("term-unstated", { id }, formOfWords([...terms, TODAY]));
        const path = `steps[${at}].deadlines[${index}]`;
        return id === TODAY || terms.includes(id) ? [] : [{ file, path, ...wrong }];
      });
    }),
  );
};
