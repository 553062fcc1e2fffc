/** What the directory rests on: how much of what people ask it proves, how old each page is, and what is due to be read again. */
import { describe, expect, it } from "vitest";
import { OPERATORS } from "../support/authored.js";
import { json, run } from "../support/run.js";

interface Covered {
  operator: string;
  subscriber: string;
  situations: number;
  proven: number;
  official: number;
  corroborated: number;
  reported: number;
  share: number;
}
interface Sources {
  parties: { party: string }[];
  coverage: Covered[];
  stale: { party: string; id: string; checkedOn: string; days: number }[];
}

async function sources(...args: string[]): Promise<Sources> {
  const { document } = await json(["sources", ...args]);
  return document.result as unknown as Sources;
}

const YEAR_LATER = "2027-11-29";

describe.concurrent("coverage", () => {
  it("counts personal and corporate customers of every operator, by the grade of what answers first", async () => {
    const { coverage } = await sources();
    const operators = OPERATORS.map(({ id }) => id);
    expect(new Set(coverage.map(({ operator }) => operator))).toEqual(new Set(operators));
    for (const { situations, proven, official, corroborated, reported, share } of coverage) {
      expect(official + corroborated + reported).toBe(proven);
      expect(proven).toBeLessThanOrEqual(situations);
      expect(share).toBeCloseTo(proven / situations, 3);
    }
  });

  it("is what route says: a sample of one operator's situations", async () => {
    const { coverage } = await sources("sbermobile");
    const corporate = coverage.find(({ subscriber }) => subscriber === "corporate");
    const { document } = await json(["route", "-o", "sbermobile", "-s", "corporate", "-f", "own", "-r", "home"]);
    expect(corporate?.proven).toBe(0);
    expect(document.result?.primary).toBeNull();
  });

  it("stands on the operator's page, with the days it was read", async () => {
    const { out } = await run(["sources", "megafon", "--lang", "ru"]);
    expect(out).toMatch(/^МегаФон\n {2}Источники читали 2\d\.11\.2026(?:–2\d\.11\.2026)?\.\n {2}Личные номера: /);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/Корпоративные номера: в \d+ % случаев/);
  });
});

describe.concurrent("the party asked about", () => {
  it.each([
    [" STEAM", "steam"],
    ["Мегафон", "megafon"],
  ])("is found as %j", async (given, id) => {
    expect((await sources(given)).parties.map(({ party }) => party)).toEqual([id]);
  });

  it.each([
    ["steem", "steam"],
    ["мегафонн", "megafon"],
  ])("is looked for among everybody: %s", async (given, near) => {
    const { code, document } = await json(["sources", given]);
    const { problem } = document;
    expect({ code, problem: problem.code, hints: problem.hints }).toEqual({
      code: 2,
      problem: "unknown-operator",
      hints: [near],
    });
    expect(problem.allowed).toContain("steam");
    expect(problem.detail).toContain(given);
  });
});

describe.concurrent("what is stale", () => {
  it("is nothing on the day of the newest reading, all of it a year later, the worst first", async () => {
    expect((await sources("--stale", "180", "--as-of", "2026-11-29")).stale).toEqual([]);
    const { stale, parties } = await sources("--stale", "180", "--as-of", YEAR_LATER);
    expect(parties).toEqual([]);
    expect(stale.length).toBeGreaterThan(300);
    const days = stale.map((one) => one.days);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(stale[0]).toMatchObject({ checkedOn: "2026-11-22", days: 372 });
    expect(stale.at(-1)?.days).toBeGreaterThanOrEqual(180);
  });

  it("counts the day itself, and of one day the older sources come first", async () => {
    const { stale } = await sources("--stale", "372", "--as-of", YEAR_LATER);
    expect(new Set(stale.map(({ days }) => days))).toEqual(new Set([372]));
    const dates = new Map(
      OPERATORS.flatMap(({ channels }) => channels).map(({ id, sources }) => [
        id,
        sources.map(({ date }) => date ?? ""),
      ]),
    );
    const newest = stale.flatMap(({ id }) => [...(dates.get(id) ?? [])].sort().slice(-1));
    expect(new Set(newest).size).toBeGreaterThan(5);
    expect(newest).toEqual([...newest].sort());
  });

  it("is asked of one party too, and said in words", async () => {
    const { stale } = await sources("mts", "--stale", "1", "--as-of", YEAR_LATER);
    expect(new Set(stale.map(({ party }) => party))).toEqual(new Set(["mts"]));
    const { out } = await run(["sources", "mts", "--stale", "1", "--as-of", YEAR_LATER, "--lang", "ru"]);
    expect(out).toMatch(/читали 22\.11\.2026, 372 дн\. назад/);
    expect((await run(["sources", "--stale", "9999", "--lang", "ru"])).out).toBe("Всё читали позже.\n");
  });

  it.each(["", "x", "-1", "1.5"])("wants a number of days, not %j", async (given) => {
    expect((await run(["sources", "--stale", given])).code).toBe(2);
  });
});

it("every card says from which days its numbers are", async () => {
  for (const { id } of OPERATORS) {
    const { out } = await run(["contacts", id, "--lang", "ru"]);
    expect(out, id).toMatch(/по источникам на 2\d\.11\.2026(?:–2\d\.11\.2026)?, звонком не\s+проверено/);
  }
});
