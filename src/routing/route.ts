import type { Channel, Directory, Topic } from "../directory/types.js";
import { EMERGENCY_TOPIC, type GivenFacts, type Notice, understand } from "../situation/facts.js";
import { narrowing } from "../situation/questions.js";
import type { Moment } from "../values/moment.js";
import { onceFor } from "../values/once.js";
import { type Advised, advise } from "./advice.js";
import type { Answer, LeftOut, Offered, Whose } from "./answer.js";
import { answer, candidates, escalation, winnerOf } from "./answer.js";
import type { Caller } from "./caller.js";
import { calledForThem, lastResort, noCallOf } from "./calling.js";
import { completions, type Grid, gridWithOtherPhone, linesFrom } from "./completions.js";
import { type Condition, conditions } from "./conditions.js";
import { isOpen } from "./hours.js";
import { compareKeys } from "./rank.js";
import { usualCase, usualCell } from "./usual.js";

/** What routing answers: plain data for renderers, nothing left to decide. */
export type Routing = ReturnType<typeof route>;
export type RoutedChannel = ReturnType<typeof routed>;
export type RejectedChannel = Routing["rejected"][number];

/** The directory counts as old when nothing in it was checked for this long. */
const OLD_AFTER_DAYS = 180;

/** What the answers of a grid are said in. */
export interface Scene {
  directory: Directory;
  topic: Topic;
  grid: Grid;
  operator: string | null;
  moment: Moment;
}

/** An entry of answers and the cells it holds in. */
type Case<Entry> = Entry & { cells: number[] };

/** Lines become values of the fact `from`; `other-operator` depends on whose customer asks, so those boxes are split. */
function facts(box: Condition, { grid, operator, directory }: Scene): Condition[] {
  if (!box.from) return [box];
  const open = grid.dimensions.find((dimension) => dimension.fact === "operator");
  const split = open !== undefined && box.from.includes("other-operator");
  const perOperator = split ? (box.operator ?? open.values).map((id) => ({ ...box, operator: [id] })) : [box];
  return perOperator.map((one: Condition) => {
    const whose = operator ?? (split ? (one.operator?.[0] ?? null) : null);
    return { ...one, from: (box.from ?? []).flatMap((line) => linesFrom(line, whose, directory)) };
  });
}

/** Most channels of an answer hold in the same cells as another one. */
const saidIn = onceFor((_scene: Scene) => new Map<string, Condition[]>());

export function conditionsOf(cells: readonly number[], scene: Scene): Condition[] {
  if (cells.length === scene.grid.callers.length) return [];
  const known = saidIn(scene);
  const inOrder = [...cells].sort((a, b) => a - b);
  const key = inOrder.join();
  const found = known.get(key) ?? conditions(new Set(inOrder), scene.grid).flatMap((box) => facts(box, scene));
  known.set(key, found);
  return found;
}

/** Callers who differ in nothing that counts share one answer: the cells of each. */
function cellsByAnswer(answers: readonly (Answer | null)[]): Map<Answer, number[]> {
  const cells = new Map<Answer, number[]>();
  answers.forEach((one, cell) => {
    if (!one) return;
    const known = cells.get(one);
    if (known) known.push(cell);
    else cells.set(one, [cell]);
  });
  return cells;
}

const isSame = (one: Partial<Offered & LeftOut>, other: Partial<Offered & LeftOut>): boolean =>
  one.verdict === other.verdict && one.cost === other.cost && one.reason === other.reason;

/** One entry a channel and case of verdict and cost, or reason, each with the cells it holds in. */
function gather<T extends Offered | LeftOut>(
  answers: ReadonlyMap<Answer, readonly number[]>,
  entriesOf: (one: Answer) => readonly T[],
): Case<T>[] {
  const known = new Map<Channel, Case<T>[]>();
  const all: Case<T>[] = [];
  for (const [answer, cells] of answers) {
    for (const entry of entriesOf(answer)) {
      const cases = known.get(entry.channel) ?? [];
      const found = cases.find((one) => isSame(one, entry)) ?? { ...entry, cells: [] };
      if (found.cells.length === 0) {
        all.push(found);
        known.set(entry.channel, [...cases, found]);
      }
      found.cells.push(...cells);
    }
  }
  return all;
}

/** What is offered, case by case, that of the first caller first. */
export const casesOf = (answers: readonly (Answer | null)[]) => gather(cellsByAnswer(answers), (one) => one.offered);

function merge(answers: readonly (Answer | null)[]): { offered: Case<Offered>[]; leftOut: Case<LeftOut>[] } {
  const cells = cellsByAnswer(answers);
  const offered = gather(cells, (one) => one.offered).sort((a, b) => compareKeys(a.key, b.key));
  const reachable = new Set(offered.map(({ channel }) => channel));
  const leftOut = gather(cells, (one) => one.leftOut).filter(({ channel }) => !reachable.has(channel));
  return { offered, leftOut };
}

export function routed({ channel, verdict, rule, cost, cells }: Case<Offered>, scene: Scene) {
  return {
    channel,
    verdict,
    rule,
    cost,
    /** null where the sources or a bare date leave it open, or the channel states no hours. */
    open: channel.hours && isOpen(channel.hours, scene.moment),
    conflicts: scene.directory.party(channel.party).conflicts.filter(({ id }) => channel.conflicts.includes(id)),
    conditions: conditionsOf(cells, scene),
  };
}

function winners(answers: readonly (Answer | null)[], scene: Scene) {
  const cells = new Map<string | null, number[]>();
  for (const [one, own] of cellsByAnswer(answers)) {
    const id = winnerOf(one)?.channel.id ?? null;
    cells.set(id, [...(cells.get(id) ?? []), ...own]);
  }
  return [...cells].map(([id, own]) => ({ id, conditions: conditionsOf(own, scene) }));
}

/** The likeliest of those that may answer stands in where every completion has none for sure. */
function mainOf(channels: readonly RoutedChannel[], primaries: ReturnType<typeof winners>): RoutedChannel | null {
  const [only] = primaries;
  if (!only || primaries.length > 1) return null;
  return channels.find(({ channel }) => channel.id === only.id) ?? channels[0] ?? null;
}

/** What an answer to a question could change: the primary, its verdict and its cost class. */
function outcomeOf({ offered }: Answer): string {
  const first = offered[0];
  return first ? `${first.channel.id} ${first.verdict} ${first.cost.class}` : "none";
}

export function ageNotice(directory: Directory, moment: Moment): Notice[] {
  const days = Math.floor((Date.parse(moment.date) - Date.parse(directory.asOf)) / 86_400_000);
  return days > OLD_AFTER_DAYS ? [{ code: "directory-old", values: { days: String(days), asOf: directory.asOf } }] : [];
}

function emergencyNotices(callers: readonly (Caller | null)[], proven: boolean, topic: Topic): Notice[] {
  if (topic.id !== EMERGENCY_TOPIC) return [];
  const abroad = callers.some((caller) => caller?.place === "abroad");
  if (!abroad) return [{ code: "emergency-abroad-differs", values: {} }];
  return proven ? [] : [{ code: "emergency-not-everywhere", values: {} }];
}

/** The answer of every completion, computed once for each different caller. */
export function answersOf(channels: (whose: Whose) => Channel[], { grid, topic }: Pick<Scene, "grid" | "topic">) {
  const known = new Map<string, Answer>();
  const byWhose = new Map<string, Channel[]>();
  return grid.callers.map((caller) => {
    if (!caller) return null;
    const { operator, merchant, service, subscriber, place, line } = caller;
    const whose = `${operator} ${merchant}`;
    const key = `${whose} ${service} ${subscriber} ${place} ${line}`;
    let found = known.get(key);
    if (!found) {
      const own = byWhose.get(whose) ?? channels(caller);
      byWhose.set(whose, own);
      found = answer(own, caller, topic, topic.id === EMERGENCY_TOPIC);
      known.set(key, found);
    }
    return found;
  });
}

/** The number that answers from any other phone, and a word on why it is not the answer itself. */
function beside(scene: Scene): { otherPhone: RoutedChannel | null; notices: Notice[] } {
  const grid = gridWithOtherPhone(scene.grid, scene.topic);
  if (!grid) return { otherPhone: null, notices: [] };
  const { directory, topic } = scene;
  const { offered } = merge(answersOf((whose) => candidates(directory, topic, whose), { ...scene, grid }));
  const [first] = offered;
  const certain =
    first?.channel.kind === "voice" && first.verdict === "proven" && first.cells.length === grid.callers.length;
  return {
    otherPhone: certain ? routed(first, { ...scene, grid }) : null,
    notices: topic.ownLine === "none" ? [{ code: "own-sim-counted-gone", values: {} }] : [],
  };
}

/** Whom advice is for: the usual case, or everybody where there is none. */
function people(usual: number | null, answers: readonly (Answer | null)[], { grid }: Scene): Advised[] {
  const cells = usual === null ? answers.map((_, cell) => cell) : [usual];
  return cells.flatMap((cell) => {
    const [caller, own] = [grid.callers[cell], answers[cell]];
    return caller && own ? [{ caller, answer: own }] : [];
  });
}

/** Whoever cannot call from where they are, in the usual case: why not, and the number that somebody in Russia can call. */
function calling(cell: number | null, answers: readonly (Answer | null)[], scene: Scene) {
  const { directory, topic, grid } = scene;
  const caller = cell === null ? null : grid.callers[cell];
  const own = cell === null ? null : answers[cell];
  if (!caller || !own) return { noCall: null, viaSomeone: null, lastResort: [] };
  const found = calledForThem(candidates(directory, topic, caller), caller, topic, own);
  const there: Scene = { ...scene, grid: { dimensions: [], callers: [found?.caller ?? null] } };
  return {
    noCall: noCallOf(own, caller, topic),
    viaSomeone: found && routed({ ...found.entry, cells: [0] }, there),
    lastResort: lastResort(directory, caller, topic, own),
  };
}

/** That which is about the topic before all else comes first. */
const checklistsOf = ({ id, asked }: Topic, { checklists }: Directory): string[] =>
  checklists
    .filter(({ topics }) => topics.includes(id) && asked?.whole !== false)
    .sort((a, b) => a.topics.indexOf(id) - b.topics.indexOf(id))
    .map((one) => one.id);

/**
 * The main job: from what is known of a situation to the channels that answer there.
 *
 * @param given facts as typed; missing ones are answered for every completion (the usual case and what differs from it: README.md).
 * @throws Problem when a fact is unknown or facts contradict each other.
 */
export function route(directory: Directory, given: GivenFacts, moment: Moment) {
  const { situation, topic, notices } = understand(given, directory);
  const grid = completions(situation, topic, directory);
  const operator = situation.operator?.value ?? null;
  const scene: Scene = { directory, topic, grid, operator, moment };
  const answers = answersOf((whose) => candidates(directory, topic, whose), scene);
  const { offered, leftOut } = merge(answers);
  const next = merge(answersOf((whose) => escalation(directory, topic, whose), scene));
  const primaries = winners(answers, scene);
  const { otherPhone, notices: asides } = beside(scene);
  const primary = primaries.length === 1 ? (primaries[0]?.id ?? null) : null;
  const channels = offered.map((entry) => routed(entry, scene));
  const completed = { situation, topic, grid, directory, answers };
  const usual = usualCell(completed);
  const calls = calling(usual, answers, scene);
  const outcomes = answers.map((one) => one && outcomeOf(one));
  const needs = narrowing(grid.dimensions, outcomes);
  return {
    situation,
    topic,
    moment,
    /** No missing fact could change the primary, its verdict or its cost class. */
    complete: needs.length === 0,
    needs,
    primary,
    primaries,
    /** What most people's answer is, and where it differs; null where no fact is left out. */
    usual: usualCase(completed),
    channels,
    /** The answer, one of `channels`: the primary, or the best of those that may answer where none does for sure; null where it hangs on a fact. */
    main: mainOf(channels, primaries),
    /** Said before the answer. Where the topic counts the own SIM as gone and no other line is in hand: what answers from any other phone there. */
    otherPhone,
    /** Why nobody can call about this from where they are, in the usual case; null where they can, or have excluded voice. */
    noCall: calls.noCall,
    /** For whoever is abroad or without a phone: what somebody in Russia can call for them. */
    viaSomeone: calls.viaSomeone,
    rejected: leftOut.map(({ cells, ...entry }) => ({ ...entry, conditions: conditionsOf(cells, scene) })),
    /** Bodies to turn to after the operator. */
    escalation: next.offered.map((entry) => routed(entry, scene)),
    ...advise(directory, topic, situation, people(usual, answers, scene)),
    /** Checklists that belong to the topic, by id. */
    checklists: checklistsOf(topic, directory),
    notices: [
      ...notices,
      ...asides,
      ...ageNotice(directory, moment),
      ...emergencyNotices(grid.callers, primary !== null, topic),
      ...calls.lastResort,
    ] as readonly Notice[],
  };
}
