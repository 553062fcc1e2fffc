import type { Channel, Directory, Party } from "../directory/types.js";
import { candidates, winnerOf } from "../routing/answer.js";
import { completions } from "../routing/completions.js";
import { answersOf } from "../routing/route.js";
import { understand } from "../situation/facts.js";
import { nearestNamed, operatorNamed } from "../situation/names.js";
import { daysLeft } from "../terms/deadlines.js";
import { Problem } from "../values/problem.js";
import { GRADES, type Grade } from "../vocabulary/evidence.js";
import { SUBSCRIBERS } from "../vocabulary/situation.js";
import type { Desk } from "./desk.js";
import { normsOf } from "./norms.js";

/**
 * All parties, or the one named: an operator by any of its names, a body or merchant by its id.
 * @throws Problem unknown-operator.
 */
export function partiesNamed(given: string | undefined, directory: Directory): Party[] {
  if (given === undefined) return directory.parties.map((summary) => directory.party(summary.id));
  const { parties } = directory;
  const found = parties.find(({ id }) => id === given.trim().toLowerCase()) ?? operatorNamed(given, directory);
  if (found) return [directory.party(found.id)];
  const [allowed, hints] = [parties.map(({ id }) => id), nearestNamed(given, parties)];
  throw new Problem("unknown-operator", "unknown-party", { given }, { allowed, hints });
}

/**
 * Values that nobody has held against their sources for so many days, the worst first: read longest ago, of those of one day the one whose
 * newest source is the oldest.
 */
function staleOf(parties: readonly Party[], today: string, atLeast: number) {
  const newest = ({ sources }: Channel) => sources.reduce((day, { date }) => (date && date > day ? date : day), "");
  return parties
    .flatMap(({ id: party, channels }) =>
      channels.map((channel) => ({ party, channel, days: daysLeft(today, channel.checkedOn) })),
    )
    .filter(({ days }) => days >= atLeast)
    .sort((a, b) => b.days - a.days || newest(a.channel).localeCompare(newest(b.channel)));
}

/** Of all situations of an operator's customers, personal and corporate, in how many something proven answers first, and how well that is known. */
function coverageOf(parties: readonly Party[], directory: Directory) {
  const topics = directory.topics.filter(({ operatorNeeded }) => operatorNeeded);
  const fact = (value: string) => ({ value, from: "flag" as const });
  return parties
    .filter(({ type }) => type === "operator")
    .flatMap(({ id: operator }) =>
      SUBSCRIBERS.map((subscriber) => {
        const firsts = topics.flatMap(({ id }) => {
          const given = { operator: fact(operator), subscriber: fact(subscriber), topic: fact(id) };
          const { situation, topic } = understand(given, directory);
          const grid = completions(situation, topic, directory);
          const answers = answersOf((whose) => candidates(directory, topic, whose), { grid, topic });
          return answers.flatMap((one) => (one ? [winnerOf(one)?.channel.grade ?? null] : []));
        });
        const count = (grade: Grade) => firsts.filter((one) => one === grade).length;
        const grades = Object.fromEntries(GRADES.map((grade) => [grade, count(grade)])) as Record<Grade, number>;
        const proven = firsts.filter((one) => one !== null).length;
        return { operator, subscriber, situations: firsts.length, proven, grades };
      }),
    );
}

export type Coverage = ReturnType<typeof coverageOf>[number];
export type Stale = ReturnType<typeof staleOf>[number];

/** What may be asked of sources: of a party or of all, what was not read for so many days before `today`; or the norms of law instead. */
export interface SourcesAsked {
  party?: string | undefined;
  law?: boolean | undefined;
  stale?: { days: number; today: string } | undefined;
}

/** @throws Problem unknown-operator. */
export function sourcesOf({ party, law, stale }: SourcesAsked, desk: Pick<Desk, "directory" | "open">) {
  const parties = law ? [] : partiesNamed(party, desk.directory);
  const shown = stale ? [] : parties;
  return {
    parties: shown,
    coverage: coverageOf(shown, desk.directory),
    stale: stale ? staleOf(parties, stale.today, stale.days) : [],
    norms: law ? normsOf(desk) : [],
  };
}

export type Sources = ReturnType<typeof sourcesOf>;
