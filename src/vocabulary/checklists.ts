/** What a person can say of a step of a checklist. */
export const STEP_ACTIONS = ["done", "skip", "later", "fail"] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

/** `passed`: an answer given earlier made the step unnecessary. */
export const STEP_STATES = ["open", "done", "skipped", "later", "failed", "passed"] as const;
export type StepState = (typeof STEP_STATES)[number];

/** Commands a step of a checklist may send to. */
export const CHECKLIST_TOOLS = ["charge", "refund", "claim"] as const;
export type ChecklistTool = (typeof CHECKLIST_TOOLS)[number];
