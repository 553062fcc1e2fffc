/** Facts left out are never guessed: the one answer covers every completion, and says which is which (section 5). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Routing } from "../../src/routing/route.js";
import { TOPICS } from "../support/authored.js";
import { type Facts, FROM, OPERATOR_IDS, PLACES, SERVICES, SUBSCRIBERS } from "../support/facts.js";
import { product } from "../support/product.js";
import { tries } from "../support/tries.js";
import {
  ask,
  asSaid,
  type Completion,
  completionsOf,
  decidingFacts,
  idOf,
  type Known,
  matches,
  openFacts,
} from "./every-completion.js";

type Note = (isWrong: boolean, what: string) => void;

/** The part of the answer that holds in one completion against that completion's own answer. */
function compare(answer: Routing, one: Completion, unreachable: readonly string[], note: Note) {
  const at = Object.values(one.facts).join(" ");
  const said = asSaid(one.facts);
  const here = answer.channels.filter((entry) => matches(entry.conditions, said));
  const listed = here.map(({ channel, verdict, cost }) => `${channel.id} ${verdict} ${cost.class}`);
  const missing = one.offered.filter((entry) => !listed.includes(entry));
  const extra = listed.filter((entry) => !one.offered.includes(entry));
  note(missing.length > 0, `${at}: ${missing} is missing`);
  note(extra.length > 0, `${at}: ${extra} is not in that completion`);
  note(listed.length > new Set(here.map((entry) => entry.channel.id)).size, `${at}: a channel is listed twice`);
  const winners = answer.primaries.filter((winner) => matches(winner.conditions, said)).map((winner) => winner.id);
  note(winners.length !== 1 || winners[0] !== one.primary, `${at}: primaries say ${winners}, it is ${one.primary}`);
  const left = answer.rejected.filter((entry) => matches(entry.conditions, said));
  const reasons = left.map(({ channel, reason }) => `${channel.id} ${reason}`).toSorted();
  note(reasons.join() !== unreachable.join(), `${at}: rejected ${reasons}, should be ${unreachable}`);
}

/** Everything in which the answer and its completions disagree. */
function disagreements(known: Known): string[] {
  const answer = ask(known);
  const all = completionsOf(known);
  const found = new Set<string>();
  const note: Note = (isWrong, what) => isWrong && found.add(what);

  // `rejected` holds what no completion reaches.
  const reached = new Set(all.flatMap((one) => one.offered.map(idOf)));
  for (const one of all) {
    const unreachable = one.rejected.filter((entry) => !reached.has(idOf(entry))).toSorted();
    compare(answer, one, unreachable, note);
  }
  const primaries = new Set(all.map((one) => one.primary));
  const common = primaries.size === 1 ? [...primaries][0] : null;
  note(answer.primary !== common, `primary ${answer.primary}, common to all ${common}`);
  const deciding = decidingFacts(known, all);
  note(answer.needs.toSorted().join() !== deciding.toSorted().join(), `needs ${answer.needs}, decided by ${deciding}`);
  note(answer.complete !== (deciding.length === 0), `complete is ${answer.complete}`);
  const open: string[] = openFacts(known);
  const named = [...answer.channels, ...answer.rejected, ...answer.primaries].flatMap((one) => one.conditions);
  note(
    named.some((one) => Object.keys(one).some((fact) => !open.includes(fact))),
    "a condition names a known fact",
  );
  const doubtful = answer.channels.findIndex((entry) => entry.verdict === "unproven");
  const last = answer.channels.findLastIndex((entry) => entry.verdict === "proven");
  note(doubtful >= 0 && doubtful < last, "unproven stands before proven");
  return [...found];
}

const topicNamed = (id: string) => TOPICS.find((topic) => topic.id === id);
const fits = (known: { topic: string; service?: string }) => {
  const service = topicNamed(known.topic)?.service;
  return !known.service || !service || service === known.service;
};

describe("one fact left out, in every situation", () => {
  /** One topic of each kind: with and without own line, service, operator. */
  const topic = [
    "general-support",
    "balance",
    "no-service",
    "lost-phone-or-sim",
    "home-services",
    "spam-and-fraud",
    "numbers-registered-to-me",
    "card-charge-other",
  ];
  /** One value of each kind: own twice said, another operator, one without SIM cards. */
  const from = (operator: string) => ["own", operator, "yota", "domru", "landline", "foreign", "internet"];

  test.each(["megafon", "sbermobile", "domru", "rostelecom"])("%s", (operator) => {
    const wrong: string[] = [];
    let asked = 0;
    for (const left of ["service", "subscriber", "roaming", "from"] as const) {
      const lists = { topic, service: SERVICES, subscriber: SUBSCRIBERS, roaming: PLACES, from: from(operator) };
      for (const facts of product<keyof typeof lists, string>({ ...lists, [left]: [""] })) {
        const { [left]: _, ...known } = { ...facts, operator };
        if (!fits(known)) continue;
        asked++;
        wrong.push(
          ...disagreements(known).map((what) => `without ${left}, ${Object.values(known).join(" ")}: ${what}`),
        );
      }
    }
    // 8 topics, 2 of them with one service: 336 + 294 + 196 + 84.
    expect(asked).toBe(910);
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});

describe("any facts left out", () => {
  const maybe = (values: readonly string[], weight = 1) =>
    fc.option(fc.constantFrom(...values), { nil: undefined, freq: weight });
  const situations = fc
    .record({
      topic: fc.constantFrom(...TOPICS.filter((one) => one.asks !== false).map((one) => one.id)),
      // Without the operator a run takes as long as twelve with it.
      operator: maybe(OPERATOR_IDS, 11),
      service: maybe(SERVICES),
      subscriber: maybe(SUBSCRIBERS),
      roaming: maybe(PLACES),
      from: maybe(FROM),
      without: maybe(["voice", "voice,sms", "app,web"]),
    })
    .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Known)
    .filter((known) => fits(known));

  test("the answer agrees with every completion", () => {
    fc.assert(
      fc.property(situations, (known) => {
        expect(disagreements(known)).toEqual([]);
      }),
      { numRuns: tries(100) },
    );
  });

  test.each<Partial<Facts>>([{}, { roaming: "abroad" }, { from: "own" }, { from: "mts" }, { service: "fixed" }])(
    "with the operator left out and only %j known",
    (known) => {
      expect(disagreements({ topic: "general-support", ...known })).toEqual([]);
    },
  );
});
