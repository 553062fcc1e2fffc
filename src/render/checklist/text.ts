/** A checklist and its runs as text: the next step first, then how, by when, and on what it rests. */

import type { Due } from "../../checklists/due.js";
import type { Note, Run, StepRecord } from "../../checklists/run.js";
import type { Way } from "../../checklists/step.js";
import { type NumberedStep, nextDeadline, type RunView } from "../../checklists/view.js";
import type { Branch, Checklist, DirectoryIndex, GoTo, Ground } from "../../directory/types.js";
import { nearestText, otherLine, sentence, shown } from "../channel/text.js";
import { clean } from "../clean.js";
import { noticeText } from "../notice.js";
import { needText, operatorName } from "../route/conditions.js";
import { ALL_ROWS, type Block, fitted } from "../text/blocks.js";
import { counted, dateText, join, type Screen, section } from "../text/screen.js";
import type { Words } from "../words.js";
import { checklistTitle, toolCommand } from "./json.js";

const total = ({ steps }: Pick<Checklist, "steps"> | Run): string => String(steps.length);

const numberText = (count: number, unit: "minute" | "hour" | "day" | "month", { language }: Words): string =>
  new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);

function termText({ amount, unit }: NonNullable<Due["term"]>, words: Words): string {
  if (unit === "working-day") return counted(amount, unit, words);
  return numberText(amount, unit === "calendar-day" ? "day" : unit, words);
}

function leftText(days: number, words: Words): string {
  if (days === 0) return words.say("due.last-day");
  const count = numberText(Math.abs(days), "day", words);
  return words.say(days > 0 ? "due.left" : "due.over", { count });
}

function todayText({ daysLeft }: Due, words: Words): string {
  if (daysLeft === null || daysLeft >= 0) return words.say("due.today");
  return words.say("due.today-over", { count: numberText(-daysLeft, "day", words) });
}

function dueText(due: Due, words: Words): string {
  if (due.kind === "today") return todayText(due, words);
  const { term, date, from } = due;
  const when = term?.when ? ` (${words.text(term.when)})` : "";
  if (date === null || from === null || due.daysLeft === null) {
    if (!term) return "";
    const event = words.say(`event.${term.from}`);
    return words.say(`due.undated.${term.direction}`, { term: termText(term, words), event }) + when;
  }
  const start = dateText(from, words);
  const about = term
    ? words.say(due.assumed ? "due.counted-assumed" : "due.counted", {
        term: termText(term, words),
        event: words.say(`event.${term.from}`),
        date: start,
      })
    : words.say("due.reminder");
  const doubts = [
    ...(due.dayOff ? [words.say("term.day-off")] : []),
    ...(due.calendarKnown || term?.unit !== "working-day"
      ? []
      : [words.say("term.calendar-unknown", { year: date.slice(0, 4) })]),
  ];
  const until = words.say("due.until", { date: dateText(date, words), left: leftText(due.daysLeft, words) });
  return [`${until} — ${about}${when}`, ...doubts].join("; ");
}

const dueLines = (dues: readonly Due[], { words, layout }: Screen): string[] =>
  // Two grounds may state the same term.
  [...new Set(dues.map((due) => sentence(dueText(due, words))))].flatMap((text) => layout.paragraph(`- ${text}`, 2, 2));

/** How sure a ground is, said as advice where it is not. */
function groundLines(grounds: readonly Ground[], { words, layout, palette }: Screen): string[] {
  return grounds.flatMap(({ text, doubt, grade, status, checkedOn }) => {
    const marks = [words.say(`grade.${grade}`), ...(status === "current" ? [] : [words.say(`status.${status}`)])];
    const about = `${marks.join(", ")}, ${dateText(checkedOn, words)}`;
    const lines = layout.paragraph(`- ${words.text(text)} (${about})`, 2, 2);
    if (!doubt) return lines;
    const advice = words.say("checklist.doubt", { doubt: words.text(doubt) });
    return [...lines, ...layout.paragraph(advice, 4).map((line) => palette.doubt(line))];
  });
}

/** Nobody answers: because the operator has no such service, or because of where the person is. */
function noWayText({ notices }: Way["routing"], words: Words): string {
  const notice = notices.find(({ code }) => code === "service-not-offered");
  return notice ? noticeText(notice, words) : words.say("checklist.no-way");
}

function wayLines({ party, channels, routing, missing }: Way, directory: DirectoryIndex, screen: Screen): string[] {
  const { words, layout } = screen;
  const view = { ...screen, routing, directory };
  const unknown = missing.includes("operator");
  const name = operatorName(party ?? routing.situation.operator?.value ?? "", directory, words);
  const heading = party === null && unknown ? words.say("checklist.any-operator") : name;
  const lines =
    channels.length > 0
      ? channels.flatMap((channel) => otherLine(channel, view))
      : layout.paragraph(noWayText(routing, words), 2);
  const { otherPhone } = routing;
  const borrowed =
    party === null && otherPhone
      ? layout.paragraph(words.say("voice.other-phone", { value: shown(otherPhone, words) }), 2)
      : [];
  // A way that needs no operator and names none has no heading.
  return [...(heading === "" ? [] : layout.paragraph(`${heading}:`)), ...borrowed, ...lines];
}

function targetText(goTo: GoTo | null, directory: DirectoryIndex, words: Words): string {
  if (goTo === null || "step" in goTo) return "";
  if ("end" in goTo) return ` → ${words.say("checklist.end")}`;
  return ` → ${words.say("checklist.other", { title: checklistTitle(goTo.checklist, directory, words) })}`;
}

const branchLines = (branches: readonly Branch[], directory: DirectoryIndex, { words, layout }: Screen): string[] =>
  branches.flatMap(({ id, label, goTo }) =>
    layout.paragraph(`${id}: ${words.text(label)}${targetText(goTo, directory, words)}`, 2, 2),
  );

function limitLines(ways: readonly Way[], { words, layout }: Screen): string[] {
  const texts = new Set(ways.flatMap((way) => way.limits.map(({ text }) => words.text(text))));
  return [...texts].flatMap((text) => layout.paragraph(`- ${text}`, 2, 2));
}

const withLabel = (key: string, text: string, { words, layout }: Screen): string[] =>
  layout.paragraph(words.say(key, { text }));

const stepTitle = ({ step, number }: NumberedStep, of: string, words: Words): string =>
  words.say("checklist.step", { number: String(number), total: of, title: words.text(step.title) });

interface StepOn {
  view: NumberedStep;
  /** How many steps there are. */
  of: string;
  directory: DirectoryIndex;
}

const headLines = ({ view, of }: StepOn, { words, layout, palette }: Screen): string[] => [
  ...layout.paragraph(sentence(stepTitle(view, of, words))).map((line) => palette.answer(line)),
  ...(view.step.urgent ? layout.paragraph(words.say("checklist.urgent")).map((line) => palette.doubt(line)) : []),
  ...layout.paragraph(words.text(view.step.text)),
];

/** What a person has to know to do the step. */
function doingLines({ view, directory }: StepOn, ways: readonly Way[], dues: readonly Due[], screen: Screen): string[] {
  const { words, layout } = screen;
  const { step, missing } = view;
  const keep = step.keep ? layout.paragraph(`- ${sentence(words.text(step.keep))}`, 2, 2) : [];
  const needs = missing.flatMap((fact) => layout.paragraph(needText(fact, directory, words), 2, 2));
  const where = ways.flatMap((way) => wayLines(way, directory, screen));
  return [
    ...section(screen, words.say("section.where"), where),
    ...section(screen, words.say("section.limits"), limitLines(ways, screen)),
    ...section(screen, words.say("section.needs"), needs),
    ...section(screen, words.say("section.keep"), keep),
    ...section(screen, words.say("section.dues"), dueLines(dues, screen)),
  ];
}

function stepLines(on: StepOn, screen: Screen): string[] {
  const { words } = screen;
  const { view, directory } = on;
  const { step, ways, dues, grounds } = view;
  const failed = words.text(step.onFail.text) + targetText(step.onFail.goTo, directory, words);
  return [
    ...headLines(on, screen),
    ...doingLines(on, ways, dues, screen),
    ...section(screen, words.say("section.go-on"), [
      ...withLabel("checklist.go-on", sentence(words.text(step.goOn)), screen),
      ...withLabel("checklist.on-fail", failed, screen),
      ...(step.tool ? withLabel("checklist.tool", toolCommand(step.tool), screen) : []),
    ]),
    ...section(screen, words.say("section.answers"), branchLines(step.branches, directory, screen)),
    ...section(screen, words.say("section.grounds"), groundLines(grounds, screen)),
  ];
}

/** How much the first screen shows of each list; --full has the rest. */
const FIRST = { ways: 2, channels: 2, dues: 3 } as const;

/** Whose ways they are, and each once, whatever it costs from where. */
function shortWayLines({ party, channels, routing }: Way, directory: DirectoryIndex, screen: Screen): string[] {
  const { words, layout } = screen;
  const view = { ...screen, routing, directory };
  const once = channels.filter(({ channel }, at) => channels.findIndex((one) => one.channel === channel) === at);
  const borrowed = party === null && routing.otherPhone ? [routing.otherPhone] : [];
  const values = [...borrowed, ...once].slice(0, FIRST.channels).map((one) => nearestText(one, view));
  const text = values.length > 0 ? values.join(words.say("list.separator")) : noWayText(routing, words);
  const name = operatorName(party ?? routing.situation.operator?.value ?? "", directory, words);
  return layout.paragraph(name === "" ? text : `${name}: ${text}`, 2, 2);
}

/** A step on one screen: what to do, where and by when. */
function stepBlocks(on: StepOn, { words, ...screen }: Screen): Block[] {
  const all: Screen = { words, ...screen };
  const { view, directory } = on;
  const { step } = view;
  const where = view.ways.slice(0, FIRST.ways).flatMap((way) => shortWayLines(way, directory, all));
  const dues = view.dues.filter(({ date }) => date !== null).slice(0, FIRST.dues);
  const titled = (rank: number, key: string, lines: readonly string[]): Block => ({
    rank,
    lines: section(all, words.say(key), lines).slice(1),
  });
  const keep = step.keep ? screen.layout.paragraph(`- ${sentence(words.text(step.keep))}`, 2, 2) : [];
  return [
    { rank: 0, lines: headLines(on, all) },
    titled(1, "section.where", where),
    titled(3, "section.keep", keep),
    titled(1, "section.dues", dueLines(dues, all)),
  ];
}

/** What may come of a step, and the command that helps with it: choices where it is asked about, else words. */
function outcomeBlocks({ view: { step }, directory }: StepOn, screen: Screen): Block[] {
  const answers = section(screen, screen.words.say("section.answers"), branchLines(step.branches, directory, screen));
  return [
    { rank: 2, lines: answers.slice(1) },
    { rank: 2, lines: step.tool ? withLabel("checklist.tool", toolCommand(step.tool), screen) : [] },
  ];
}

/** A step for a terminal, where what came of it is asked below. */
export function stepText(
  view: NumberedStep,
  run: Run,
  directory: DirectoryIndex,
  screen: Screen,
  rows: number,
): string {
  const { words, layout, palette } = screen;
  const { settled, total: all } = run.progress;
  const progress = words.say("checklist.passed", { settled: String(settled), total: String(all) });
  const lines = layout.paragraph(progress).map((line) => palette.faint(line));
  const blocks = stepBlocks({ view, of: total(run), directory }, screen);
  return fitted([...blocks, { rank: 4, lines }], rows);
}

const awaitedLines = ({ awaited }: RunView, { words, layout }: Screen): string[] =>
  awaited.flatMap(({ record, due }) =>
    layout.paragraph(`- ${words.text(record.step.title)}: ${sentence(dueText(due, words))}`, 2, 2),
  );

function followUpLines({ followUps }: Run, directory: DirectoryIndex, { words, layout }: Screen): string[] {
  return followUps.flatMap(({ checklist }) =>
    layout.paragraph(`${checklistTitle(checklist, directory, words)}: dozvon checklist start ${checklist}`, 2, 2),
  );
}

function progressText({ progress, id }: Run, words: Words): string {
  const { settled, total: all } = progress;
  return words.say("checklist.progress", { settled: String(settled), total: String(all), run: id });
}

const noteLines = (notes: readonly Note[], { words, layout }: Screen): string[] =>
  notes.flatMap(({ at, text, step }) =>
    layout.paragraph(`- ${dateText(at.slice(0, 10), words)}${step ? `, ${clean(step)}` : ""}: ${clean(text)}`, 2, 2),
  );

/** What stands under the next step of a run, or instead of it when there is none. */
function afterLines(view: RunView, directory: DirectoryIndex, screen: Screen): string[] {
  const { words, layout, palette } = screen;
  return [
    ...section(screen, words.say("section.awaited"), awaitedLines(view, screen)),
    ...section(screen, words.say("section.follow-ups"), followUpLines(view.run, directory, screen)),
    ...section(screen, words.say("section.run-notes"), noteLines(view.run.notes, screen)),
    "",
    ...layout.paragraph(words.text(view.run.checklist.title)).map((line) => palette.faint(line)),
    ...layout.paragraph(progressText(view.run, words)).map((line) => palette.faint(line)),
  ];
}

/** A run that an answer ended goes on in another checklist. */
function endText({ checklist, followUps, steps }: Run, directory: DirectoryIndex, words: Words): string {
  const to = followUps.at(-1);
  if (to && steps.some((one) => one.state === "passed")) {
    const title = checklistTitle(to.checklist, directory, words);
    return words.say("checklist.moved", { title, id: to.checklist });
  }
  return words.say("checklist.finished", { title: words.text(checklist.title) });
}

function finishedLines({ run }: RunView, directory: DirectoryIndex, { words, layout, palette }: Screen): string[] {
  return layout.paragraph(endText(run, directory, words)).map((line) => palette.answer(line));
}

/** A run: the step whose turn it is. What does not fit into the rows is left to `--full`. */
export function runText(view: RunView, directory: DirectoryIndex, screen: Screen, rows: number): string {
  const { next, run } = view;
  const on = next ? { view: next, of: total(run), directory } : null;
  if (!on) return join([...finishedLines(view, directory, screen), ...afterLines(view, directory, screen)]);
  if (rows === ALL_ROWS) return join([...stepLines(on, screen), ...afterLines(view, directory, screen)]);
  const { words, layout, palette } = screen;
  const awaited = section(screen, words.say("section.awaited"), awaitedLines(view, screen)).slice(1);
  const progress = layout.paragraph(`${progressText(run, words)} ${words.say("first.full")}`);
  return fitted(
    [
      ...stepBlocks(on, screen),
      ...outcomeBlocks(on, screen),
      { rank: 1, lines: awaited },
      { rank: 0, lines: progress.map((line) => palette.faint(line)) },
    ],
    rows,
  );
}

function stateLines(records: readonly StepRecord[], { words, layout }: Screen): string[] {
  return records.flatMap(({ step, state, on }, index) => {
    const when = on === null ? "" : ` ${dateText(on, words)}`;
    return layout.paragraph(`${index + 1}. ${words.text(step.title)} — ${words.say(`step.${state}`)}${when}`, 2, 3);
  });
}

/** The next date of a run with the days left, or since: null where it has none. */
export function deadlineText(view: RunView, words: Words): string | null {
  const found = nextDeadline(view);
  if (!found) return null;
  const { date, daysLeft } = found.due;
  if (date === null || daysLeft === null) return null;
  if (found.due.kind === "today") return todayText(found.due, words);
  return words.say("due.until", { date: dateText(date, words), left: leftText(daysLeft, words) });
}

function deadlineLines(view: RunView, { words, layout, palette }: Screen): string[] {
  const due = deadlineText(view, words);
  if (due === null) return [];
  const step = words.text(nextDeadline(view)?.step.title ?? { ru: "", en: "" });
  return layout.paragraph(sentence(words.say("runs.deadline", { due, step }))).map((line) => palette.doubt(line));
}

/** Runs in short: where each stands and which dates are waited for. */
export function runsText(views: readonly RunView[], directory: DirectoryIndex, screen: Screen): string {
  const { words, layout, palette } = screen;
  if (views.length === 0) return join(layout.paragraph(words.say("runs.none")));
  const lines = views.flatMap((view) => {
    const { run, next } = view;
    const first = next ? stepTitle(next, total(run), words) : endText(run, directory, words);
    return [
      ...layout.paragraph(sentence(first)).map((line) => palette.answer(line)),
      ...layout.paragraph(words.text(run.checklist.title)),
      ...deadlineLines(view, screen),
      ...layout.paragraph(progressText(run, words)),
      ...stateLines(run.steps, screen),
      ...section(screen, words.say("section.awaited"), awaitedLines(view, screen)),
      ...section(screen, words.say("section.follow-ups"), followUpLines(run, directory, screen)),
      ...section(screen, words.say("section.run-notes"), noteLines(run.notes, screen)),
      "",
    ];
  });
  return join(lines.slice(0, -1));
}

/** The whole checklist, as somebody who begins today would meet it. */
export function checklistText(
  checklist: Checklist,
  steps: readonly NumberedStep[],
  directory: DirectoryIndex,
  screen: Screen,
): string {
  const { words, layout, palette } = screen;
  const all = steps.flatMap((view) => ["", ...stepLines({ view, of: total(checklist), directory }, screen)]);
  return join([
    ...layout.paragraph(sentence(words.text(checklist.title))).map((line) => palette.answer(line)),
    ...layout.paragraph(words.text(checklist.when)),
    ...layout.paragraph(words.say("checklist.how-to-start", { id: checklist.id })),
    ...all,
  ]);
}

export function checklistsText(checklists: readonly Checklist[], { words, layout, palette }: Screen): string {
  return join(
    checklists.flatMap((one) => [
      ...layout.paragraph(`${palette.answer(one.id)}  ${words.text(one.title)}`, 0, 4),
      ...layout.paragraph(words.text(one.when), 4),
    ]),
  );
}

/** Checklists that belong to a topic, with how to begin. */
export const offeredLines = (ids: readonly string[], directory: DirectoryIndex, { words, layout }: Screen): string[] =>
  ids.flatMap((id) => layout.paragraph(`${checklistTitle(id, directory, words)}: dozvon checklist start ${id}`, 2, 2));
