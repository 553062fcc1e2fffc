/** Checklists and runs on a screen: the next step first, every line within the screen, one language at a time. */
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../../src/checklists/run.js";
import { viewRun, viewSteps } from "../../../src/checklists/step.js";
import { checklistsText, checklistText, runsText, runText, stepText } from "../../../src/render/checklist/text.js";
import { ALL_ROWS, FIRST_SCREEN_ROWS } from "../../../src/render/text/blocks.js";
import { layoutOf } from "../../../src/render/text/layout.js";
import { PLAIN } from "../../../src/render/text/palette.js";
import { wordsOf } from "../../../src/render/words.js";
import { COMPILED, compiled, DIRECTORY, runOf, sceneOf } from "../../checklists/scene.js";
import { readMessages } from "../../support/messages.js";

const LANGUAGES = ["ru", "en"] as const;
const WIDTHS = [40, 80, 200] as const;
const AT_HOME = { operator: "megafon", from: "landline", roaming: "home", subscriber: "personal" };
const ABROAD = { operator: "mts", from: "foreign", roaming: "abroad", subscriber: "corporate" };
const OF_A_HOME_LINE = { operator: "domru" };
type Person = Partial<typeof AT_HOME>;

const SENT: RunEvent[] = [
  { type: "done", at: "2026-11-22", step: "send", answer: null, on: "2026-11-20" },
  { type: "note", at: "2026-11-22", step: "send", text: "№ 12\u001b[2J\u202e" },
];

const screenOf = (language: (typeof LANGUAGES)[number], columns: number) => ({
  words: wordsOf(language, readMessages("data", language)),
  layout: layoutOf(columns),
  palette: PLAIN,
  spellDigits: false,
});

function resolved(facts: Person) {
  const scene = sceneOf(facts);
  return {
    views: COMPILED.map((one) => viewRun(runOf(one), scene)),
    sent: viewRun(runOf(compiled("refund-refused"), ...SENT), scene),
    steps: COMPILED.map((one) => ({ one, all: viewSteps(runOf(one), scene) })),
  };
}
/** What the engine says is the same on every screen. */
const known = new Map<Person, ReturnType<typeof resolved>>();

/** Everything that can be shown, for one person. */
function texts(facts: Person, language: (typeof LANGUAGES)[number], columns: number): string[] {
  const screen = screenOf(language, columns);
  const found = known.get(facts) ?? resolved(facts);
  known.set(facts, found);
  const { views, sent, steps } = found;
  return [
    checklistsText(COMPILED, screen),
    ...steps.map(({ one, all }) => checklistText(one, all, {}, DIRECTORY, screen, ALL_ROWS)),
    runsText([...views, sent], DIRECTORY, screen),
    runText(sent, DIRECTORY, screen, ALL_ROWS),
    runText(sent, DIRECTORY, screen, FIRST_SCREEN_ROWS),
    ...views.flatMap(({ next, run }) => (next ? [stepText(next, run, DIRECTORY, screen, FIRST_SCREEN_ROWS)] : [])),
  ];
}

const PHONE = /(?:8 800|\+7 \d{3}) \d{3}-\d\d-\d\d/g;
/** Addresses and ids are not cut: they are there to be copied. */
const isUnbreakable = (line: string) => !line.trim().replace(/^- /, "").includes(" ");

describe.each(WIDTHS)("at %i columns", (columns) => {
  it.each(LANGUAGES)("no line is too wide and no number is broken (%s)", (language) => {
    const all = [...texts(ABROAD, language, columns), ...texts(AT_HOME, language, columns)];
    const wide = all.flatMap((text) => text.split("\n")).filter((line) => stringWidth(line) > columns);
    expect(wide.filter((line) => !isUnbreakable(line))).toEqual([]);
    const numbers = all.join("\n").match(PHONE) ?? [];
    expect(numbers.length).toBeGreaterThan(10);
    expect(all.join("\n").replace(/\s+/g, " ").match(PHONE)).toEqual(numbers);
  });
});

describe.each(LANGUAGES)("in %s", (language) => {
  const all = texts(OF_A_HOME_LINE, language, 80);

  it("the first line of a run is its next step", () => {
    const screen = screenOf(language, 200);
    const start = language === "ru" ? "Шаг 1 из " : "Step 1 of ";
    for (const one of COMPILED) {
      const title = one.steps[0]?.title[language] ?? "";
      expect(runText(viewRun(runOf(one), sceneOf({})), DIRECTORY, screen, FIRST_SCREEN_ROWS).split("\n")[0]).toBe(
        `${start}${one.steps.length}: ${title}${/[.!?]$/.test(title) ? "" : "."}`,
      );
    }
  });

  /** Every step of every list as the one whose turn it is, for one person. */
  const turns = (facts: Person) =>
    COMPILED.flatMap((one) =>
      one.steps.map((step, at) => {
        const before = one.steps.slice(0, at);
        const events = before.map(
          ({ id }): RunEvent => ({ type: "skip", at: "2026-11-22", step: id, answer: null, on: "2026-11-22" }),
        );
        return { name: `${one.id} ${step.id}`, step, view: viewRun(runOf(one, ...events), sceneOf(facts)) };
      }),
    );
  const flat = (text: string): string => text.replace(/\s+/g, " ");

  it("where a menu asks no command or flag is named, and no answer by its id", () => {
    const screen = { ...screenOf(language, 80), menu: true };
    for (const { name, step, view } of turns({})) {
      const text = runText(view, DIRECTORY, screen, ALL_ROWS);
      expect([name, /dozvon \w|(?<!\w)--\w/.exec(text)]).toEqual([name, null]);
      // An id may be a word of English.
      if (language === "ru") for (const { id } of step.branches) expect(text).not.toContain(`${id}: `);
    }
  });

  it.each([
    ["nobody known", {}],
    ["a customer at home", AT_HOME],
    ["a customer abroad", ABROAD],
  ])("each step stands on one screen with what to do, where, and what may come of it: %s", (_who, facts: Person) => {
    const screen = screenOf(language, 80);
    for (const { name, step, view } of turns(facts)) {
      expect([name, view.next?.step.id]).toEqual([name, step.id]);
      const text = runText(view, DIRECTORY, screen, FIRST_SCREEN_ROWS);
      expect([name, text.trimEnd().split("\n").length <= FIRST_SCREEN_ROWS]).toEqual([name, true]);
      // The foot names the run and stands whole.
      expect([name, flat(text)]).toEqual([name, expect.stringMatching(/(?:Список|Run): .*--full\s*$/)]);
      const outcomes =
        step.branches.length > 0 ? step.branches.map(({ label }) => label[language]) : [step.goOn[language]];
      const said = [step.title[language], step.text[language], step.onFail.text[language], ...outcomes];
      const missing = said.filter((one) => !flat(text).toLowerCase().includes(flat(one).toLowerCase()));
      expect([name, missing]).toEqual([name, []]);
      const ways = view.next?.ways.slice(0, 2) ?? [];
      const offered = ways.flatMap(({ channels }) =>
        channels.slice(0, 1).map(({ channel }) => channel.display[language].replace(/^https:\/\/(www\.)?|\/$/g, "")),
      );
      expect([name, offered.filter((value) => !flat(text).includes(value))]).toEqual([name, []]);
    }
  });

  it("a whole checklist stands on one screen with every step of it; --full has the rest", () => {
    for (const one of COMPILED) {
      const steps = viewSteps(runOf(one), sceneOf({}));
      const short = checklistText(one, steps, {}, DIRECTORY, screenOf(language, 80), FIRST_SCREEN_ROWS);
      expect([one.id, short.trimEnd().split("\n").length <= FIRST_SCREEN_ROWS]).toEqual([one.id, true]);
      const titles = one.steps.map(({ title }) => title[language]);
      expect([one.id, titles.filter((title) => !flat(short).includes(flat(title)))]).toEqual([one.id, []]);
      expect(short).toContain("--full");
    }
  });

  it("nothing slips into the other language, no control character comes through, nothing is left to fill in", () => {
    const joined = all.join("\n");
    if (language === "en") {
      // Postal addresses and names of offices are Russian in any language.
      const own = COMPILED.map((one) => checklistText(one, [], {}, DIRECTORY, screenOf("en", 80), ALL_ROWS)).join("\n");
      expect(own).not.toMatch(/\p{Script=Cyrillic}/u);
    } else expect(joined.match(/\b(?:the|until|counted|left)\b/g) ?? []).toEqual([]);
    expect([...joined].filter((sign) => (sign < " " && sign !== "\n") || sign === "\u202e")).toEqual([]);
    expect(joined).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it("grounds in doubt are shown as advice", () => {
    const advice = language === "ru" ? "Оговорка." : "A caveat.";
    const { steps } = compiled("auto-renewal");
    const doubted = steps.find(({ id }) => id === "withdraw-card");
    const view = viewSteps(runOf(compiled("auto-renewal")), sceneOf({})).find(({ step }) => step === doubted);
    const inDoubt = view?.grounds.filter(({ doubt }) => doubt !== null) ?? [];
    expect(inDoubt.map(({ id }) => id)).toEqual(expect.arrayContaining(["law-zpp161-24h", "law-union-3days"]));
    const own = view ? [view] : [];
    const text = checklistText(compiled("auto-renewal"), own, {}, DIRECTORY, screenOf(language, 80), ALL_ROWS);
    expect(text.split(advice)).toHaveLength(inDoubt.length + 1);
  });

  it("a term nobody dated says from what it would be counted, a dated one how much is left", () => {
    const asked: RunEvent = { type: "done", at: "2026-11-22", step: "demand-refund", answer: null, on: "2026-11-20" };
    const view = viewRun(runOf(compiled("imposed-option"), asked), sceneOf({}));
    const run = runText(view, DIRECTORY, screenOf(language, 80), FIRST_SCREEN_ROWS);
    expect(run.replace(/\s+/g, " ")).toContain(
      language === "ru" ? "до 23.11.2026, ещё 1 день" : "until 2026-11-23, 1 day left",
    );
  });
});
