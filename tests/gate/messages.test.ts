/** The interface's words: both languages whole, and nothing said that is not there. */
import { describe, expect, it } from "vitest";
import gateTexts from "../../data/messages/gate.json";
import { OWN_RULES, RECORD_RULES, WHOLE_RULES } from "../../src/gate/rules/index.js";
import { REACH_RULES } from "../../src/vocabulary/channels.js";
import {
  ACCOUNTS,
  LIKELIHOODS,
  OUTCOMES,
  PAID_WITH,
  PHONE_CHARGES,
  PRODUCTS,
  PURCHASE_EVENTS,
  PURCHASE_FACTS,
  ROUTES,
} from "../../src/vocabulary/charges.js";
import { STEP_STATES } from "../../src/vocabulary/checklists.js";
import { NOTICES, PROBLEMS } from "../../src/vocabulary/codes.js";
import { WITHDRAWN_STATUSES } from "../../src/vocabulary/numbers.js";
import { LINES, OPEN_FACTS, PLACES, SERVICES, SUBSCRIBERS } from "../../src/vocabulary/situation.js";
import { DEADLINE_EVENTS, DEADLINE_UNITS } from "../../src/vocabulary/terms.js";
import { readMessages } from "../support/messages.js";
import { sourceLiterals } from "../support/source-literals.js";

const ru = readMessages("data", "ru");
const en = readMessages("data", "en");
const keys = Object.keys(ru);
const ofTheGate = (file: string): boolean => /^src.gate/.test(file);
const everyLiteral = sourceLiterals();
const literals = everyLiteral.filter(({ file }) => !ofTheGate(file));

describe("both languages", () => {
  it("speak their own language", () => {
    // Command lines are the same in every language.
    const texts = Object.entries(ru).filter(([key]) => !key.startsWith("examples."));
    const wordsLeftEnglish = texts.filter(
      ([, text]) =>
        !/\p{Script=Cyrillic}/u.test(text) && /[a-z]{3}/i.test(text.replace(/\{[^}]*\}|[a-z]+@|https?:\S+/g, "")),
    );
    expect(wordsLeftEnglish.map(([key]) => key)).toEqual([]);
  });
});

describe("every key the code asks for is there", () => {
  const asked = literals.filter(({ calls }) => calls === "say" || calls === "has");

  it("written out", () => {
    const whole = asked.filter(({ text, open }) => !open && /^[a-z]+(\.[a-z-]+)+$/.test(text));
    expect(whole.length).toBeGreaterThan(50);
    expect(whole.filter(({ text }) => !keys.includes(text))).toEqual([]);
  });

  it("begun, as a kind of key", () => {
    const begun = asked.filter(({ open }) => open);
    expect(begun.length).toBeGreaterThan(10);
    expect(begun.filter(({ text }) => !keys.some((key) => key.startsWith(text)))).toEqual([]);
  });

  it("kept in a variable first", () => {
    const spaces = new Set(keys.map((key) => key.split(".")[0]));
    const alike = literals.filter(
      ({ text, open }) => !open && /^[a-z]+(\.[a-z-]+)+$/.test(text) && spaces.has(text.split(".")[0]),
    );
    const isFile = (text: string) => text.endsWith(".json");
    expect(alike.filter(({ text }) => !keys.includes(text) && !isFile(text))).toEqual([]);
  });

  it("as the detail of a problem", () => {
    const codes: readonly string[] = PROBLEMS;
    const details = literals.filter(
      ({ calls, text, open }) =>
        calls === "Problem" && !open && /^[a-z]+(-[a-z]+)+$/.test(text) && !codes.includes(text),
    );
    expect(details.length).toBeGreaterThan(5);
    expect(details.filter(({ text }) => !keys.includes(`problem.detail.${text}`))).toEqual([]);
  });
});

/** src/routing/README.md: what each rule of reach can do to a channel. */
const REJECTS = [
  "short-code-own-sim",
  "short-code-abroad",
  "national-short-number",
  "toll-free-inside-russia",
  "office-in-russia",
  "no-phone-line",
  "line-in-hand",
  "subscriber-as-stated",
  "service-as-stated",
  "already-tried",
  "without",
  "emergency-in-its-country",
];
const DOUBTS = [
  "short-code-abroad",
  "toll-free-inside-russia",
  "number-not-established",
  "login-not-established",
  "subscriber-as-stated",
  "place-as-stated",
  "line-as-stated",
  "line-in-hand",
  "emergency-in-its-country",
];
const ALWAYS_PROVEN = ["full-number-anywhere", "online-anywhere", "letter-anywhere", "emergency-any-phone"];

describe("every code has its words", () => {
  it("a new rule of reach says here what it can do", () => {
    expect([...new Set([...REJECTS, ...DOUBTS, ...ALWAYS_PROVEN])].sort()).toEqual([...REACH_RULES].sort());
  });

  it.each([
    ["reason", REJECTS],
    ["doubt", [...DOUBTS, "disputed", "unconfirmed"]],
    ["notice", NOTICES],
    ["problem", PROBLEMS],
    ["need", OPEN_FACTS],
    ["line", LINES],
    ["roaming", PLACES],
    ["subscriber", SUBSCRIBERS],
    ["service", SERVICES],
    ["grade", ["official", "corroborated", "reported"]],
    ["trust", ["official", "corroborated", "reported"]],
    ["status", ["current", "unconfirmed", "disputed"]],
    ["tier", ["official", "regulator", "press", "third-party"]],
    ["withdrawn", WITHDRAWN_STATUSES],
    ["outcome", OUTCOMES],
    ["purchase", PURCHASE_FACTS],
    ["event", DEADLINE_EVENTS],
    ["route", ROUTES],
    ["charge", LIKELIHOODS],
    ["choice.account", ACCOUNTS],
    ["choice.product", PRODUCTS],
    ["choice.event", PURCHASE_EVENTS],
    ["choice.paid-with", PAID_WITH],
    ["choice.charge", PHONE_CHARGES],
    ...DEADLINE_UNITS.map((unit) => [`unit.${unit}`, ["one", "few", "many", "other"]] as const),
    ["event", DEADLINE_EVENTS],
    ["step", STEP_STATES],
    ["choice.step", ["done", "skip", "later", "fail", "details", "leave"]],
  ] as const)("%s", (space, codes) => {
    for (const language of [ru, en]) {
      expect(codes.filter((code) => !language[`${space}.${code}`])).toEqual([]);
    }
  });
});

it("the gate says all that stands among its words, and every rule has its reason", () => {
  const said = everyLiteral.filter(({ file }) => ofTheGate(file)).map(({ text }) => text);
  const asked = (key: string): boolean => said.includes(key.replace(/\.instead$/, ""));
  const apart = Object.keys(gateTexts).filter((key) => !asked(key) && !/^(json|form)\./.test(key));
  const rules = Object.keys({ ...RECORD_RULES, ...OWN_RULES, ...WHOLE_RULES });
  expect(apart.sort()).toEqual(rules.map((rule) => `why.${rule}`).sort());
});
