import type { AnsweredRefund } from "../../answers/refund.js";
import { kindOf } from "../../charges/purchase.js";
import type { Decision } from "../../charges/refund.js";
import type { Term } from "../../charges/terms.js";
import type { Ground } from "../../directory/types.js";
import { groundsOf } from "../../terms/deadlines.js";
import type { Outcome } from "../../vocabulary/charges.js";
import { THEIR_CLOCK } from "../../vocabulary/terms.js";
import { commandOf } from "../charge/json.js";
import { groundLines, rulingLines } from "../ground/text.js";
import type { Block, Line } from "../text/blocks.js";
import { ALL_ROWS, answer, doubt, fitted, indented, item, moreLines, titled } from "../text/blocks.js";
import { dateDoubts, dateText, leftText, type Screen, termWords } from "../text/screen.js";
import type { Words } from "../words.js";
import { choiceKey, questionText, valuesOf } from "./json.js";

export interface RefundView {
  answer: AnsweredRefund;
  screen: Screen;
  /** How many lines there are to fill. */
  rows: number;
  /** Read at a prompt, where no flag is typed. */
  atPrompt: boolean;
}

const lengthText = ({ deadline }: Term, words: Words): string =>
  words.say(`term.${deadline.direction}`, termWords(deadline, words));

function dueText(term: Term, due: string, words: Words): string {
  const date = dateText(due, words) + (term.dueAt ? ` ${term.dueAt.slice(11, 16)}` : "");
  const days = term.daysLeft ?? 0;
  // Hours run on any day.
  const doubts = dateDoubts(due, term.dayOff && term.deadline.unit !== "hour", !term.calendarKnown, words);
  const remarks = doubts.length > 0 ? ` (${doubts.join("; ")})` : "";
  const left = leftText(days, words);
  return words.say(days < 0 ? "term.passed" : "term.due", { date, left }) + remarks;
}

function termText(term: Term, { screen: { words }, atPrompt }: RefundView): string {
  const { due, startFact, deadline } = term;
  const length = lengthText(term, words);
  const open = startFact && !atPrompt ? words.say("term.add", { term: length, fact: startFact }) : length;
  const text = due === null ? open : dueText(term, due, words);
  return deadline.when ? words.say("term.when", { text, when: words.text(deadline.when) }) : text;
}

/** The terms that a statement sets, right under it. */
const termLines = (ground: Ground, view: RefundView, indent: number): Line[] =>
  view.answer.terms
    .filter((term) => term.ground.id === ground.id)
    .map((term) => indented(`→ ${termText(term, view)}`, indent, 2));

const listed = (ground: Ground, view: RefundView, lead = ""): Line[] => [
  ...groundLines(ground, view.screen.words, lead),
  ...termLines(ground, view, 4),
];

const grounded = (ids: readonly string[], view: RefundView): Line[] =>
  groundsOf(ids, view.answer.grounds).flatMap((ground) => listed(ground, view));

/** A term that has passed changes what can be done: it is said before the statements that set it. */
function passedLines(ruling: readonly (string | null)[], { answer: { terms }, screen: { words } }: RefundView): Line[] {
  const passed = terms.filter(({ ground, daysLeft }) => ruling.includes(ground.id) && (daysLeft ?? 0) < 0);
  const texts = passed.map((term) => {
    const own = term.deadline.until === "lawsuit" ? "suit" : "own";
    const whose = THEIR_CLOCK.includes(term.deadline.from) ? "theirs" : own;
    const said = { date: dateText(term.due ?? "", words), term: lengthText(term, words) };
    return words.say(`refund.passed.${whose}`, said);
  });
  return [...new Set(texts)].map(doubt);
}

const outcomeText = (outcome: Outcome, { answer: { merchant }, screen: { words } }: RefundView): string =>
  words.say(`outcome.${outcome}`, { merchant: words.text(merchant.name) });

function decisionLines(decision: Decision, view: RefundView): Line[] {
  const [ground] = groundsOf([decision.ground ?? ""], view.answer.grounds);
  return [
    answer(outcomeText(decision.outcome, view)),
    ...passedLines([decision.ground, ...decision.also, ...view.answer.verdict.steps], view),
    ...(ground ? [...rulingLines(ground, view.screen.words), ...termLines(ground, view, 0)] : []),
    ...grounded(decision.also, view),
  ];
}

function briefly({ outcome, ground: id }: Decision, view: RefundView): Line[] {
  const text = outcomeText(outcome, view);
  const [ground] = groundsOf([id ?? ""], view.answer.grounds);
  return ground ? listed(ground, view, `${text} `) : [item(text)];
}

/** What the facts given say already. */
function likelyLines(view: RefundView): Line[] {
  const { likely, grounds } = view.answer;
  const { words } = view.screen;
  const also = likely?.also ?? [];
  return groundsOf([likely?.ground ?? ""], grounds).flatMap((ground) => [
    answer(likely?.outcome ? outcomeText(likely.outcome, view) : words.text(ground.text)),
    ...passedLines(also, view),
    ...(likely?.outcome ? groundLines(ground, words) : []),
    ...grounded(also, view),
  ]);
}

/** The question that tells most, with its answers in words before what to type, then those that may follow. */
function openBlocks(view: RefundView): Block[] {
  const { merchant, verdict, likely, grounds } = view.answer;
  const { words, menu } = view.screen;
  const [first, ...later] = verdict.needs;
  if (first === undefined) return [];
  const values = valuesOf(first).map((value) => [words.say(choiceKey(first, value)), `--${first} ${value}`] as const);
  const key = likely ? "refund.may-change" : later.length > 0 ? "refund.needs-first" : "refund.needs";
  const asked = words.say(key, { question: questionText(first, words) });
  const command = commandOf.refund(merchant.id);
  const choices = [...(menu ? [] : [words.say("refund.command", { command })]), { rows: values }];
  const example = values.length > 0 ? "" : `--${first} ${words.say(`refund.example.${kindOf(first).kind}`)}`;
  const toAdd = [words.say("refund.add", { command, example })];
  const asking = merchant.request.slice(0, 1).filter((id) => id !== likely?.ground);
  const where = groundsOf(asking, grounds).flatMap((ground) => groundLines(ground, words));
  return [
    { rank: 0, lines: likelyLines(view) },
    // Where to ask holds whatever the answers are.
    titled(0, words.say("section.support"), where),
    { rank: 0, lines: [likely ? asked : answer(asked), ...(values.length > 0 ? choices : toAdd)] },
  ];
}

const routeLines = (view: RefundView): Line[] =>
  view.answer.routes.flatMap(({ route, ground, gives, also }) => {
    // What to do at the bank its statement says itself; what the law gives is worth saying first.
    const gain = route === "law" && gives ? ` ${outcomeText(gives, view)}` : "";
    const lead = `${view.screen.words.say(`route.${route}`)}.${gain} `;
    const said = groundsOf([ground], view.answer.grounds).flatMap((one) => listed(one, view, lead));
    return [...said, ...grounded(also, view)];
  });

/** The answer stands on the first line; what does not fit is left to `--full`. */
export function refundText(view: RefundView): string {
  const { screen, rows } = view;
  const { merchant, verdict, checklists, paid } = view.answer;
  const { words, menu } = screen;
  const { decision, otherwise, notes } = verdict;
  const steps = verdict.steps.filter((id) => id !== decision?.ground && !decision?.also.includes(id));
  const block = (rank: number, key: string, lines: readonly Line[]) => titled(rank, words.say(key), lines);
  // While much is open, where it may lead says nothing to anybody.
  const possible = decision || rows === ALL_ROWS ? verdict.possible.flatMap((one) => briefly(one, view)) : [];
  const others = otherwise ? briefly(otherwise, view) : [];
  const whenSettled = (ids: readonly string[]) => (decision ? grounded(ids, view) : []);
  const next = (menu ? [] : checklists).map((id) =>
    indented(words.say("charge.checklist", { command: commandOf.checklist(id, view.answer) }), 0, 2),
  );
  const blocks: Block[] = [
    ...(decision ? [{ rank: 0, lines: [...likelyLines(view), ...decisionLines(decision, view)] }] : openBlocks(view)),
    { rank: 1, lines: merchant.notEstablished ? [words.text(merchant.notEstablished)] : [] },
    titled(4, words.say("section.otherwise", { merchant: words.text(merchant.name) }), others),
    block(3, decision ? "refund.without" : "section.possible", possible),
    block(1, "section.following", grounded(steps, view)),
    block(6, "section.routes", routeLines(view)),
    block(7, "section.request", whenSettled(merchant.request)),
    block(8, "section.payout", paid ? whenSettled(merchant.payout) : []),
    block(9, "section.notes", whenSettled(notes)),
    { rank: 2, lines: [...next, ...moreLines(rows, screen)] },
  ];
  return fitted(blocks, rows, screen);
}
