/** Every step of every checklist for every operator: where it sends people answers for them, read from the contract a second time. */
import { describe, expect, it } from "vitest";
import { type StepForPerson, stepFor } from "../../src/checklists/step.js";
import type { ChecklistStep } from "../../src/directory/types.js";
import { PARTIES, TOPICS } from "../support/authored.js";
import { type Facts, OPERATOR_IDS, PLACES, SUBSCRIBERS, servicesOf } from "../support/facts.js";
import { product } from "../support/product.js";
import { naiveReach } from "../sweep/naive-reach.js";
import { callerOf } from "../sweep/walk.js";
import { COMPILED, runOf, sceneOf } from "./scene.js";

const LINES = ["own", "other", "landline", "foreign", "internet"];
const channels = new Map(
  PARTIES.flatMap((party) => party.channels.map((channel) => [channel.id, { channel, party: party.id }] as const)),
);

interface Place {
  checklist: (typeof COMPILED)[number];
  step: ChecklistStep;
}

/** One step for each way of turning to somebody: what is resolved depends on nothing else. */
const PLACES_TO_TURN: Place[] = [
  ...new Map(
    COMPILED.flatMap((checklist) =>
      checklist.steps
        .filter(({ route }) => route.length > 0)
        .map((step) => [JSON.stringify(step.route), { checklist, step }] as const),
    ),
  ).values(),
];

const situations = function* (): Generator<Omit<Facts, "topic">> {
  for (const operator of OPERATOR_IDS) {
    const facts = {
      operator: [operator],
      service: servicesOf(operator),
      subscriber: SUBSCRIBERS,
      roaming: PLACES,
      from: LINES,
    };
    yield* product(facts) as Generator<Omit<Facts, "topic">>;
  }
};

/** What is wrong with where a step sends somebody; null when nothing is. */
function faults(view: StepForPerson, facts: Omit<Facts, "topic">): string[] {
  return view.ways.flatMap(({ topic: { id }, party, channels: offered }) => {
    const topic = TOPICS.find((one) => one.id === id);
    if (!topic) return [`no topic ${id}`];
    // A topic about one service is asked about that service.
    const caller = callerOf({ ...facts, service: topic.service ?? facts.service, topic: id }, topic);
    return offered.flatMap(({ channel, verdict }) => {
      const authored = channels.get(channel.id);
      if (!authored) return [`${channel.id} is not in data/`];
      const expected = party ?? facts.operator;
      if (authored.party !== expected) return [`${channel.id} is not ${expected}'s`];
      const naive = naiveReach(authored.channel, caller);
      return naive.verdict === verdict
        ? []
        : [`${channel.id}: said ${verdict}, is ${naive.verdict} (${naive.because})`];
    });
  });
}

describe("where the steps send people", () => {
  const found = new Map<string, string>();
  const dead = new Set<string>();
  const offered = new Set<string>();
  const all = [...situations()];
  let seen = 0;
  for (const { checklist, step } of PLACES_TO_TURN) {
    const run = runOf(checklist);
    for (const facts of all) {
      const view = stepFor(step, run, sceneOf(facts));
      seen += view.ways.length;
      for (const { channel } of view.ways.flatMap(({ channels }) => channels)) offered.add(channel.id);
      for (const fault of faults(view, facts)) found.set(fault, Object.values(facts).join(" "));
      const home = facts.roaming === "home" && facts.from === "landline" && facts.subscriber === "personal";
      if (home && view.ways.every((way) => way.channels.length === 0)) dead.add(`${facts.service} ${step.id}`);
    }
  }

  it("looks at every operator and every way", () => {
    expect(OPERATOR_IDS.length).toBeGreaterThan(11);
    expect(seen).toBeGreaterThan(20_000);
  });

  it("is a channel of the right party that answers for this person, with the verdict the contract gives", () => {
    expect([...found].slice(0, 10)).toEqual([]);
  });

  it("is no code that does another thing, as one that suspends the number where an option is to be switched off", () => {
    expect([...offered].filter((id) => /voluntary-block|collect-call|call-me/.test(id))).toEqual([]);
  });

  it("is somewhere, for a person at home with a landline", () => {
    // A SIM that is gone and spam by SMS are no matters of a home line: the text of those steps says so.
    expect([...dead].sort()).toEqual(["fixed complain", "fixed suspend-number"]);
  });
});

describe("a person who does not say whose customer they are", () => {
  it("is told what is missing at every step that hangs on it, and still has somewhere to turn", () => {
    const steps = COMPILED.flatMap((checklist) => checklist.steps.map((step) => ({ checklist, step })));
    const own = steps.filter(({ step }) => step.route.some(({ party }) => party === null));
    const views = own.map(({ checklist, step }) => {
      const operatorNeeded = step.route.some(
        ({ topic, party }) => party === null && TOPICS.find(({ id }) => id === topic)?.operatorNeeded,
      );
      return { operatorNeeded, view: stepFor(step, runOf(checklist), sceneOf({ from: "landline", roaming: "home" })) };
    });
    const hanging = views.filter(({ operatorNeeded }) => operatorNeeded);
    expect(hanging.length).toBeGreaterThan(20);
    expect(hanging.filter(({ view }) => !view.missing.includes("operator"))).toEqual([]);
    expect(views.filter(({ view }) => view.ways.some((way) => way.channels.length === 0))).toEqual([]);
  });

  it("sees grounds of no operator but all of the general ones", () => {
    const megafon = COMPILED.flatMap(({ steps }) => steps).find((step) =>
      step.grounds.some((one) => one.operator === "megafon"),
    );
    if (!megafon) throw new Error("no step with a ground of one operator");
    const [checklist] = COMPILED;
    if (!checklist) throw new Error("no checklist");
    const ids = (operator: string) =>
      stepFor(megafon, runOf(checklist), sceneOf({ operator })).grounds.map((ground) => ground.id);
    const only = megafon.grounds.flatMap((one) => (one.operator === "megafon" ? [one.id] : []));
    expect(ids("megafon")).toEqual(expect.arrayContaining(only));
    expect(ids("mts").filter((id) => only.includes(id))).toEqual([]);
    expect(ids("mts").length).toBe(megafon.grounds.length - only.length);
  });
});
