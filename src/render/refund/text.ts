import type { AnsweredRefund } from "../../answers/refund.js";
import type { Decision } from "../../charges/refund.js";
import type { Term } from "../../charges/terms.js";
import type { Ground } from "../../directory/types.js";
import { groundsOf } from "../../terms/deadlines.js";
import type { PurchaseFact } from "../../vocabulary/charges.js";
import { THEIR_CLOCK } from "../../vocabulary/terms.js";
import { commandOf } from "../charge/json.js";
import { groundLines, rulingLines } from "../ground/text.js";
import { ALL_ROWS, type Block, fitted, moreLines } from "../text/blocks.js";
import { counted, dateText, headed, type Screen } from "../text/screen.js";
import type { Words } from "../words.js";
import { askedText, choiceKey, questionText, valuesOf } from "./json.js";

export interface RefundView {
  answer: AnsweredRefund;
  screen: Screen;
  /** How many lines there are to fill. */
  rows: number;
}

function lengthText({ deadline }: Term, words: Words): string {
  const length = counted(deadline.amount, deadline.unit, words);
  return words.say(`term.${deadline.direction}`, { length, event: words.say(`event.${deadline.from}`) });
}

/** A day off matters to those who answer, not to hours that run on any day. */
function remarks({ deadline, dayOff, calendarKnown }: Term, due: string, words: Words): string {
  const all = [
    ...(dayOff && deadline.unit !== "hour" ? [words.say("term.day-off")] : []),
    ...(calendarKnown ? [] : [words.say("term.calendar-unknown", { year: due.slice(0, 4) })]),
  ];
  return all.length > 0 ? ` (${all.join("; ")})` : "";
}

function dueText(term: Term, due: string, words: Words): string {
  const date = dateText(due, words) + (term.dueAt ? ` ${term.dueAt.slice(11, 16)}` : "");
  const left = term.daysLeft ?? 0;
  if (left < 0) return words.say("term.passed", { date });
  const days = words.say("term.left.days", { days: counted(left, "calendar-day", words) });
  return (
    words.say("term.due", { date, left: left === 0 ? words.say("term.left.today") : days }) + remarks(term, due, words)
  );
}

function termText(term: Term, words: Words): string {
  const { due, startFact, deadline } = term;
  const length = lengthText(term, words);
  const open = startFact ? words.say("term.add", { term: length, fact: startFact }) : length;
  const text = due === null ? open : dueText(term, due, words);
  return deadline.when ? words.say("term.when", { text, when: words.text(deadline.when) }) : text;
}

/** The terms that a statement sets, right under it. */
function termLines(ground: Ground, { answer, screen }: RefundView, indent: number): string[] {
  const { words, layout } = screen;
  const own = answer.terms.filter((term) => term.ground.id === ground.id);
  return own.flatMap((term) => layout.paragraph(`→ ${termText(term, words)}`, indent, 2));
}

const listed = (ground: Ground, view: RefundView, lead = ""): string[] => [
  ...groundLines(ground, view.screen, lead),
  ...termLines(ground, view, 4),
];

const grounded = (ids: readonly string[], view: RefundView): string[] =>
  groundsOf(ids, view.answer.grounds).flatMap((ground) => listed(ground, view));

/** A term that has passed changes what can be done: it is said before the statements that set it. */
function passedLines(decision: Decision, { answer, screen }: RefundView): string[] {
  const { words, layout, palette } = screen;
  const ruling = [decision.ground, ...decision.also, ...answer.verdict.steps];
  const passed = answer.terms.filter(({ ground, daysLeft }) => ruling.includes(ground.id) && (daysLeft ?? 0) < 0);
  const texts = passed.flatMap((term) =>
    term.due === null
      ? []
      : words.say(THEIR_CLOCK.includes(term.deadline.from) ? "refund.passed.theirs" : "refund.passed.own", {
          date: dateText(term.due, words),
          term: lengthText(term, words),
        }),
  );
  return [...new Set(texts)].flatMap((text) => layout.paragraph(text)).map((line) => palette.doubt(line));
}

function decisionLines(decision: Decision, view: RefundView): string[] {
  const { answer, screen } = view;
  const { words, layout, palette } = screen;
  const merchant = words.text(answer.merchant.name);
  const [ground] = groundsOf(decision.ground === null ? [] : [decision.ground], answer.grounds);
  return [
    ...layout.paragraph(words.say(`outcome.${decision.outcome}`, { merchant })).map((line) => palette.answer(line)),
    ...passedLines(decision, view),
    ...(ground ? [...rulingLines(ground, screen), ...termLines(ground, view, 0)] : []),
    ...grounded(decision.also, view),
  ];
}

function briefly(decision: Decision, view: RefundView): string[] {
  const { answer, screen } = view;
  const { words, layout } = screen;
  const text = words.say(`outcome.${decision.outcome}`, { merchant: words.text(answer.merchant.name) });
  const [ground] = groundsOf(decision.ground === null ? [] : [decision.ground], answer.grounds);
  return ground ? listed(ground, view, `${text} `) : layout.paragraph(`- ${text}`, 2, 2);
}

/** The question that tells most, with its answers, then those that may follow. */
function openBlocks({ answer, screen }: RefundView): Block[] {
  const { words, layout, palette } = screen;
  const [first, ...later] = answer.verdict.needs;
  if (first === undefined) return [];
  const openRow = (fact: PurchaseFact) =>
    [`--${fact}`, askedText(fact, answer.timeNeeded.includes(fact), words)] as const;
  const values = valuesOf(first).map((value) => [`--${first} ${value}`, words.say(choiceKey(first, value))] as const);
  const key = later.length > 0 ? "refund.needs-first" : "refund.needs";
  const asked = layout.paragraph(words.say(key, { question: questionText(first, words) }));
  return [
    { rank: 0, lines: asked.map((line) => palette.answer(line)) },
    { rank: 0, lines: values.length > 0 ? layout.rows(values) : [`--${first}`] },
    { rank: 2, lines: later.length > 0 ? [words.say("refund.later"), ...layout.rows(later.map(openRow))] : [] },
  ];
}

function routeLines(view: RefundView): string[] {
  const { answer, screen } = view;
  const { words } = screen;
  const merchant = words.text(answer.merchant.name);
  return answer.routes.flatMap(({ route, ground, gives }) => {
    // What to do at the bank its statement says itself; what the law gives is worth saying first.
    const gain = route === "law" && gives ? ` ${words.say(`outcome.${gives}`, { merchant })}` : "";
    const lead = `${words.say(`route.${route}`)}.${gain} `;
    return groundsOf([ground], answer.grounds).flatMap((one) => listed(one, view, lead));
  });
}

/** The answer stands on the first line; what does not fit is left to `--full`. */
export function refundText(view: RefundView): string {
  const { answer, screen, rows } = view;
  const { merchant, verdict, checklists, paid } = answer;
  const { words, layout } = screen;
  const name = words.text(merchant.name);
  const block = (rank: number, key: string, lines: readonly string[], values = {}): Block => ({
    rank,
    lines: headed(screen, words.say(key, values), lines),
  });
  const settled = verdict.decision !== null;
  // While much is open, where it may lead says nothing to anybody.
  const possible = settled || rows === ALL_ROWS ? verdict.possible.flatMap((one) => briefly(one, view)) : [];
  const whenSettled = (ids: readonly string[]) => (settled ? grounded(ids, view) : []);
  const next = (screen.menu ? [] : checklists).flatMap((id) =>
    layout.paragraph(words.say("charge.checklist", { command: commandOf.checklist(id) }), 0, 2),
  );
  return fitted(
    [
      ...(verdict.decision ? [{ rank: 0, lines: decisionLines(verdict.decision, view) }] : openBlocks(view)),
      { rank: 5, lines: merchant.notEstablished ? layout.paragraph(words.text(merchant.notEstablished)) : [] },
      block(4, "section.otherwise", verdict.otherwise ? briefly(verdict.otherwise, view) : [], { merchant: name }),
      block(3, settled ? "refund.without" : "section.possible", possible),
      block(1, "section.following", grounded(verdict.steps, view)),
      block(6, "section.routes", routeLines(view)),
      block(7, "section.request", whenSettled(merchant.request)),
      block(8, "section.payout", paid ? whenSettled(merchant.payout) : []),
      block(9, "section.notes", whenSettled(verdict.notes)),
      { rank: 2, lines: [...next, ...moreLines(rows, screen)] },
    ],
    rows,
  );
}
