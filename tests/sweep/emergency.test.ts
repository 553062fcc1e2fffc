/** Emergency needs nothing, refuses nobody, and abroad never pretends that a Russian number works. */
import { describe, expect, test } from "vitest";
import { route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { FROM, given, OPERATOR_IDS, SUBSCRIBERS } from "../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

const directory = realDirectory();
const emergency = (facts: Record<string, string>) =>
  route(directory, given({ topic: "emergency", ...facts }), parseMoment(SWEEP_DAY));
const first = ({ channels }: ReturnType<typeof emergency>) => channels[0];
const displays = ({ channels }: ReturnType<typeof emergency>) => channels.map((one) => one.channel.display.ru);
const RUSSIAN_ONLY = ["101", "102", "103", "104", "01", "02", "03", "04"];

describe("in Russia", () => {
  test("with no fact at all 112 is first, proven and free, and nothing is asked", () => {
    const answer = emergency({});
    expect(first(answer)).toMatchObject({
      channel: { dial: "112", kind: "voice" },
      verdict: "proven",
      cost: { class: "free" },
    });
    expect(answer).toMatchObject({ complete: true, needs: [], primary: "emergency.voice.112" });
  });

  test.each(["home", "russia"])("every line, operator and subscriber gets the same numbers at %s", (roaming) => {
    const proven = new Set<string>();
    for (const operator of OPERATOR_IDS)
      for (const subscriber of SUBSCRIBERS)
        for (const from of FROM) {
          const { channels } = emergency({ operator, subscriber, from, roaming });
          const certain = channels.filter((one) => one.verdict === "proven" && !one.channel.dial?.startsWith("0"));
          proven.add(certain.map((one) => `${one.channel.kind} ${one.channel.dial}`).join(", "));
        }
    expect([...proven]).toEqual(["voice 112, voice 101, voice 102, voice 103, voice 104, sms 112"]);
  });

  test("without a phone nothing is left out that a borrowed phone would reach", () => {
    const lineless = emergency({ from: "internet", roaming: "home" });
    const withPhone = emergency({ from: "landline", roaming: "home" });
    expect(lineless.rejected.map((one) => one.channel.id)).toEqual(withPhone.rejected.map((one) => one.channel.id));
  });

  test("the old two-digit numbers are certain from a landline only", () => {
    const verdict = (from: string) =>
      emergency({ from, roaming: "home" }).channels.find((one) => one.channel.dial === "01")?.verdict;
    expect({ landline: verdict("landline"), own: verdict("own") }).toEqual({ landline: "proven", own: "unproven" });
  });

  test("another country's numbers are not offered", () => {
    expect(displays(emergency({ roaming: "home" }))).not.toContain("911");
  });
});

describe("abroad", () => {
  test.each([
    ["US", "911"],
    ["DE", "112"],
    ["FI", "112"],
  ])("in %s the sourced local number %s is first and proven", (country, number) => {
    for (const facts of [
      { country },
      { country, roaming: "abroad" },
      { country, roaming: "abroad", from: "internet" },
    ]) {
      const answer = emergency(facts);
      expect(first(answer)).toMatchObject({ channel: { dial: number, kind: "voice" }, verdict: "proven" });
      expect(answer.primary).toBe(first(answer)?.channel.id);
    }
  });

  test.each([
    ["a country no source speaks of", { roaming: "abroad", country: "AQ" }],
    ["a country no source speaks of, without saying abroad", { country: "AQ" }],
    ["an unknown country", { roaming: "abroad" }],
    ["an unknown country and no phone", { roaming: "abroad", from: "internet" }],
  ])("in %s 112 is first, unproven, and said not to be valid everywhere", (_, facts) => {
    const answer = emergency(facts);
    expect(first(answer)).toMatchObject({ channel: { dial: "112", kind: "voice" }, verdict: "unproven" });
    expect(answer.primary).toBeNull();
    expect(answer.notices.map((one) => one.code)).toContain("emergency-not-everywhere");
  });

  test.each(["US", "DE", "TR", ""])("no number of another country is offered in %j", (country) => {
    const answer = emergency({ roaming: "abroad", ...(country && { country }) });
    const foreign = country === "DE" || country === "TR" ? [...RUSSIAN_ONLY, "911"] : RUSSIAN_ONLY;
    expect(displays(answer).filter((display) => foreign.includes(display))).toEqual([]);
    expect(answer.channels.filter((one) => one.channel.kind === "sms")).toEqual([]);
  });
});
