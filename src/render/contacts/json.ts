import type { Card, CardEntry } from "../../answers/contacts.js";
import { channelJson, reachOf, trustOf } from "../channel/json.js";
import { pick, said, type Words } from "../words.js";

/** Conflicts by id: what else sources say stays with `dozvon conflicts`, so that a card holds nothing that is wrong. */
const entryOf = ({ channel, costs, open, note, ...entry }: CardEntry) => ({
  id: channel.id,
  ...reachOf(channel),
  ...pick(channel, "subscriber", "service"),
  ...pick(entry, "proven", "unproven"),
  costs: costs.map(({ cost, conditions }) => ({ class: cost.class, text: cost.text, conditions })),
  hours: channel.hours && { text: channel.hours.text, open },
  steps: channel.steps,
  note,
  ...trustOf(channel),
  conflicts: channel.conflicts,
});

export function cardJson(card: Card, words: Words) {
  const { operator, legalEntity, entries, doubtful, viaSomeone, emergency } = card;
  const whose = { ...pick(operator, "id", "name", "services", "origin"), legalEntity: legalEntity?.name ?? null };
  return {
    operator: said(whose, words),
    ...pick(card, "whole", "travel"),
    channels: said(entries.map(entryOf), words),
    /** Channels that may answer in the stated situation, kept off the card. */
    doubtful: doubtful.map(({ id }) => id),
    ...pick(card, "noCall"),
    /** With --travel: the number somebody in Russia can call instead. */
    viaSomeone: viaSomeone?.id ?? null,
    /** With --travel: emergency numbers abroad. */
    emergency: emergency.map((one) => channelJson(one, new Set(), words)),
  };
}
