/** The facts of a situation: asked where they have no usual case and change the answer, as the engine finds. */
import { inUsualCase } from "../../answers/route.js";
import type { Directory } from "../../directory/types.js";
import { route } from "../../routing/route.js";
import type { RoutedChannel, Routing } from "../../routing/routing.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { BACK, type Back, interview } from "./interview.js";
import { askOperator, CANNOT_TALK, questionOn, UNKNOWN } from "./questions.js";

/** What is known at one moment. */
export interface Step {
  given: GivenFacts;
  /** Facts the person cannot say. */
  unknown: readonly OpenFact[];
  /** What else a sentence may have been about. */
  nearest?: readonly string[];
  /** The sentence. */
  said?: string | null;
}

export interface Settled extends Required<Step> {
  /** With what is left out. */
  routing: Routing;
  /** Of the usual case of what is left out: what the person is shown. */
  usual: Routing;
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
export async function askFact(
  fact: OpenFact,
  step: Step,
  routing: Routing,
  directory: Directory,
  context: Context,
  prompter: Prompter,
): Promise<Step | Back> {
  const question = questionOn(fact, routing, directory, context.words);
  if (fact === "operator") {
    const operator = await askOperator(question, directory, context, prompter);
    if (operator === BACK) return BACK;
    return operator === UNKNOWN ? answered(step, fact, UNKNOWN) : { ...step, given: { ...step.given, ...operator } };
  }
  const reply = await prompter.choose(question);
  return reply.kind === "choice" ? answered(step, fact, reply.value) : BACK;
}

/** The answer to what is known, and that of its usual case. @throws Problem */
function routed(step: Step, directory: Directory, { moment }: Context): Settled {
  const routing = route(directory, step.given, moment());
  const usual = inUsualCase(routing, step.given, { directory, moment: moment() });
  return { nearest: [], said: null, ...step, routing, usual };
}

/**
 * Asks what has no usual case: whose customer the person is, or who took the money. The rest is taken as usual and said so.
 * @returns null when the person went back from the first question.
 * @throws Interrupted; Problem when the facts given to begin with are wrong.
 */
export async function settle(
  directory: Directory,
  start: Step,
  context: Context,
  prompter: Prompter,
): Promise<Settled | null> {
  const last = await interview(start, async (step) => {
    const { routing } = routed(step, directory, context);
    const hasUsual = (need: OpenFact) => routing.usual?.facts[need] !== undefined;
    const fact = routing.needs.find((need) => !step.unknown.includes(need) && !hasUsual(need));
    return fact === undefined ? null : askFact(fact, step, routing, directory, context, prompter);
  });
  return last && routed(last, directory, context);
}
