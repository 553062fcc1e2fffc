/**
 * The first screen of an answer: what was understood, the value to dial or open alone on its line, how sure it is, and where it differs.
 * What does not fit is left to `--full`.
 */
import type { DirectoryIndex } from "../../directory/types.js";
import { isBinding, names } from "../../routing/advice.js";
import type { Advice, RoutedChannel, Routing } from "../../routing/routing.js";
import type { UsualException } from "../../routing/usual.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import { type OpenFact, OTHER_MERCHANT } from "../../vocabulary/situation.js";
import { factTexts } from "../ask/text.js";
import {
  aboutText,
  freeWay,
  isPhone,
  nearestText,
  sentence,
  shown,
  trustText,
  uncapital,
  unended,
} from "../channel/text.js";
import { commandOf } from "../charge/json.js";
import { checklistTitle } from "../checklist/json.js";
import { noticeText } from "../notice.js";
import { fitted, moreLines } from "../text/blocks.js";
import type { Screen, View } from "../text/screen.js";
import type { Words } from "../words.js";
import { operatorName } from "./conditions.js";

export interface FirstScreen {
  /** As asked, with what was left out. */
  asked: Routing;
  /** The same, completed to the usual case. */
  usual: Routing;
  /** The nearest other topics a sentence may have meant. */
  nearest: readonly string[];
  /** How many lines there are to fill. */
  rows: number;
  /** Whether a menu follows, where what goes on from here is a choice and no command. */
  menu: boolean;
}

const MOST = { operators: 6, steps: 3, exceptions: 4, limits: 2, ways: 2, codes: 2, notices: 2, emergency: 6 } as const;

type Row = readonly [label: string, text: string];

/** The order in which one says what is taken for granted. */
const ASSUMED: readonly OpenFact[] = ["service", "roaming", "from", "subscriber"];

const operatorOf = ({ routing, directory, words }: View): string =>
  operatorName(routing.situation.operator?.value ?? "", directory, words);

/** What is taken as usual and would change the answer, as one says it: "вы в России, в руках SIM T2". */
function assumedText(asked: Routing, view: View): string {
  const { words } = view;
  const { usual } = asked;
  const exceptions = usual?.exceptions ?? [];
  const deciding = new Set(
    exceptions.filter((one) => one.fact !== "service" || isWorthALine(one, asked)).map(({ fact }) => fact),
  );
  const operator = operatorOf(view);
  // Whose SIM it is, nobody can say where no operator is known.
  const sayable = ASSUMED.filter((fact) => deciding.has(fact) && (fact !== "from" || operator !== ""));
  const phrases = sayable.map((fact) => words.say(`usual.${fact}.${usual?.facts[fact] ?? ""}`, { operator }));
  return phrases.length > 0 ? words.say("usual.assumed", { facts: phrases.join(words.say("list.comma")) }) : "";
}

function headLines({ asked }: FirstScreen, view: View): string[] {
  const { words, layout, palette, directory } = view;
  const facts = factTexts(asked.situation, directory, words).join(words.say("list.comma"));
  const heard = Object.values(asked.situation).some((fact) => fact?.from === "text");
  const assumed = assumedText(asked, view);
  // A topic named by the command itself needs no saying.
  if (facts === "" || (!heard && assumed === "" && Object.keys(asked.situation).length === 1)) return [];
  const known = heard ? words.say("text.understood", { facts }) : sentence(facts);
  const text = [known, assumed].filter((part) => part !== "").join(" ");
  return layout.paragraph(text).map((line) => palette.faint(line));
}

/** What leads the screen. */
const leadOf = ({ routing: { otherPhone, main } }: View): RoutedChannel | null => otherPhone ?? main;

/** Where a call settles it and none can be made from there, somebody else's comes before a form that waits. */
const leadsThroughOthers = ({ noCall, viaSomeone, topic }: Routing): boolean =>
  noCall === "none-answers-here" && viaSomeone !== null && topic.kinds[0] === "voice";

/** Why nobody can call from there, said before the way that is left. */
function noCallLines(view: View): string[] {
  const { routing, words, layout, palette } = view;
  const { noCall, otherPhone, viaSomeone, topic } = routing;
  if (otherPhone) return topic.ownLine === "none" ? layout.paragraph(words.say("voice.own-sim-gone")) : [];
  if (noCall === null || noCall === "not-by-phone") return [];
  if (!viaSomeone || !leadsThroughOthers(routing)) return layout.paragraph(words.say(`no-call.${noCall}`));
  return [
    ...layout.paragraph(words.say("no-call.someone")),
    ...layout.paragraph(shown(viaSomeone, words)).map((line) => palette.answer(line)),
    ...layout.paragraph(aboutText(viaSomeone, words)),
    ...layout.paragraph(words.say("no-call.from-here")),
  ];
}

/** The value, what it is, and one mark of how sure it is. */
function valueLines(main: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  const doubtful = main.verdict === "unproven" || main.channel.status !== "current";
  const doubt = main.verdict === "unproven" ? [words.say(`doubt.${main.rule}`)] : [];
  const about = [aboutText(main, words), ...doubt, trustText(main, view)].join(" ");
  return [
    ...layout.paragraph(shown(main, view.words)).map((line) => palette.answer(line)),
    ...layout.paragraph(about).map((line) => (doubtful ? palette.doubt(line) : line)),
  ];
}

/** What decides whether the way will do, and how to go it. */
function howLines(main: RoutedChannel, { routing, words, layout }: View): string[] {
  const limits = routing.limits.filter(isBinding).slice(0, MOST.limits);
  const steps = main.channel.steps.slice(0, MOST.steps).map((step) => words.text(step));
  const known = [...routing.channels, ...routing.rejected].map(({ channel }) => channel);
  // What a note says of other numbers the lines below say, for whom they are.
  const note = [main.channel.note ?? []]
    .flat()
    .filter(({ ru }) => !known.some((one) => names(ru, one)))
    .map(words.text);
  const said = [...note, ...limits.map(({ text }) => words.text(text)), ...(steps.length === 1 ? steps : [])];
  return [
    ...said.flatMap((text) => layout.paragraph(sentence(text))),
    ...(steps.length > 1 ? steps : []).flatMap((step, index) => layout.paragraph(`${index + 1}. ${step}`, 0, 3)),
  ];
}

/** A topic's own texts name things, an operator's rules are sentences. */
export function prepareTexts(
  prepare: readonly Advice[],
  key: "first.prepare" | "reply.prepare",
  words: Words,
): string[] {
  const textsOf = (list: readonly Advice[]) => list.map(({ text }) => unended(words.text(text)));
  const things = textsOf(prepare.filter(({ role }) => role === null)).join("; ");
  const rules = textsOf(prepare.filter(({ role }) => role !== null));
  return [...(things === "" ? [] : [words.say(key, { things })]), ...rules].map(sentence);
}

/** In whose words a value of a fact is an exception: any phone but the own, a foreign SIM, abroad, a corporate number. */
function exceptionLabel({ fact, values }: UsualException, view: View): string {
  const { words } = view;
  const known = values.find((value) => words.has(`first.${fact}.${value}`));
  return words.say(`first.${fact}.${known ?? "other"}`, { operator: operatorOf(view) });
}

/** The channel in the case where it is the answer: its price may differ elsewhere. */
const inCase = ({ channels }: Routing, { primary, fact, values }: UsualException): RoutedChannel | undefined =>
  channels.find(
    ({ channel, conditions }) =>
      channel.id === primary &&
      (conditions.length === 0 ||
        conditions.some((one) => !one[fact] || values.some((value) => one[fact]?.includes(value)))),
  );

/** Another phone before another place, and both before what few people have. */
const RARE: readonly string[] = ["foreign", "internet"];
const RAREST = 2;
const rarity = ({ fact, values }: UsualException): number =>
  fact === "from"
    ? Number(values.every((value) => RARE.includes(value))) * 3
    : ["roaming", "subscriber", "service"].indexOf(fact) + 1;

/** Longer addresses are for those who ask for all of it. */
const LONGEST_VALUE = 40;

const isShort = (value: string): boolean => value.length <= LONGEST_VALUE;

/** Whoever may have no network is told their own line apart, and whoever is abroad does not ask what there is at home. */
function isWorthALine(exception: UsualException, { topic, usual }: Routing): boolean {
  const { fact, values, primary } = exception;
  const others = usual?.exceptions.filter((one) => one.fact !== "service").map((one) => one.primary) ?? [];
  // Another service matters where its answer is one that nobody else gets.
  if (fact === "service" && others.includes(primary)) return false;
  if (fact === "from" && topic.ownLine === "doubtful" && values.includes("own")) return false;
  if (fact === "roaming" && usual?.facts.roaming === "abroad") return false;
  return fact !== "from" || values.some((value) => value !== "internet");
}

/** Values that a line above has already are not said again. */
function oncePerValue(rows: readonly Row[]): Row[] {
  return rows.filter(([, text], index) => rows.findIndex((one) => one[1] === text) === index);
}

/** One line an exception: for whom, then the value. */
export function exceptionRows(asked: Routing, view: View): Row[] {
  const own = [...asked.channels].find(
    ({ channel, rule }) =>
      rule === "line-in-hand" && channel.kind === "voice" && channel.id !== leadOf(view)?.channel.id,
  );
  const rows = [...(asked.usual?.exceptions ?? [])]
    .filter((exception) => isWorthALine(exception, asked))
    .sort((a, b) => rarity(a) - rarity(b))
    .flatMap((exception): Row[] => {
      const main = inCase(asked, exception);
      if (!main) return [];
      const value = nearestText(main, view);
      if (!isPhone(main) && (rarity(exception) >= RAREST || !isShort(value))) return [];
      return [[exceptionLabel(exception, view), value]];
    });
  const calls: Row[] = own ? [[view.words.say("first.if-calls-work"), nearestText(own, view)]] : [];
  return oncePerValue([...calls, ...rows]).slice(0, MOST.exceptions);
}

/** What somebody else can call, a free way, and ways of the other kind: no call beside a call, a call beside anything else. */
function otherWays(main: RoutedChannel, view: View): Row[] {
  const { routing, words } = view;
  const { viaSomeone, topic } = routing;
  const free = freeWay(main, routing);
  const silent = routing.situation.without?.value.includes("voice");
  const isCall = ({ channel }: RoutedChannel) => channel.kind === "voice";
  const others = routing.channels.filter((one) => one !== main && one !== free && one.verdict === "proven");
  const online = others.filter((one) => !isPhone(one)).map((one) => nearestText(one, view));
  const corporate = routing.situation.subscriber?.value === "corporate" && main.channel.subscriber !== "corporate";
  const companies = corporate ? others.find((one) => isCall(one) && one.channel.subscriber === "corporate") : undefined;
  const call = isCall(main) ? undefined : others.find(isCall);
  const trial = isPhone(main)
    ? undefined
    : routing.channels.find(
        ({ channel, verdict }) =>
          verdict === "unproven" && channel.kind === "ussd" && channel.topics.includes(topic.id),
      );
  const row = (key: string, one: RoutedChannel | null | undefined): Row[] =>
    one ? [[words.say(key), nearestText(one, view)]] : [];
  const label = topic.ownLine === "doubtful" ? "first.over-wifi" : isCall(main) ? "first.without-call" : "first.online";
  const ways = isPhone(main) ? online.filter(isShort).slice(0, MOST.ways) : [];
  return [
    ...(leadsThroughOthers(routing) || silent ? [] : row("first.via-someone", viaSomeone)),
    ...row("first.subscriber.corporate", companies),
    ...row("first.free", free),
    ...row("first.by-phone", call),
    ...row("first.trial", trial),
    ...(ways.length > 0 ? [[words.say(label), ways.join(words.say("list.comma"))] as const] : []),
  ];
}

/** Codes of the same matter that tell something else: what is left of a package beside the balance. */
function otherCodeLines(main: RoutedChannel, { routing: { channels, topic }, words, layout }: View): string[] {
  if (main.channel.kind !== "ussd") return [];
  const codes = channels.filter(
    (one) =>
      one !== main && one.verdict === "proven" && one.channel.kind === "ussd" && one.channel.topics.includes(topic.id),
  );
  const texts = codes.map((one) => `${shown(one, words)} (${uncapital(words.text(one.channel.label))})`);
  if (texts.length === 0) return [];
  return layout.paragraph(
    words.say("first.codes", { codes: texts.slice(0, MOST.codes).join(words.say("list.comma")) }),
  );
}

/** The other numbers of help, each with whom it brings. */
function emergencyRows(main: RoutedChannel, { routing, words }: View): Row[] {
  const lines = routing.channels.filter(
    ({ channel }) => channel.kind === "voice" && words.text(channel.display) !== words.text(main.channel.display),
  );
  return lines
    .map(({ channel }): Row => [words.text(channel.display), words.text(channel.label)])
    .slice(0, MOST.emergency);
}

/** The code that people know from the web and that does not answer here: why, in one line. */
function deadCodeLines(rows: readonly Row[], { routing, words, layout }: View): string[] {
  if (routing.topic.ownLine === "doubtful") return [];
  const offered = new Set(routing.channels.map(({ channel }) => words.text(channel.display)));
  const said = (value: string) => rows.some(([, text]) => text.startsWith(value));
  const known = routing.rejected.find(
    ({ channel, reason }) =>
      channel.general &&
      channel.numberType === "short-code" &&
      (reason === "own-sim-only" || reason === "domestic-only") &&
      !offered.has(words.text(channel.display)) &&
      !said(words.text(channel.display)),
  );
  if (!known) return [];
  const why = words.say(`reason.${known.rule}`);
  return layout.paragraph(sentence(words.say("first.dead-code", { value: words.text(known.channel.display), why })));
}

/** A value that disagreeing sources name as well, where it could be taken for the answer. */
function conflictLines(main: RoutedChannel, { words, layout, routing }: View): string[] {
  const seen = main.conflicts.flatMap(({ candidates }) =>
    candidates.filter(
      ({ channel }) =>
        channel !== main.channel.id && channel !== null && routing.channels.some((one) => one.channel.id === channel),
    ),
  );
  const values = seen.map(({ text }) => words.text(text)).join(words.say("list.comma"));
  return values === "" || !isPhone(main) ? [] : layout.paragraph(words.say("first.conflict", { values }));
}

/** That the own SIM counts as gone stands before the number already. */
const noticeLines = ({ routing, words, layout }: View): string[] =>
  routing.notices
    .filter(({ code }) => code !== "own-sim-counted-gone")
    .slice(0, MOST.notices)
    .flatMap((notice) => layout.paragraph(noticeText(notice, words)));

/** The matching checklist, and how to see all of it. */
function goOnLines({ rows, menu }: FirstScreen, view: View): string[] {
  if (menu) return [];
  const { directory, words, layout } = view;
  const [checklist] = view.routing.checklists;
  const values = checklist && {
    title: checklistTitle(checklist, directory, words),
    command: commandOf.checklist(checklist),
  };
  return [...(values ? layout.paragraph(words.say("first.checklist", values)) : []), ...moreLines(rows, view)];
}

function notThisLines({ nearest }: FirstScreen, { directory, words, layout }: View): string[] {
  const labels = nearest.flatMap((id) => directory.topics.find((topic) => topic.id === id)?.label ?? []);
  const topics = labels.map((label) => `«${words.text(label)}»`).join(words.say("list.comma"));
  return topics === "" ? [] : layout.paragraph(words.say("first.not-this", { topics }));
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

function whoseScreen(first: FirstScreen, view: View): string {
  const { words, layout } = view;
  const rows = partyRows(first.asked, view);
  const rest = rows.slice(MOST.operators).map(([name]) => name);
  const names = rest.join(words.say("list.comma"));
  const merchants = first.asked.usual?.perOperator.length === 0;
  const limits = view.routing.limits.filter(isBinding).slice(0, MOST.limits);
  const whose = words.say(merchants ? "first.which-merchant" : "first.whose");
  return fitted(
    [
      { rank: 0, lines: [...headLines(first, view), ...layout.paragraph(whose)] },
      { rank: 0, lines: layout.rows(rows.slice(0, MOST.operators)) },
      { rank: 2, lines: limits.flatMap(({ text }) => layout.paragraph(sentence(words.text(text)))) },
      {
        rank: 1,
        lines: [
          ...(rest.length > 0 ? layout.paragraph(words.say("first.other-operators", { names })) : []),
          ...layout.paragraph(words.say(merchants ? "first.say-merchant" : "first.say-whose")),
        ],
      },
      { rank: 3, lines: [...notThisLines(first, view), ...goOnLines(first, view)] },
    ],
    first.rows,
  );
}

/** One line for whom the answer differs, and other ways. */
function differenceLines(main: RoutedChannel, first: FirstScreen, view: View): string[] {
  const { routing, layout } = view;
  if (routing.topic.id === EMERGENCY_TOPIC) return layout.rows(emergencyRows(main, view));
  const ways = otherWays(main, view);
  // What everybody can use is no exception.
  const said = ways.flatMap(([, text]) => [text, ...text.split(view.words.say("list.comma"))]);
  const differing = exceptionRows(first.asked, view).filter(([, text]) => !said.includes(text));
  const rows = oncePerValue([...differing, ...ways]);
  return [...layout.rows(rows), ...otherCodeLines(main, view), ...deadCodeLines(rows, view)];
}

/** @returns the screen; blocks that do not fit into its rows are left out, the value never. */
export function firstScreen(first: FirstScreen, directory: DirectoryIndex, screen: Screen): string {
  const view: View = { ...screen, routing: first.usual, directory };
  const { words, layout } = view;
  const main = leadOf(view);
  if (!main && partyRows(first.asked, view).length > 0) return whoseScreen(first, view);
  const answer = main
    ? [
        { rank: 0, lines: [...noCallLines(view), ...valueLines(main, view)] },
        { rank: 1, lines: howLines(main, view) },
        { rank: 2, lines: differenceLines(main, first, view) },
        {
          rank: 6,
          lines: prepareTexts(view.routing.prepare, "first.prepare", words).flatMap((text) => layout.paragraph(text)),
        },
        { rank: 5, lines: first.usual.topic.id === EMERGENCY_TOPIC ? [] : conflictLines(main, view) },
      ]
    : [
        {
          rank: 0,
          lines: [
            words.say("none.first"),
            `${words.say("section.would-work")}: ${words.say("none.would-work")}`,
          ].flatMap((text) => layout.paragraph(sentence(text))),
        },
      ];
  const after = [
    { rank: 3, lines: noticeLines(view) },
    { rank: 4, lines: [...notThisLines(first, view), ...goOnLines(first, view)] },
  ];
  return fitted([{ rank: 0, lines: headLines(first, view) }, ...answer, ...after], first.rows);
}
