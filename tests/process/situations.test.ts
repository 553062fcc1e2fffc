import { describe, expect, it } from "vitest";
import { type Channel, json } from "../support/run.js";

const MEGAFON = ["route", "-o", "megafon"];
const dialled = ({ dial, e164, uri }: Channel): string[] => [dial, e164, uri].flatMap((one) => one ?? []);

async function answer(args: readonly string[]) {
  const { code, document } = await json(args);
  const { result } = document;
  return { code, document, result, primary: result.channels.find((one) => one.id === result.primary) };
}

describe.concurrent("the channel that answers", () => {
  it.each([
    ["from another operator's SIM at home", "-f mts -r home -s personal", "88005500500"],
    ["from an own SIM at home", "-f own -r home -s personal", "0500"],
    ["for a company from its own SIM", "-f own -r home -s corporate", "0555"],
    ["for a company from another operator's SIM", "-f beeline -r home -s corporate", "88005500555"],
    ["about the online store", "-f own -r home -s personal -t online-store", "88005505858"],
    ["from abroad", "-f own -r abroad -s personal", "+79261110500"],
    ["from abroad with a foreign SIM", "-f foreign -r abroad -s personal", "+79261110500"],
  ])("%s", async (_, facts, dial) => {
    const { code, result, primary } = await answer([...MEGAFON, ...facts.split(" ")]);
    expect({ code, complete: result.complete, needs: result.needs }).toEqual({ code: 0, complete: true, needs: [] });
    expect(primary).toMatchObject({ dial, kind: "voice", reachability: { verdict: "proven" } });
    expect(result.channels[0]?.id).toBe(primary?.id);
  });

  it("lists the conflict about the number for calls from abroad, with nothing to dial in it", async () => {
    const { primary } = await answer([...MEGAFON, "-f", "own", "-r", "abroad", "-s", "personal"]);
    expect(primary?.conflicts.length).toBeGreaterThan(0);
    for (const candidate of primary?.conflicts.flatMap((conflict) => conflict.candidates) ?? []) {
      expect(Object.keys(candidate).sort()).toEqual(["channel", "text"]);
    }
  });

  it.each(["", "-t online-store"])("offers no 8 800 number from abroad %s", async (topic) => {
    const { result } = await answer([...MEGAFON, "-r", "abroad", ...topic.split(" ").filter(Boolean)]);
    const values = [...result.channels, ...result.escalation].flatMap(dialled);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => /^(tel:)?(8|\+?7)800/.test(value))).toEqual([]);
  });

  it("offers no voice, SMS or USSD over the internet", async () => {
    const { result } = await answer([...MEGAFON, "-f", "internet"]);
    const kinds = [...result.channels, ...result.escalation].map((channel) => channel.kind);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => ["voice", "sms", "ussd"].includes(kind))).toEqual([]);
  });

  it.each([
    ["en", "office", "passport"],
    ["ru", "офис", "паспорт"],
  ])("says in %s that a SIM is replaced in an office with a passport", async (lang, office, passport) => {
    const { result } = await answer([...MEGAFON, "-t", "sim-replacement", "--lang", lang]);
    const limits = result.limits.map((limit) => limit.text);
    expect(limits.filter((text) => text.includes(office) && text.includes(passport)).length).toBeGreaterThan(0);
  });
});

describe.concurrent("facts left out", () => {
  it("are named, most narrowing first, and no primary is guessed", async () => {
    const { code, result } = await answer(["route"]);
    expect(code).toBe(0);
    expect(result).toMatchObject({ complete: false, primary: null });
    expect(result.needs[0]).toBe("operator");
  });

  it("never give one operator's number to the customers of another", async () => {
    const { result } = await answer(["route"]);
    const mixed = result.channels.filter(
      ({ operator, conditions }) =>
        operator !== null &&
        conditions.some((condition) => condition.operator?.some((whose) => whose !== operator) ?? true),
    );
    expect(mixed.map((channel) => channel.id)).toEqual([]);
  });
});

describe.concurrent("emergency", () => {
  it.each([
    ["in Russia", [], "112", "proven"],
    ["with no phone of one's own", ["-f", "internet"], "112", "proven"],
    ["in Germany", ["--country", "DE"], "112", "proven"],
    ["in the United States", ["--country", "US"], "911", "proven"],
    ["abroad", ["-r", "abroad"], "112", "unproven"],
    ["in a country no source names", ["--country", "AQ"], "112", "unproven"],
    ["in a country by its name", ["--country", "Египет"], "123", "proven"],
    ["in a country misspelt", ["--country", "Егепет"], "123", "proven"],
    ["in a country nobody knows", ["--country", "Тюрляндия"], "112", "unproven"],
    ["in Russia by its code", ["--country", " ru"], "112", "proven"],
  ])("%s", async (_, facts, dial, verdict) => {
    const { code, result } = await answer(["emergency", ...facts]);
    expect(code).toBe(0);
    expect(result.channels[0]).toMatchObject({ dial, reachability: { verdict } });
  });

  it("says which country is not known, and takes Russia for home", async () => {
    const home = (await answer(["emergency", "--country", "RU"])).document.query.facts.roaming;
    expect(home).toEqual({ value: "home", from: "derived" });
    const { document } = await answer(["emergency", "--country", "Тюрляндия", "--lang", "en"]);
    expect(document.notices.map(({ code }) => code)).toEqual(["country-not-known", "emergency-not-everywhere"]);
    expect(document.notices[0]?.text).toContain("Тюрляндия");
    const number = (await answer(["emergency", "--country", "8 926 111-05-00"])).document.notices[0]?.text;
    expect(number).toContain("8 926 ***-**-**");
  });

  it.each([
    [["-r", "mars"], "unknown-value"],
    [["--country", "DE", "-r", "mars"], "unknown-value"],
    [["--country", "DE", "-r", "home"], "contradictory-facts"],
  ])("refuses what cannot be: %j", async (facts, problem) => {
    const { code, document } = await json(["emergency", ...facts]);
    expect([code, document.problem.code]).toEqual([2, problem]);
  });

  it("warns abroad that 112 is not valid in every country", async () => {
    const { document } = await answer(["emergency", "-r", "abroad"]);
    expect(document.notices.map((notice) => notice.code)).toContain("emergency-not-everywhere");
  });
});
