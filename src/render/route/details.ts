/** All that an answer knows beside its first screen: what to have ready, other ways, what will not do and why, sources. */

import type { Conflict, DirectoryIndex } from "../../directory/types.js";
import type { Advice, RejectedChannel, RoutedChannel, Routing } from "../../routing/routing.js";
import type { ReachRule, Verdict } from "../../vocabulary/channels.js";
import { otherLine, shown } from "../channel/text.js";
import { offeredLines } from "../checklist/text.js";
import { settledLines, sourceText } from "../ground/text.js";
import { noticeText } from "../notice.js";
import { join, type Screen, section, type View } from "../text/screen.js";

/**
 * Whether a conflict is worth a caller's time: this very value was a candidate, and the ones not chosen may still reach the caller, from a
 * page on the web or from this answer. Those of other callers' lines are left to `dozvon conflicts`.
 */
function concerns(conflict: Conflict, main: RoutedChannel, { channels }: Routing): boolean {
  const { chosen, candidates } = conflict;
  const mentioned = chosen.includes(main.channel.id) || candidates.some((one) => one.channel === main.channel.id);
  const passedOver = candidates.flatMap(({ channel }) =>
    channel !== null && !chosen.includes(channel) ? [channel] : [],
  );
  return (
    mentioned && (passedOver.length === 0 || passedOver.some((id) => channels.some((one) => one.channel.id === id)))
  );
}

function conflictLines(main: RoutedChannel, view: View): string[] {
  const worthKnowing = main.conflicts.filter((conflict) => concerns(conflict, main, view.routing));
  return worthKnowing.flatMap((conflict) => [
    ...view.layout.paragraph(view.words.text(conflict.question), 2),
    ...settledLines(conflict, view, main.channel.id),
  ]);
}

/** One line a reason; what merely belongs to another kind of customer comes last. */
function rejectedLines(list: readonly RejectedChannel[], main: RoutedChannel | null, view: View): string[] {
  const { words, layout } = view;
  const byRule = new Map<ReachRule, string[]>();
  // What does not answer here may for somebody in Russia, from another phone, or stand for the 112 of another country.
  const { channels, viaSomeone } = view.routing;
  const given = [...channels, viaSomeone, main].flatMap((one) => one ?? []);
  const offered = new Set(given.map((one) => shown(one, words)));
  for (const { channel, rule } of list) {
    const value = shown({ channel }, view.words);
    if (!offered.has(value)) byRule.set(rule, [...(byRule.get(rule) ?? []), value]);
  }
  const foreign = (rule: ReachRule) => Number(rule === "subscriber-as-stated" || rule === "service-as-stated");
  return [...byRule]
    .sort(([a], [b]) => foreign(a) - foreign(b))
    .flatMap(([rule, values]) => layout.paragraph(`${values.join(", ")} — ${words.say(`reason.${rule}`)}`, 2, 2));
}

/** @param main the channel of the first screen, which is not said again. */
export function detailsText(
  routing: Routing,
  main: RoutedChannel | null,
  directory: DirectoryIndex,
  screen: Screen,
): string {
  const view: View = { ...screen, routing, directory };
  const { words, layout } = screen;
  const rest = routing.channels.filter(({ channel }) => channel.id !== main?.channel.id);
  const of = (verdict: Verdict) => rest.filter((one) => one.verdict === verdict);
  const titled = (key: string, lines: readonly string[]) => section(view, words.say(key), lines);
  const items = (key: string, texts: readonly string[]) =>
    titled(
      key,
      texts.flatMap((text) => layout.paragraph(`- ${text}`, 2, 2)),
    );
  const advice = (list: readonly Advice[]) => list.map(({ text }) => words.text(text));
  const ways = (key: string, list: readonly RoutedChannel[]) =>
    titled(
      key,
      list.flatMap((one) => otherLine(one, view)),
    );
  const escalation = routing.topic.operatorNeeded ? "section.escalation" : "section.escalation-general";
  const notices = routing.notices.map((notice) => noticeText(notice, words));
  const sources = main?.channel.sources.map((source) => sourceText(source, words)) ?? [];
  return join([
    ...items("section.prepare", advice(routing.prepare)),
    ...items("section.limits", advice(routing.limits)),
    ...ways("section.others", of("proven")),
    ...ways("section.unproven", of("unproven")),
    ...titled("section.rejected", rejectedLines(routing.rejected, main, view)),
    ...(main ? titled("section.conflicts", conflictLines(main, view)) : []),
    ...ways(escalation, routing.escalation),
    ...titled("section.checklists", offeredLines(routing.checklists, directory, view)),
    ...items("section.notices", notices),
    ...items("section.sources", sources),
  ]);
}
