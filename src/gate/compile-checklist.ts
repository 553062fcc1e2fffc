/** Authored checklists to the shape runs are made of: everything optional has its value. */

import type { Checklist, ChecklistStep, ChecklistSummary } from "../directory/types.js";
import type { AuthoredChecklist, AuthoredStep } from "./checklists-schema.js";

export const groundOf = (ground: AuthoredStep["grounds"][number]): ChecklistStep["grounds"][number] =>
  typeof ground === "string" ? { id: ground, operator: null } : ground;

const compileStep = (step: AuthoredStep): ChecklistStep => ({
  id: step.id,
  urgent: step.urgent ?? false,
  title: step.title,
  text: step.text,
  route: (step.route ?? []).map(({ topic, party }) => ({ topic, party: party ?? null })),
  keep: step.keep ?? null,
  deadlines: step.deadlines ?? [],
  remindAfterDays: step.remindAfterDays ?? null,
  records: step.records ?? [],
  tool: step.tool ?? null,
  goOn: step.goOn,
  branches: (step.branches ?? []).map(({ id, label, goTo, records, alongside }) => ({
    id,
    label,
    goTo: goTo ?? null,
    records: records ?? [],
    alongside: alongside ?? false,
  })),
  onFail: { text: step.onFail.text, goTo: step.onFail.goTo ?? null },
  grounds: step.grounds.map(groundOf),
});

export const compileChecklist = ({ id, title, when, topics, steps }: AuthoredChecklist): Checklist => ({
  id,
  title,
  when,
  topics,
  steps: steps.map(compileStep),
});

export const summariseChecklist = ({ id, title, topics }: AuthoredChecklist): ChecklistSummary => ({
  id,
  title,
  topics,
});
