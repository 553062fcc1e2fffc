/** Every caller of every topic, for the rules that only the engine can check. */
import { type Answer, answer, candidates } from "../../routing/answer.js";
import type { Caller } from "../../routing/caller.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import { BUILT_IN, LINES, PLACES, SUBSCRIBERS } from "../../vocabulary.js";
import { assemble, inMemory } from "../assemble.js";
import type { AuthoredDirectory } from "../authored.js";
import type { Directory, PartySummary, Topic } from "../types.js";

export interface Step {
  topic: Topic;
  caller: Caller;
  answer: Answer;
}

function callers(operator: PartySummary | null, countries: readonly (string | null)[]): Caller[] {
  const services = operator ? operator.services : [null];
  return services.flatMap((service) =>
    SUBSCRIBERS.flatMap((subscriber) =>
      PLACES.flatMap((place) =>
        LINES.flatMap((line) =>
          (place === "abroad" ? countries : [null]).map((country) => ({
            operator: operator?.id ?? null,
            service,
            subscriber,
            place,
            line,
            country,
            without: [],
          })),
        ),
      ),
    ),
  );
}

function stepsOf(directory: Directory, topic: Topic): Step[] {
  const operators = topic.operatorNeeded ? directory.parties.filter((party) => party.type === "operator") : [null];
  return operators.flatMap((operator) => {
    const channels = candidates(directory, topic, operator?.id ?? null);
    const emergency = topic.id === EMERGENCY_TOPIC;
    const countries = emergency ? [null, ...new Set(channels.flatMap((channel) => channel.countries))] : [null];
    return callers(operator, countries).map((caller) => ({
      topic,
      caller,
      answer: answer(channels, caller, topic, emergency),
    }));
  });
}

const walked = new WeakMap<AuthoredDirectory, Step[]>();

export function walk(authored: AuthoredDirectory): Step[] {
  const known = walked.get(authored);
  if (known) return known;
  const directory = inMemory(assemble(authored, BUILT_IN));
  const steps = directory.topics.flatMap((topic) => stepsOf(directory, topic));
  walked.set(authored, steps);
  return steps;
}
