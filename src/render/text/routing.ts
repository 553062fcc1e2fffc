import { UNCITED } from "../../directory/grade.js";
import type { DirectoryIndex } from "../../directory/types.js";
import type { Advice, RejectedChannel, RoutedChannel, Routing, Winner } from "../../routing/routing.js";
import { PHONE_KINDS, type ReachRule, type RuleRole } from "../../vocabulary.js";
import type { Words } from "../words.js";
import { conditionText, operatorName } from "./conditions.js";
import { dateText, join, type Screen, section } from "./screen.js";

/** How much of each list a person is shown; the rest is counted, and --json has it all. */
const SHOWN = { proven: 5, unproven: 3, rejected: 6, winners: 14, escalation: 4 } as const;

/** A source older than this many years is worth saying so. */
const OLD_SOURCE_YEARS = 2;

/** What decides whether the way shown will do at all; the rest of the advice comes after the other ways. */
const BINDING: readonly RuleRole[] = ["not-by-phone", "office-only", "owner-only"];

interface View extends Screen {
  routing: Routing;
  directory: DirectoryIndex;
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const uncapital = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function shown({ channel }: Pick<RoutedChannel, "channel">, words: Words): string {
  const value = words.text(channel.display);
  if (channel.kind === "sms") {
    return channel.message
      ? words.say("sms.with-message", { value, message: channel.message })
      : words.say("sms.to", { value });
  }
  return value;
}

const isPhone = ({ channel }: RoutedChannel): boolean => PHONE_KINDS.includes(channel.kind);

function hoursText({ channel, open }: RoutedChannel, words: Words): string[] {
  if (!channel.hours) return [];
  const text = words.text(channel.hours.text);
  const now =
    open === null || channel.hours.schedule === "always" ? "" : words.say(open ? "hours.open" : "hours.closed");
  return [capital(sentence(text + now))];
}

function costText(channel: RoutedChannel, words: Words): string[] {
  const text = capital(sentence(words.text(channel.cost.text)));
  const needsBalance = isPhone(channel) && channel.cost.class !== "free" && !channel.cost.onCredit;
  return needsBalance ? [text, words.say("cost.needs-balance")] : [text];
}

/** How far a value can be trusted, in words. */
function trustText({ channel }: RoutedChannel, words: Words): string {
  const named = new Set(channel.sources.map((source) => source.publisher).filter((name) => name !== UNCITED)).size;
  if (channel.grade === "official") return words.say("trust.official");
  if (channel.grade === "corroborated") return words.say("trust.corroborated");
  return words.say(named === 0 ? "trust.uncited" : "trust.reported");
}

function ageText({ channel }: RoutedChannel, { routing, words }: View): string[] {
  const years = channel.sources.flatMap(({ date }) => (date ? [Number(date.slice(0, 4))] : []));
  if (years.length === 0) return [words.say("trust.undated")];
  const newest = Math.max(...years);
  const now = Number(routing.moment.date.slice(0, 4));
  return now - newest > OLD_SOURCE_YEARS ? [words.say("trust.newest", { year: String(newest) })] : [];
}

function trustLines(channel: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  const checked = words.say("trust.checked", { date: dateText(channel.channel.checkedOn, words) });
  const text = [trustText(channel, words), ...ageText(channel, view), checked].join(" ");
  const doubtful = channel.channel.status !== "current" || channel.verdict === "unproven";
  return layout.paragraph(text).map((line) => (doubtful ? palette.doubt(line) : palette.faint(line)));
}

/** Why a channel that may answer is not a sure thing. */
function doubts({ channel, verdict, rule }: RoutedChannel, words: Words): string[] {
  return [
    ...(verdict === "unproven" ? [words.say(`doubt.${rule}`)] : []),
    ...(channel.status === "current" ? [] : [words.say(`doubt.${channel.status}`)]),
  ];
}

function freeWay(main: RoutedChannel, { routing, words, layout }: View): string[] {
  if (!isPhone(main) || main.cost.class === "free") return [];
  const free = routing.channels.find((one) => one !== main && one.cost.class === "free" && one.verdict === "proven");
  return free
    ? layout.paragraph(words.say("cost.free-way", { way: `${shown(free, words)} (${words.text(free.channel.label)})` }))
    : [];
}

function conflictLines({ channel, conflicts }: RoutedChannel, { words, layout }: View): string[] {
  return conflicts.flatMap((conflict) => {
    const others = conflict.candidates
      .filter((candidate) => candidate.channel !== channel.id)
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

/** The channel that is the answer: its value alone on the first line, then everything needed to use it. */
function mainLines(main: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  const about = [sentence(words.text(main.channel.label)), ...costText(main, words), ...hoursText(main, words)].join(
    " ",
  );
  const steps = main.channel.steps.flatMap((step, index) =>
    layout.paragraph(`${index + 1}. ${words.text(step)}`, 2, 3),
  );
  const note = main.channel.note ? layout.paragraph(words.text(main.channel.note)) : [];
  const doubtful = doubts(main, words)
    .flatMap((doubt) => layout.paragraph(doubt))
    .map((line) => palette.doubt(line));
  return [
    palette.answer(shown(main, words)),
    ...layout.paragraph(about),
    ...freeWay(main, view),
    ...doubtful,
    ...note,
    ...trustLines(main, view),
    ...section(view, words.say("section.steps"), steps),
  ];
}

function otherLine(other: RoutedChannel, view: View): string[] {
  const { words, layout, directory, routing } = view;
  const operator = routing.situation.operator?.value ?? null;
  const when = other.conditions.map((one) => conditionText(one, operator, directory, words));
  const value = shown(other, words);
  const label = words.text(other.channel.label);
  // An app or a chat is its own label: no need to say it twice.
  const name = label.toLowerCase().startsWith(value.toLowerCase()) ? label : `${value} — ${label}`;
  const parts = [name, words.text(other.cost.text), ...doubts(other, words).map(uncapital)];
  const condition = when.length > 0 ? ` [${when.join("; ")}]` : "";
  return layout.paragraph(parts.map((part) => part.replace(/\.$/, "")).join("; ") + condition, 2, 2);
}

function more(total: number, limit: number, { words, layout }: View): string[] {
  return total > limit ? layout.paragraph(words.say("list.more", { count: String(total - limit) }), 2) : [];
}

function others(list: readonly RoutedChannel[], limit: number, view: View): string[] {
  return [...list.slice(0, limit).flatMap((other) => otherLine(other, view)), ...more(list.length, limit, view)];
}

/** One line a reason; what merely belongs to another kind of customer comes last. */
function rejectedLines(list: readonly RejectedChannel[], { words, layout }: View): string[] {
  const byRule = new Map<ReachRule, string[]>();
  for (const { channel, rule } of list) byRule.set(rule, [...(byRule.get(rule) ?? []), shown({ channel }, words)]);
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
  const value = channel ? shown(channel, words) : words.say("winner.none");
  return conditions.flatMap((one) =>
    layout.paragraph(`${value} — ${conditionText(one, operator, directory, words)}`, 2, 2),
  );
}

function needsLines({ routing, words, layout }: View): string[] {
  return routing.needs.flatMap((fact) => layout.paragraph(words.say(`need.${fact}`), 2, 2));
}

/** Facts are missing and the answer hangs on them: what it is in each case, and what to add. */
function openLines(view: View): string[] {
  const { routing, words, layout, palette } = view;
  const sorted = [...routing.primaries].sort((a, b) => Number(a.id === null) - Number(b.id === null));
  const lines = sorted.flatMap((winner) => winnerLine(winner, view));
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

function answerLines(main: RoutedChannel, view: View): string[] {
  const { routing, words, layout } = view;
  const voice = routing.channels.filter((one) => one.channel.kind === "voice");
  if (main.channel.kind === "voice" || voice.some((one) => one.verdict === "proven")) return mainLines(main, view);
  const key = voice.length > 0 ? "voice.unproven" : "voice.none";
  // Words come before the answer only here: someone about to dial has to know first.
  return [...layout.paragraph(words.say(key)), ...mainLines(main, view)];
}

function head(view: View): { lines: string[]; main: RoutedChannel | null } {
  const { routing } = view;
  if (routing.channels.length === 0) return { lines: deadEndLines(view), main: null };
  const settled = routing.primaries.length === 1;
  const main =
    routing.channels.find((one) => one.channel.id === routing.primary) ?? (settled ? routing.channels[0] : null);
  return main ? { lines: answerLines(main, view), main } : { lines: openLines(view), main: null };
}

function context({ routing, directory, words }: View): string {
  const { operator } = routing.situation;
  const topic = words.text(routing.topic.label);
  return operator && routing.topic.operatorNeeded
    ? `${operatorName(operator.value, directory, words)}: ${topic}`
    : topic;
}

/** A routing as a screen of text: the answer first, then how, then what else, then why not. */
export function routingText(routing: Routing, directory: DirectoryIndex, screen: Screen): string {
  const view: View = { ...screen, routing, directory };
  const { words, layout, palette } = screen;
  const { lines, main } = head(view);
  const rest = routing.channels.filter((one) => one !== main);
  const proven = rest.filter((one) => one.verdict === "proven");
  const unproven = rest.filter((one) => one.verdict === "unproven");
  const notices = routing.notices.flatMap(({ code, values }) =>
    layout.paragraph(`- ${words.say(`notice.${code}`, values)}`, 2, 2),
  );
  const binding = routing.limits.filter(({ role }) => role === null || BINDING.includes(role));
  const useful = routing.limits.filter((advice) => !binding.includes(advice));
  return join([
    ...lines,
    ...section(view, words.say("section.prepare"), adviceLines(routing.prepare, view)),
    ...section(view, words.say("section.limits"), adviceLines(binding, view)),
    ...(main ? section(view, words.say("section.others"), others(proven, SHOWN.proven, view)) : []),
    ...(main ? section(view, words.say("section.unproven"), others(unproven, SHOWN.unproven, view)) : []),
    ...(main ? section(view, words.say("section.needs"), needsLines(view)) : []),
    ...section(view, words.say("section.useful"), adviceLines(useful, view)),
    ...section(view, words.say("section.rejected"), rejectedLines(routing.rejected, view)),
    ...(main ? section(view, words.say("section.conflicts"), conflictLines(main, view)) : []),
    ...section(view, words.say("section.escalation"), others(routing.escalation, SHOWN.escalation, view)),
    ...section(view, words.say("section.notices"), notices),
    "",
    ...layout.paragraph(context(view)).map((line) => palette.faint(line)),
  ]);
}
