/** A routing as a screen of text: the answer first, then how, then what else, then why not. */

import type { Conflict, DirectoryIndex } from "../../directory/types.js";
import { isBinding } from "../../routing/advice.js";
import type { Advice, RejectedChannel, RoutedChannel, Routing, Winner } from "../../routing/routing.js";
import type { ReachRule } from "../../vocabulary/channels.js";
import { aboutText, mainLines, nameLine, otherLine, sentence, shown } from "../channel/text.js";
import { offeredLines } from "../checklist/text.js";
import { noticeText } from "../notice.js";
import { join, type Screen, section } from "../text/screen.js";
import type { View } from "../text/view.js";
import { conditionText, needText, operatorName } from "./conditions.js";

/** How much of each list a person is shown; the rest is counted, and --json has it all. */
const SHOWN = { proven: 5, brief: 4, unproven: 3, rejected: 6, useful: 6, winners: 14, escalation: 4 } as const;

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

function conflictLines(main: RoutedChannel, { words, layout, routing }: View): string[] {
  const worthKnowing = main.conflicts.filter((conflict) => concerns(conflict, main, routing));
  return worthKnowing.flatMap((conflict) => {
    const others = conflict.candidates
      .filter((candidate) => candidate.channel !== main.channel.id)
      .map((candidate) => words.text(candidate.text));
    return [
      ...layout.paragraph(words.text(conflict.question), 2),
      ...layout.paragraph(words.say("conflict.candidates", { values: others.join(words.say("list.separator")) }), 4),
      ...layout.paragraph(sentence(words.text(conflict.resolution)), 4),
      ...layout.paragraph(words.say("conflict.why", { why: sentence(words.text(conflict.why)) }), 4),
    ];
  });
}

function adviceLines(advice: readonly Advice[], { words, layout }: View): string[] {
  return advice.flatMap(({ text }) => layout.paragraph(`- ${words.text(text)}`, 2, 2));
}

function more(total: number, limit: number, { words, layout }: View): string[] {
  return total > limit ? layout.paragraph(words.say("list.more", { count: String(total - limit) }), 2) : [];
}

function others(list: readonly RoutedChannel[], limit: number, view: View): string[] {
  return [...list.slice(0, limit).flatMap((other) => otherLine(other, view)), ...more(list.length, limit, view)];
}

/** One line a reason; what merely belongs to another kind of customer comes last. */
function rejectedLines(list: readonly RejectedChannel[], view: View): string[] {
  const { words, layout } = view;
  const byRule = new Map<ReachRule, string[]>();
  // 112 of another country must not read as if the 112 offered above did not work here.
  const offered = new Set(view.routing.channels.map((one) => shown(one, view)));
  for (const { channel, rule } of list) {
    const value = shown({ channel }, view);
    if (!offered.has(value)) byRule.set(rule, [...(byRule.get(rule) ?? []), value]);
  }
  const foreign = (rule: ReachRule) => Number(rule === "subscriber-as-stated" || rule === "service-as-stated");
  return [...byRule]
    .sort(([a], [b]) => foreign(a) - foreign(b))
    .flatMap(([rule, values]) => {
      const some = values.slice(0, SHOWN.rejected);
      const rest = values.length - some.length;
      const count = rest > 0 ? ` ${words.say("list.more-short", { count: String(rest) })}` : "";
      return layout.paragraph(`${some.join(", ")}${count} — ${words.say(`reason.${rule}`)}`, 2, 2);
    });
}

function winnerLine({ id, conditions }: Winner, view: View): string[] {
  const { words, layout, directory, routing } = view;
  const operator = routing.situation.operator?.value ?? null;
  const channel = routing.channels.find((one) => one.channel.id === id);
  const proven = routing.primaries.some((one) => one.id === id);
  const name = channel && shown(channel, view);
  const value = name ? (proven ? name : words.say("winner.unproven", { name })) : words.say("winner.none");
  return conditions.flatMap((one) =>
    layout.paragraph(`${value} — ${conditionText(one, operator, directory, words)}`, 2, 2),
  );
}

function needsLines({ routing, words, layout, directory }: View): string[] {
  return routing.needs.flatMap((fact) => layout.paragraph(needText(fact, directory, words), 2, 2));
}

/** Facts are missing and the answer hangs on them: what it is in each case, and what to add. */
function openLines(view: View): string[] {
  const { routing, words, layout, palette } = view;
  const winners = [...routing.primaries, ...routing.nearest].filter(({ id }) => id !== null);
  const none = routing.nearest.filter(({ id }) => id === null);
  const lines = [...winners, ...none].flatMap((winner) => winnerLine(winner, view));
  const question = words.say(`open.${routing.needs[0] ?? "operator"}`);
  return [
    ...layout.paragraph(question).map((line) => palette.answer(line)),
    ...lines.slice(0, SHOWN.winners * 2),
    ...more(lines.length, SHOWN.winners * 2, view),
    ...section(view, words.say("section.needs"), needsLines(view)),
  ];
}

/** No channel at all is an answer too: why, and what would work. */
function deadEndLines(view: View): string[] {
  const { words, layout, palette } = view;
  return [
    ...layout.paragraph(words.say("none.first")).map((line) => palette.answer(line)),
    ...section(view, words.say("section.would-work"), layout.paragraph(`- ${words.say("none.would-work")}`, 2, 2)),
  ];
}

/** The SIM in hand is counted as gone: whoever can borrow a phone is helped at once, the others by what needs none. */
function otherPhoneLines(other: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  return [
    ...layout.paragraph(words.say("voice.own-sim-gone")),
    ...layout
      .paragraph(words.say("voice.other-phone", { value: shown(other, view) }))
      .map((line) => palette.answer(line)),
    ...layout.paragraph(aboutText(other, words)),
    "",
    ...layout.paragraph(words.say("voice.no-other-phone")),
  ];
}

function answerLines(main: RoutedChannel, view: View): string[] {
  const { routing, words, layout } = view;
  if (routing.otherPhone) return [...otherPhoneLines(routing.otherPhone, view), ...mainLines(main, view)];
  const voice = routing.channels.filter((one) => one.channel.kind === "voice");
  // A number that everybody has at hand, as on a bank card, is a line to call, though no source can name it.
  const callable = voice.some(({ verdict, rule }) => verdict === "proven" || rule === "number-not-established");
  if (main.channel.kind === "voice" || callable) return mainLines(main, view);
  const key = voice.length > 0 ? "voice.unproven" : "voice.none";
  // Words come before the answer only here: someone about to dial has to know first.
  return [...layout.paragraph(words.say(key)), ...mainLines(main, view)];
}

function head(view: View): { lines: string[]; main: RoutedChannel | null } {
  const { routing } = view;
  if (routing.channels.length === 0) return { lines: deadEndLines(view), main: null };
  const { main } = routing;
  return main ? { lines: answerLines(main, view), main } : { lines: openLines(view), main: null };
}

function context({ routing, directory, words }: View): string {
  const { operator } = routing.situation;
  const topic = words.text(routing.topic.label);
  return operator && routing.topic.operatorNeeded
    ? `${operatorName(operator.value, directory, words)}: ${topic}`
    : topic;
}

/** What a person has to know before dialling: the answer, what to have ready, what will not do. */
function essentials(view: View, lines: readonly string[]): string[] {
  const { routing, words } = view;
  return [
    ...lines,
    ...section(view, words.say("section.prepare"), adviceLines(routing.prepare, view)),
    ...section(view, words.say("section.limits"), adviceLines(routing.limits.filter(isBinding), view)),
  ];
}

function noticeLines({ routing, words, layout }: View): string[] {
  return routing.notices.flatMap((notice) => layout.paragraph(`- ${noticeText(notice, words)}`, 2, 2));
}

/** Everything but the answer itself: other ways, what may fail, what is left out and why. */
function alternatives(view: View, main: RoutedChannel): string[] {
  const { routing, words } = view;
  const rest = routing.channels.filter((one) => one !== main);
  const proven = rest.filter((one) => one.verdict === "proven");
  const unproven = rest.filter((one) => one.verdict === "unproven");
  return [
    ...section(view, words.say("section.others"), others(proven, SHOWN.proven, view)),
    ...section(view, words.say("section.unproven"), others(unproven, SHOWN.unproven, view)),
    ...section(view, words.say("section.needs"), needsLines(view)),
  ];
}

/** The whole answer. */
export function routingText(routing: Routing, directory: DirectoryIndex, screen: Screen): string {
  const view: View = { ...screen, routing, directory };
  const { words, layout, palette } = screen;
  const { lines, main } = head(view);
  const useful = routing.limits.filter((advice) => !isBinding(advice));
  return join([
    ...essentials(view, lines),
    ...(main ? alternatives(view, main) : []),
    ...section(view, words.say("section.useful"), [
      ...adviceLines(useful.slice(0, SHOWN.useful), view),
      ...more(useful.length, SHOWN.useful, view),
    ]),
    ...section(view, words.say("section.rejected"), rejectedLines(routing.rejected, view)),
    ...(main ? section(view, words.say("section.conflicts"), conflictLines(main, view)) : []),
    ...section(
      view,
      words.say(routing.topic.operatorNeeded ? "section.escalation" : "section.escalation-general"),
      others(routing.escalation, SHOWN.escalation, view),
    ),
    ...section(view, words.say("section.checklists"), offeredLines(routing.checklists, directory, view)),
    ...section(view, words.say("section.notices"), noticeLines(view)),
    "",
    ...layout.paragraph(context(view)).map((line) => palette.faint(line)),
  ]);
}

/** The answer on one small screen, for a terminal where more can be asked for. */
export function briefRoutingText(routing: Routing, directory: DirectoryIndex, screen: Screen): string {
  const view: View = { ...screen, routing, directory };
  const { words } = screen;
  const { lines, main } = head(view);
  const rest = routing.channels.filter((one) => one !== main && one.verdict === "proven");
  const ways = main ? rest.slice(0, SHOWN.brief).flatMap((other) => nameLine(other, view)) : [];
  return join([
    ...essentials(view, lines),
    ...section(view, words.say("section.others"), ways),
    ...section(view, words.say("section.notices"), noticeLines(view)),
  ]);
}
