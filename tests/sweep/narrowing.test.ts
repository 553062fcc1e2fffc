/**
 * What a person cannot use goes, and nothing else changes; the country matters to emergency numbers alone. Both said of every caller
 * of four operators, from src/routing/README.md.
 */
import { expect, test } from "vitest";
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
const answered = (facts: Partial<Record<string, string>>): Routing => route(directory, given(facts), moment);

/** One with everything, one that lives in an app, one without SIM cards, and the stand-in for any other. */
const OPERATORS = ["megafon", "tmobile", "domru", "other"];

/** Callers that differ only in which other operator's SIM they hold are one; each with what it is answered. */
function everyCaller(): { facts: Facts; before: Routing }[] {
  const seen = new Set<string>();
  const callers: { facts: Facts; before: Routing }[] = [];
  for (const facts of everySituation()) {
    const topic = topics.get(facts.topic);
    const caller = Object.values({ ...facts, from: lineOf(facts) }).join(" ");
    if (!OPERATORS.includes(facts.operator) || !topic || contradicts(facts, topic) || seen.has(caller)) continue;
    seen.add(caller);
    callers.push({ facts, before: answered(facts) });
  }
  return callers;
}

const CALLERS = everyCaller();

const offered = ({ channels }: Routing, kinds: readonly string[] = []): string =>
  channels
    .flatMap(({ channel: { id, kind }, verdict, cost }) =>
      kinds.includes(kind) ? [] : [`${id} ${verdict} ${cost.class}`],
    )
    .join();
const left = ({ rejected }: Routing) => new Map(rejected.map(({ channel, reason }) => [channel.id, reason]));

test.each([["voice"], ["voice,sms,ussd"], ["app,web,chat"]])("without %s, those kinds alone are gone", (without) => {
  const kinds = without.split(",");
  const wrong: string[] = [];
  let gone = 0;
  for (const { facts, before } of CALLERS) {
    const after = answered({ ...facts, without });
    const reasons = left(after);
    const excluded = [...before.channels, ...before.rejected].filter(({ channel }) => kinds.includes(channel.kind));
    gone += excluded.length;
    const same = offered(after) === offered(before, kinds);
    if (!same || excluded.some(({ channel }) => reasons.get(channel.id) !== "kind-excluded"))
      wrong.push(Object.values(facts).join(" "));
  }
  expect(gone).toBeGreaterThan(2_000);
  expect(wrong.slice(0, 5)).toEqual([]);
});

test("which country it is makes no difference but in an emergency", () => {
  const wrong: string[] = [];
  let abroad = 0;
  for (const { facts, before } of CALLERS) {
    if (facts.roaming !== "abroad" || facts.topic === "emergency") continue;
    abroad++;
    const there = answered({ ...facts, country: "TR" });
    if (offered(there) !== offered(before)) wrong.push(Object.values(facts).join(" "));
  }
  expect(abroad).toBeGreaterThan(1_000);
  expect(wrong.slice(0, 5)).toEqual([]);
});
