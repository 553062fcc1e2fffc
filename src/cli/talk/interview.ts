/** Asks only what changes the answer: the engine names the next question, the person answers, until nothing more could matter. */
import type { Directory } from "../../directory/types.js";
import { route } from "../../routing/route.js";
import type { Routing } from "../../routing/routing.js";
import type { GivenFacts } from "../../situation/facts.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import type { Context } from "../context.js";
import type { Prompter } from "../prompts/prompter.js";
import { CANNOT_TALK, questionOn, UNKNOWN } from "./questions.js";

/** One moment of an interview: what is known, and which facts the person cannot say. */
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

/**
 * @param unknown facts the person said before they cannot say.
 * @returns null when the person went back from the first question.
 * @throws Interrupted; Problem when the facts given to begin with are wrong.
 */
export async function interview(
  directory: Directory,
  start: GivenFacts,
  context: Context,
  prompter: Prompter,
  unknown: readonly OpenFact[] = [],
): Promise<Settled | null> {
  const steps: Step[] = [{ given: start, unknown }];
  for (;;) {
    const step = steps.at(-1);
    if (!step) return null;
    const routing = route(directory, step.given, context.moment());
    const fact = routing.needs.find((need) => !step.unknown.includes(need));
    if (fact === undefined) return { ...step, routing };
    const reply = await prompter.ask(questionOn(fact, routing, directory, context.words, true));
    if (reply.kind === "choice") steps.push(answered(step, fact, reply.value));
    else steps.pop();
  }
}
