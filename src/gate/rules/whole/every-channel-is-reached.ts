import { at, channelsOf, type GateRule } from "../rule.js";
import { walk } from "./walk.js";

export const everyChannelIsReached: GateRule = {
  id: "every-channel-is-reached",
  why: {
    ru: "канал, до которого не доходит ни одна ситуация, лежит мёртвым грузом и скрывает ошибку в своих условиях",
    en: "a channel that no situation reaches is dead weight and hides a mistake in its conditions",
  },
  check(directory) {
    const reached = new Set(walk(directory).flatMap(({ answer }) => answer.offered.map(({ channel }) => channel.id)));
    // Bodies also answer after the operator; there only the topic decides whether they come up.
    const escalated = new Set(directory.topics.topics.filter((topic) => topic.operatorNeeded).map((topic) => topic.id));
    return channelsOf(directory).flatMap(({ entry, channel, path }) => {
      const afterOperator = entry.type === "body" && channel.topics.some((topic) => escalated.has(topic));
      if (reached.has(channel.id) || afterOperator) return [];
      return [
        at(
          entry,
          path,
          { ru: "недостижим ни в одной ситуации", en: "is reached in no situation" },
          {
            ru: 'темы в topics или "general": true; шире from, roaming',
            en: 'topics or "general": true; a wider from, roaming',
          },
        ),
      ];
    });
  },
};
