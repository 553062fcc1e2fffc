/** What happened in one walk through a checklist, in the order it happened: all that is ever kept of it. */
import type { StepAction } from "../vocabulary/checklists.js";
import type { Fact } from "../vocabulary/situation.js";

/** Facts of the person as they were given: never a number or a name. */
export type RunFacts = Partial<Record<Fact, string>>;

interface Happened {
  /** The moment as the answer states it; its first ten characters are the date. */
  at: string;
}

export interface StartEvent extends Happened {
  type: "start";
  facts: RunFacts;
  /** YYYY-MM-DD of the charge, where the person said it. */
  chargedOn: string | null;
}

export interface StepEvent extends Happened {
  type: StepAction;
  step: string;
  answer: string | null;
  /** YYYY-MM-DD on which it was done. */
  on: string;
}

export interface NoteEvent extends Happened {
  type: "note";
  step: string | null;
  text: string;
}

export interface FactsEvent extends Happened {
  type: "facts";
  facts: RunFacts;
}

export interface ChargedEvent extends Happened {
  type: "charged";
  on: string;
}

export type RunEvent = StartEvent | StepEvent | NoteEvent | FactsEvent | ChargedEvent;

export const dateIn = (moment: string): string => moment.slice(0, 10);
