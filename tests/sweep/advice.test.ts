/**
 * A page never contradicts itself: in every situation no advice names a number or code that is rejected beside it, or the first line again, and
 * what to have ready is said only where somebody asks for it.
 */
import { beforeAll, expect, it } from "vitest";
import { route } from "../../src/routing/route.js";
import type { Routing } from "../../src/routing/routing.js";
import { parseMoment } from "../../src/values/moment.js";
import { TOPICS } from "../support/authored.js";
import { type Facts, given } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";
import { contradicts, everySituation, lineOf } from "./walk.js";

const directory = realDirectory();
const moment = parseMoment(SWEEP_DAY);
const topics = new Map(TOPICS.map((topic) => [topic.id, topic]));
const found = { repeats: new Set<string>(), paperwork: new Set<string>(), others: new Set<string>() };
let walked = 0;

/** Numbers and codes as they stand in a text. */
const valuesIn = (text: string): string[] =>
  text.match(/\+?[*\d][\d*# ()-]*[\d#]/g)?.map((value) => value.trim()) ?? [];

const isPhone = (kind: string) => ["voice", "sms", "ussd"].includes(kind);

function checkValues({ channels: [first], rejected, prepare, limits }: Routing, facts: Facts) {
  const gone = [...(first ? [first] : []), ...rejected].filter(({ channel }) => isPhone(channel.kind));
  const values = new Set(gone.map(({ channel }) => channel.display.ru));
  for (const { id, text } of [...prepare, ...limits]) {
    const named = valuesIn(text.ru).filter((value) => values.has(value));
    for (const value of named) found.repeats.add(`${id} ${value}: ${JSON.stringify(facts)}`);
  }
}

function checkReaders({ channels, prepare, limits }: Routing, facts: Facts) {
  const canCall = channels.some(({ channel }) => channel.kind === "voice");
  for (const { id, text, role } of [...prepare, ...limits]) {
    const aboutCalls = role === "can-by-phone" || id === "block-now";
    if (aboutCalls && !canCall) found.others.add(`${id} to ${JSON.stringify(facts)}`);
    const personal = /ФИО|паспорт владельца/.test(text.ru) && role !== "office-only";
    if (personal && facts.subscriber === "corporate") found.others.add(`${id} to a company`);
  }
}

function check(answer: Routing, facts: Facts) {
  checkValues(answer, facts);
  checkReaders(answer, facts);
  const { kind } = answer.channels[0]?.channel ?? { kind: "ussd" };
  const nobodyAsks = ["ussd", "sms", "app"].includes(kind);
  if (nobodyAsks && answer.prepare.length > 0) found.paperwork.add(`${answer.topic.id} ${JSON.stringify(facts)}`);
}

beforeAll(() => {
  const seen = new Set<string>();
  for (const facts of everySituation()) {
    const topic = topics.get(facts.topic);
    const caller = Object.values({ ...facts, from: lineOf(facts) }).join(" ");
    if (!topic || contradicts(facts, topic) || seen.has(caller)) continue;
    seen.add(caller);
    for (const without of [undefined, "voice", "voice,sms,ussd"]) {
      check(route(directory, given({ ...facts, ...(without && { without }) }), moment), facts);
      walked++;
    }
  }
});

it("walks every caller, with and without a voice", () => {
  expect(walked).toBeGreaterThan(20_000);
});

it.each([
  ["no advice names what is rejected or stands above it", found.repeats],
  ["nothing is to be had ready for a code or an app", found.paperwork],
  ["advice about calls goes to those who can call, about a person's papers to persons", found.others],
])("%s", (_, wrong) => {
  expect([...wrong].slice(0, 8)).toEqual([]);
});
