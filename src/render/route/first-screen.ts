/**
 * The first screen of an answer: what was understood, the value to dial or open alone on its line, how sure it is, and where it differs.
 * What does not fit is left to `--full`.
 */
import type { DirectoryIndex } from "../../directory/types.js";
import { isBinding } from "../../routing/advice.js";
import type { Advice, RoutedChannel, Routing } from "../../routing/routing.js";
import type { UsualException } from "../../routing/usual.js";
import { EMERGENCY_TOPIC } from "../../situation/facts.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import { factTexts } from "../ask/text.js";
import { aboutText, freeWay, isPhone, nearestText, sentence, shown, trustText } from "../channel/text.js";
import { commandOf } from "../charge/json.js";
import { checklistTitle } from "../checklist/json.js";
import { noticeText } from "../notice.js";
import { ALL_ROWS, fitted } from "../text/blocks.js";
import type { Screen } from "../text/screen.js";
import type { View } from "../text/view.js";
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

const MOST = { operators: 6, steps: 3, exceptions: 4, limits: 2, ways: 2, notices: 2, emergency: 6 } as const;

type Row = readonly [label: string, text: string];

/** The order in which one says what is taken for granted. */
const ASSUMED: readonly OpenFact[] = ["service", "roaming", "from", "subscriber"];

const operatorOf = ({ routing, directory, words }: View): string =>
  operatorName(routing.situation.operator?.value ?? "", directory, words);

/** What is taken as usual and would change the answer, as one says it: "вы в России, в руках SIM T2". */
function assumedText({ usual }: Routing, view: View): string {
  const { words } = view;
  const deciding = new Set((usual?.exceptions ?? []).map(({ fact }) => fact));
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

/** Why nobody can call from there, said before the way that is left. */
function noCallLines({ routing: { noCall, otherPhone }, words, layout }: View): string[] {
  if (otherPhone) return layout.paragraph(words.say("voice.own-sim-gone"));
  return noCall === null || noCall === "not-by-phone" ? [] : layout.paragraph(words.say(`no-call.${noCall}`));
}

/** The value, what it is, and one mark of how sure it is. */
function valueLines(main: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  const doubtful = main.verdict === "unproven" || main.channel.status !== "current";
  const doubt = main.verdict === "unproven" ? [words.say(`doubt.${main.rule}`)] : [];
  const about = [aboutText(main, words), ...doubt, trustText(main, view)].join(" ");
  return [
    ...layout.paragraph(shown(main, view)).map((line) => palette.answer(line)),
    ...layout.paragraph(about).map((line) => (doubtful ? palette.doubt(line) : line)),
  ];
}

/** What decides whether the way will do, and how to go it. */
function howLines(main: RoutedChannel, { routing, words, layout }: View): string[] {
  const limits = routing.limits.filter(isBinding).slice(0, MOST.limits);
  const steps = main.channel.steps.slice(0, MOST.steps).map((step) => words.text(step));
  const note = main.channel.note ? [words.text(main.channel.note)] : [];
  const said = [...note, ...limits.map(({ text }) => words.text(text)), ...(steps.length === 1 ? steps : [])];
  return [
    ...said.flatMap((text) => layout.paragraph(sentence(text))),
    ...(steps.length > 1 ? steps : []).flatMap((step, index) => layout.paragraph(`${index + 1}. ${step}`, 0, 3)),
  ];
}

/** A topic's own texts name things, an operator's rules are sentences. */
function prepareLines({ routing: { prepare }, words, layout }: View): string[] {
  const text = (advice: Advice) => words.text(advice.text).replace(/\.$/, "");
  const things = prepare.filter(({ role }) => role === null).map(text);
  const rules = prepare.filter(({ role }) => role !== null).map(text);
  const named = things.length > 0 ? [words.say("first.prepare", { things: things.join("; ") })] : [];
  return [...named, ...rules].flatMap((line) => layout.paragraph(sentence(line)));
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
    : ["roaming", "subscriber"].indexOf(fact) + 1;

/** One line an exception: for whom, then the value. */
export function exceptionRows(asked: Routing, view: View): Row[] {
  const rows = [...(asked.usual?.exceptions ?? [])]
    .filter(({ fact, values }) => fact !== "from" || values.some((value) => value !== "internet"))
    .sort((a, b) => rarity(a) - rarity(b))
    .flatMap((exception): Row[] => {
      const main = inCase(asked, exception);
      if (main && !isPhone(main) && rarity(exception) > RAREST) return [];
      return main ? [[exceptionLabel(exception, view), nearestText(main, view)]] : [];
    });
  return rows.slice(0, MOST.exceptions);
}

/** Longer addresses are for those who ask for all of it. */
const LONGEST_VALUE = 45;

/** A free way beside a call that is not; ways that need no call, or a number to call where the answer is none. */
function otherWays(main: RoutedChannel, view: View): Row[] {
  const { routing, words } = view;
  const { viaSomeone, otherPhone } = routing;
  const free = freeWay(main, routing);
  const others = routing.channels.filter(
    (one) => one !== main && one !== free && isPhone(one) !== isPhone(main) && one.verdict === "proven",
  );
  const named = others.map((one) => nearestText(one, view));
  const short = named.filter((value) => value.length <= LONGEST_VALUE).slice(0, MOST.ways);
  const values = short.length > 0 ? short : named.slice(0, 1);
  const row = (key: string, one: RoutedChannel): Row => [words.say(key), nearestText(one, view)];
  return [
    ...(viaSomeone ? [row("first.via-someone", viaSomeone)] : []),
    ...(otherPhone && otherPhone !== main ? [row("first.from.other", otherPhone)] : []),
    ...(free ? [row("first.free", free)] : []),
    ...(values.length > 0
      ? [
          [
            words.say(isPhone(main) ? "first.without-call" : "first.by-phone"),
            values.join(words.say("list.comma")),
          ] as const,
        ]
      : []),
  ];
}

/** The other numbers of help, each with whom it brings. */
function emergencyRows(main: RoutedChannel, { routing, words }: View): Row[] {
  const lines = routing.channels.filter(({ channel }) => channel.kind === "voice" && channel.id !== main.channel.id);
  return lines
    .map(({ channel }): Row => [words.text(channel.display), words.text(channel.label)])
    .slice(0, MOST.emergency);
}

/** The code that people know from the web and that does not answer here: why, in one line. */
function deadCodeLines({ routing, words, layout }: View): string[] {
  const offered = new Set(routing.channels.map(({ channel }) => words.text(channel.display)));
  const known = routing.rejected.find(
    ({ channel, reason }) =>
      channel.general &&
      channel.numberType === "short-code" &&
      (reason === "own-sim-only" || reason === "domestic-only") &&
      !offered.has(words.text(channel.display)),
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
  return values === "" ? [] : layout.paragraph(words.say("first.conflict", { values }));
}

/** That the own SIM counts as gone stands before the number already. */
const noticeLines = ({ routing, words, layout }: View): string[] =>
  routing.notices
    .filter(({ code }) => code !== "own-sim-counted-gone")
    .slice(0, MOST.notices)
    .flatMap((notice) => layout.paragraph(noticeText(notice, words)));

/** The matching checklist, and how to see all of it. */
function goOnLines({ rows, menu }: FirstScreen, { routing, directory, words, layout, palette }: View): string[] {
  if (menu) return [];
  const [checklist] = routing.checklists;
  const title = checklist ? checklistTitle(checklist, directory, words) : "";
  const steps = checklist ? words.say("first.checklist", { title, command: commandOf.checklist(checklist) }) : "";
  const full = rows === ALL_ROWS ? "" : words.say("first.full");
  return [
    ...(steps === "" ? [] : layout.paragraph(steps)),
    ...(full === "" ? [] : layout.paragraph(full).map((line) => palette.faint(line))),
  ];
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
    const name = directory.parties.some((one) => one.id === id) ? operatorName(id, directory, words) : null;
    return main && name !== null ? [[name, nearestText(main, view)]] : [];
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
  return [...layout.rows([...exceptionRows(first.asked, view), ...otherWays(main, view)]), ...deadCodeLines(view)];
}

/** @returns the screen; blocks that do not fit into its rows are left out, the value never. */
export function firstScreen(first: FirstScreen, directory: DirectoryIndex, screen: Screen): string {
  const view: View = { ...screen, routing: first.usual, directory };
  const { words, layout } = view;
  const main = first.usual.otherPhone ?? first.usual.main;
  if (!main && partyRows(first.asked, view).length > 0) return whoseScreen(first, view);
  const answer = main
    ? [
        { rank: 0, lines: [...noCallLines(view), ...valueLines(main, view)] },
        { rank: 1, lines: howLines(main, view) },
        { rank: 2, lines: differenceLines(main, first, view) },
        { rank: 6, lines: prepareLines(view) },
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
