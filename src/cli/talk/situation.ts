/** The facts of a situation, asked one by one: the engine names the next that changes the answer, until nothing more could matter. */
import type { Directory } from "../../directory/types.js";
import { route } from "../../routing/route.js";
import type { Routing } from "../../routing/routing.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { BACK, type Back, interview } from "./interview.js";
import { askOperator, CANNOT_TALK, questionOn, UNKNOWN } from "./questions.js";

/** What is known at one moment, and which facts the person cannot say. */
export interface Step {
  given: GivenFacts;
  unknown: readonly OpenFact[];
}

export interface Settled extends Step {
  routing: Routing;
}

export function answered({ given, unknown }: Step, fact: OpenFact, value: string): Step {
  if (value === UNKNOWN) return { given, unknown: [...unknown, fact] };
  if (value === CANNOT_TALK) return { given: { ...given, without: { value: "voice", from: "answer" } }, unknown };
  return { given: { ...given, [fact]: { value, from: "answer" } }, unknown };
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

/**
 * @param unknown facts the person said before they cannot say.
 * @returns null when the person went back from the first question.
 * @throws Interrupted; Problem when the facts given to begin with are wrong.
 */
export async function settle(
  directory: Directory,
  start: GivenFacts,
  context: Context,
  prompter: Prompter,
  unknown: readonly OpenFact[] = [],
): Promise<Settled | null> {
  const routed = (step: Step) => route(directory, step.given, context.moment());
  const last = await interview<Step>({ given: start, unknown }, async (step) => {
    const routing = routed(step);
    const fact = routing.needs.find((need) => !step.unknown.includes(need));
    return fact === undefined ? null : askFact(fact, step, routing, directory, context, prompter);
  });
  return last && { ...last, routing: routed(last) };
}
