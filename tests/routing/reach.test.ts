/** Who reaches what: every kind of channel there could be, for every caller, against the naive reading of the contract. */
import { describe, expect, it, test } from "vitest";
import type { Channel, Topic } from "../../src/directory/types.js";
import type { Caller } from "../../src/routing/caller.js";
import { reach, reachEmergency } from "../../src/routing/reach.js";
import { CHANNEL_KINDS } from "../../src/vocabulary/channels.js";
import { LINES, PLACES, SUBSCRIBERS } from "../../src/vocabulary/situation.js";
import type { AuthoredChannel, AuthoredTopic } from "../support/authored.js";
import { product } from "../support/product.js";
import { naiveReach } from "../sweep/naive-reach.js";

/** Numbers as they are written in data/, by type. */
const VALUES = { "short-code": "0500", national: "112", "toll-free": "+78005500500", e164: "+79261110500", none: null };

/** What sources may say of a number abroad, and what the compiled directory makes of it. */
const ABROAD = { none: null, older: "2016-01-01", current: "2026-01-01" };

const SIDES = {
  kind: CHANNEL_KINDS,
  number: Object.keys(VALUES),
  subscriber: ["any", "personal", "corporate", "unknown"],
  service: ["any", "mobile", "fixed"],
  from: ["any", "own", "landline"],
  roaming: ["any", "home", "abroad"],
  login: ["none", "sms-code", "unknown"],
  abroad: Object.keys(ABROAD),
};
const CALLERS = {
  service: ["mobile", "fixed"],
  subscriber: [...SUBSCRIBERS],
  place: [...PLACES],
  line: [...LINES],
  ownLine: ["ok", "doubtful", "none", "if-in-hand"],
};

type Sides = Record<keyof typeof SIDES, string>;
type Asking = Record<keyof typeof CALLERS, string>;

const stated = (value: string) => (value === "any" ? "any" : [value]);
const isNumber = ({ kind }: Sides) => kind === "voice" || kind === "sms";
const typeOf = (sides: Sides) => (isNumber(sides) && sides.number !== "none" ? sides.number : null);
const written = (sides: Sides) =>
  isNumber(sides) ? VALUES[sides.number as keyof typeof VALUES] : sides.kind === "ussd" ? "*100#" : null;

const authored = (sides: Sides): AuthoredChannel =>
  ({
    id: "made-up",
    kind: sides.kind,
    ...(typeOf(sides) && { numberType: typeOf(sides) }),
    value: written(sides),
    subscriber: sides.subscriber,
    service: sides.service,
    from: stated(sides.from),
    roaming: stated(sides.roaming),
    topics: ["made-up"],
    login: sides.login,
    sources: sides.abroad === "none" ? [] : [{ abroad: true, date: ABROAD[sides.abroad as keyof typeof ABROAD] }],
  }) as unknown as AuthoredChannel;

const compiled = (sides: Sides): Channel =>
  ({
    id: "made-up",
    kind: sides.kind,
    numberType: typeOf(sides),
    subscriber: sides.subscriber,
    service: sides.service,
    from: stated(sides.from),
    roaming: stated(sides.roaming),
    countries: [],
    general: false,
    login: sides.login,
    namedAbroad: sides.abroad === "none" ? null : sides.abroad,
  }) as unknown as Channel;

const caller = (asking: Partial<Asking>, more: Partial<Caller> = {}): Caller =>
  ({ operator: "a", merchant: null, country: null, without: [], tried: [], ...asking, ...more }) as unknown as Caller;

/** The engine's verdict against the contract's: null where they agree. */
function difference(sides: Sides, asking: Asking): string | null {
  const topic = { id: "made-up", ownLine: asking.ownLine };
  const engine = reach(compiled(sides), caller(asking), topic as unknown as Topic);
  const naive = naiveReach(authored(sides), {
    ...asking,
    roaming: asking.place,
    topic: topic as unknown as AuthoredTopic,
  });
  const agrees = engine.reason ? naive.reasons.includes(engine.reason) : naive.verdict === engine.verdict;
  const told = `${Object.values(sides)} for ${Object.values(asking)}`;
  return agrees ? null : `${told}: ${engine.verdict ?? engine.reason}, contract ${naive.verdict} (${naive.because})`;
}

test("as the contract reads", () => {
  const asking = [...product(CALLERS)] as Asking[];
  const wrong: string[] = [];
  let at = 0;
  for (const sides of product(SIDES) as Iterable<Sides>) {
    // A few callers each: with so many channels every pair of a channel's side and a caller's comes up all the same.
    for (; at < asking.length; at += 61) wrong.push(...[difference(sides, asking[at] as Asking) ?? []].flat());
    at -= asking.length;
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

describe("the rule that decided is named", () => {
  const HOME = { service: "mobile", subscriber: "personal", place: "home", line: "own", ownLine: "ok" };
  const PLAIN = {
    ...{ kind: "voice", number: "e164", subscriber: "any", service: "any" },
    ...{ from: "any", roaming: "any", login: "none", abroad: "none" },
  };
  it.each<[rule: string, reason: string | undefined, sides: Partial<Sides>, asking: Partial<Asking>]>([
    ["full-number-anywhere", undefined, {}, {}],
    ["subscriber-as-stated", "other-subscriber", { subscriber: "corporate" }, {}],
    ["subscriber-as-stated", undefined, { subscriber: "unknown" }, { subscriber: "corporate" }],
    ["service-as-stated", "other-service", { service: "fixed" }, {}],
    ["line-in-hand", "line-not-in-hand", {}, { ownLine: "none" }],
    ["line-in-hand", undefined, {}, { ownLine: "doubtful" }],
    ["full-number-anywhere", undefined, {}, { ownLine: "if-in-hand" }],
    [
      "line-in-hand",
      "line-not-in-hand",
      { kind: "app", login: "sms-code" },
      { ownLine: "if-in-hand", line: "landline" },
    ],
    ["login-not-established", undefined, { kind: "app", login: "unknown" }, { ownLine: "none" }],
    ["short-code-own-sim", "own-sim-only", { number: "short-code" }, { line: "landline" }],
    ["short-code-own-sim", undefined, { number: "short-code" }, {}],
    ["short-code-abroad", "domestic-only", { number: "short-code" }, { place: "abroad" }],
    ["short-code-abroad", undefined, { number: "short-code", abroad: "older" }, { place: "abroad" }],
    ["short-code-abroad", undefined, { number: "short-code", abroad: "current" }, { place: "abroad" }],
    ["no-phone-line", "no-phone-line", {}, { line: "internet" }],
    ["national-short-number", undefined, { number: "national" }, {}],
    ["national-short-number", "domestic-only", { number: "national" }, { place: "abroad" }],
    ["toll-free-inside-russia", undefined, { number: "toll-free" }, {}],
    ["toll-free-inside-russia", "domestic-only", { number: "toll-free" }, { place: "abroad" }],
    ["number-not-established", undefined, { number: "none" }, {}],
    ["office-in-russia", undefined, { kind: "office", number: "none" }, {}],
    ["office-in-russia", "not-abroad", { kind: "office", number: "none" }, { place: "abroad" }],
    ["letter-anywhere", undefined, { kind: "post", number: "none" }, { place: "abroad" }],
    ["online-anywhere", undefined, { kind: "chat", number: "none" }, { place: "abroad" }],
    ["place-as-stated", undefined, { roaming: "abroad" }, {}],
    ["line-as-stated", undefined, { from: "landline" }, {}],
  ])("%s (%s)", (rule, reason, sides, asking) => {
    const topic = { id: "made-up", ownLine: asking.ownLine ?? "ok" } as unknown as Topic;
    const engine = reach(compiled({ ...PLAIN, ...sides }), caller({ ...HOME, ...asking }), topic);
    expect([engine.rule, engine.reason]).toEqual([rule, reason]);
  });

  it("without its kind", () => {
    const topic = { id: "made-up", ownLine: "ok" } as unknown as Topic;
    const engine = reach(compiled(PLAIN), caller(HOME, { without: ["voice"] }), topic);
    expect(engine).toEqual({ reason: "kind-excluded", rule: "without" });
    expect(
      reach(compiled({ ...PLAIN, subscriber: "personal" }), caller({ ...HOME, subscriber: "corporate" }), topic),
    ).toEqual({
      reason: "other-subscriber",
      rule: "subscriber-as-stated",
    });
  });
});

describe("an emergency number", () => {
  const number = (more: object) =>
    ({ ...compiled({ kind: "voice", number: "national" } as Sides), from: "any", roaming: "any", ...more }) as Channel;
  const at = (place: string, country: string | null = null, line = "own") => caller({ place, line }, { country });
  const judged = (channel: Channel, asks: Caller) => {
    const { verdict, reason, rule } = reachEmergency(channel, asks);
    return [verdict ?? reason, rule];
  };

  it.each<[string, object, Caller, string[]]>([
    ["of Russia, from any phone", {}, at("russia", null, "internet"), ["proven", "emergency-any-phone"]],
    ["of Russia, said of home alone", { roaming: ["home"] }, at("russia"), ["unproven", "place-as-stated"]],
    ["of Russia, said of home alone, there", { roaming: ["home"] }, at("home"), ["proven", "emergency-any-phone"]],
    [
      "of Russia, said of SIM cards alone",
      { from: ["own"] },
      at("home", null, "landline"),
      ["unproven", "line-as-stated"],
    ],
    ["of Russia, said of SIM cards, from one", { from: ["own"] }, at("home"), ["proven", "emergency-any-phone"]],
    ["of Russia, abroad", {}, at("abroad", "TR"), ["domestic-only", "emergency-in-its-country"]],
    ["of another country, in Russia", { countries: ["TR"] }, at("home"), ["domestic-only", "emergency-in-its-country"]],
    ["of another country, there", { countries: ["TR"] }, at("abroad", "TR"), ["proven", "emergency-in-its-country"]],
    [
      "of another country, elsewhere",
      { countries: ["TR"] },
      at("abroad", "IT"),
      ["domestic-only", "emergency-in-its-country"],
    ],
    [
      "of most countries, elsewhere",
      { countries: ["TR"], general: true },
      at("abroad", "IT"),
      ["unproven", "emergency-in-its-country"],
    ],
    [
      "of one country, who knows where",
      { countries: ["TR"] },
      at("abroad"),
      ["domestic-only", "emergency-in-its-country"],
    ],
  ])("%s", (_, more, asks, expected) => {
    expect(judged(number(more), asks)).toEqual(expected);
  });

  it("without its kind", () => {
    expect(judged(number({}), { ...at("home"), without: ["voice"] })).toEqual(["kind-excluded", "without"]);
  });
});
