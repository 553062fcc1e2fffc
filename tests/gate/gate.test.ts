/** Every rule of the gate catches the slip it is there for: fixtures in tests/fixtures/gate, one file a rule. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gate } from "../../src/gate/gate.js";
import type { Issue } from "../../src/gate/issue.js";
import { readAuthored } from "../../src/gate/read.js";
import { OWN_RULES, RECORD_RULES, WHOLE_RULES } from "../../src/gate/rules/index.js";
import { unknownAmong } from "../../src/gate/rules/rule.js";
import { broken, type Fixture } from "../support/fixture.js";
import { type Files, SOUND, soundFiles, TODAY, withFolder } from "../support/folders.js";

const FIXTURES = "tests/fixtures/gate";
const named = readdirSync(FIXTURES).filter((name) => name.endsWith(".json"));
const fixtures = named.flatMap((name) => {
  const slips = JSON.parse(readFileSync(`${FIXTURES}/${name}`, "utf8")) as Fixture[];
  return slips.map((fixture) => ({ rule: name.replace(".json", ""), fixture }));
});

const issuesOf = (files: Files): Issue[] => withFolder(files, (folder) => gate(readAuthored(folder), TODAY).issues);
const places = (issues: readonly Issue[]) => issues.map(({ rule, file, path }) => ({ rule, file, path }));

describe("the gate", () => {
  it("lets the sound directory through", () => {
    const { issues, directory } = gate(readAuthored(SOUND), TODAY);
    expect(issues).toEqual([]);
    expect(directory?.parties.map((entry) => entry.party.id).sort()).toEqual(["emergency", "north", "regulator"]);
  });

  it("has a fixture for every rule, and none for a rule that is gone", () => {
    const rules = Object.keys({ ...RECORD_RULES, ...OWN_RULES, ...WHOLE_RULES });
    expect([...new Set(fixtures.map((one) => one.rule))].sort()).toEqual([...rules, "readable", "schema"].sort());
  });

  const titled = fixtures.map(({ rule, fixture }) => [`${rule}: ${fixture.slip}`, rule, fixture] as const);
  it.each(titled)("%s", (_title, rule, fixture) => {
    const { file, as, in: reported, at, says, write } = fixture;
    const issues = issuesOf(broken(fixture));
    expect(places(issues)).toEqual(at === null ? [] : [{ rule, file: reported ?? as ?? file, path: at }]);
    if (at === null) return;
    const [issue] = issues;
    expect(issue?.message.ru).toMatch(/\p{Script=Cyrillic}{3}/u);
    expect(issue?.message.en).toMatch(/[a-z]{2}/);
    expect(issue?.why.ru).toMatch(/\p{Script=Cyrillic}{3}/u);
    expect(issue?.why.en).not.toMatch(/\p{Script=Cyrillic}/u);
    for (const instead of rule === "readable" ? [] : [issue?.instead?.ru, issue?.instead?.en])
      expect(instead).toMatch(/[\p{L}\p{N}]/u);
    expect(issue?.message.ru).toContain(says?.ru ?? "");
    expect(issue?.message.en).toContain(says?.en ?? "");
    expect(issue?.instead?.en ?? "").toContain(write ?? "");
  });
});

describe("a shop, whose rules compare facts in every way there is", () => {
  const SHOP = "merchants/shop.json";
  const files = Object.fromEntries(
    [SHOP, "refund-routes.json"].map((file) => [file, readFileSync(`tests/fixtures/shop/${file}`, "utf8")]),
  );

  it("passes", () => {
    expect(issuesOf({ ...soundFiles(), ...files })).toEqual([]);
  });

  it.each([
    ["for.product", ["game", "gmae"], { ru: "product не бывает gmae", en: "product is never gmae" }, "in-game-item"],
    ["for.event", "regret", { ru: "event не бывает regret", en: "event is never regret" }, "change-of-mind"],
    ["if.used", "maybe", { ru: "used не бывает maybe", en: "used is never maybe" }, "true, false"],
    [
      "if.charge",
      { isNot: ["info", "radio"] },
      { ru: "charge не бывает radio", en: "charge is never radio" },
      "voting",
    ],
    ["gives", "double-purchase", { en: "a decision cannot give double-purchase" }, "support-decides"],
  ])("%s: %j is refused, and what may stand there is said", (place, value, says, instead) => {
    const path = `refund.rules[0].${place}`;
    const issues = issuesOf(broken({ slip: "", file: SHOP, with: files, set: { [path]: value }, at: path }));
    expect(issues).toMatchObject([{ rule: "conditions-can-hold", file: SHOP, path, message: says }]);
    expect(issues[0]?.instead?.en).toContain(instead);
  });

  it.each([
    ["gives an outcome", "request-rejected"],
    ["gives nothing", null],
  ])("a classification that %s is refused", (_, gives) => {
    const path = "refund.rules[1].gives";
    const issues = issuesOf(broken({ slip: "", file: SHOP, with: files, set: { [path]: gives }, at: path }));
    expect(places(issues)).toEqual([{ rule: "conditions-can-hold", file: SHOP, path }]);
    expect(issues[0]?.instead?.en).toContain("double-purchase");
  });
});

it.each([
  ["repair", ["tariff", "repairs"], '"repairs"'],
  ["zzzz", ["a", "b", "c", "d", "e", "f", "g", "h"], '"a", "b", "c", "d", "e", "f", "g", "h"'],
  ["zzzz", ["a", "b", "c", "d", "e", "f", "g", "h", "i"], '"a", "b", "c", "d", "e", "f", "g", "h", …'],
])("an id that is not there, %s, has the nearest to write, or the first there are", (id, known, write) => {
  expect(unknownAmong(id, known).instead).toEqual({ ru: write, en: write });
});

function brokenTogether(slips: readonly Omit<Fixture, "slip" | "at">[]): Files {
  const one = (slip: Omit<Fixture, "slip" | "at">) => ({
    [slip.file]: broken({ ...slip, slip: "", at: "" })[slip.file] ?? "",
  });
  return slips.reduce<Files>((files, slip) => Object.assign(files, one(slip)), soundFiles());
}

describe("all issues at once", () => {
  it("names three malformed files in one go", () => {
    const issues = issuesOf(
      brokenTogether([
        { file: "operators/north.json", set: { "channels[0].checkedOn": "yesterday" } },
        { file: "escalation.json", drop: ["bodies[0].name.en"] },
        { file: "retired.json", text: "{" },
      ]),
    );
    expect(places(issues)).toHaveLength(3);
    expect(places(issues)).toEqual(
      expect.arrayContaining([
        { rule: "schema", file: "operators/north.json", path: "channels[0].checkedOn" },
        { rule: "schema", file: "escalation.json", path: "bodies[0].name.en" },
        { rule: "readable", file: "retired.json", path: "" },
      ]),
    );
  });

  it("names three broken rules in three files in one go", () => {
    const issues = issuesOf(
      brokenTogether([
        { file: "operators/north.json", set: { "channels[2].value": "+749512345678" } },
        { file: "escalation.json", set: { "bodies[0].channels[0].topics[1]": "repairs" } },
        { file: "emergency.json", set: { "channels[0].checkedOn": "2027-01-01" } },
      ]),
    );
    expect(places(issues)).toHaveLength(3);
    expect(places(issues)).toEqual(
      expect.arrayContaining([
        { rule: "valid-full-numbers", file: "operators/north.json", path: "channels[2].value" },
        { rule: "known-references", file: "escalation.json", path: "bodies[0].channels[0].topics[1]" },
        { rule: "dates-not-in-future", file: "emergency.json", path: "channels[0].checkedOn" },
      ]),
    );
  });

  it("names every fault of one record", () => {
    const issues = issuesOf(
      brokenTogether([
        { file: "operators/north.json", set: { "channels[0].kind": "pigeon" }, drop: ["channels[0].label", "name.ru"] },
      ]),
    );
    expect(issues.map((issue) => issue.path).sort()).toEqual(["channels[0].kind", "channels[0].label", "name.ru"]);
  });
});
