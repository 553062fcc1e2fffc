/** All that an answer knows beside its first screen: what to have ready, other ways, what will not do and why, sources. */

import type { Conflict, DirectoryIndex } from "../../directory/types.js";
import type { Advice, RejectedChannel, RoutedChannel, Routing } from "../../routing/routing.js";
import type { ReachRule } from "../../vocabulary/channels.js";
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

function adviceLines(advice: readonly Advice[], { words, layout }: View): string[] {
  return advice.flatMap(({ text }) => layout.paragraph(`- ${words.text(text)}`, 2, 2));
}

const others = (list: readonly RoutedChannel[], view: View): string[] =>
  list.flatMap((other) => otherLine(other, view));

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

function noticeLines({ routing, words, layout }: View): string[] {
  return routing.notices.flatMap((notice) => layout.paragraph(`- ${noticeText(notice, words)}`, 2, 2));
}

/** @param main the channel of the first screen, which is not said again. */
export function detailsText(
  routing: Routing,
  main: RoutedChannel | null,
  directory: DirectoryIndex,
  screen: Screen,
): string {
  const view: View = { ...screen, routing, directory };
  const { words } = screen;
  const rest = routing.channels.filter(({ channel }) => channel.id !== main?.channel.id);
  const titled = (key: string, lines: readonly string[]) => section(view, words.say(key), lines);
  return join([
    ...titled("section.prepare", adviceLines(routing.prepare, view)),
    ...titled("section.limits", adviceLines(routing.limits, view)),
    ...titled(
      "section.others",
      others(
        rest.filter(({ verdict }) => verdict === "proven"),
        view,
      ),
    ),
    ...titled(
      "section.unproven",
      others(
        rest.filter(({ verdict }) => verdict === "unproven"),
        view,
      ),
    ),
    ...titled("section.rejected", rejectedLines(routing.rejected, main, view)),
    ...(main ? titled("section.conflicts", conflictLines(main, view)) : []),
    ...titled(
      routing.topic.operatorNeeded ? "section.escalation" : "section.escalation-general",
      others(routing.escalation, view),
    ),
    ...titled("section.checklists", offeredLines(routing.checklists, directory, view)),
    ...titled("section.notices", noticeLines(view)),
    ...(main
      ? titled(
          "section.sources",
          main.channel.sources.flatMap((source) => view.layout.paragraph(sourceText(source, words), 2, 2)),
        )
      : []),
  ]);
}
