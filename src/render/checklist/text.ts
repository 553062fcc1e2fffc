/** A checklist and its runs as text: the next step first, then how, by when, and on what it rests. */

import type { Due } from "../../checklists/due.js";
import type { Note, Run, StepRecord } from "../../checklists/run.js";
import { type NumberedStep, nextDeadline, type RunView, type Way } from "../../checklists/step.js";
import type { Checklist, DirectoryIndex, GoTo } from "../../directory/types.js";
import { THEIR_CLOCK } from "../../vocabulary/terms.js";
import { nearestText, otherLine, sentence, shown } from "../channel/text.js";
import { clean } from "../clean.js";
import { sureLines } from "../ground/text.js";
import { noticeText } from "../notice.js";
import { needText, operatorName } from "../route/conditions.js";
import { ALL_ROWS, type Block, fitted, moreLines } from "../text/blocks.js";
import { counted, dateText, join, type Screen, section } from "../text/screen.js";
import type { Words } from "../words.js";
import { checklistTitle, toolCommand } from "./json.js";

const total = ({ steps }: Pick<Checklist, "steps"> | Run): string => String(steps.length);

const daysText = (days: number, words: Words): string => counted(Math.abs(days), "calendar-day", words);

function leftText(days: number, words: Words): string {
  if (days === 0) return words.say("due.last-day");
  return words.say(days > 0 ? "due.left" : "due.over", { count: daysText(days, words) });
}

function todayText({ daysLeft }: Due, words: Words): string {
  if (daysLeft === null || daysLeft >= 0) return words.say("due.today");
  return words.say("due.today-over", { count: daysText(daysLeft, words) });
}

const lengthOf = ({ amount, unit, from }: NonNullable<Due["term"]>, words: Words) => ({
  length: counted(amount, unit, words),
  event: words.say(`event.${from}`),
});

function dueText(due: Due, words: Words): string {
  if (due.kind === "today") return todayText(due, words);
  const { term, date, from } = due;
  const when = term?.when ? ` (${words.text(term.when)})` : "";
  if (date === null || from === null || due.daysLeft === null) {
    if (!term) return "";
    return words.say(`term.${term.direction}`, lengthOf(term, words)) + when;
  }
  const about = term
    ? words.say(due.assumed ? "due.counted-assumed" : "due.counted", {
        ...lengthOf(term, words),
        date: dateText(from, words),
      })
    : words.say("due.reminder");
  const doubts = [
    // Days off matter to those who answer, and not in hours.
    ...(due.dayOff && term && term.unit !== "hour" && THEIR_CLOCK.includes(term.from)
      ? [words.say("term.day-off")]
      : []),
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

const stepTitle = ({ step, number }: NumberedStep, of: string, words: Words): string =>
  words.say("checklist.step", { number: String(number), total: of, title: words.text(step.title) });

interface StepOn {
  view: NumberedStep;
  /** How many steps there are. */
  of: string;
  directory: DirectoryIndex;
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

function titled(rank: number, key: string, lines: readonly string[], screen: Screen, joined = false): Block {
  return { rank, lines: section(screen, screen.words.say(key), lines).slice(1), joined };
}

const item = (text: string, { layout }: Screen): string[] => layout.paragraph(`- ${text}`, 2, 2);

/** What to do, where and by when; on a first screen the best of each. */
function stepBlocks({ view, of, directory }: StepOn, screen: Screen, full: boolean): Block[] {
  const { words, layout, palette } = screen;
  const { step, missing } = view;
  const dated = view.dues.filter(({ date }) => date !== null);
  const ways = full ? view.ways : view.ways.slice(0, FIRST.ways);
  const limits = new Set(ways.flatMap((way) => way.limits.map(({ text }) => words.text(text))));
  const head = [
    ...layout.paragraph(sentence(stepTitle(view, of, words))).map((line) => palette.answer(line)),
    ...(step.urgent ? layout.paragraph(words.say("checklist.urgent")).map((line) => palette.doubt(line)) : []),
    ...layout.paragraph(words.text(step.text)),
  ];
  const where = ways.flatMap((way) => (full ? wayLines : shortWayLines)(way, directory, screen));
  const facts = missing.flatMap((fact) => layout.paragraph(needText(fact, directory, words), 2, 2));
  return [
    { rank: 0, lines: head },
    titled(1, "section.where", where, screen),
    ...(full
      ? [
          titled(
            0,
            "section.limits",
            [...limits].flatMap((text) => item(text, screen)),
            screen,
          ),
          titled(0, "section.needs", facts, screen),
        ]
      : []),
    titled(4, "section.keep", step.keep ? item(sentence(words.text(step.keep)), screen) : [], screen, !full),
    titled(2, "section.dues", dueLines(full ? view.dues : dated.slice(0, FIRST.dues), screen), screen, !full),
  ];
}

/** What may come of a step, where no menu asks: a first screen leaves none of it out. In full, what it rests on as well. */
function outcomeBlocks({ view: { step, grounds }, directory }: StepOn, screen: Screen, full: boolean): Block[] {
  const { words, layout } = screen;
  const line = (key: string, text: string): string[] => layout.paragraph(words.say(key, { text }), 0, 2);
  const failed = words.text(step.onFail.text) + targetText(step.onFail.goTo, directory, words);
  // Where an answer leads is said once it is given.
  const answers = step.branches.flatMap(({ id, label, goTo }) =>
    layout.paragraph(`${id}: ${words.text(label)}${full ? targetText(goTo, directory, words) : ""}`, 2, 2),
  );
  const done = answers.length > 0 && !full ? [] : line("checklist.go-on", sentence(words.text(step.goOn)));
  return [
    { rank: 0, lines: done },
    titled(0, "section.answers", answers, screen),
    { rank: 0, lines: line("checklist.on-fail", failed), joined: true },
    { rank: 3, lines: step.tool ? line("checklist.tool", toolCommand(step.tool)) : [], joined: true },
    ...(full ? [titled(0, "section.grounds", sureLines(grounds, screen), screen)] : []),
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
  return fitted([...stepBlocks({ view, of: total(run), directory }, screen, false), { rank: 5, lines }], rows);
}

const awaitedLines = ({ awaited }: RunView, screen: Screen): string[] =>
  awaited.flatMap(({ record, due }) =>
    item(`${screen.words.text(record.step.title)}: ${sentence(dueText(due, screen.words))}`, screen),
  );

/** Checklists that belong to a topic or that an answer led to, with how to begin. */
export const offeredLines = (ids: readonly string[], directory: DirectoryIndex, { words, layout }: Screen): string[] =>
  ids.flatMap((id) => layout.paragraph(`${checklistTitle(id, directory, words)}: dozvon checklist start ${id}`, 2, 2));

function progressText({ progress, id }: Run, words: Words): string {
  const { settled, total: all } = progress;
  return words.say("checklist.progress", { settled: String(settled), total: String(all), run: id });
}

const noteLines = (notes: readonly Note[], screen: Screen): string[] =>
  notes.flatMap(({ at, text, step }) =>
    item(`${dateText(at.slice(0, 10), screen.words)}${step ? `, ${clean(step)}` : ""}: ${clean(text)}`, screen),
  );

/** What a run waits for, leads to and was told. */
const besideBlocks = (view: RunView, directory: DirectoryIndex, screen: Screen): Block[] => [
  titled(0, "section.awaited", awaitedLines(view, screen), screen),
  titled(
    5,
    "section.follow-ups",
    offeredLines(
      view.run.followUps.map(({ checklist }) => checklist),
      directory,
      screen,
    ),
    screen,
  ),
  titled(6, "section.run-notes", noteLines(view.run.notes, screen), screen),
];

/** A run that an answer ended goes on in another checklist. */
function endText({ checklist, followUps, steps }: Run, directory: DirectoryIndex, words: Words): string {
  const to = followUps.at(-1);
  if (to && steps.some((one) => one.state === "passed")) {
    const title = checklistTitle(to.checklist, directory, words);
    return words.say("checklist.moved", { title, id: to.checklist });
  }
  return words.say("checklist.finished", { title: words.text(checklist.title) });
}

/** A run: the step whose turn it is. What does not fit into the rows is left to `--full`. */
export function runText(view: RunView, directory: DirectoryIndex, screen: Screen, rows: number): string {
  const { words, layout, palette } = screen;
  const { next, run } = view;
  const full = rows === ALL_ROWS;
  const on = next && { view: next, of: total(run), directory };
  const end = layout.paragraph(endText(run, directory, words)).map((line) => palette.answer(line));
  const progress = progressText(run, words) + (full || !on || screen.menu ? "" : ` ${words.say("first.full")}`);
  const foot = [...(full ? layout.paragraph(words.text(run.checklist.title)) : []), ...layout.paragraph(progress)];
  return fitted(
    [
      ...(on ? [...stepBlocks(on, screen, full), ...outcomeBlocks(on, screen, full)] : [{ rank: 0, lines: end }]),
      ...besideBlocks(view, directory, screen),
      { rank: 0, lines: foot.map((line) => palette.faint(line)) },
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
      ...besideBlocks(view, directory, screen).flatMap(({ lines }) => (lines.length > 0 ? ["", ...lines] : [])),
      "",
    ];
  });
  return join(lines.slice(0, -1));
}

/** A checklist as somebody who begins today would meet it: what its steps are; with `--full` all of each. */
export function checklistText(
  checklist: Checklist,
  steps: readonly NumberedStep[],
  directory: DirectoryIndex,
  screen: Screen,
  rows: number,
): string {
  const { words, layout, palette } = screen;
  const full = rows === ALL_ROWS;
  const head = [
    ...layout.paragraph(sentence(words.text(checklist.title))).map((line) => palette.answer(line)),
    ...layout.paragraph(words.text(checklist.when)),
    ...layout.paragraph(words.say("checklist.how-to-start", { id: checklist.id })),
  ];
  const titles = steps.flatMap(({ step, number }) => layout.paragraph(`${number}. ${words.text(step.title)}`, 2, 3));
  const all = steps.flatMap((view) => {
    const on = { view, of: total(checklist), directory };
    return [...stepBlocks(on, screen, true), ...outcomeBlocks(on, screen, true)];
  });
  const rest = full ? all : [titles, moreLines(rows, screen)].map((lines) => ({ rank: 0, lines }));
  return fitted([{ rank: 0, lines: head }, ...rest], rows);
}

export function checklistsText(checklists: readonly Checklist[], { words, layout, palette }: Screen): string {
  return join(
    checklists.flatMap((one) => [
      ...layout.paragraph(`${palette.answer(one.id)}  ${words.text(one.title)}`, 0, 4),
      ...layout.paragraph(words.text(one.when), 4),
    ]),
  );
}
