/** What a text names only to rule it out: "не мегафон, а мтс", "я не в Турции". */
import type { Dictionaries } from "./dictionaries.js";
import { type Phrases, phrases } from "./phrase.js";

export type Negation = Phrases<true>;

/** The denying words stand right before what they deny: "не работает мегафон" denies the verb, and the operator stays. */
export const negation = ({ situations }: Dictionaries): Negation => phrases(situations.denial);

/** @returns those of the mentions that nothing right before them denies. */
export function notDenied<Mention extends { start: number }>(
  mentions: readonly Mention[],
  tokens: readonly string[],
  denial: Negation,
): Mention[] {
  const denied = new Set(denial.find(tokens).map(({ end }) => end));
  return mentions.filter(({ start }) => !denied.has(start));
}
