/** All that an answer knows beside its first screen: what to have ready, other ways, what will not do and why, sources. */

import type { Conflict, Directory } from "../../directory/types.js";
import type { Advice } from "../../routing/advice.js";
import type { RejectedChannel, RoutedChannel, Routing } from "../../routing/route.js";
import type { ReachRule, Verdict } from "../../vocabulary/channels.js";
import { otherLine, shown } from "../channel/text.js";
import { offeredLines } from "../checklist/text.js";
import { settledLines, sourceText } from "../ground/text.js";
import { entry, indented, item, type Line, section, textOf } from "../text/blocks.js";
import type { Screen, View } from "../text/screen.js";
import { noticeText } from "../words.js";

/**
 * Whether a conflict is worth a caller's time: this very value was a candidate, and the ones not chosen may still reach the caller, from a
 * page on the web or from this answer. Those of other callers' lines are left to `dozvon conflicts`.
 */
function concerns(conflict: Conflict, main: RoutedChannel, { channels }: Routing): boolean {
  const { chosen, candidates } = conflict;
  const mentioned = chosen.includes(main.channel.id) || candidates.some((one) => one.channel === main.channel.id);
  const passedOver = candidates.flatMap(({ channel }) => channel ?? []).filter((id) => !chosen.includes(id));
  const mayServe = passedOver.some((id) => channels.some(({ channel }) => channel.id === id));
  return mentioned && (passedOver.length === 0 || mayServe);
}

const conflictLines = (main: RoutedChannel, { words, routing }: View): Line[] =>
  main.conflicts
    .filter((conflict) => concerns(conflict, main, routing))
    .flatMap((conflict) => [
      indented(words.text(conflict.question)),
      ...settledLines(conflict, words, main.channel.id),
    ]);

/** One line a reason; what merely belongs to another kind of customer comes last. */
function rejectedLines(list: readonly RejectedChannel[], main: RoutedChannel | null, { words, routing }: View): Line[] {
  const byRule = new Map<ReachRule, string[]>();
  // What does not answer here may for somebody in Russia, from another phone, or stand for the 112 of another country.
  const { channels, viaSomeone } = routing;
  const given = [...channels, viaSomeone, main].flatMap((one) => one ?? []);
  const offered = new Set(given.map((one) => shown(one, words)));
  for (const { channel, rule } of list) {
    const value = shown({ channel }, words);
    if (!offered.has(value)) byRule.set(rule, [...(byRule.get(rule) ?? []), value]);
    offered.add(value);
  }
  const foreign = (rule: ReachRule) => Number(rule === "subscriber-as-stated" || rule === "service-as-stated");
  return [...byRule]
    .sort(([a], [b]) => foreign(a) - foreign(b))
    .map(([rule, values]) => entry(`${values.join(", ")} — ${words.say(`reason.${rule}`)}`));
}

/** @param main the channel of the first screen, which is not said again. */
export function detailsText(routing: Routing, main: RoutedChannel | null, directory: Directory, screen: Screen) {
  const { words } = screen;
  const view: View = { words, routing, directory };
  const rest = routing.channels.filter(({ channel }) => channel.id !== main?.channel.id);
  const others = (verdict: Verdict) => rest.filter((one) => one.verdict === verdict);
  const titled = (key: string, lines: readonly Line[]) => section(words.say(key), lines);
  const items = (key: string, texts: readonly string[]) => titled(key, texts.map(item));
  const advice = (list: readonly Advice[]) => list.map(({ text }) => words.text(text));
  const ways = (list: readonly RoutedChannel[]) => list.map((one) => otherLine(one, view));
  const escalation = routing.topic.operatorNeeded ? "section.escalation" : "section.escalation-general";
  const notices = routing.notices.map((notice) => noticeText(notice, words));
  const of = { operator: routing.situation.operator?.value };
  const sources = main?.channel.sources.map((source) => sourceText(source, words)) ?? [];
  const lines = [
    ...items("section.prepare", advice(routing.prepare)),
    ...items("section.limits", advice(routing.limits)),
    ...titled("section.others", ways(others("proven"))),
    ...titled("section.unproven", ways(others("unproven"))),
    ...titled("section.rejected", rejectedLines(routing.rejected, main, view)),
    ...(main ? titled("section.conflicts", conflictLines(main, view)) : []),
    ...titled(escalation, ways(routing.escalation)),
    ...titled("section.checklists", offeredLines(routing.checklists, of, directory, screen)),
    ...items("section.notices", notices),
    ...items("section.sources", [...new Set(sources)]),
  ];
  return textOf(lines, screen);
}
