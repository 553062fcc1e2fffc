/** What a text names only to rule it out: "не мегафон, а мтс", "я не в Турции", "не глухой", "не xsolla, а кто-то другой". */
import { onceEach } from "../values/once.js";
import type { Dictionaries, SituationList } from "./dictionaries.js";
import { type Phrases, phrases, type Span } from "./phrase.js";

/** The patterns of a list; made when a text first needs them. */
export type Lists = (list: SituationList) => Phrases<true>;

export const listsOf = ({ situations }: Dictionaries): Lists =>
  onceEach((list: SituationList) => phrases(situations[list]));

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
  lists: Lists,
): Mention[] {
  if (mentions.length === 0) return [];
  // The denying words stand right before what they deny: "не работает мегафон" denies the verb, and the operator stays.
  const before = new Set(
    lists("denial")
      .find(tokens)
      .map(({ end }) => end),
  );
  // "Xsolla не при чем": right after it.
  const after = new Set(
    lists("notToBlame")
      .find(tokens)
      .map(({ start }) => start),
  );
  const isDenied = (one: Span): boolean => before.has(one.start) || after.has(one.end) || deniedInside(tokens, one);
  if (!mentions.some(isDenied)) return [...mentions];
  // "Ворьё, а не мтс" and "это не мтс, а цирк" scold what they seem to deny.
  const scoffs = lists("scoff").find(tokens);
  const scolded = (at: number): boolean => scoffs.some(({ start, end }) => start < at && at <= end);
  return mentions.filter((one) => !isDenied(one) || scolded(one.start));
}

/** Whether a list is met in earnest: what is denied is not said. */
export type Said = (list: SituationList) => boolean;

export const saidIn = (tokens: readonly string[], lists: Lists): Said =>
  onceEach((list: SituationList) => notDenied(lists(list).find(tokens), tokens, lists).length > 0);
