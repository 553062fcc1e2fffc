/** What a text names only to rule it out: "не мегафон, а мтс", "я не в Турции". */
import type { Dictionaries } from "./dictionaries.js";
import { type Phrases, phrases } from "./phrase.js";

export interface Negation {
  /** The denying words stand right before what they deny: "не работает мегафон" denies the verb, and the operator stays. */
  denial: Phrases<true>;
  /** "Ворьё, а не мтс" and "это не мтс, а цирк" scold what they seem to deny. */
  scoff: Phrases<true>;
}

export const negation = ({ situations }: Dictionaries): Negation => ({
  denial: phrases(situations.denial),
  scoff: phrases(situations.scoff),
});

/** @returns those of the mentions that nothing right before them denies in earnest. */
export function notDenied<Mention extends { start: number }>(
  mentions: readonly Mention[],
  tokens: readonly string[],
  { denial, scoff }: Negation,
): Mention[] {
  const denied = new Set(denial.find(tokens).map(({ end }) => end));
  if (!mentions.some(({ start }) => denied.has(start))) return [...mentions];
  const scoffs = scoff.find(tokens);
  const scolded = (at: number): boolean => scoffs.some(({ start, end }) => start < at && at <= end);
  return mentions.filter(({ start }) => !denied.has(start) || scolded(start));
}
