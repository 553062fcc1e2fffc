import { groundOf } from "../../compile-checklist.js";
import { formOfWords } from "../../issue.js";
import type { Finding, GateRule } from "../rule.js";

/** The one word among the terms of a step that is no ground. */
const TODAY = "today";

export const checklistTermsAreStated: GateRule = {
  id: "checklist-terms-are-stated",
  why: {
    ru: "дата в шаге должна опираться на источник, который этот шаг называет",
    en: "a date in a step has to rest on a source that the step names",
  },
  check({ grounds, checklists }) {
    const stating = new Set(
      grounds.flatMap(({ content }) => content.grounds.flatMap((one) => (one.deadlines.length > 0 ? [one.id] : []))),
    );
    return checklists.flatMap(({ file, content }) =>
      content.steps.flatMap((step, at) => {
        const named = step.grounds.map((ground) => groundOf(ground).id);
        return (step.deadlines ?? []).flatMap((id, index): Finding[] => {
          if (id === TODAY || (stating.has(id) && named.includes(id))) return [];
          const message = {
            ru: `${id}: это основание не названо в шаге или не содержит срока`,
            en: `${id} is not a ground of the step, or states no term`,
          };
          const terms = named.filter((ground) => stating.has(ground));
          return [{ file, path: `steps[${at}].deadlines[${index}]`, message, instead: formOfWords([...terms, TODAY]) }];
        });
      }),
    );
  },
};
