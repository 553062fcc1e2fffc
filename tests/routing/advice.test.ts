/** What to have ready and what cannot be done, by a made-up operator's rules and a topic's own texts. */
import { describe, expect, it } from "vitest";
import type { Channel, Directory, Rule, Topic } from "../../src/directory/types.js";
import { type Advised, advise, names } from "../../src/routing/advice.js";
import { SMALL } from "../support/small-index.js";

const text = (en: string) => ({ ru: `по-русски ${en}`, en });
const rule = (id: string, role: string, topics: "all" | string[]) =>
  ({
    id,
    role,
    part: null,
    topics,
    text: text(id),
    when: {},
    grade: "official",
    sources: [{ url: "https://example.org" }],
  }) as unknown as Rule;

const RULES = [
  rule("asks-all", "asks-for", "all"),
  rule("asks-swap", "asks-for", ["sim-swap"]),
  rule("only-owner-all", "owner-only", "all"),
  rule("only-owner-swap", "owner-only", ["sim-swap"]),
];

const DIRECTORY = {
  ...SMALL,
  prepare: {
    passport: { text: text("passport"), unless: "asks-for", when: {} },
    code: { text: text("code"), unless: null, when: {} },
  },
  limits: { owner: { text: text("owner"), unless: "owner-only", when: {} } },
  party: (id: string) => ({ id, rules: id === "polyot" ? RULES : [] }),
} as unknown as Directory;

const topicOf = (id: string, prepare: string[], limits: string[]): Topic => {
  const found = SMALL.topics.find((one) => one.id === id);
  if (!found) throw new Error(`no topic ${id}`);
  return { ...found, prepare, limits };
};

/** Somebody at home who is answered on a line. */
const BY_PHONE = {
  caller: { place: "home", line: "own", subscriber: "personal" },
  answer: { offered: [{ channel: { kind: "voice", display: text("0500") } }], leftOut: [] },
} as unknown as Advised;

function advised(topic: Topic, operator?: string) {
  const known = operator === undefined ? {} : { operator: { value: operator, from: "flag" as const } };
  const { prepare, limits } = advise(DIRECTORY, topic, { ...known, topic: { value: topic.id, from: "flag" } }, [
    BY_PHONE,
  ]);
  return { prepare: prepare.map(({ id }) => id), limits: limits.map(({ id }) => id) };
}

describe("advice", () => {
  it.each<[string, Topic, string | undefined, string[], string[]]>([
    [
      "a general question gets what is said of all topics, and the topic's texts give way to it",
      topicOf("general-support", ["passport", "code"], ["owner"]),
      "polyot",
      ["code", "asks-all"],
      ["only-owner-all"],
    ],
    [
      "a matter gets what names it, and what the operator asks for in all matters where it asks for something",
      topicOf("sim-swap", ["passport", "code"], ["owner"]),
      "polyot",
      ["code", "asks-all", "asks-swap"],
      ["only-owner-swap"],
    ],
    [
      "a matter that asks for nothing gets what names it alone",
      topicOf("sim-swap", [], ["owner"]),
      "polyot",
      ["asks-swap"],
      ["only-owner-swap"],
    ],
    ["another matter gets none of it", topicOf("cable", [], ["owner"]), "polyot", [], ["owner"]],
    [
      "an operator without rules leaves the topic's own texts",
      topicOf("sim-swap", ["passport", "code"], ["owner"]),
      "svyaz",
      ["passport", "code"],
      ["owner"],
    ],
    [
      "so does an operator who is not known",
      topicOf("sim-swap", ["code", "passport", "toString", "none"], []),
      undefined,
      ["code", "passport"],
      [],
    ],
  ])("%s", (_, topic, operator, prepare, limits) => {
    expect(advised(topic, operator)).toEqual({ prepare, limits });
  });

  it("says a topic's text as its own, and a rule with its sources", () => {
    const known = { operator: { value: "polyot", from: "flag" }, topic: { value: "sim-swap", from: "flag" } } as const;
    const { prepare, limits } = advise(DIRECTORY, topicOf("sim-swap", ["code"], []), known, [BY_PHONE]);
    expect(prepare[0]).toEqual({ id: "code", role: null, text: text("code"), grade: null, sources: [] });
    expect(limits[0]).toEqual({
      id: "only-owner-swap",
      role: "owner-only",
      text: text("only-owner-swap"),
      grade: "official",
      sources: [{ url: "https://example.org" }],
    });
  });
});

it.each([
  ["0500", "8 800 550-0500 или 0500", true],
  ["0500", "Наберите 0500.", true],
  ["0500", "8 800 550-0500", false],
  ["0500", "*0500#, 05001, 10500", false],
  ["*100#", "Наберите *100#: покажет баланс", true],
  ["*100#", "*100#1, 8*100#", false],
  ["8 800 550-05-00", "по номеру 8 800 550-05-00", true],
])("%s in «%s» is named: %s", (value, said, named) => {
  expect(names(said, { kind: "voice", display: { ru: value, en: value } } as Channel)).toBe(named);
});
