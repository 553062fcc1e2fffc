/**
 * The whole product of facts over the directory this repository ships. Nothing here is compared with a stored answer: what must
 * hold is stated a second time, from src/routing/README.md and the authored JSON.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { type RoutedChannel, type Routing, route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { Problem } from "../../src/values/problem.js";
import { type AuthoredTopic, EMERGENCY, PARTIES, TOPICS } from "../support/authored.js";
import { type Facts, given, OPERATOR_IDS, SEVERAL_SELLERS } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";
import { AdviceSweep } from "./advice.js";
import { type Judged, naiveCost, naiveOrder, naiveStatus } from "./naive-order.js";
import { type Caller, naiveReach } from "./naive-reach.js";
import { NarrowingSweep } from "./narrowing.js";
import { deadEnds as deadEndsInTexts, naming } from "./texts.js";
import { type Candidate, callerOf, candidatesOf, contradicts, escalationOf, everySituation } from "./walk.js";

/** What the contract says of emergency numbers abroad is in emergency.test.ts. */
const isEmergencyAbroad = (facts: Facts) => facts.topic === "emergency" && facts.roaming === "abroad";

/** Different findings with one example and the number of situations each. */
class Findings {
  readonly #found = new Map<string, { example: string; times: number }>();
  add(what: string, facts: Facts) {
    const known = this.#found.get(what);
    this.#found.set(what, {
      example: known?.example ?? Object.values(facts).join(" "),
      times: (known?.times ?? 0) + 1,
    });
  }
  list() {
    return [...this.#found].map(([what, { example, times }]) => `${what} (${times} times, e.g. ${example})`);
  }
}

const channelsById = new Map(
  PARTIES.flatMap((party) => party.channels.map((channel) => [channel.id, { channel, party }] as const)),
);

const judge = (candidates: readonly Candidate[], caller: Caller) =>
  candidates.map((one) => ({ ...one, ...naiveReach(one.channel, caller) }));

type Left = Pick<Routing["rejected"][number], "channel" | "reason">;
type Expected = ReturnType<typeof judge>;

/** What the naive reading says. */
function expectedFor(facts: Facts, caller: Caller): { own: Expected; after: Expected } {
  const candidates =
    caller.topic.id === "emergency"
      ? EMERGENCY.channels.map((channel) => ({ channel, party: EMERGENCY }))
      : candidatesOf(facts, caller.topic);
  return { own: judge(candidates, caller), after: judge(escalationOf(facts, caller.topic), caller) };
}

/** All that is looked at below, but the texts of the same channels and advice. */
function seen({
  channels,
  escalation,
  rejected,
  primary,
  primaries,
  complete,
  needs,
  prepare,
  limits,
}: Routing): string {
  const offered = [channels, escalation].map((list) =>
    list.map(({ channel: { id }, verdict, cost, conditions }) => `${id} ${verdict} ${cost.class} ${conditions.length}`),
  );
  const left = rejected.map(({ channel, reason }) => `${channel.id} ${reason}`);
  const best = primaries.map(({ id, conditions }) => `${id} ${conditions.length}`);
  return [...offered, left, primary, best, complete, needs, [...prepare, ...limits].map(({ id }) => id)].join("\n");
}

const directory = realDirectory();
const moment = parseMoment(SWEEP_DAY);
const ask = (facts: Partial<Record<string, string>>): Routing => route(directory, given(facts), moment);

const advice = new AdviceSweep();
const narrowing = new NarrowingSweep();
const verdicts = new Findings();
const forbidden = new Findings();
const orders = new Findings();
const primaries = new Findings();
const deadEnds = new Findings();
const details = new Findings();
const texts = new Findings();
const answersOf = new Map<string, string[]>();
let valuesNamed = 0;
const mentionedFor = new Set<string>();
const reached = new Set<string>();
const shown = new Map<string, RoutedChannel["channel"]>();
let walked = 0;
let refused = 0;

function checkReach(offered: readonly RoutedChannel[], left: readonly Left[], expected: Expected, facts: Facts) {
  const got = new Map(offered.map((one) => [one.channel.id, one.verdict as string]));
  const reasons = new Map(left.map((one) => [one.channel.id, one.reason]));
  for (const { channel, verdict, because, reasons: holding } of expected) {
    const reason = reasons.get(channel.id);
    const engine = got.get(channel.id) ?? (reason ? "rejected" : "not mentioned");
    if (engine !== verdict) verdicts.add(`${channel.id}: engine ${engine}, contract ${verdict} (${because})`, facts);
    else if (reason && !holding.includes(reason)) verdicts.add(`${channel.id}: ${reason} is not why`, facts);
    if (verdict === "rejected" && got.has(channel.id)) forbidden.add(channel.id, facts);
    got.delete(channel.id);
  }
  for (const id of got.keys()) forbidden.add(`${id} does not serve this topic`, facts);
}

function checkOrder(offered: readonly RoutedChannel[], caller: Caller, facts: Facts) {
  const judged: Judged[] = offered.flatMap(({ channel, verdict }) => {
    const authored = channelsById.get(channel.id);
    return authored ? [{ ...authored, verdict }] : [];
  });
  judged.slice(1).forEach((after, index) => {
    const before = judged[index];
    const order = before ? naiveOrder(before, after, caller) : 0;
    if (order >= 0) {
      orders.add(`${before?.channel.id} ${order === 0 ? "ties with" : "wrongly precedes"} ${after.channel.id}`, facts);
    }
  });
}

function checkDetails(offered: readonly RoutedChannel[], caller: Caller, facts: Facts) {
  for (const { channel, cost, verdict, conditions } of offered) {
    const authored = channelsById.get(channel.id);
    if (!authored) continue;
    const status = naiveStatus({ ...authored, verdict });
    if (channel.status !== status) details.add(`${channel.id} is ${status}, shown as ${channel.status}`, facts);
    const price = naiveCost(authored.channel, caller);
    if (cost.class !== price) details.add(`${channel.id} costs ${price}, shown as ${cost.class}`, facts);
    if (conditions.length > 0) details.add(`${channel.id} has conditions though nothing is left out`, facts);
  }
}

function checkAnswer(answer: Routing, facts: Facts) {
  const { channels, rejected, primary } = answer;
  const firstProven = channels.find((one) => one.verdict === "proven")?.channel.id ?? null;
  if (primary !== firstProven) primaries.add(`primary ${primary}, first proven ${firstProven}`, facts);
  const single = answer.primaries.length === 1 ? answer.primaries[0] : undefined;
  if (single?.id !== primary || single.conditions.length > 0) primaries.add("primaries does not repeat primary", facts);
  if (!answer.complete || answer.needs.length > 0) primaries.add("complete facts, yet something is asked", facts);
  if (channels.length === 0 && rejected.length === 0) deadEnds.add(`${facts.operator} ${facts.topic}`, facts);
}

function check(answer: Routing, facts: Facts, topic: AuthoredTopic) {
  const caller = callerOf(facts, topic);
  // Callers that differ only in which other operator's SIM they hold are one, and so is what is right for them.
  const key = Object.values({ ...facts, from: caller.line }).join(" ");
  const known = answersOf.get(key) ?? [];
  const now = seen(answer);
  if (known.includes(now)) return;
  answersOf.set(key, [...known, now]);
  if (known.length === 0) checkWithout(answer, facts);
  const { channels, rejected, escalation } = answer;
  for (const { channel } of [...channels, ...escalation]) reached.add(channel.id);
  for (const { channel } of [...channels, ...rejected, ...escalation]) {
    shown.set(channel.id, channel);
    mentionedFor.add(`${channel.id} ${topic.id}`);
  }
  checkAnswer(answer, facts);
  checkDetails([...channels, ...escalation], caller, facts);
  checkOrder(channels, caller, facts);
  checkOrder(escalation, caller, facts);
  valuesNamed += naming(answer);
  for (const one of deadEndsInTexts(answer, facts.operator)) texts.add(one, facts);
  if (isEmergencyAbroad(facts)) return;
  const expected = expectedFor(facts, caller);
  checkReach(channels, rejected, expected.own, facts);
  // Of bodies only those that can be reached are shown.
  const after = expected.after.filter((one) => one.verdict !== "rejected");
  checkReach(escalation, [], after, facts);
}

/** The same caller, who cannot speak, or cannot use a phone at all. */
function checkWithout(answer: Routing, facts: Facts) {
  const [voice, phone] = ["voice", "voice,sms,ussd"].map((without) => ask({ ...facts, without }));
  if (!voice || !phone) return;
  for (const one of [answer, voice, phone]) advice.check(one, facts);
  narrowing.check(facts, answer, { voice, "voice,sms,ussd": phone }, (more) => ask({ ...facts, ...more }));
}

beforeAll(() => {
  const topics = new Map(TOPICS.map((topic) => [topic.id, topic]));
  for (const facts of everySituation()) {
    const topic = topics.get(facts.topic);
    if (!topic) continue;
    try {
      check(ask(facts), facts, topic);
      if (contradicts(facts, topic)) details.add(`${topic.id} accepts service ${facts.service}`, facts);
      walked++;
    } catch (error) {
      if (!(error instanceof Problem) || !contradicts(facts, topic)) throw error;
      if (error.code !== "contradictory-facts") details.add(`${topic.id} refuses a service as ${error.code}`, facts);
      refused++;
    }
  }
});

describe("every situation of the product of facts", () => {
  test("is walked whole: what the number of operators, lines and topics makes, less what contradicts a topic", async ({
    annotate,
  }) => {
    await annotate(`${walked} situations answered, ${refused} contradictions refused`);
    // Operators x services x subscribers x places x lines: every operator's SIM, own, landline, foreign and internet.
    const aTopic = OPERATOR_IDS.length * 2 * 2 * 3 * (OPERATOR_IDS.length + 4);
    const sellers = TOPICS.reduce((sum, { id }) => sum + (SEVERAL_SELLERS[id]?.length ?? 1), 0);
    // A topic of one service refuses the other.
    const contradictions = (TOPICS.filter(({ service }) => service !== null).length * aTopic) / 2;
    expect({ walked, refused }).toEqual({ walked: aTopic * sellers - contradictions, refused: contradictions });
    expect(walked).toBeGreaterThan(80_000);
    expect(valuesNamed).toBeGreaterThan(1000);
  });

  test.each([
    ["reach is what a naive reading of the contract says", verdicts],
    ["nothing is recommended that the rules forbid", forbidden],
    ["channels stand in the contract's order, without ties", orders],
    ["the primary is the first proven channel, or null", primaries],
    ["no dead end without a reason", deadEnds],
    ["status, cost and readings follow the authored record", details],
    ["no text names a number that does not answer where it is read", texts],
  ])("%s", (_, findings) => {
    expect(findings.list()).toEqual([]);
  });
});

describe("advice", () => {
  test("is read by every caller, with and without a voice", () => {
    expect(advice.walked).toBeGreaterThan(20_000);
  });

  test.each([
    ["names nothing that is rejected or stands above it", advice.repeats],
    ["has nothing to be had ready for a code or an app", advice.paperwork],
    ["goes, about calls, to those who can call, and about a person's papers to persons", advice.others],
  ])("%s", (_, wrong) => {
    expect([...wrong].slice(0, 8)).toEqual([]);
  });
});

describe("what a person cannot use", () => {
  test("goes alone, and which country it is makes no difference but in an emergency", () => {
    expect(Object.keys(narrowing.gone)).toEqual(["voice", "voice,sms,ussd", "app,web,chat"]);
    expect(Math.min(...Object.values(narrowing.gone))).toBeGreaterThan(2_000);
    expect(narrowing.abroad).toBeGreaterThan(1_000);
    expect(narrowing.wrong.slice(0, 5)).toEqual([]);
  });
});

/** Spellings of one value compare equal; +7 and the trunk 8 are one. */
const bare = (value: string) =>
  value
    .toLowerCase()
    .replace(/^(https?:\/\/(www\.)?|tel:|sms:|mailto:)|[\s().-]|\/$/g, "")
    .replace(/^\+?7(?=\d{10}$)/, "8");
const spellings = ({ dial, e164, uri, display }: RoutedChannel["channel"]) =>
  [dial, e164, uri, display.ru, display.en].flatMap((value) => (value === null ? [] : [bare(value)]));
const spelt = (value: string) =>
  [...shown.values()].find((one) => one.party === "megafon" && spellings(one).includes(bare(value)))?.id;

describe("the directory as the situations meet it", () => {
  const emergencyAbroad = new Set(EMERGENCY.channels.filter((one) => one.countries).map((one) => one.id));
  const authored = PARTIES.flatMap((party) => party.channels).filter((one) => !emergencyAbroad.has(one.id));

  test("every channel is reached by some situation", () => {
    expect(authored.filter((one) => !reached.has(one.id)).map((one) => one.id)).toEqual([]);
  });

  test("every channel comes up, at least as left out, for every topic it is declared for", () => {
    const never = authored.flatMap((one) =>
      one.topics.map((topic) => `${one.id} ${topic}`).filter((pair) => !mentionedFor.has(pair)),
    );
    expect(never).toEqual([]);
  });

  test("values found stale or refuted are never offered by their party", () => {
    const back = PARTIES.flatMap((party) => {
      // What is false in Russia may be right in another country.
      const own = [...shown.values()].filter(({ party: id, countries }) => id === party.id && countries.length === 0);
      const offered = own.flatMap(spellings);
      const withdrawn = (party.neverOffered ?? [])
        .flatMap((entry) => entry.values)
        .map((value) => (typeof value === "string" ? value : value.ru));
      return withdrawn.filter((value) => offered.includes(bare(value))).map((value) => `${party.id} ${value}`);
    });
    expect(back).toEqual([]);
    // The comparison sees through spellings: it would find a value that is on offer.
    expect(["+7 (800) 550 05 00", "8-800-5500500", "550-05-00", "0500"].map((value) => spelt(value))).toEqual([
      "megafon.voice.toll-free",
      "megafon.voice.toll-free",
      undefined,
      "megafon.voice.short",
    ]);
  });
});
