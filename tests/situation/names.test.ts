import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMerchant, findOperator, findTopic } from "../../src/situation/names.js";
import { suggest } from "../../src/values/choice.js";
import { OPERATORS } from "../support/authored.js";
import { realDirectory } from "../support/real-directory.js";
import { SMALL } from "../support/small-index.js";
import { tries } from "../support/tries.js";

describe("an operator", () => {
  test.each([
    ["polyot", "polyot"],
    ["POLYOT", "polyot"],
    ["полёт", "polyot"],
    ["Полет", "polyot"],
    ["  «Полёт»  ", "polyot"],
    ["ПОЛЁТ СВЯЗЬ", "polyot"],
    ["polyot-mobile", "polyot"],
    ["PolyotMobile.", "polyot"],
    ["old-polyot", "polyot"],
    ["связь", "svyaz"],
  ])("called %j is %s", (given, id) => {
    expect(findOperator(given, SMALL).id).toBe(id);
  });

  test.each([
    ["polyt", ["polyot"]],
    ["палёт", ["polyot"]],
    ["svjaz", ["svyaz"]],
    ["something else entirely", []],
    ["kassa", []],
    ["gone", []],
    ["«»", []],
    ["", []],
    ["__proto__", []],
  ])("called %j is unknown, with the nearest suggested", (given, hints) => {
    const problem = { code: "unknown-operator", allowed: ["polyot", "svyaz", "provod"], hints };
    expect(() => findOperator(given, SMALL)).toThrow(expect.objectContaining(problem));
  });
});

test.each([
  ["kassa", "kassa"],
  ["касса", "kassa"],
  ["old-kassa", "kassa"],
  ["other", "other"],
])("a seller called %j is %s", (given, id) => {
  const parties = SMALL.parties.map((party) => ({ ...party, seller: party.type === "merchant" }));
  const merged = { id: "old-kassa", instead: "kassa", since: "2025-01-01", why: { ru: "слились", en: "merged" } };
  expect(findMerchant(given, { ...SMALL, parties, retired: [merged] })).toBe(id);
});

test("a text of any length is an unknown operator, without a suggestion", () => {
  const given = "п".repeat(100_000);
  expect(() => findOperator(given, SMALL)).toThrow(expect.objectContaining({ code: "unknown-operator", hints: [] }));
});

describe("the directory's operators", () => {
  const real = realDirectory();

  test.each([
    ["МегаФон", "megafon"],
    ["мегафон", "megafon"],
    ["МТС", "mts"],
    ["мтс", "mts"],
    ["пчелайн", "beeline"],
    ["Билайн", "beeline"],
    ["билайн", "beeline"],
    ["Теле2", "t2"],
    ["tele2", "t2"],
    ["Т2", "t2"],
    ["йота", "yota"],
    ["СберМобайл", "sbermobile"],
    ["Т-Мобайл", "tmobile"],
    ["Тинькофф Мобайл", "tmobile"],
    ["Ростелеком", "rostelecom"],
    ["Дом.ру", "domru"],
    ["Мотив", "motiv"],
    ["Летай", "letai"],
    ["другой", "other"],
  ])("%s is %s", (name, id) => {
    expect(findOperator(name, real).id).toBe(id);
  });

  test("answer to every name the authored files give them, in any case and spacing", () => {
    const names = OPERATORS.flatMap(({ id, name, aliases }) =>
      [id, name.ru, name.en, ...aliases].map((one) => [one, id] as const),
    );
    const spelling = fc.constantFrom<(name: string) => string>(
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => ` ${name} `,
      (name) => `«${name}»`,
      (name) => name.replaceAll(" ", "-"),
      (name) => name.normalize("NFD"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), spelling, ([name, id], spell) => {
        expect(findOperator(spell(name), real).id).toBe(id);
      }),
      { numRuns: tries(500) },
    );
  });
});

describe("a topic", () => {
  test.each([
    ["card-charge", "card-charge"],
    [" Card-Charge ", "card-charge"],
    ["old-cable", "cable"],
  ])("called %j is %s", (given, id) => {
    expect(findTopic(given, SMALL).id).toBe(id);
  });

  test.each([
    ["card-charg", ["card-charge"]],
    ["genral-support", ["general-support"]],
    ["weather", []],
    ["gone", []],
  ])("called %j is unknown, with the nearest suggested", (given, hints) => {
    expect(() => findTopic(given, SMALL)).toThrow(expect.objectContaining({ code: "unknown-topic", hints }));
  });
});

test.each([
  ["hmoe", ["home", "russia", "abroad"], ["home"]],
  ["ABROD", ["home", "russia", "abroad"], ["abroad"]],
  ["moon", ["home", "russia", "abroad"], []],
  ["everywhere", ["home", "russia", "abroad"], []],
  ["home", [], []],
])("for %j among %j the nearest is %j", (given, accepted, hints) => {
  expect(suggest(given, accepted)).toEqual(hints);
});
