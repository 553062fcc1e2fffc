/** What stands in an answer beside its channels: notices, conflicts, hours, what comes after, and the situations it splits into. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { BODIES, OPERATORS, TOPICS } from "../support/authored.js";
import { given, hasSims, OPERATOR_IDS } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const COMPLETE = { operator: "megafon", subscriber: "personal", roaming: "home", from: "own", service: "mobile" };
const directory = realDirectory();
const answer = (facts: Record<string, string>, at = SWEEP_DAY) => route(directory, given(facts), parseMoment(at));
const codes = (facts: Record<string, string>, at = SWEEP_DAY) => answer(facts, at).notices.map(({ code }) => code);

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

describe("notices", () => {
  it.each<[Record<string, string>, string[]]>([
    [{ topic: "emergency" }, ["emergency-abroad-differs"]],
    [{ topic: "emergency", roaming: "russia" }, ["emergency-abroad-differs"]],
    [{ topic: "emergency", roaming: "abroad" }, ["emergency-not-everywhere"]],
    [{ topic: "emergency", roaming: "abroad", country: "US" }, []],
    [COMPLETE, []],
    [{ ...COMPLETE, roaming: "abroad" }, []],
  ])("of %j: %j", (facts, expected) => {
    expect(codes(facts)).toEqual(expected);
  });

  it("say so of a directory that nobody has checked for half a year", () => {
    const { asOf } = directory;
    expect(codes(COMPLETE, dayAfter(asOf, 180))).toEqual([]);
    expect(answer(COMPLETE, dayAfter(asOf, 181)).notices).toEqual([
      { code: "directory-old", values: { days: "181", asOf } },
    ]);
  });
});

it("each channel brings its own conflicts, and hours where it has any", () => {
  const { channels } = answer({ ...COMPLETE, roaming: "abroad" }, `${SWEEP_DAY}T12:00`);
  const conflicts = new Map(
    OPERATORS.flatMap(({ channels: own, id }) => (id === "megafon" ? own : [])).map((one) => [one.id, one]),
  );
  expect(channels.some((one) => one.conflicts.length > 1)).toBe(true);
  for (const { channel, conflicts: shown, open } of channels) {
    expect(conflicts.has(channel.id)).toBe(true);
    expect(shown.map(({ id }) => id)).toEqual(channel.conflicts);
    if (channel.hours === null) expect(open).toBeNull();
    if (channel.hours?.schedule === "always") expect(open).toBe(true);
  }
});

it("a complaint goes on to the bodies that hear it, and a balance to nobody", () => {
  const bodies = BODIES.flatMap(({ channels }) => channels.map(({ id }) => id));
  const after = answer({ ...COMPLETE, topic: "complaint" }).escalation;
  expect(after.length).toBeGreaterThan(1);
  for (const { channel, verdict, cost } of after) {
    expect(bodies).toContain(channel.id);
    expect(["proven", "unproven"]).toContain(verdict);
    expect(cost.class).toBeDefined();
  }
  expect(answer({ ...COMPLETE, topic: "balance" }).escalation).toEqual([]);
});

it("every topic has its checklists and no other's", () => {
  const checklists = readdirSync("data/checklists").map(
    (name) => JSON.parse(readFileSync(`data/checklists/${name}`, "utf8")) as { id: string; topics: string[] },
  );
  for (const { id, service } of TOPICS) {
    const facts = { ...COMPLETE, topic: id, ...(service && { service }) };
    const mine = checklists.filter(({ topics }) => topics.includes(id)).map((one) => one.id);
    expect(
      answer(service === "fixed" ? { operator: "rostelecom", topic: id } : facts).checklists.toSorted(),
      id,
    ).toEqual(mine.toSorted());
  }
});

describe("with no proven way", () => {
  it.each(["balance", "promised-payment", "own-number"])(
    "the nearest is the first of those that may answer: %s",
    (topic) => {
      const abroad = { operator: "beeline", subscriber: "personal", from: "own", roaming: "abroad", topic };
      const { primary, channels, main } = answer({ ...abroad, without: "app,web,chat,email,messenger" });
      expect(primary).toBeNull();
      expect(channels[0]?.channel.kind).toBe("ussd");
      expect(main).toBe(channels[0]);
    },
  );

  it("the answer is the proven one where there is one, and nobody where nothing answers", () => {
    const { primary, main } = answer(COMPLETE);
    expect(main?.channel.id).toBe(primary);
    const nothing = answer({ ...COMPLETE, without: "voice,sms,ussd,web,app,chat,email,messenger,office,post" });
    expect(nothing).toMatchObject({ primary: null, channels: [], main: null });
  });
});

describe("with the operator and the line left out", () => {
  const OPEN = { topic: "balance", subscriber: "personal", roaming: "home", service: "mobile" };
  const mobile = OPERATOR_IDS.filter(hasSims);

  it("another operator's SIM is named as one whose customer is another's", () => {
    const { primaries, channels } = answer(OPEN);
    const conditions = [...primaries, ...channels].flatMap((one) => one.conditions);
    const split = conditions.filter(({ from }) => from?.some((line) => mobile.includes(line)));
    expect(split.length).toBeGreaterThan(0);
    for (const { operator, from } of split) {
      const [whose] = operator ?? [];
      expect(operator).toHaveLength(1);
      expect(from).not.toContain(whose);
    }
  });

  it.each(["megafon", "t2", "yota"])("each pair has one winner, that of its own answer: %s", (operator) => {
    const { primaries } = answer(OPEN);
    for (const from of ["own", "landline", "foreign", "internet", ...mobile.filter((id) => id !== operator)]) {
      const said: Record<string, string> = { operator, from };
      const winners = primaries.filter(
        ({ conditions }) =>
          conditions.length === 0 ||
          conditions.some((one) => Object.entries(one).every(([fact, values]) => values.includes(said[fact] ?? ""))),
      );
      expect(
        winners.map(({ id }) => id),
        from,
      ).toEqual([answer({ ...OPEN, ...said }).primary]);
    }
  });

  it("nobody is asked for a service that no caller could have", () => {
    const { channels } = answer({ operator: "megafon", from: "own", roaming: "home" });
    expect(channels.flatMap(({ conditions }) => conditions).filter((one) => "service" in one)).toEqual([]);
  });
});
