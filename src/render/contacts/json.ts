import type { Card, CardEntry } from "../../answers/contacts.js";
import { channelJson, trustJson, valueJson } from "../channel/json.js";
import type { Words } from "../words.js";

/** Conflicts by id: what else sources say stays with `dozvon conflicts`, so that a card holds nothing that is wrong. */
function entryJson({ channel, proven, unproven, costs, open, note }: CardEntry, words: Words) {
  return {
    id: channel.id,
    ...valueJson(channel, words),
    subscriber: channel.subscriber,
    service: channel.service,
    proven,
    unproven,
    costs: costs.map(({ cost, conditions }) => ({ class: cost.class, text: words.text(cost.text), conditions })),
    hours: channel.hours && { text: words.text(channel.hours.text), open },
    steps: channel.steps.map(words.text),
    note: note && words.text(note),
    ...trustJson(channel),
    conflicts: channel.conflicts,
  };
}

export function cardJson(card: Card, words: Words) {
  const { operator, legalEntity } = card;
  return {
    operator: {
      id: operator.id,
      name: words.text(operator.name),
      services: operator.services,
      origin: operator.origin,
      legalEntity: legalEntity && words.text(legalEntity.name),
    },
    whole: card.whole,
    travel: card.travel,
    channels: card.entries.map((entry) => entryJson(entry, words)),
    doubtful: card.doubtful.map((channel) => channel.id),
    emergency: card.emergency.map((one) => channelJson(one, new Set(), words)),
  };
}
