import type { AuthoredChannel } from "../../schema.js";
import { at, channelsOf, type GateRule } from "../rule.js";

const isLine = ({ kind, value }: AuthoredChannel): boolean => kind === "voice" && value !== null;

const meets = (one: string, other: string): boolean => one === other || one === "any" || other === "any";

/** Whether both answer the same people, wherever these are. */
const sameCallers = (one: AuthoredChannel, other: AuthoredChannel): boolean =>
  meets(one.subscriber, other.subscriber) &&
  meets(one.service, other.service) &&
  one.numberType === other.numberType &&
  JSON.stringify([one.from, one.roaming]) === JSON.stringify([other.from, other.roaming]);

export const ownLineOfATopic: GateRule = {
  id: "own-line-of-a-topic",
  why: {
    ru: "общая линия стала бы впереди той, что заведена для этой темы",
    en: "a general line would stand before the one that is there for this topic",
  },
  check(directory) {
    const lines = channelsOf(directory).filter(({ entry, channel }) => entry.type === "operator" && isLine(channel));
    return lines.flatMap((general) =>
      lines.flatMap((own) => {
        if (own.entry !== general.entry || own.channel.general || !general.channel.general) return [];
        if (!sameCallers(own.channel, general.channel)) return [];
        return general.channel.topics.flatMap((topic, index) =>
          own.channel.topics.includes(topic)
            ? [
                at(
                  general.entry,
                  `${general.path}.topics[${index}]`,
                  {
                    ru: `для темы ${topic} есть своя линия: ${own.channel.id}`,
                    en: `topic ${topic} has a line of its own: ${own.channel.id}`,
                  },
                  { ru: "остальные темы", en: "the other topics" },
                ),
              ]
            : [],
        );
      }),
    );
  },
};
