/**
 * Pages as people read them, in both languages: the first screen of every operator and topic in the usual case and abroad, and a seeded draw of
 * explicit situations, all of it with --full. Read from the text alone: a page fits its screen, leads with its value and never takes it back.
 */
import { beforeAll, expect, it } from "vitest";
import { inUsualCase } from "../../src/answers/route.js";
import { detailsText } from "../../src/render/route/details.js";
import { firstScreen } from "../../src/render/route/first-screen.js";
import { ALL_ROWS, FIRST_SCREEN_ROWS } from "../../src/render/text/blocks.js";
import { layoutOf } from "../../src/render/text/layout.js";
import { PLAIN } from "../../src/render/text/palette.js";
import { wordsOf } from "../../src/render/words.js";
import { type Routing, route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { Problem } from "../../src/values/problem.js";
import { LANGUAGES, type Language } from "../../src/vocabulary/language.js";
import { TOPICS } from "../support/authored.js";
import { FROM, given, OPERATOR_IDS, PLACES, SERVICES, SEVERAL_SELLERS, SUBSCRIBERS } from "../support/facts.js";
import { readMessages } from "../support/messages.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

type Asked = Partial<Record<string, string>>;

const directory = realDirectory();
const moment = parseMoment(SWEEP_DAY);
const words = Object.fromEntries(LANGUAGES.map((one) => [one, wordsOf(one, readMessages("data", one))]));
const DRAWN = 3000;

interface Page {
  asked: Asked;
  language: Language;
  lines: readonly string[];
  narrow: readonly string[];
  /** With --full. */
  full: string;
}

function pageIn(language: Language, asked: Asked, routing: Routing, usual: ReturnType<typeof inUsualCase>): Page {
  const screenAt = (columns: number) => ({
    words: words[language] ?? expect.fail(language),
    layout: layoutOf(columns),
    palette: PLAIN,
  });
  const drawn = (columns: number, rows: number) =>
    firstScreen({ asked: routing, usual, nearest: [], rows }, directory, screenAt(columns));
  const rest = detailsText(routing, usual.otherPhone ?? usual.main, directory, screenAt(200));
  const linesOf = (text: string) => text.trimEnd().split("\n");
  return {
    asked,
    language,
    lines: linesOf(drawn(80, FIRST_SCREEN_ROWS)),
    narrow: linesOf(drawn(40, FIRST_SCREEN_ROWS)),
    full: drawn(200, ALL_ROWS) + rest,
  };
}

/** None of a combination that nobody can be in. */
function pagesOf(asked: Asked, languages: readonly Language[]): Page[] {
  try {
    const facts = given(asked);
    const routing = route(directory, facts, moment);
    const usual = inUsualCase(routing, facts, { directory, moment });
    return languages.map((language) => pageIn(language, asked, routing, usual));
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** Mulberry32: the same draw every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function drawnFacts(next: () => number): Asked {
  const one = (values: readonly string[]) => values[Math.floor(next() * values.length)] ?? "";
  const maybe = (fact: string, values: readonly string[], often: number) =>
    next() < often ? { [fact]: one(values) } : {};
  const topic = one(TOPICS.map(({ id }) => id));
  return {
    topic,
    operator: one(OPERATOR_IDS),
    ...maybe("service", SERVICES, 0.3),
    ...maybe("subscriber", SUBSCRIBERS, 0.7),
    ...maybe("roaming", PLACES, 0.7),
    ...maybe("from", FROM, 0.7),
    ...maybe("without", ["voice", "app,web,chat", "voice,sms,ussd"], 0.3),
    ...maybe("merchant", SEVERAL_SELLERS[topic] ?? [""], SEVERAL_SELLERS[topic] ? 0.7 : 0),
  };
}

const pages: Page[] = [];
let usualPages = 0;

beforeAll(() => {
  const add = (asked: Asked, languages: readonly Language[] = LANGUAGES) => {
    pages.push(...pagesOf(asked, languages));
  };
  for (const { id: topic } of TOPICS) {
    add({ topic });
    add({ topic, roaming: "abroad" });
    for (const operator of OPERATOR_IDS) {
      add({ operator, topic });
      add({ operator, topic, roaming: "abroad" });
    }
  }
  usualPages = pages.length;
  const next = chance(15);
  for (let drawn = 0; drawn < DRAWN; drawn++) add(drawnFacts(next), [LANGUAGES[drawn % 2] ?? "ru"]);
});

/** What is dialled or sent, as people read it. */
const DIALLED = [
  ...new Set(
    directory.parties.flatMap(({ id }) =>
      directory
        .party(id)
        .channels.flatMap(({ kind, dial, display }) =>
          dial !== null && ["voice", "sms", "ussd"].includes(kind) ? [display.ru, display.en] : [],
        ),
    ),
  ),
];

const inside = (text: string, value: string): boolean => {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const around = [text[at - 1] ?? " ", text[at + value.length] ?? " "];
    if (!around.some((mark) => /[\d*#+-]/.test(mark))) return true;
  }
  return false;
};

/** The value that stands alone on its line, where it is one to dial. */
const headlineOf = ({ lines }: Page): string | undefined => DIALLED.find((value) => lines.includes(value));

const show = ({ asked, language }: Page, what: string): string =>
  `${language} ${JSON.stringify(asked).replaceAll('"', "")}: ${what}`;

/** What is wrong on some pages, the first few of it. */
const faults = (find: (page: Page) => readonly string[]): string[] =>
  pages.flatMap((page) => find(page).map((what) => show(page, what))).slice(0, 8);

/** Lines of the section under a heading. */
function sectionOf({ full, language }: Page, key: string): string[] {
  const lines = full.split("\n");
  const start = lines.indexOf(words[language]?.say(key) ?? "");
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.indexOf("");
  return end < 0 ? rest : rest.slice(0, end);
}

const isEmergency = ({ asked }: Page): boolean => asked.topic === "emergency";

it("walks every usual case and a large draw", () => {
  expect(usualPages).toBeGreaterThan(OPERATOR_IDS.length * TOPICS.length * 3);
  expect(pages.length - usualPages).toBeGreaterThan(DRAWN / 2);
  expect(pages.filter(headlineOf).length).toBeGreaterThan(pages.length / 4);
});

it("a first screen has at most 23 lines of 80 columns", () => {
  expect(
    faults(({ lines }) => [
      ...(lines.length > 23 ? [`${lines.length} lines`] : []),
      ...lines.filter((line) => line.length > 80 && !/\S{60}/.test(line)),
    ]),
  ).toEqual([]);
});

it("at 40 columns the value is never what is left out", () => {
  expect(faults((page) => [headlineOf(page) ?? []].flat().filter((value) => !page.narrow.includes(value)))).toEqual([]);
});

it("no value is both given and refused", () => {
  expect(
    faults((page) => {
      const refused = sectionOf(page, "section.rejected").flatMap((line) =>
        (line.split(" — ")[0] ?? "").trim().split(", "),
      );
      const given = page.lines.flatMap((line) => [line, line.split(/ {3,}/)[1]?.split(", ")[0] ?? ""]);
      return refused.filter((value) => DIALLED.includes(value) && given.includes(value));
    }),
  ).toEqual([]);
});

it("no line but its own names the value again", () => {
  expect(
    faults((page) => {
      const value = headlineOf(page);
      if (value === undefined || isEmergency(page)) return [];
      const at = page.lines.indexOf(value);
      return page.lines.slice(at + 1).filter((line) => inside(line, value));
    }),
  ).toEqual([]);
});

it("a code said not to answer from here stands nowhere else", () => {
  expect(
    faults((page) => {
      const say = (key: string) => words[page.language]?.say(key, { value: "", why: "" }).trim() ?? "";
      const says = [say("first.dead-code"), say("first.own-sim-code")];
      const dead = page.lines.find((line) => says.some((one) => line.includes(one)));
      const value = dead && DIALLED.find((one) => dead.startsWith(`${one} `));
      return value ? page.lines.filter((line) => line !== dead && inside(line, value)) : [];
    }),
  ).toEqual([]);
});

it("whoever has no voice is not told to call", () => {
  const CALL =
    /(?<!не )(?<!пере)звоните|по звонку|^Позвонить|звонит {3}|^By phone|can call|by a call|\bcall (?:support|the|your|from|102|112)\b|(?:^|[.:;] )Call /;
  expect(
    faults((page) => {
      if (!page.asked.without?.includes("voice") || isEmergency(page)) return [];
      const advice = ["section.prepare", "section.limits"].flatMap((key) => sectionOf(page, key));
      return [...page.lines, ...advice].filter((line) => CALL.test(line));
    }),
  ).toEqual([]);
});

it("a person's page has nothing for companies but the line that says so", () => {
  const COMPANY = /корпоратив|организаци[ия]|для компани|corporate|for compan/i;
  expect(
    faults((page) => {
      if (page.asked.subscriber === "corporate") return [];
      const own = words[page.language]?.say("first.subscriber.corporate") ?? "";
      const advice = ["section.prepare", "section.limits"].flatMap((key) => sectionOf(page, key));
      return [...page.lines, ...advice].filter((line) => COMPANY.test(line) && !line.startsWith(own));
    }),
  ).toEqual([]);
});

it("nobody abroad is sent to the Russian police", () => {
  expect(
    faults((page) => (page.asked.roaming === "abroad" ? page.lines.filter((line) => inside(line, "102")) : [])),
  ).toEqual([]);
});
