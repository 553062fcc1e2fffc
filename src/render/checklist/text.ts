/** A checklist and its runs as text: the next step first, then how, by when, and on what it rests. */

import { type Due, isRunning } from "../../checklists/due.js";
import type { Note, Run, StepRecord } from "../../checklists/run.js";
import { type NumberedStep, nextDeadline, type RunView, type Way } from "../../checklists/step.js";
import type { Checklist, Directory, GoTo } from "../../directory/types.js";
import { THEIR_CLOCK } from "../../vocabulary/terms.js";
import { nearestText, otherLine, sentence, shown } from "../channel/text.js";
import { commandOf } from "../charge/json.js";
import { clean } from "../clean.js";
import { sureLines } from "../ground/text.js";
import { needText, operatorName } from "../route/conditions.js";
import type { Block, Line } from "../text/blocks.js";
import {
  ALL_ROWS,
  answer,
  doubt,
  entry,
  faint,
  fitted,
  indented,
  item,
  moreLines,
  textOf,
  titled,
} from "../text/blocks.js";
import { counted, dateDoubts, dateText, leftText, type Screen, termWords, type Wording } from "../text/screen.js";
import { noticeText, type Words } from "../words.js";
import { checklistTitle } from "./json.js";

const total = ({ steps }: Pick<Checklist, "steps"> | Run): string => String(steps.length);

const untilText = (date: string, daysLeft: number, words: Words): string =>
  words.say("due.until", { date: dateText(date, words), left: leftText(daysLeft, words) });

function todayText({ daysLeft }: Due, words: Words): string {
  if (daysLeft === null || daysLeft >= 0) return words.say("due.today");
  return words.say("due.today-over", { count: counted(-daysLeft, "calendar-day", words) });
}

const caseText = ({ term }: Due, words: Words): string => (term?.when ? ` (${words.text(term.when)})` : "");

function dueText(due: Due, words: Words): string {
  if (due.kind === "today") return todayText(due, words);
  const { term, date, from } = due;
  const when = caseText(due, words);
  if (date === null || from === null || due.daysLeft === null) {
    if (!term) return "";
    return words.say(`term.${term.direction}`, termWords(term, words)) + when;
  }
  const counting = term && { ...termWords(term, words), date: dateText(from, words) };
  const about = counting ? words.say("due.counted", counting) : words.say("due.reminder");
  // Days off matter to those who answer, and not in hours.
  const dayOff = due.dayOff && term !== null && term.unit !== "hour" && THEIR_CLOCK.includes(term.from);
  const doubts = dateDoubts(date, dayOff, !due.calendarKnown && term?.unit === "working-day", words);
  return [`${untilText(date, due.daysLeft, words)} — ${about}${when}`, ...doubts].join("; ");
}

/** Two grounds may state the same term, one of them for some cases only. */
function dueLines(dues: readonly Due[], words: Words): Line[] {
  const texts = [...new Set(dues.map((due) => dueText(due, words)))];
  const once = texts.filter((text) => !texts.some((other) => other !== text && text.startsWith(other)));
  return once.map((text) => item(sentence(text)));
}

/** Nobody answers: because the operator has no such service, or because of where the person is. */
function noWayText({ notices }: Way["routing"], words: Words): string {
  const notice = notices.find(({ code }) => code === "service-not-offered");
  return notice ? noticeText(notice, words) : words.say("checklist.no-way");
}

/** A way that needs no operator and names none has no name. */
const wayName = ({ party, routing, missing }: Way, directory: Directory, words: Words): string =>
  party === null && missing.includes("operator")
    ? words.say("checklist.any-operator")
    : operatorName(party ?? routing.situation.operator?.value ?? "", directory, words);

/** What answers from any other phone, where the own SIM is gone. */
const borrowed = ({ party, routing }: Way) => (party === null && routing.otherPhone ? [routing.otherPhone] : []);

function wayLines(way: Way, { words, directory }: Wording): Line[] {
  const { channels, routing } = way;
  const name = wayName(way, directory, words);
  const values = borrowed(way).map((one) => words.say("voice.other-phone", { value: shown(one, words) }));
  const lines = channels.map((channel) => otherLine(channel, { words, routing, directory }));
  return [
    ...(name === "" ? [] : [`${name}:`]),
    ...values.map((text) => indented(text)),
    ...(lines.length > 0 ? lines : [indented(noWayText(routing, words))]),
  ];
}

function targetText(goTo: GoTo | null, directory: Directory, words: Words): string {
  if (goTo === null || "step" in goTo) return "";
  if ("end" in goTo) return ` → ${words.say("checklist.end")}`;
  return ` → ${words.say("checklist.other", { title: checklistTitle(goTo.checklist, directory, words) })}`;
}

const stepTitle = ({ step, number }: NumberedStep, of: string, words: Words): string =>
  words.say("checklist.step", { number: String(number), total: of, title: words.text(step.title) });

interface StepOn extends Wording, Screen {
  view: NumberedStep;
  /** How many steps there are. */
  of: string;
  full: boolean;
}

/** How much the first screen shows of each list; --full has the rest. */
const FIRST = { ways: 2, channels: 2 } as const;

/** Whose ways they are, and each once, whatever it costs from where. */
function shortWayLines(way: Way, { words, directory }: Wording): Line[] {
  const { channels, routing } = way;
  const once = channels.filter(({ channel }, at) => channels.findIndex((one) => one.channel === channel) === at);
  const nearest = [...borrowed(way), ...once].slice(0, FIRST.channels);
  const values = nearest.map((one) => nearestText(one, { words, routing, directory }));
  const text = values.length > 0 ? values.join(words.say("list.separator")) : noWayText(routing, words);
  const name = wayName(way, directory, words);
  return [entry(name === "" ? text : `${name}: ${text}`)];
}

/** What to do, where and by when; on a first screen the best of each. */
function stepBlocks({ view, of, full, directory, words, menu }: StepOn): Block[] {
  const { step, missing, dues } = view;
  const ways = full ? view.ways : view.ways.slice(0, FIRST.ways);
  const near = full ? dues : dues.filter(isRunning);
  // A date of a term is never what a short screen leaves out.
  const rank = near.some(({ term, date }) => term && date) ? 0 : 2;
  const limits = new Set(full ? ways.flatMap((way) => way.limits.map(({ text }) => words.text(text))) : []);
  const asked = menu ? [] : missing.filter((fact) => full || fact === "operator");
  const facts = asked.map((fact) => entry(needText(fact, directory, words)));
  const keep = step.keep ? [item(sentence(words.text(step.keep)))] : [];
  const head = [
    answer(sentence(stepTitle(view, of, words))),
    ...(step.urgent ? [doubt(words.say("checklist.urgent"))] : []),
    words.text(step.text),
  ];
  const where = ways.flatMap((way) => (full ? wayLines : shortWayLines)(way, { words, directory }));
  return [
    { rank: 0, lines: head },
    // Whom to turn to is the step; under a menu there is less room, and "details" has it.
    titled(menu ? 1 : 0, words.say("section.where"), full ? where : [...where, ...facts]),
    titled(0, words.say("section.limits"), [...limits].map(item)),
    titled(0, words.say("section.needs"), full ? facts : []),
    titled(4, words.say("section.keep"), keep, !full),
    titled(rank, words.say("section.dues"), dueLines(near, words), !full),
  ];
}

/** What may come of a step, where no menu asks: a first screen leaves none of it out. In full, what it rests on as well. */
function outcomeBlocks({ view: { step, grounds }, full, directory, words, menu }: StepOn): Block[] {
  const line = (key: string, text: string): Line[] => [indented(words.say(key, { text }), 0, 2)];
  const failed = words.text(step.onFail.text) + targetText(step.onFail.goTo, directory, words);
  // Where an answer leads is said once it is given.
  const answers = step.branches.map(({ id, label, goTo }) =>
    entry(`${menu ? "" : `${id}: `}${words.text(label)}${full ? targetText(goTo, directory, words) : ""}`),
  );
  const done = answers.length > 0 && !full ? [] : line("checklist.go-on", sentence(words.text(step.goOn)));
  return [
    { rank: 0, lines: done },
    titled(0, words.say("section.answers"), answers),
    { rank: full ? 0 : 1, lines: line("checklist.on-fail", failed), joined: true },
    { rank: 3, lines: step.tool && !menu ? line("checklist.tool", `dozvon ${step.tool}`) : [], joined: true },
    titled(0, words.say("section.grounds"), full ? sureLines(grounds, words) : []),
  ];
}

/** A step for a terminal, where what came of it is asked below. */
export const stepText = (view: NumberedStep, run: Run, directory: Directory, screen: Screen, rows: number) =>
  fitted(stepBlocks({ ...screen, view, of: total(run), full: false, directory }), rows, screen);

/** Checklists that belong to a topic or that an answer led to, with how to begin: in a menu by its choices, and by no command. */
export const offeredLines = (
  ids: readonly string[],
  of: Parameters<typeof commandOf.checklist>[1],
  directory: Directory,
  { words, menu }: Screen,
): Line[] =>
  ids.map((id) => {
    const title = checklistTitle(id, directory, words);
    return entry(menu ? title : `${title}: ${commandOf.checklist(id, of)}`);
  });

function progressText({ progress, id }: Run, words: Words): string {
  const { settled, total: all } = progress;
  return words.say("checklist.progress", { settled: String(settled), total: String(all), run: id });
}

function noteText({ at, text, step }: Note, { steps }: Run, words: Words): string {
  const number = steps.findIndex((one) => one.step.id === step) + 1;
  const of = number > 0 ? words.say("runs.note-of-step", { number: String(number) }) : "";
  return `${dateText(at.slice(0, 10), words)}${of}: ${clean(text)}`;
}

/** What a run waits for, leads to and was told. */
function besideBlocks({ run, awaited }: RunView, directory: Directory, screen: Screen): Block[] {
  const { words } = screen;
  // A term that outlives its step says by itself what it is for.
  const waitingFor = ({ record: { step }, due }: RunView["awaited"][number]) =>
    `${due.term?.until ? "" : `${words.text(step.title)}: `}${sentence(dueText(due, words))}`;
  const followUps = [...new Set(run.followUps.map(({ checklist }) => checklist))];
  const notes = run.notes.map((note) => noteText(note, run, words));
  return [
    titled(0, words.say("section.awaited"), [...new Set(awaited.map(waitingFor))].map(item)),
    titled(5, words.say("section.follow-ups"), offeredLines(followUps, { ...run.facts, ...run }, directory, screen)),
    titled(6, words.say("section.run-notes"), notes.map(item)),
  ];
}

/** An answer may have ended the run, which goes on in the checklist below. */
function endText({ followUps, steps, checklist: { title } }: Run, words: Words): string {
  const moved = followUps.length > 0 && steps.some(({ state }) => state === "passed");
  return words.say(moved ? "checklist.moved" : "checklist.finished", { title: words.text(title) });
}

/** What writes down what came of the step, whole, to be copied. */
function nextCommandText({ step: { branches }, number }: NumberedStep, { id }: Run, words: Words): string {
  const answered = branches.slice(0, 1).map((one) => ` --answer ${one.id}`);
  const command = ["dozvon checklist done", number + answered.join(""), "--run", id].join(" ");
  return words.say("checklist.next", { command });
}

/** A run: the step whose turn it is. What does not fit into the rows is left to `--full`. */
export function runText(view: RunView, directory: Directory, screen: Screen, rows: number): string {
  const { words } = screen;
  const { next, run } = view;
  const full = rows === ALL_ROWS;
  const on = next && { ...screen, view: next, of: total(run), full, directory };
  const foot = [
    ...(full ? [words.text(run.checklist.title)] : []),
    ...(screen.menu ? [] : [progressText(run, words)]),
    ...(next && !screen.menu ? [nextCommandText(next, run, words), ...(full ? [] : [words.say("first.full")])] : []),
  ];
  const end = { rank: 0, lines: [answer(endText(run, words))] };
  const blocks: Block[] = [
    ...(on ? [...stepBlocks(on), ...outcomeBlocks(on)] : [end]),
    ...besideBlocks(view, directory, screen),
    { rank: 0, lines: foot.map(faint) },
  ];
  return fitted(blocks, rows, screen);
}

const stateLines = (records: readonly StepRecord[], words: Words): Line[] =>
  records.map(({ step, state, on }, index) => {
    const when = on === null ? "" : ` ${dateText(on, words)}`;
    return indented(`${index + 1}. ${words.text(step.title)} — ${words.say(`step.${state}`)}${when}`, 2, 3);
  });

/** The next date of a run with the days left, or since: null where it has none. */
export function deadlineText(view: RunView, words: Words): string | null {
  const due = nextDeadline(view)?.due;
  if (!due || due.date === null || due.daysLeft === null) return null;
  return due.kind === "today" ? todayText(due, words) : untilText(due.date, due.daysLeft, words) + caseText(due, words);
}

/** Runs in short: where each stands and which dates are waited for. */
export function runsText(views: readonly RunView[], directory: Directory, screen: Screen): string {
  const { words } = screen;
  if (views.length === 0) return textOf([words.say("runs.none")], screen);
  const lines = views.flatMap((view): Line[] => {
    const { run, next } = view;
    const first = next ? stepTitle(next, total(run), words) : endText(run, words);
    // What only others are waited for with stands with them below.
    const due = next && deadlineText(view, words);
    const step = words.text(nextDeadline(view)?.step.title ?? { ru: "", en: "" });
    return [
      "",
      answer(sentence(first)),
      ...(next ? [words.text(run.checklist.title)] : []),
      ...(due ? [doubt(sentence(words.say("runs.deadline", { due, step })))] : []),
      progressText(run, words),
      ...stateLines(run.steps, words),
      ...besideBlocks(view, directory, screen).flatMap(({ lines }) => (lines.length > 0 ? ["", ...lines] : [])),
    ];
  });
  return textOf(lines.slice(1), screen);
}

/** A checklist as somebody who begins today would meet it: what its steps are; with `--full` all of each. */
export function checklistText(
  checklist: Checklist,
  steps: readonly NumberedStep[],
  of: Parameters<typeof commandOf.checklist>[1],
  directory: Directory,
  screen: Screen,
  rows: number,
): string {
  const { words, menu } = screen;
  const { id, title, when } = checklist;
  const start = menu ? [] : [words.say("checklist.how-to-start", { command: commandOf.checklist(id, of) })];
  const head = [answer(sentence(words.text(title))), words.text(when), ...start];
  const titles = steps.map(({ step, number }) => indented(`${number}. ${words.text(step.title)}`, 2, 3));
  const all = steps
    .map((view) => ({ ...screen, view, of: total(checklist), full: true, directory }))
    .flatMap((on) => [...stepBlocks(on), ...outcomeBlocks(on)]);
  const rest = rows === ALL_ROWS ? all : [titles, moreLines(rows, screen)].map((lines) => ({ rank: 0, lines }));
  return fitted([{ rank: 0, lines: head }, ...rest], rows, screen);
}

export function checklistsText(checklists: readonly Checklist[], screen: Screen): string {
  const { words, palette } = screen;
  const lines = checklists.flatMap(({ id, title }) => [
    indented(palette.answer(words.text(title)), 0, 4),
    indented(commandOf.checklist(id), 4, 2),
  ]);
  return textOf(lines, screen);
}
