/** Every way to complete a situation, with made-up operators: polyot has SIM cards and home internet, svyaz only SIM cards, provod none. */
import { describe, expect, it } from "vitest";
import type { PartySummary } from "../../src/directory/types.js";
import type { Caller } from "../../src/routing/caller.js";
import { completions, linesFrom } from "../../src/routing/completions.js";
import type { Situation } from "../../src/situation/facts.js";
import { SMALL } from "../support/small-index.js";

const seller = (id: string): PartySummary =>
  ({ ...SMALL.parties.at(-1), id, seller: true, topics: ["card-charge"] }) as PartySummary;
const withSellers = (...ids: string[]): typeof SMALL => ({
  ...SMALL,
  parties: [...SMALL.parties, ...ids.map(seller)],
});

type Facts = Partial<Record<keyof Situation, string>>;

function gridOf(facts: Facts, directory = SMALL) {
  const { topic = "general-support", ...others } = facts;
  const found = directory.topics.find(({ id }) => id === topic);
  if (!found) throw new Error(`no topic ${topic}`);
  const stated = Object.entries({ ...others, topic }).map(([fact, value]) => [fact, { value, from: "flag" }]);
  return completions(Object.fromEntries(stated) as Situation, found, directory);
}

const asked = (facts: Facts, directory = SMALL) => gridOf(facts, directory).dimensions.map(({ fact }) => fact);
const values = (fact: string, facts: Facts, directory = SMALL) =>
  gridOf(facts, directory).dimensions.find((one) => one.fact === fact)?.values;

/** The one caller of a situation with nothing left out. */
function callerOf(facts: Facts): Caller | null | undefined {
  const { callers } = gridOf(facts);
  expect(callers).toHaveLength(1);
  return callers[0];
}

const COMPLETE = { operator: "polyot", service: "mobile", subscriber: "personal", roaming: "home", from: "own" };

describe("what is left open", () => {
  it("is asked where it can make a difference", () => {
    expect([...asked({})].sort()).toEqual(["from", "operator", "roaming", "service", "subscriber"]);
    expect(asked({ operator: "polyot", from: "own", service: "mobile" })).not.toContain("operator");
    expect(asked(COMPLETE)).toEqual([]);
    expect(asked({ topic: "emergency" })).toEqual([]);
  });

  it("is neither operator nor service where no operator answers", () => {
    expect([...asked({ topic: "card-charge" })].sort()).toEqual(["from", "roaming", "subscriber"]);
  });

  it("is who took the money where there are several", () => {
    expect(asked({ topic: "card-charge" }, withSellers("shop"))).not.toContain("merchant");
    const two = withSellers("shop", "game");
    expect(values("merchant", { topic: "card-charge" }, two)).toEqual(["shop", "game", "other"]);
    expect(asked({ topic: "general-support" }, two)).not.toContain("merchant");
  });

  it("is the service among those of the operator", () => {
    expect(values("service", { operator: "polyot" })).toEqual(["mobile", "fixed"]);
    expect(values("service", { operator: "svyaz" })).toEqual(["mobile"]);
    expect(values("service", {})).toEqual(["mobile", "fixed"]);
  });
});

describe("the line in the hand", () => {
  it.each<[string, Facts, string]>([
    ["the operator's own SIM", {}, "own"],
    ["its own SIM by name", { from: "polyot" }, "own"],
    ["another operator's SIM", { from: "svyaz" }, "other-operator"],
    ["a phone of an operator without SIM cards", { from: "provod" }, "landline"],
    ["a landline", { from: "landline" }, "landline"],
    ["a landline abroad", { from: "landline", roaming: "abroad" }, "foreign"],
    ["own of home internet", { service: "fixed" }, "landline"],
    ["own of home internet, abroad", { service: "fixed", roaming: "abroad" }, "foreign"],
    ["own of an operator without SIM cards", { operator: "provod", service: "mobile" }, "landline"],
    ["no phone", { from: "internet" }, "internet"],
    ["a foreign SIM at home", { from: "foreign" }, "foreign"],
    ["own abroad", { roaming: "abroad" }, "own"],
  ])("%s", (_, facts, line) => {
    expect(callerOf({ ...COMPLETE, ...facts })?.line).toBe(line);
  });

  it("depends on whose customer asks, also where no operator answers", () => {
    const charge = { ...COMPLETE, topic: "card-charge" };
    expect(callerOf(charge)).toMatchObject({ line: "own", operator: null, service: null });
    expect(callerOf({ ...charge, operator: "provod", service: "fixed" })?.line).toBe("landline");
    expect(callerOf({ ...charge, service: "fixed" })?.line).toBe("landline");
    expect(callerOf({ ...charge, from: "svyaz" })?.line).toBe("other-operator");
  });
});

describe("who asks", () => {
  it("is everybody it could be, but nobody who cannot be", () => {
    const { dimensions, callers } = gridOf({ subscriber: "personal", roaming: "home", from: "landline" });
    expect(dimensions.map(({ fact }) => fact)).toEqual(["operator", "service"]);
    expect(callers.map((one) => one && `${one.operator} ${one.service}`)).toEqual([
      ...["polyot mobile", "polyot fixed", "svyaz mobile", null, null, "provod fixed"],
    ]);
  });

  it("holds no SIM of a home service that nobody named", () => {
    const both = gridOf({ operator: "polyot", subscriber: "personal", roaming: "home", from: "own" });
    expect(both.callers.map((one) => one?.service ?? null)).toEqual(["mobile", null]);
    const byName = gridOf({ operator: "polyot", subscriber: "personal", roaming: "home", from: "polyot" });
    expect(byName.callers.map((one) => one?.service ?? null)).toEqual(["mobile", null]);
  });

  it("is taken at their word where both are named", () => {
    expect(callerOf({ ...COMPLETE, operator: "svyaz", service: "fixed" })).toMatchObject({ service: "fixed" });
    const { operator: _, ...others } = COMPLETE;
    const openOperator = gridOf({ ...others, service: "fixed", from: "landline" });
    expect(openOperator.callers.map((one) => one?.operator ?? null)).toEqual(["polyot", null, "provod"]);
  });

  it("of an emergency is at home with an own SIM unless something else is said", () => {
    expect(callerOf({ topic: "emergency" })).toEqual({
      ...{ operator: null, service: null, subscriber: "personal", place: "home", line: "own" },
      ...{ country: null, merchant: null, without: [], tried: [] },
    });
    expect(callerOf({ topic: "emergency", country: "TR", roaming: "abroad" })).toMatchObject({
      place: "abroad",
      country: "TR",
    });
  });
});

describe("another operator's SIM", () => {
  it("is of any other operator that has SIM cards", () => {
    expect(linesFrom("other-operator", "polyot", SMALL)).toEqual(["svyaz"]);
    expect(linesFrom("other-operator", null, SMALL)).toEqual(["polyot", "svyaz"]);
  });

  it.each(["own", "landline", "foreign", "internet"])("is no %s", (line) => {
    expect(linesFrom(line, "polyot", SMALL)).toEqual([line]);
  });
});
