/**
 * The first screen of an answer: what was understood, the value to dial or open alone on its line, how sure it is, and where it differs.
 * What does not fit is left to `--full`.
 */
import type { RoutedChannel, Routing } from "../../routing/routing.js";
import type { UsualException } from "../../routing/usual.js";
import { PHONE_KINDS } from "../../vocabulary/channels.js";
import type { OpenFact } from "../../vocabulary/situation.js";
import { aboutText, freeWay, nearestText, sentence, shown, trustText } from "../channel/text.js";
import { checklistTitle } from "../checklist/json.js";
import { join } from "../text/screen.js";
import type { View } from "../text/view.js";
import { operatorName } from "./conditions.js";
import { isBinding } from "./text.js";

export interface FirstScreen {
  /** As asked, with what was left out. */
  asked: Routing;
  /** What was understood of a sentence, in words; empty where flags stated it. */
  understood: readonly string[];
  /** How many lines there are to fill. */
  rows: number;
}

/** Lines of 80 columns, as many as stand on a terminal of 24 beside the prompt. */
export const FIRST_SCREEN_ROWS = 23;

const MOST = { steps: 3, exceptions: 4, limits: 2, ways: 2 } as const;

/** Lines that stay together; the higher the rank, the sooner they are left out where the screen is too small. */
interface Block {
  rank: number;
  lines: readonly string[];
}

const isPhone = ({ channel }: RoutedChannel): boolean => PHONE_KINDS.includes(channel.kind);

/** "МТС, потерян телефон или SIM" */
function subject({ routing, directory, words }: View): string {
  const { operator } = routing.situation;
  const topic = words.text(routing.topic.label);
  if (!operator || !routing.topic.operatorNeeded) return topic;
  return `${operatorName(operator.value, directory, words)}, ${topic.slice(0, 1).toLowerCase()}${topic.slice(1)}`;
}

/** What is taken as usual and would change the answer, as one says it: "вы в России, в руках SIM T2". */
function assumedText({ asked: { usual } }: FirstScreen, { routing, directory, words }: View): string {
  const facts = new Set((usual?.exceptions ?? []).map(({ fact }) => fact));
  const operator = operatorName(routing.situation.operator?.value ?? "", directory, words);
  const phrases = [...facts].map((fact) => words.say(`usual.${fact}.${usual?.facts[fact] ?? ""}`, { operator }));
  return phrases.length > 0 ? words.say("usual.assumed", { facts: phrases.join(words.say("list.comma")) }) : "";
}

function headLines(first: FirstScreen, view: View): string[] {
  const { words, layout, palette } = view;
  const { understood } = first;
  const facts = understood.join(words.say("list.comma"));
  const known = understood.length > 0 ? words.say("text.understood", { facts }) : sentence(subject(view));
  const text = [known, assumedText(first, view)].filter((part) => part !== "").join(" ");
  return layout.paragraph(text).map((line) => palette.faint(line));
}

/** The value, what it is, and one mark of how sure it is. */
function valueLines(main: RoutedChannel, view: View): string[] {
  const { words, layout, palette } = view;
  const doubtful = main.verdict === "unproven" || main.channel.status !== "current";
  const about = [aboutText(main, words), trustText(main, view)].join(" ");
  return [
    ...layout.paragraph(shown(main, view)).map((line) => palette.answer(line)),
    ...layout.paragraph(about).map((line) => (doubtful ? palette.doubt(line) : line)),
  ];
}

/** What decides whether the way will do, and how to go it. */
function howLines(main: RoutedChannel, { routing, words, layout }: View): string[] {
  const limits = routing.limits.filter(isBinding).slice(0, MOST.limits);
  const note = main.channel.note ? [words.text(main.channel.note)] : [];
  const said = [...note, ...limits.map(({ text }) => words.text(text))];
  const steps = main.channel.steps.slice(0, MOST.steps);
  return [
    ...said.flatMap((text) => layout.paragraph(sentence(text))),
    ...steps.flatMap((step, index) => layout.paragraph(`${index + 1}. ${words.text(step)}`, 0, 3)),
  ];
}

function prepareLines({ routing, words, layout }: View): string[] {
  const things = routing.prepare.map(({ text }) => words.text(text).replace(/\.$/, ""));
  return things.length > 0 ? layout.paragraph(words.say("first.prepare", { things: things.join("; ") })) : [];
}

/** In whose words a value of a fact is an exception: any phone but the own, a foreign SIM, abroad, a corporate number. */
function exceptionLabel({ fact, values }: UsualException, { routing, directory, words }: View): string {
  const operator = operatorName(routing.situation.operator?.value ?? "", directory, words);
  const known = values.find((value) => words.has(`first.${fact}.${value}`));
  return words.say(`first.${fact}.${known ?? "other"}`, { operator });
}

/** The channel in the case where it is the answer: its price may differ elsewhere. */
const inCase = ({ channels }: Routing, id: string, { fact, values }: UsualException): RoutedChannel | undefined =>
  channels.find(
    ({ channel, conditions }) =>
      channel.id === id &&
      (conditions.length === 0 ||
        conditions.some((one) => !one[fact] || values.some((value) => one[fact]?.includes(value)))),
  );

/** One line an exception: for whom, then the value; who cannot be helped from there is told who can call for them. */
function exceptionRows({ asked }: FirstScreen, view: View): [string, string][] {
  const rows = (asked.usual?.exceptions ?? []).flatMap((exception): [string, string][] => {
    const main = exception.primary === null ? undefined : inCase(asked, exception.primary, exception);
    return main ? [[exceptionLabel(exception, view), nearestText(main, view)]] : [];
  });
  return rows.slice(0, MOST.exceptions);
}

/** A free way beside a call that is not; ways that need no call, or a number to call where the answer is none. */
function otherWays(main: RoutedChannel, view: View): [string, string][] {
  const { routing, words } = view;
  const free = freeWay(main, routing);
  const others = routing.channels.filter(
    (one) => one !== main && one !== free && isPhone(one) !== isPhone(main) && one.verdict === "proven",
  );
  const values = others.slice(0, MOST.ways).map((one) => nearestText(one, view));
  const label = words.say(isPhone(main) ? "first.without-call" : "first.by-phone");
  return [
    ...(free ? [[words.say("first.free"), nearestText(free, view)] as [string, string]] : []),
    ...(values.length > 0 ? [[label, values.join(words.say("list.comma"))] as [string, string]] : []),
  ];
}

/** Why nobody can call from there, and what somebody in Russia can call for them. */
function callingLines({ routing: { noCall, viaSomeone } }: View, { words, layout }: View): string[] {
  return noCall === null ? [] : layout.paragraph(words.say(`no-call.${noCall}`));
}

/** The code that people know from the web and that does not answer here: why, in one line. */
function deadCodeLines(main: RoutedChannel, { routing, words, layout }: View): string[] {
  const offered = new Set(routing.channels.map(({ channel }) => words.text(channel.display)));
  const known = routing.rejected.find(
    ({ channel, rule }) =>
      channel.general &&
      channel.kind === "voice" &&
      channel.numberType === "short-code" &&
      !offered.has(words.text(channel.display)) &&
      rule !== "subscriber-as-stated" &&
      channel.id !== main.channel.id,
  );
  if (!known) return [];
  const why = words.say(`reason.${known.rule}`);
  return layout.paragraph(sentence(words.say("first.dead-code", { value: words.text(known.channel.display), why })));
}

function conflictLines(main: RoutedChannel, { words, layout, routing }: View): string[] {
  const [conflict] = main.conflicts;
  if (!conflict) return [];
  const reachable = conflict.candidates.filter(
    ({ channel }) =>
      channel !== main.channel.id && (channel === null || routing.channels.some((one) => one.channel.id === channel)),
  );
  const values = reachable.map(({ text }) => words.text(text)).join(words.say("list.comma"));
  return values === "" ? [] : layout.paragraph(words.say("first.conflict", { values }));
}

function goOnLines({ routing, directory, words, layout, palette }: View): string[] {
  const [checklist] = routing.checklists;
  const steps = checklist
    ? layout.paragraph(
        words.say("first.checklist", {
          title: checklistTitle(checklist, directory, words),
          command: `dozvon checklist start ${checklist}`,
        }),
      )
    : [];
  return [...steps, ...layout.paragraph(words.say("first.full")).map((line) => palette.faint(line))];
}

/** Leaves out the least important blocks until the rest fits. A blank line stands before each block but the first. */
function fit(blocks: readonly Block[], rows: number): string[] {
  const kept = blocks.filter(({ lines }) => lines.length > 0);
  const height = () => kept.reduce((sum, { lines }) => sum + lines.length + 1, -1);
  while (height() > rows && kept.length > 2) {
    const least = kept.reduce((worst, one) => (one.rank > worst.rank ? one : worst));
    kept.splice(kept.indexOf(least), 1);
  }
  return kept.flatMap(({ lines }, index) => (index === 0 ? lines : ["", ...lines]));
}

/** One line an operator: nobody said whose customer asks, and each has a number of its own. */
export interface PerOperator {
  operator: string;
  main: RoutedChannel;
}

const MOST_OPERATORS = 6;

function operatorRows(all: readonly PerOperator[], view: View): [string, string][] {
  const { directory, words } = view;
  return all
    .slice(0, MOST_OPERATORS)
    .map(({ operator, main }) => [operatorName(operator, directory, words), nearestText(main, view)]);
}

/** The first screen where the operator is not known: a line for each of the largest, and how to say whose number it is. */
export function operatorsScreen(all: readonly PerOperator[], first: FirstScreen, view: View, rows: number): string {
  const { words, layout } = view;
  const rest = all.slice(MOST_OPERATORS).map(({ operator }) => operatorName(operator, view.directory, words));
  const others =
    rest.length > 0 ? words.say("first.other-operators", { names: rest.join(words.say("list.comma")) }) : "";
  const head = [...headLines(first, view), ...layout.paragraph(words.say("first.whose"))];
  const binding = view.routing.limits.filter(isBinding).slice(0, MOST.limits);
  return join(
    fit(
      [
        { rank: 0, lines: head },
        { rank: 0, lines: layout.rows(operatorRows(all, view)) },
        { rank: 2, lines: binding.flatMap(({ text }) => layout.paragraph(sentence(words.text(text)))) },
        { rank: 1, lines: layout.paragraph(`${others} ${words.say("first.say-whose")}`.trim()) },
        { rank: 3, lines: goOnLines(view) },
      ],
      rows,
    ),
  );
}

/** @param rows how many lines there are to fill; blocks that do not fit are left out, the value never. */
export function firstScreen(main: RoutedChannel, first: FirstScreen, view: View, rows = FIRST_SCREEN_ROWS): string {
  const { layout } = view;
  const differences = [...exceptionRows(first, view), ...otherWays(main, view)];
  return join(
    fit(
      [
        { rank: 0, lines: headLines(first, view) },
        { rank: 0, lines: valueLines(main, view) },
        { rank: 1, lines: howLines(main, view) },
        { rank: 2, lines: [...layout.rows(differences), ...deadCodeLines(main, view)] },
        { rank: 4, lines: prepareLines(view) },
        { rank: 3, lines: conflictLines(main, view) },
        { rank: 3, lines: goOnLines(view) },
      ],
      rows,
    ),
  );
}
