/** What only the engine can tell: every caller of every topic is walked. */
import type { Directory, Topic } from "../../directory/types.js";
import { type Answer, answer, candidates, type Whose } from "../../routing/answer.js";
import type { Caller } from "../../routing/caller.js";
import { compareKeys } from "../../routing/rank.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import { operators, sellersOf } from "../../situation/names.js";
import { onceFor } from "../../values/once.js";
import { LINES, PLACES, type Service, SUBSCRIBERS } from "../../vocabulary/situation.js";
import { assemble, inMemory } from "../assemble.js";
import type { AuthoredDirectory } from "../authored.js";
import { asJson, type Finding, fault } from "../words.js";
import { at, type Check, channelsOf } from "./rule.js";

interface Step {
  topic: Topic;
  caller: Caller;
  answer: Answer;
}

/** Whose customer asks, or of several sellers who took the money; the services there are to ask about. */
type Asked = Whose & { services: readonly (Service | null)[] };

function callers({ operator, merchant, services }: Asked, countries: readonly (string | null)[]): Caller[] {
  const whose = { operator, merchant, without: [], tried: [] };
  return services.flatMap((service) =>
    SUBSCRIBERS.flatMap((subscriber) =>
      PLACES.flatMap((place) => {
        const there = (place === "abroad" ? countries : [null]).map((country) => ({ ...whose, place, country }));
        return LINES.flatMap((line) => there.map((caller) => ({ ...caller, service, subscriber, line })));
      }),
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

const walk = onceFor((authored: AuthoredDirectory): Step[] => {
  const directory = inMemory(assemble(authored));
  return directory.topics.flatMap((topic) => stepsOf(directory, topic));
});

export const noTies: Check = (directory) => {
  const places = new Map(channelsOf(directory).map((placed) => [placed.channel.id, placed]));
  const findings = new Map<string, Finding>();
  for (const { topic, answer } of walk(directory)) {
    answer.offered.forEach(({ channel, key }, index) => {
      const next = answer.offered[index + 1];
      const placed = next && compareKeys(key, next.key) === 0 ? places.get(next.channel.id) : undefined;
      const pair = `${channel.id} ${placed?.channel.id}`;
      if (!placed || findings.has(pair)) return;
      const wrong = fault("tie", { channel: channel.id, topic: topic.id }, asJson(placed.channel.preference + 1));
      findings.set(pair, at(placed.entry, `${placed.path}.preference`, wrong));
    });
  }
  return [...findings.values()];
};

export const everyChannelIsReached: Check = (directory) => {
  const reached = new Set(walk(directory).flatMap(({ answer }) => answer.offered.map(({ channel }) => channel.id)));
  // Bodies also answer after the operator; there only the topic decides whether they come up.
  const escalated = new Set(directory.topics.topics.filter((topic) => topic.operatorNeeded).map((topic) => topic.id));
  return channelsOf(directory).flatMap(({ entry, channel, path }) => {
    const afterOperator = entry.type === "body" && channel.topics.some((topic) => escalated.has(topic));
    return reached.has(channel.id) || afterOperator ? [] : [at(entry, path, fault("unreached"))];
  });
};

export const everyTopicIsAnswered: Check = (directory) => {
  const asked = new Map<string, { topic: string; operator: string | null }>();
  const answered = new Set<string>();
  for (const { topic, caller, answer } of walk(directory)) {
    // A service the operator does not offer is a real "no", not a hole in the directory.
    if (topic.service && caller.service && topic.service !== caller.service) continue;
    const key = `${topic.id} ${caller.operator}`;
    asked.set(key, { topic: topic.id, operator: caller.operator });
    if (answer.offered.length > 0) answered.add(key);
  }
  const unanswered = [...asked].filter(([key]) => !answered.has(key));
  return unanswered.map(([, { topic, operator }]): Finding => {
    const index = directory.topics.topics.findIndex((one) => one.id === topic);
    const wrong = operator ? fault("unanswered-by", { topic, operator }) : fault("unanswered", { topic });
    return { file: "topics.json", path: `topics[${index}]`, ...wrong };
  });
};
