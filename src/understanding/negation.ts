/** What a text names only to rule it out: "не мегафон, а мтс", "я не в Турции", "не глухой", "не xsolla, а кто-то другой". */
import type { Dictionaries } from "./dictionaries.js";
import { type Phrases, phrases } from "./phrase.js";

export interface Negation {
  /** The denying words stand right before what they deny: "не работает мегафон" denies the verb, and the operator stays. */
  denial: Phrases<true>;
  /** "Xsolla не при чем": right after it. */
  notToBlame: Phrases<true>;
  /** "Ворьё, а не мтс" and "это не мтс, а цирк" scold what they seem to deny. */
  scoff: Phrases<true>;
}

export const negation = ({ situations }: Dictionaries): Negation => ({
  denial: phrases(situations.denial),
  notToBlame: phrases(situations.notToBlame),
  scoff: phrases(situations.scoff),
});

interface Span {
  start: number;
  end: number;
}

const NOT = ["не", "not"];
const PREPOSITIONS = ["с", "со", "из", "на", "в", "от", "from", "in", "on", "with"];

/** "Звоню не с домашнего": the words of a phrase with a gap, and the denial in the gap. */
const deniedInside = (tokens: readonly string[], { start, end }: Span): boolean =>
  tokens.slice(start + 1, end - 1).some((token, index) => {
    return NOT.includes(token) && PREPOSITIONS.includes(tokens[start + index + 2] ?? "");
  });

/** @returns those of the mentions that nothing beside them denies in earnest. */
export function notDenied<Mention extends Span>(
  mentions: readonly Mention[],
  tokens: readonly string[],
  { denial, notToBlame, scoff }: Negation,
): Mention[] {
  if (mentions.length === 0) return [];
  const before = new Set(denial.find(tokens).map(({ end }) => end));
  const after = new Set(notToBlame.find(tokens).map(({ start }) => start));
  const isDenied = (one: Span): boolean => before.has(one.start) || after.has(one.end) || deniedInside(tokens, one);
  if (!mentions.some(isDenied)) return [...mentions];
  const scoffs = scoff.find(tokens);
  const scolded = (at: number): boolean => scoffs.some(({ start, end }) => start < at && at <= end);
  return mentions.filter((one) => !isDenied(one) || scolded(one.start));
}
