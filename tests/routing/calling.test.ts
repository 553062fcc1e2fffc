/** Who cannot call from where they are is told why not, and what somebody in Russia can call for them. */
import { expect, it } from "vitest";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { given } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const directory = realDirectory();
const answer = (facts: Record<string, string>) => route(directory, given(facts), parseMoment(SWEEP_DAY));
const PERSONAL = { subscriber: "personal", service: "mobile" };

it.each([
  [
    "a stolen phone abroad, a local phone",
    { operator: "beeline", from: "foreign", roaming: "abroad", topic: "lost-phone-or-sim" },
    "none-answers-here",
    "8 800 700-06-11",
  ],
  [
    "abroad with a number that answers",
    { operator: "megafon", from: "mts", roaming: "abroad" },
    null,
    "8 800 550-05-00",
  ],
  [
    "no phone, only the internet",
    { operator: "mts", from: "internet", roaming: "home" },
    "none-answers-here",
    "8 800 250-08-90",
  ],
  [
    "an operator whose number nobody could source",
    { operator: "tmobile", from: "own", roaming: "home" },
    "no-number-known",
    undefined,
  ],
  [
    "a matter for the office",
    { operator: "mts", from: "own", roaming: "home", topic: "sim-replacement" },
    "not-by-phone",
    undefined,
  ],
  ["at home with the own SIM", { operator: "mts", from: "own", roaming: "home" }, null, undefined],
  [
    "whoever does not talk",
    { operator: "mts", from: "internet", roaming: "home", without: "voice" },
    null,
    "8 800 250-08-90",
  ],
  ["an emergency", { from: "own", roaming: "abroad", topic: "emergency" }, null, undefined],
] as const)("%s", (_, facts, noCall, number) => {
  const found = answer({ ...PERSONAL, ...facts });
  expect([found.noCall, found.viaSomeone?.channel.display.ru]).toEqual([noCall, number]);
});

it("says it of the usual case where facts are left out", () => {
  const { noCall, viaSomeone } = answer({ operator: "beeline", topic: "lost-phone-or-sim", roaming: "abroad" });
  expect([noCall, viaSomeone?.channel.display.ru]).toEqual(["none-answers-here", "8 800 700-06-11"]);
  expect(answer({ operator: "beeline", topic: "lost-phone-or-sim" }).viaSomeone).toBeNull();
  expect(answer({ topic: "lost-phone-or-sim", roaming: "abroad" }).viaSomeone).toBeNull();
});
