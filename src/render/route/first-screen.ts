/**
 * The first screen of an answer: what was understood, the value to dial or open alone on its line, how sure it is, and where it differs.
 * What does not fit is left to `--full`.
 */
import type { Directory } from "../../directory/types.js";
import { type Advice, isBinding, names } from "../../routing/advice.js";
import type { RoutedChannel, Routing } from "../../routing/route.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import { type OpenFact, OTHER_MERCHANT } from "../../vocabulary/situation.js";
import { factTexts } from "../ask/text.js";
import { aboutText, isPhone, nearestText, sentence, shown, trustText, unended } from "../channel/text.js";
import { commandOf } from "../charge/json.js";
import { checklistTitle } from "../checklist/json.js";
import { answer, type Block, doubt, faint, fitted, indented, type Line, moreLines, type Row } from "../text/blocks.js";
import type { Screen, View } from "../text/screen.js";
import { noticeText, type Words } from "../words.js";
import { operatorName, operatorOf } from "./conditions.js";
import { differenceLines, isSilent, isWorthALine, leadOf, leadsThroughOthers, otherCodeLines } from "./differences.js";

export interface FirstScreen {
  /** As asked, with what was left out. */
  asked: Routing;
  /** The same, completed to the usual case. */
  usual: Routing;
  /** The nearest other topics a sentence may have meant. */
  nearest: readonly string[];
  /** How many lines there are to fill. */
  rows: number;
}

const MOST = { operators: 6, steps: 3, limits: 3, notices: 2 } as const;

/** The order in which one says what is taken for granted. */
const ASSUMED: readonly OpenFact[] = ["service", "roaming", "from", "subscriber"];

/** What is taken as usual and would change the answer, as one says it: "вы в России, в руках SIM T2". */
function assumedText(asked: Routing, view: View): string {
  const { words } = view;
  const { usual } = asked;
  const exceptions = usual?.exceptions ?? [];
  const deciding = exceptions.filter(
    (one) => !["service", "subscriber"].includes(one.fact) || isWorthALine(one, asked),
  );
  const operator = operatorOf(view);
  // Whose SIM it is, nobody can say where no operator is known.
  const open = ASSUMED.filter((fact) => deciding.some((one) => one.fact === fact));
  const sayable = open.filter((fact) => fact !== "from" || operator !== "");
  const phrases = sayable.map((fact) => words.say(`usual.${fact}.${usual?.facts[fact] ?? ""}`, { operator }));
  return phrases.length > 0 ? words.say("usual.assumed", { facts: phrases.join(words.say("list.comma")) }) : "";
}

function headLines({ asked }: FirstScreen, view: View): Line[] {
  const { words, directory } = view;
  const facts = factTexts(asked.situation, directory, words).join(words.say("list.comma"));
  const heard = Object.values(asked.situation).some((fact) => fact?.from === "text");
  const assumed = assumedText(asked, view);
  // A topic named by the command itself needs no saying.
  if (facts === "" || (!heard && assumed === "" && Object.keys(asked.situation).length === 1)) return [];
  const known = heard ? words.say("text.understood", { facts }) : sentence(facts);
  return [faint([known, assumed].filter((part) => part !== "").join(" "))];
}

/** Why nobody can call from there, said before the way that is left. */
function noCallLines(view: View): Line[] {
  const { routing, words } = view;
  const { noCall, otherPhone, viaSomeone, topic } = routing;
  if (otherPhone) return topic.ownLine === "none" ? [words.say("voice.own-sim-gone")] : [];
  if (viaSomeone === null || !leadsThroughOthers(routing))
    return noCall === null || noCall === "not-by-phone" ? [] : [words.say(`no-call.${noCall}`)];
  const ofLine = routing.situation.from?.value === "internet" ? "no-call.someone.no-phone" : "no-call.someone";
  const there = [answer(shown(viaSomeone, words)), aboutText(viaSomeone, view)];
  return [words.say(isSilent(routing) ? "no-call.someone.silent" : ofLine), ...there, words.say("no-call.from-here")];
}

/** The value, what it is, and one mark of how sure it is. */
function valueLines(main: RoutedChannel, view: View): Line[] {
  const { words } = view;
  const doubtful = main.verdict === "unproven" || main.channel.status !== "current";
  const why = main.verdict === "unproven" ? [words.say(`doubt.${main.rule}`)] : [];
  const about = [aboutText(main, view), ...why, trustText(main, view)].join(" ");
  return [answer(shown(main, words)), doubtful ? doubt(about) : about];
}

const limitLines = ({ routing, words }: View): string[] =>
  routing.limits
    .filter(isBinding)
    .slice(0, MOST.limits)
    .map(({ text }) => sentence(words.text(text)));

/** One line that is the answer itself must not push the value off the first lines. */
const SHORT_ADVICE = 75;

/** What may spare the way to an office, what it takes, or in a line what the very thing asked about needs is said before the way. */
const limitsBefore = ({ routing: { noCall, topic, limits }, words }: View): number => {
  const [first] = limits;
  const short = first && topic.asked?.limits?.includes(first.id) && words.text(first.text).length <= SHORT_ADVICE;
  return short || noCall === "not-by-phone" ? 1 : 0;
};

/** What first decides whether the way will do and how to go it, and what is worth knowing besides. */
function howBlocks(main: RoutedChannel, view: View): Block[] {
  const { routing, words } = view;
  const steps = main.channel.steps.slice(0, MOST.steps).map((step) => words.text(step));
  const known = [...routing.channels, ...routing.rejected].map(({ channel }) => channel);
  // What a note says of other numbers the lines below say, for whom they are.
  const notes = [main.channel.note ?? []].flat().filter(({ ru }) => !known.some((one) => names(ru, one)));
  const said = [...limitLines(view).slice(limitsBefore(view)), ...notes.map((text) => sentence(words.text(text)))];
  const numbered = (step: string, index: number) => indented(`${index + 1}. ${step}`, 0, 3);
  const how = steps.length === 1 ? steps.map(sentence) : steps.map(numbered);
  return [
    { rank: 1, lines: said.slice(0, 1) },
    { rank: 2, lines: how, joined: said.length > 0 },
    { rank: 5, lines: said.slice(1), joined: true },
  ];
}

/** A topic's own texts name things, an operator's rules are sentences. */
export function prepareTexts(prepare: readonly Advice[], key: "first.prepare" | "reply.prepare", words: Words) {
  const textsOf = (list: readonly Advice[]) => list.map(({ text }) => unended(words.text(text)));
  const things = textsOf(prepare.filter(({ role }) => role === null)).join("; ");
  const rules = textsOf(prepare.filter(({ role }) => role !== null));
  return [...(things === "" ? [] : [words.say(key, { things })]), ...rules].map(sentence);
}

/** A value that disagreeing sources name as well, where it could be taken for the answer: not one that is sure to serve by itself. */
function conflictLines(main: RoutedChannel, { words, routing }: View): Line[] {
  const rivals = routing.channels
    .filter(({ channel, verdict }) => verdict === "unproven" || channel.status !== "current")
    .flatMap(({ channel: { id } }) => (id === main.channel.id ? [] : [id]));
  const seen = main.conflicts.flatMap((one) => one.candidates).filter(({ channel }) => rivals.includes(channel ?? ""));
  const values = seen.map(({ text }) => words.text(text)).join(words.say("list.comma"));
  return values === "" || !isPhone(main) ? [] : [words.say("first.conflict", { values })];
}

/** The matching checklist or the letter. */
function goOnLines({ routing, directory, words }: View, screen: Screen): Line[] {
  const { checklists, topic, situation } = routing;
  if (screen.menu) return [];
  const letter = checklists.length === 0 && topic.menu === "papers" ? [words.say("first.letter")] : [];
  const ways = checklists.slice(0, 1).map((id) => {
    const title = checklistTitle(id, directory, words);
    const command = commandOf.checklist(id, { operator: situation.operator?.value });
    return words.say("first.checklist", { title, command });
  });
  return [...ways, ...letter];
}

function notThisLines({ nearest }: FirstScreen, { directory, words }: View): Line[] {
  const known = nearest.flatMap((id) => directory.topics.find((topic) => topic.id === id) ?? []);
  const labels = known.map(({ label }) => words.say("list.quoted", { text: words.text(label) }));
  return known.length === 0 ? [] : [words.say("first.not-this", { topics: labels.join(words.say("list.comma")) })];
}

/** Whose answer hangs on a party nobody named: a line for each, the largest operator first. */
function partyRows({ usual, channels }: Routing, view: View): Row[] {
  const { directory, words } = view;
  const parties = [
    ...(usual?.perOperator ?? []).map(({ operator: id, ...outcome }) => ({ id, ...outcome })),
    ...(usual?.perMerchant ?? []).map(({ merchant: id, ...outcome }) => ({ id, ...outcome })),
  ];
  return parties.flatMap(({ id, primary, nearest }): Row[] => {
    const main = channels.find(({ channel }) => channel.id === (primary ?? nearest));
    const [merchants] = usual?.perMerchant ?? [];
    const name =
      merchants && id === OTHER_MERCHANT ? words.say("first.merchant.other") : operatorName(id, directory, words);
    return main ? [[name, nearestText(main, view)]] : [];
  });
}

function whoseBlocks(first: FirstScreen, rows: readonly Row[], view: View): Block[] {
  const { words, routing } = view;
  const rest = rows.slice(MOST.operators).map(([name]) => name);
  const others =
    rest.length > 0 ? [words.say("first.other-operators", { names: rest.join(words.say("list.comma")) })] : [];
  const merchants = first.asked.usual?.perOperator.length === 0;
  const { id, ownLine } = routing.topic;
  const byPhone = ownLine === "ok" ? "first.whose" : "first.whose-other-phone";
  // Where it is another operator's customer who asks, "whose number" would mislead.
  const own = words.has(`first.whose.${id}`);
  const whose = words.say(merchants ? "first.which-merchant" : own ? `first.whose.${id}` : byPhone);
  const saying = own ? [] : [words.say(merchants ? "first.say-merchant" : "first.say-whose")];
  const limits = limitLines(view);
  return [
    { rank: 0, lines: [...headLines(first, view), ...limits.slice(0, 1), whose] },
    { rank: 0, lines: [{ rows: rows.slice(0, MOST.operators) }] },
    { rank: 2, lines: limits.slice(1) },
    { rank: 1, lines: [...others, ...saying] },
  ];
}

function answerBlocks(main: RoutedChannel, { asked, usual }: FirstScreen, view: View): Block[] {
  return [
    { rank: 0, lines: [...noCallLines(view), ...valueLines(main, view)] },
    ...howBlocks(main, view),
    { rank: 1, lines: differenceLines(main, asked, view) },
    { rank: 6, lines: otherCodeLines(main, view), joined: true },
    { rank: 6, lines: prepareTexts(usual.prepare, "first.prepare", view.words) },
    { rank: 4, lines: usual.topic.id === EMERGENCY_TOPIC ? [] : conflictLines(main, view) },
  ];
}

/** @returns the screen; blocks that do not fit into its rows are left out, the value never. */
export function firstScreen(first: FirstScreen, directory: Directory, screen: Screen): string {
  const { words } = screen;
  const view: View = { words, routing: first.usual, directory };
  const main = leadOf(view);
  const other = screen.menu ? [] : notThisLines(first, view);
  const next: Block[] = [
    { rank: 4, lines: other },
    { rank: 3, lines: goOnLines(view, screen), joined: other.length > 0 },
    { rank: 0, lines: moreLines(first.rows, screen), joined: true },
  ];
  const parties = main ? [] : partyRows(first.asked, view);
  if (parties.length > 0) return fitted([...whoseBlocks(first, parties, view), ...next], first.rows, screen);
  // That the own SIM counts as gone stands before the number already.
  const notices = first.usual.notices.filter(({ code }) => code !== "own-sim-counted-gone").slice(0, MOST.notices);
  const none = [words.say("none.first"), `${words.say("section.would-work")}: ${words.say("none.would-work")}`];
  const blocks: Block[] = [
    { rank: 0, lines: [...headLines(first, view), ...(main ? limitLines(view).slice(0, limitsBefore(view)) : [])] },
    ...(main ? answerBlocks(main, first, view) : [{ rank: 0, lines: none.map(sentence) }]),
    { rank: 3, lines: notices.map((notice) => noticeText(notice, words)) },
    ...next,
  ];
  return fitted(blocks, first.rows, screen);
}
