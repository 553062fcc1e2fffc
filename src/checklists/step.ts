/** What is shown of a run, a step or a whole checklist for one person: where to turn, by when, and on what it rests. */
import type { Calendar, ChecklistStep, Directory, Ground, Topic } from "../directory/types.js";
import { type RoutedChannel, route } from "../routing/route.js";
import type { GivenFacts } from "../situation/facts.js";
import { sellersOf } from "../situation/names.js";
import type { Moment } from "../values/moment.js";
import { OTHER_MERCHANT, OTHER_OPERATOR } from "../vocabulary/situation.js";
import { THEIR_CLOCK } from "../vocabulary/terms.js";
import { awaited, bySoonest, type Dated, type Due, droppedIn, duesOf } from "./due.js";
import type { Run, StepRecord } from "./run.js";

export interface Scene {
  directory: Directory;
  given: GivenFacts;
  moment: Moment;
  grounds: ReadonlyMap<string, Ground>;
  calendar: Calendar;
}

/** More than this is `dozvon route`'s to show. */
const MOST_CHANNELS = 3;

/** Proven ones where there are any; one of them without conditions where there is one. */
function best(channels: readonly RoutedChannel[]): RoutedChannel[] {
  const proven = channels.filter((one) => one.verdict === "proven");
  const offered = proven.length > 0 ? proven : channels;
  const ids = [...new Set(offered.map(({ channel }) => channel.id))];
  const sure = offered.find((one) => one.conditions.length === 0)?.channel.id;
  const first = ids.slice(0, MOST_CHANNELS);
  const chosen = sure === undefined || first.includes(sure) ? first : [...first.slice(0, -1), sure];
  // A channel has an entry a case of cost: all of them, so that no condition is lost.
  return offered.filter(({ channel }) => chosen.includes(channel.id));
}

/** A fact that this topic settles by itself is left out: it was given for the run, not for the step. */
function factsFor(topic: Topic, party: string | null, { given, directory }: Scene) {
  const { service, ...rest } = given;
  const facts: GivenFacts = { ...rest, topic: { value: topic.id, from: "derived" } };
  const sellers = sellersOf(topic.id, directory);
  // The step names whom to turn to: one of the sellers, or the bank and the bodies whoever sold it.
  if (party !== null && sellers.length > 0)
    facts.merchant = { value: sellers.includes(party) ? party : OTHER_MERCHANT, from: "derived" };
  if (service && topic.service === null) facts.service = service;
  const unknownOperator = topic.operatorNeeded && given.operator === undefined;
  // Without an operator the way that does not depend on one is still a way.
  const hasGeneralWay = directory.parties.some((party) => party.id === OTHER_OPERATOR);
  if (unknownOperator && hasGeneralWay) facts.operator = { value: OTHER_OPERATOR, from: "default" };
  return { facts, unknownOperator };
}

function wayOf({ topic: id, party }: ChecklistStep["route"][number], scene: Scene) {
  const { directory, moment } = scene;
  const topic = directory.topics.find((one) => one.id === id);
  // The gate holds the built-in topics together; an overlay may have taken this one away.
  if (!topic) return [];
  const { facts, unknownOperator } = factsFor(topic, party, scene);
  const routing = route(directory, facts, moment);
  // A code that does another thing of the topic, as one that suspends the number, is no way to switch an option off.
  const besides = (directory.parts().topics[id] ?? []).filter(({ whole }) => !whole).map((part) => part.id);
  const forAll = routing.channels.filter(({ channel }) => channel.part === null || !besides.includes(channel.part));
  const ofParty = [...routing.channels, ...routing.escalation].filter(({ channel }) => channel.party === party);
  const own = party === null;
  return [
    {
      topic,
      /** A body, a merchant or the bank; null where it is the person's own operator. */
      party,
      /** The best first, never one that does not answer for this person. */
      channels: best(own ? forAll : ofParty),
      /** For renderers, which say a channel's conditions in its words. */
      routing,
      missing: own ? [...(unknownOperator ? (["operator"] as const) : []), ...routing.needs] : [],
      /** What only the owner or an office can do. */
      limits: own
        ? routing.limits.filter(({ role }) => role === null || role === "office-only" || role === "owner-only")
        : [],
    },
  ];
}

/** One place to turn to. */
export type Way = ReturnType<typeof wayOf>[number];

/** @throws Problem when a fact is unknown or facts contradict each other. */
export function stepFor(step: ChecklistStep, run: Dated, scene: Scene) {
  const { given, grounds, calendar, moment } = scene;
  const operator = given.operator?.value ?? null;
  const dropped = droppedIn(run);
  const ways = step.route.flatMap((one) => (dropped.includes(one.party ?? "") ? [] : wayOf(one, scene)));
  return {
    step,
    ways,
    missing: [...new Set(ways.flatMap((way) => way.missing))],
    dues: duesOf(step, run, { grounds, calendar, today: moment.date }),
    grounds: step.grounds
      .filter((ground) => ground.operator === null || operator === null || ground.operator === operator)
      .flatMap(({ id }) => grounds.get(id) ?? []),
  };
}

export type StepForPerson = ReturnType<typeof stepFor>;

const numbered = (record: StepRecord, run: Run, scene: Scene) => ({
  ...stepFor(record.step, run, scene),
  /** From 1. */
  number: run.steps.indexOf(record) + 1,
  record,
});

export type NumberedStep = ReturnType<typeof numbered>;

/** @throws Problem when a fact is unknown or facts contradict each other. */
export function viewRun(run: Run, scene: Scene) {
  const { next } = run;
  const { moment, grounds, calendar } = scene;
  return {
    run,
    next: next && numbered(next, run, scene),
    /** Answers waited for, with the step that set the clock going. */
    awaited: awaited(run, { grounds, calendar, today: moment.date }),
  };
}

export type RunView = ReturnType<typeof viewRun>;

/** A term of the other side that has run out: nothing more can be missed by it. */
const isOver = ({ term, daysLeft }: Due): boolean =>
  term !== null && THEIR_CLOCK.includes(term.from) && (daysLeft ?? 0) < 0;

/** The soonest date of a run: of the step whose turn it is, or of what is waited for; past ones too, those of the other side last. */
export function nextDeadline({ next, awaited: waiting }: RunView): { step: ChecklistStep; due: Due } | null {
  const own = (next?.dues ?? []).map((due) => ({ step: next?.step as ChecklistStep, due }));
  const dated = [...own, ...waiting.map(({ record, due }) => ({ step: record.step, due }))];
  return (
    dated
      .filter(({ due }) => due.date !== null)
      .sort((a, b) => Number(isOver(a.due)) - Number(isOver(b.due)) || bySoonest(a.due, b.due))
      .at(0) ?? null
  );
}

/** Every step of the checklist, as somebody who begins today would meet it. @throws Problem as viewRun. */
export const viewSteps = (run: Run, scene: Scene): NumberedStep[] =>
  run.steps.map((record) => numbered(record, run, scene));
