import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GivenFacts, understand } from "../../src/situation/facts.js";
import { Problem } from "../../src/values/problem.js";
import { FACTS } from "../../src/vocabulary/situation.js";
import { given } from "../support/facts.js";
import { SMALL } from "../support/small-index.js";
import { tries } from "../support/tries.js";

const read = (facts: Record<string, string>) => understand(given(facts), SMALL);
const values = (facts: Record<string, string>) =>
  Object.fromEntries(Object.entries(read(facts).situation).map(([fact, known]) => [fact, known.value]));
const notices = (facts: Record<string, string>) => read(facts).notices.map((notice) => notice.code);

describe("readings of what was said", () => {
  test.each<[string, Record<string, string>, Record<string, unknown>, string[]]>([
    ["nothing: the default topic", {}, { topic: "general-support" }, []],
    ["case and spaces", { roaming: " HOME ", subscriber: "Personal" }, { roaming: "home", subscriber: "personal" }, []],
    ["the operator's own id is its SIM", { operator: "polyot", from: "Полёт" }, { from: "own", service: "mobile" }, []],
    ["another operator's SIM", { operator: "polyot", from: "svyaz" }, { from: "svyaz", service: undefined }, []],
    ["own says mobile", { operator: "polyot", from: "own" }, { from: "own", service: "mobile" }, []],
    ["own says mobile of an operator left out too", { from: "own" }, { from: "own", service: "mobile" }, []],
    ["the only service of an operator", { operator: "svyaz" }, { service: "mobile" }, []],
    ["the service of a topic", { operator: "polyot", topic: "cable" }, { service: "fixed" }, []],
    [
      "a topic that needs no operator needs no service",
      { topic: "card-charge", from: "own" },
      { service: undefined },
      [],
    ],
    [
      "a phone of an operator without SIM cards",
      { operator: "polyot", from: "provod" },
      { from: "landline" },
      ["fixed-operator-is-landline"],
    ],
    [
      "the same of the operator asked about",
      { operator: "provod", from: "provod" },
      { from: "landline", service: "fixed" },
      ["fixed-operator-is-landline"],
    ],
    [
      "own of an operator without SIM cards",
      { operator: "provod", from: "own" },
      { from: "landline" },
      ["own-line-is-fixed"],
    ],
    [
      "own of an operator without SIM cards, about what only SIM cards have",
      { operator: "provod", from: "own", topic: "sim-swap" },
      { from: "landline", service: "mobile" },
      ["own-line-is-fixed", "service-not-offered"],
    ],
    [
      "the service of a topic said aloud",
      { operator: "polyot", topic: "cable", service: "fixed" },
      { service: "fixed" },
      [],
    ],
    [
      "own of a home service",
      { operator: "polyot", service: "fixed", from: "own" },
      { from: "landline" },
      ["own-line-is-fixed"],
    ],
    [
      "own where the topic is about the home",
      { topic: "cable", from: "own" },
      { from: "landline" },
      ["own-line-is-fixed"],
    ],
    [
      "a landline abroad",
      { operator: "polyot", from: "landline", roaming: "abroad" },
      { from: "foreign" },
      ["landline-abroad-is-foreign"],
    ],
    [
      "own of a home service abroad",
      { operator: "polyot", service: "fixed", from: "own", roaming: "abroad" },
      { from: "foreign" },
      ["own-line-is-fixed", "landline-abroad-is-foreign"],
    ],
    ["a landline in Russia", { operator: "polyot", from: "landline", roaming: "russia" }, { from: "landline" }, []],
    [
      "a service the operator lacks",
      { operator: "svyaz", service: "fixed" },
      { service: "fixed" },
      ["service-not-offered"],
    ],
    ["a country abroad", { roaming: "abroad", country: "de" }, { country: "DE" }, []],
    ["a country implies abroad", { country: "TR" }, { country: "TR", roaming: "abroad" }, []],
    ["kinds left out, in any order, once", { without: "SMS, voice,sms" }, { without: ["voice", "sms"] }, []],
  ])("%s", (_, facts, expected, codes) => {
    const understood = values(facts);
    for (const [fact, value] of Object.entries(expected)) expect(understood[fact], fact).toEqual(value);
    expect(notices(facts)).toEqual(codes);
  });

  test("each fact keeps where it comes from; what follows from others is derived", () => {
    const facts: GivenFacts = {
      operator: { value: "svyaz", from: "environment" },
      from: { value: "svyaz", from: "flag" },
    };
    expect(understand(facts, SMALL).situation).toEqual({
      operator: { value: "svyaz", from: "environment" },
      service: { value: "mobile", from: "derived" },
      from: { value: "own", from: "flag" },
      topic: { value: "general-support", from: "default" },
    });
  });
});

describe("what cannot be", () => {
  test.each<[Record<string, string>, Record<string, unknown>]>([
    [{ topic: "cable", service: "mobile" }, { code: "contradictory-facts" }],
    [{ topic: "sim-swap", service: "fixed" }, { code: "contradictory-facts" }],
    [{ country: "RU", roaming: "abroad" }, { code: "contradictory-facts" }],
    [{ country: "DE", roaming: "russia" }, { code: "contradictory-facts" }],
    [{ country: "DE", roaming: "home", topic: "emergency" }, { code: "contradictory-facts" }],
    [{ country: "Narnia", roaming: "abroad" }, { code: "unknown-country" }],
    [{ operator: "polyt" }, { code: "unknown-operator", hints: ["polyot"] }],
    [{ topic: "cabel" }, { code: "unknown-topic", hints: ["cable"] }],
    [{ roaming: "abrod" }, { code: "unknown-value", allowed: ["home", "russia", "abroad"], hints: ["abroad"] }],
    [{ subscriber: "corporat" }, { code: "unknown-value", hints: ["corporate"] }],
    [{ service: "tv" }, { code: "unknown-value", allowed: ["mobile", "fixed"] }],
    [{ from: "landlin" }, { code: "unknown-value", hints: ["landline"] }],
    [{ from: "polyt" }, { code: "unknown-value", hints: ["polyot"] }],
    [{ from: "kassa" }, { code: "unknown-value" }],
    [{ without: "voise" }, { code: "unknown-value", hints: ["voice"] }],
    [{ without: "telepathy" }, { code: "unknown-value", hints: [] }],
    [{ operator: "  " }, { code: "usage" }],
    [{ topic: "" }, { code: "usage" }],
    [{ without: "" }, { code: "usage" }],
  ])("%j", (facts, problem) => {
    expect(() => read(facts)).toThrow(expect.objectContaining(problem));
  });
});

const WORDS = [
  ...[
    "own",
    "landline",
    "foreign",
    "internet",
    "polyot",
    "svyaz",
    "provod",
    "Полёт",
    "kassa",
    "mobile",
    "fixed",
    "home",
  ],
  ...[
    "abroad",
    "personal",
    "corporate",
    "general-support",
    "cable",
    "sim-swap",
    "emergency",
    "DE",
    "RU",
    "voice,sms",
    "",
  ],
];
const anything = fc.dictionary(fc.constantFrom(...FACTS), fc.oneof(fc.constantFrom(...WORDS), fc.string()));

test("whatever is typed is understood or named as a problem", () => {
  fc.assert(
    fc.property(anything, (facts) => {
      try {
        expect(read(facts).situation.topic.value).not.toBe("");
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }),
    { numRuns: tries(1000) },
  );
});

test("what was understood, said again, is understood the same way and needs no further reading", () => {
  const one = (words: string[]) => fc.option(fc.constantFrom(...words), { nil: "" });
  const facts = fc
    .record({
      operator: one(["polyot", "svyaz", "provod"]),
      service: one(["mobile", "fixed"]),
      roaming: one(["home", "russia", "abroad"]),
      from: one(["own", "polyot", "svyaz", "provod", "landline", "foreign", "internet"]),
      topic: one(["general-support", "card-charge", "emergency"]),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")));
  fc.assert(
    fc.property(facts, (said) => {
      const again = values(said) as Record<string, string>;
      expect(values(again)).toEqual(again);
      expect(notices(again).filter((code) => code !== "service-not-offered")).toEqual([]);
    }),
    { numRuns: tries(500) },
  );
});
