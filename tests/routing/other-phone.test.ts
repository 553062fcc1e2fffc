/** The number for any other phone, where the own SIM is gone: in the engine itself. */
import { describe, expect, it } from "vitest";
import type { Topic } from "../../src/directory/types.js";
import type { Caller } from "../../src/routing/caller.js";
import { type Grid, gridWithOtherPhone } from "../../src/routing/completions.js";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { given } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const LOST = { topic: "lost-phone-or-sim", operator: "megafon", subscriber: "personal", from: "own", roaming: "home" };
const directory = realDirectory();
const answer = (facts: Record<string, string>) =>
  route(directory, given({ ...LOST, ...facts }), parseMoment(SWEEP_DAY));

describe("with the own SIM gone", () => {
  it.each([
    ["home", "8 800 550-05-00"],
    ["abroad", "+7 926 111-05-00"],
  ])("at %s another phone reaches %s", (roaming, number) => {
    const { otherPhone, channels, notices } = answer({ roaming });
    expect(otherPhone).toMatchObject({ channel: { display: { ru: number } }, verdict: "proven", conditions: [] });
    expect(channels.map(({ channel }) => channel.id)).not.toContain(otherPhone?.channel.id);
    expect(notices).toContainEqual({ code: "own-sim-counted-gone", values: {} });
  });

  it("no number is named that answers in some of the places left open only", () => {
    const { roaming: _, ...open } = LOST;
    const { otherPhone, notices } = route(directory, given(open), parseMoment(SWEEP_DAY));
    expect(otherPhone).toBeNull();
    expect(notices).toContainEqual({ code: "own-sim-counted-gone", values: {} });
  });

  it.each([
    ["without calls", { without: "voice" }],
    ["with another SIM in the hand", { from: "mts" }],
    ["where nothing is lost", { topic: "general-support" }],
  ])("%s there is none beside the answer", (_, facts) => {
    expect(answer(facts).otherPhone).toBeNull();
  });
});

const caller = (place: string, line = "own") => ({ place, line }) as Caller;
const gridOf = (...callers: (Caller | null)[]): Grid => ({ dimensions: [], callers });
const topic = (ownLine: string) => ({ id: "lost", ownLine }) as Topic;

it("where the network may be gone, another phone's number stands beside the answer and nothing is said of a lost SIM", () => {
  const { otherPhone, notices } = answer({ topic: "no-service" });
  expect(otherPhone).toMatchObject({ channel: { display: { ru: "8 800 550-05-00" } }, verdict: "proven" });
  expect(notices).toEqual([]);
});

describe("the same people with another phone", () => {
  it("hold a landline in Russia and a foreign one abroad", () => {
    const grid = gridWithOtherPhone(gridOf(caller("home"), null, caller("russia"), caller("abroad")), topic("none"));
    expect(grid?.callers.map((one) => one?.line ?? null)).toEqual(["landline", null, "landline", "foreign"]);
  });

  it("are nobody where some have another line, or where the SIM works", () => {
    expect(gridWithOtherPhone(gridOf(caller("home"), caller("home", "landline")), topic("none"))).toBeNull();
    expect(gridWithOtherPhone(gridOf(caller("home")), topic("ok"))).toBeNull();
  });
});
