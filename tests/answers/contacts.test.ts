/** The contact card, of every operator of the directory: what it says of a channel, against the engine's verdict for each caller. */
import { describe, expect, it } from "vitest";
import { type CardEntry, cardOf } from "../../src/answers/contacts.js";
import type { Channel } from "../../src/directory/types.js";
import type { Caller } from "../../src/routing/caller.js";
import type { Condition } from "../../src/routing/conditions.js";
import { isOpen } from "../../src/routing/hours.js";
import { costOf } from "../../src/routing/rank.js";
import { reach } from "../../src/routing/reach.js";
import { type Routing, route } from "../../src/routing/route.js";
import { operators } from "../../src/situation/names.js";
import { parseMoment } from "../../src/values/moment.js";
import { CHANNEL_KINDS } from "../../src/vocabulary/channels.js";
import { STATUSES } from "../../src/vocabulary/evidence.js";
import { LINES, PLACES, SUBSCRIBERS } from "../../src/vocabulary/situation.js";
import { given } from "../support/facts.js";
import { product } from "../support/product.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const directory = realDirectory();
const NOON = "2026-11-23T12:00";
const card = (facts: Record<string, string>, travel = false, at = NOON) =>
  cardOf(directory, given(facts), parseMoment(at), travel);
const IDS = operators(directory).map(({ id }) => id);
const idsOf = (entries: readonly { channel: Channel }[]) => entries.map(({ channel }) => channel.id);

const SUPPORT = directory.topics.filter(({ id }) => id === "general-support");
const verdictOf = (channel: Channel, caller: Caller) =>
  SUPPORT.map((topic) => reach(channel, caller, topic).verdict)[0];

type Facts = Record<"from" | "roaming" | "subscriber" | "service", string>;

/** Everybody who could ask this operator; other operators' SIM cards are one line. */
function* everyCaller(operator: string): Generator<{ facts: Facts; caller: Caller }> {
  const services = directory.parties.find(({ id }) => id === operator)?.services ?? [];
  const lists = { from: LINES, roaming: PLACES, subscriber: SUBSCRIBERS, service: services };
  for (const facts of product<keyof Facts, string>(lists)) {
    if (facts.from === "own" && facts.service === "fixed") continue;
    const atHome = facts.from === "own" && !services.includes("mobile") ? "landline" : facts.from;
    const line = atHome === "landline" && facts.roaming === "abroad" ? "foreign" : atHome;
    const { roaming: place, subscriber, service } = facts;
    yield {
      facts,
      caller: {
        operator,
        place,
        subscriber,
        service,
        line,
        country: null,
        merchant: null,
        without: [],
        tried: [],
      } as Caller,
    };
  }
}

/** Any one other operator with SIM cards stands for all of them. */
function holds(conditions: readonly Condition[], facts: Facts, operator: string): boolean {
  const other = operators(directory).find(({ id, services }) => id !== operator && services.includes("mobile"))?.id;
  const said = { ...facts, from: facts.from === "other-operator" ? (other ?? "") : facts.from };
  const fits = (one: Condition) =>
    Object.entries(one).every(([fact, values]) => (values as readonly string[]).includes(said[fact as keyof Facts]));
  return conditions.length === 0 || conditions.some(fits);
}

/** The one price the card gives a caller is the one the engine asks of them. */
function isPricedRight({ channel, costs }: CardEntry, facts: Facts, caller: Caller): boolean {
  const said = costs.filter(({ conditions }) => holds(conditions, facts, caller.operator ?? ""));
  return said.length === 1 && said[0]?.cost === costOf(channel, caller);
}

/** What the card says of a channel, caller by caller, against what the engine says. */
function faultsOf(entry: CardEntry, operator: string): string[] {
  const { channel, proven, unproven } = entry;
  const says = (where: readonly Condition[] | null, facts: Facts) => where !== null && holds(where, facts, operator);
  return [...everyCaller(operator)].flatMap(({ facts, caller }) => {
    const verdict = verdictOf(channel, caller);
    // What a case that may fail would cost is left out where there is one that will not.
    const isPriced = proven === null ? verdict !== undefined : verdict === "proven";
    const faults = {
      proven: says(proven, facts) !== (verdict === "proven"),
      unproven: says(unproven, facts) !== (verdict === "unproven"),
      price: isPriced && !isPricedRight(entry, facts, caller),
      needless: !isPriced && entry.costs.some(({ conditions: on }) => on.length > 0 && holds(on, facts, operator)),
    };
    const wrong = Object.entries(faults).flatMap(([fault, isOne]) => (isOne ? [fault] : []));
    return wrong.map((fault) => `${fault}: ${channel.id} for ${Object.values(facts)}`);
  });
}

const quoted = ({ note }: Channel, operator: string): boolean =>
  directory
    .party(operator)
    .neverOffered.some(({ values }) => values.some(({ ru, en }) => note?.ru.includes(ru) || note?.en.includes(en)));

/** The order of a printed card, part by part. */
const place = ({ channel, proven }: CardEntry): number[] => [
  CHANNEL_KINDS.indexOf(channel.kind),
  Number(channel.status === "disputed"),
  Number(proven === null),
  Number(!channel.general && !channel.topics.includes("general-support")),
  Number(channel.subscriber === "corporate"),
  STATUSES.indexOf(channel.status),
  channel.preference,
];

const sortKey = (entry: CardEntry): string =>
  place(entry)
    .map((part) => String(part).padStart(6, "0"))
    .join(" ");

describe.each(IDS)("the card of %s", (operator) => {
  it("has every channel of that operator once, in the order of kinds", () => {
    const whole = card({ operator });
    const ids = idsOf(whole.entries);
    expect(whole).toMatchObject({
      operator: { id: operator },
      whole: true,
      travel: false,
      doubtful: [],
      emergency: [],
    });
    const own = directory.party(operator).channels.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(own.toSorted());
    const keys = whole.entries.map(sortKey);
    expect(keys).toEqual(keys.toSorted());
  });

  it("says where each answers and at what price, as the engine does for each caller", () => {
    expect(card({ operator }).entries.flatMap((entry) => faultsOf(entry, operator))).toEqual([]);
  });

  it("quotes no value that is never offered, and keeps every other note", () => {
    const { entries } = card({ operator });
    expect(entries.filter(({ note, channel }) => quoted({ ...channel, note }, operator))).toEqual([]);
    const lost = entries.filter(({ note, channel }) => note !== channel.note && !quoted(channel, operator));
    expect(idsOf(lost)).toEqual([]);
  });

  it("knows hours where they are stated", () => {
    const noon = parseMoment(NOON);
    for (const { open, channel } of card({ operator }).entries)
      expect(open, channel.id).toBe(channel.hours ? isOpen(channel.hours, noon) : null);
  });

  it("for a stated situation has what answers there for sure, and names the rest as left off", () => {
    const whole = card({ operator });
    const abroad = card({ operator, roaming: "abroad" });
    expect(abroad.whole).toBe(false);
    for (const entry of abroad.entries) expect(entry.proven, entry.channel.id).not.toBeNull();
    const left = abroad.doubtful.map(({ id }) => id);
    expect(left.filter((id) => idsOf(abroad.entries).includes(id))).toEqual([]);
    for (const id of left) expect(idsOf(whole.entries)).toContain(id);
    const there = [...everyCaller(operator)].filter(({ caller }) => caller.place === "abroad");
    const answering = whole.entries.filter(({ channel }) => there.some(({ caller }) => verdictOf(channel, caller)));
    expect([...idsOf(abroad.entries), ...left].sort()).toEqual(idsOf(answering).sort());
    const sure = answering.filter(({ channel }) => there.some(({ caller }) => verdictOf(channel, caller) === "proven"));
    expect(idsOf(abroad.entries).sort()).toEqual(idsOf(sure).sort());
  });

  it("for a topic has that topic's channels in the order of an answer", () => {
    const { entries } = card({ operator, topic: "balance" });
    for (const { channel } of entries) expect(channel.general || channel.topics.includes("balance")).toBe(true);
  });

  it("for a journey is that of somebody abroad, with the emergency number most countries share", () => {
    const journey = card({ operator }, true);
    expect(journey.travel).toBe(true);
    expect(journey.situation.roaming).toEqual({ value: "abroad", from: "derived" });
    const abroad = card({ operator, roaming: "abroad" }).entries;
    expect(abroad).toEqual(expect.arrayContaining([...journey.entries]));
    expect(journey.entries.length).toBeLessThanOrEqual(3);
    // A number that answers a private person from there is what one leaves with.
    const canCall = abroad.some(
      ({ channel: { kind, general, subscriber } }) => kind === "voice" && general && subscriber !== "corporate",
    );
    expect(journey.entries.some(({ channel }) => channel.kind === "voice")).toBe(canCall);
    expect(journey.emergency.map(({ channel }) => channel.dial)).toContain("112");
    const numbers = (country: string) => card({ operator, country }, true).emergency.map(({ channel }) => channel.dial);
    expect(numbers("DE")).toContain("112");
    expect(numbers("US")).toContain("911");
  });
});

it.each(IDS)("for a journey %s has what route says of support, of a lost SIM and of Wi-Fi", (operator) => {
  const said = (topic: string, from: string) =>
    route(directory, given({ operator, topic, from, roaming: "abroad", subscriber: "personal" }), parseMoment(NOON));
  const first = ({ channels }: Routing, kinds: readonly string[]) =>
    channels.find(({ verdict, channel }) => verdict === "proven" && kinds.includes(channel.kind))?.channel.id;
  const [own, lost] = [said("general-support", "own"), said("lost-phone-or-sim", "foreign")];
  const block = first(lost, ["voice"]);
  const journey = card({ operator }, true);
  const worthSaving = [
    first(own, ["voice"]),
    block,
    first(said("general-support", "internet"), ["chat", "app", "messenger", "web"]),
  ];
  expect(new Set(idsOf(journey.entries))).toEqual(new Set(worthSaving.flatMap((id) => id ?? [])));
  expect(journey.block?.id).toBe(block);
  expect(journey.viaSomeone?.id).toBe(own.viaSomeone?.channel.id);
  expect(journey.blockedBySomeone?.id).toBe(lost.viaSomeone?.channel.id);
});

it("a journey is abroad, however that is spelt, and nowhere else", () => {
  const ids = (facts: Record<string, string>) => idsOf(card({ operator: "megafon", ...facts }, true).entries);
  expect(ids({ roaming: " Abroad" })).toEqual(ids({}));
  expect(() => ids({ roaming: "home" })).toThrow(expect.objectContaining({ code: "contradictory-facts" }));
  expect(() => card({})).toThrow(expect.objectContaining({ code: "unknown-operator" }));
});

it("a journey takes only numbers that answer there, or in most countries", () => {
  const { emergency } = card({ operator: "megafon" }, true);
  expect(emergency.filter(({ verdict, channel }) => verdict !== "proven" && !channel.general)).toEqual([]);
  expect(card({ operator: "megafon", country: "US" }, true).emergency.map(({ verdict }) => verdict)).toContain(
    "proven",
  );
});

it("notices of an emergency come along, its others do not, and an old directory says so once", () => {
  const codes = (travel: boolean, at: string) =>
    card({ operator: "megafon" }, travel, at).notices.map(({ code }) => code);
  expect(codes(true, SWEEP_DAY)).toEqual(["emergency-not-everywhere"]);
  expect(codes(false, SWEEP_DAY)).toEqual([]);
  expect(codes(true, "2046-01-01")).toEqual(["directory-old", "emergency-not-everywhere"]);
});
