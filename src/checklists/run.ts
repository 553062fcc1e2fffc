/** One walk through a checklist: what happened in it, which is all that is ever kept, and the state that follows. The same events give the same state. */
import type { Branch, Checklist, ChecklistStep, GoTo } from "../directory/types.js";
import type { StepAction, StepState } from "../vocabulary/checklists.js";
import type { Fact } from "../vocabulary/situation.js";
import type { DeadlineEvent } from "../vocabulary/terms.js";

/** Facts of the person as they were given: never a number or a name. */
export type RunFacts = Partial<Record<Fact, string>>;

/** What a person said of a step. `on` is the day on which it was done, YYYY-MM-DD. */
type StepEvent = Happened & { type: StepAction; step: string; answer: string | null; on: string };

/** The moment as the answer states it; its first ten characters are the date. */
type Happened = { at: string };

/** `chargedOn` is the day of the charge, YYYY-MM-DD, where the person said it. */
export type RunEvent =
  | (Happened & { type: "start"; facts: RunFacts; chargedOn: string | null })
  | StepEvent
  | (Happened & { type: "note"; step: string | null; text: string })
  | (Happened & { type: "facts"; facts: RunFacts })
  | (Happened & { type: "charged"; on: string });

export interface StepRecord {
  step: ChecklistStep;
  state: StepState;
  answer: string | null;
  /** YYYY-MM-DD of the last word on it. */
  on: string | null;
}

export type Note = Happened & { step: string | null; text: string };

/** Another checklist that an answer led to. */
type FollowUp = { checklist: string; step: string };

/** Something that happened by doing a step, with its date. */
export interface Recorded {
  event: DeadlineEvent;
  step: string;
  on: string;
}

const STATE_OF: Readonly<Record<StepAction, StepState>> = {
  done: "done",
  skip: "skipped",
  later: "later",
  fail: "failed",
};

interface Slot extends StepRecord {
  /** The step whose answer made this one unnecessary. */
  passedBy: string | null;
}

const isWaiting = ({ state }: StepRecord): boolean => state === "open" || state === "later";
const isStepEvent = (event: RunEvent): event is StepEvent => "answer" in event;

/** What a new word on a step takes back of the earlier one. */
function takeBack(slots: Slot[], step: string): void {
  for (const slot of slots) {
    if (slot.passedBy !== step) continue;
    slot.passedBy = null;
    if (slot.state === "passed") slot.state = "open";
  }
}

function pass(slots: Slot[], from: number, to: number, by: string): void {
  for (const slot of slots.slice(from, to)) {
    if (!isWaiting(slot)) continue;
    slot.state = "passed";
    slot.passedBy = by;
  }
}

/** Forward: what lies between is not needed. Back: both steps have to be gone through once more. */
function jump(slots: Slot[], at: number, to: number, by: string): void {
  const target = slots[to];
  const here = slots[at];
  if (!target || !here) return;
  if (to > at) pass(slots, at + 1, to, by);
  else here.state = "open";
  if (to <= at || target.state === "passed") target.state = "open";
}

function lead(slots: Slot[], at: number, goTo: GoTo | null, ends: boolean, by: string): void {
  if (goTo === null) return;
  if ("step" in goTo) {
    const to = slots.findIndex((slot) => slot.step.id === goTo.step);
    jump(slots, at, to, by);
  } else if ("end" in goTo || ends) pass(slots, at + 1, slots.length, by);
}

const branchOf = ({ type, answer }: StepEvent, step: ChecklistStep): Branch | undefined =>
  type === "done" ? step.branches.find((one) => one.id === answer) : undefined;

/** Where a word on a step leads, and whether this checklist ends there. */
function leadOf(event: StepEvent, step: ChecklistStep): { goTo: GoTo | null; ends: boolean } {
  // A failure never ends the rest: what comes after it, a ban for example, is worth doing all the same.
  if (event.type === "fail") return { goTo: step.onFail.goTo, ends: false };
  const branch = branchOf(event, step);
  return { goTo: branch?.goTo ?? null, ends: branch !== undefined && !branch.alongside };
}

interface Fold {
  slots: Slot[];
  followUps: FollowUp[];
  recorded: Recorded[];
}

function applyStep({ slots, followUps, recorded }: Fold, event: StepEvent): void {
  const at = slots.findIndex((slot) => slot.step.id === event.step);
  const slot = slots[at];
  // A step of another version of the checklist: what was said of it stays in the file, and counts for nothing here.
  if (!slot) return;
  const { step } = slot;
  takeBack(slots, step.id);
  const without = <T extends { step: string }>(list: T[]) =>
    list.splice(0, list.length, ...list.filter((one) => one.step !== step.id));
  without(followUps);
  without(recorded);
  Object.assign(slot, { state: STATE_OF[event.type], answer: event.answer, on: event.on, passedBy: null });
  if (event.type === "done") {
    const events = [...step.records, ...(branchOf(event, step)?.records ?? [])];
    recorded.push(...events.map((one) => ({ event: one, step: step.id, on: event.on })));
  }
  const { goTo, ends } = leadOf(event, step);
  lead(slots, at, goTo, ends, step.id);
  if (goTo && "checklist" in goTo) followUps.push({ checklist: goTo.checklist, step: step.id });
}

/** @param events in order; those that speak of steps the checklist does not have change nothing. */
export function foldRun(id: string, checklist: Checklist, events: readonly RunEvent[]) {
  const slots: Slot[] = checklist.steps.map((step) => ({
    step,
    state: "open",
    answer: null,
    on: null,
    passedBy: null,
  }));
  const fold: Fold = { slots, followUps: [], recorded: [] };
  const notes: Note[] = [];
  let facts: RunFacts = {};
  let chargedOn: string | null = null;
  for (const event of events) {
    if (isStepEvent(event)) applyStep(fold, event);
    else if (event.type === "note") notes.push({ step: event.step, text: event.text, at: event.at });
    else if (event.type === "charged") chargedOn = event.on;
    else facts = { ...facts, ...event.facts };
    if (event.type === "start") chargedOn = event.chargedOn ?? chargedOn;
  }
  const next = slots.find((slot) => slot.state === "open") ?? slots.find((slot) => slot.state === "later") ?? null;
  return {
    id,
    checklist,
    startedOn: (events[0]?.at ?? "").slice(0, 10),
    chargedOn,
    facts,
    steps: slots as readonly StepRecord[],
    /** The step whose turn it is; null when the run is over. */
    next: next as StepRecord | null,
    /** How many steps need nothing more, of how many. */
    progress: { settled: slots.filter((slot) => !isWaiting(slot)).length, total: slots.length },
    followUps: fold.followUps,
    recorded: fold.recorded,
    notes,
  };
}

export type Run = ReturnType<typeof foldRun>;
