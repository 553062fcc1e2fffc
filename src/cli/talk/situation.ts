/** The facts of a situation: asked where they have no usual case and change the answer, as the engine finds. */
import { inUsualCase } from "../../answers/route.js";
import { route } from "../../routing/route.js";
import type { RoutedChannel, Routing } from "../../routing/routing.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { OpenFact } from "../../vocabulary/situation.js";

import type { Talk } from "../prompts/prompter.js";
import { askOperator, BACK, type Back, CANNOT_TALK, interview, questionOn, UNKNOWN } from "./questions.js";

/** What is known at one moment. */
export interface Step {
  given: GivenFacts;
  /** Facts the person cannot say. */
  unknown: readonly OpenFact[];
  /** What else a sentence may have been about. */
  nearest?: readonly string[];
}

/** What stands first on the screen. */
export const firstOf = ({ usual }: Settled): RoutedChannel | null => usual.otherPhone ?? usual.main;

export function answered(step: Step, fact: OpenFact, value: string): Step {
  const { given, unknown } = step;
  if (value === UNKNOWN) return { ...step, unknown: [...unknown, fact] };
  if (value === CANNOT_TALK) return { ...step, given: { ...given, without: { value: "voice", from: "answer" } } };
  return { ...step, given: { ...given, [fact]: { value, from: "answer" } } };
}

/** Asks one fact. @param step what is known beside it. @throws Interrupted */
export async function askFact(fact: OpenFact, step: Step, routing: Routing, talk: Talk): Promise<Step | Back> {
  const question = questionOn(fact, routing, talk);
  if (fact === "operator") {
    const operator = await askOperator(question, talk);
    if (operator === BACK) return BACK;
    return operator === UNKNOWN ? answered(step, fact, UNKNOWN) : { ...step, given: { ...step.given, ...operator } };
  }
  const reply = await talk.prompter.choose(question);
  return reply.kind === "choice" ? answered(step, fact, reply.value) : BACK;
}

/** The answer to what is known, and that of its usual case. @throws Problem */
function routed({ nearest = [], ...step }: Step, { directory, context: { moment } }: Talk) {
  const routing = route(directory, step.given, moment());
  /** Of the usual case of what is left out: what the person is shown. */
  const usual = inUsualCase(routing, step.given, { directory, moment: moment() });
  return { ...step, nearest, routing, usual };
}

export type Settled = ReturnType<typeof routed>;

/**
 * Asks what has no usual case: whose customer the person is, or who took the money. The rest is taken as usual and said so.
 * @returns null when the person went back from the first question.
 * @throws Interrupted; Problem when the facts given to begin with are wrong.
 */
export async function settle(start: Step, talk: Talk): Promise<Settled | null> {
  const last = await interview(start, async (step) => {
    const { routing } = routed(step, talk);
    const hasUsual = (need: OpenFact) => routing.usual?.facts[need] !== undefined;
    const fact = routing.needs.find((need) => !step.unknown.includes(need) && !hasUsual(need));
    return fact === undefined ? null : askFact(fact, step, routing, talk);
  });
  return last && routed(last, talk);
}
