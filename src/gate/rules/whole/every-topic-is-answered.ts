import type { Finding, GateRule } from "../rule.js";
import { walk } from "./walk.js";

export const everyTopicIsAnswered: GateRule = {
  id: "every-topic-is-answered",
  why: {
    ru: "для каждой темы у каждого оператора должен быть хотя бы один путь",
    en: "every topic needs at least one way in, for every operator",
  },
  check(directory) {
    const answered = new Map<string, boolean>();
    for (const { topic, caller, answer } of walk(directory)) {
      // A service the operator does not offer is a real "no", not a hole in the directory.
      if (topic.service && caller.service && topic.service !== caller.service) continue;
      const key = `${topic.id} ${caller.operator ?? ""}`.trim();
      answered.set(key, (answered.get(key) ?? false) || answer.offered.length > 0);
    }
    const unanswered = [...answered].flatMap(([key, found]) => (found ? [] : [key]));
    return unanswered.map((key): Finding => {
      const [topic = "", operator] = key.split(" ");
      const index = directory.topics.topics.findIndex((one) => one.id === topic);
      const whose = operator ? { ru: `у оператора ${operator} `, en: ` for operator ${operator}` } : { ru: "", en: "" };
      return {
        file: "topics.json",
        path: `topics[${index}]`,
        instead: {
          ru: 'тему в topics одного из каналов или "general": true',
          en: 'the topic in one channel\'s topics, or "general": true',
        },
        message: { ru: `${topic}: ${whose.ru}нет ни одного канала`, en: `${topic}: no channel at all${whose.en}` },
      };
    });
  },
};
