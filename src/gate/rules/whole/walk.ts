/** Every caller of every topic, for the rules that only the engine can check. */

import type { Directory, Topic } from "../../../directory/types.js";
import { type Answer, answer, candidates, type Whose } from "../../../routing/answer.js";
import type { Caller } from "../../../routing/caller.js";
import { EMERGENCY_TOPIC } from "../../../situation/facts.js";
import { operators, sellersOf } from "../../../situation/names.js";
import { BUILT_IN } from "../../../vocabulary/evidence.js";
import { LINES, PLACES, type Service, SUBSCRIBERS } from "../../../vocabulary/situation.js";
import { assemble, inMemory } from "../../assemble.js";
import type { AuthoredDirectory } from "../../authored.js";

export interface Step {
  topic: Topic;
  caller: Caller;
  answer: Answer;
}

/** Whose customer asks, or of several sellers who took the money; the services there are to ask about. */
type Asked = Whose & { services: readonly (Service | null)[] };

function callers({ operator, merchant, services }: Asked, countries: readonly (string | null)[]): Caller[] {
  return services.flatMap((service) =>
    SUBSCRIBERS.flatMap((subscriber) =>
      PLACES.flatMap((place) =>
        LINES.flatMap((line) =>
          (place === "abroad" ? countries : [null]).map((country) => ({
            operator,
            merchant,
            service,
            subscriber,
            place,
            line,
            country,
            without: [],
            tried: [],
          })),
        ),
      ),
    ),
  );
}

function stepsOf(directory: Directory, topic: Topic): Step[] {
  const asked: Asked[] = topic.operatorNeeded
    ? operators(directory).map(({ id, services }) => ({ operator: id, merchant: null, services }))
    : [null, ...sellersOf(topic.id, directory)].map((merchant) => ({ operator: null, merchant, services: [null] }));
  return asked.flatMap((whose) => {
    const channels = candidates(directory, topic, whose);
    const emergency = topic.id === EMERGENCY_TOPIC;
    const countries = emergency ? [null, ...new Set(channels.flatMap((channel) => channel.countries))] : [null];
    return callers(whose, countries).map((caller) => ({
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
