/** What the directory says to dial abroad beside what public lists say: agreement counted list by list, over every country and service. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../support/run.js";

type Service = "police" | "ambulance" | "fire";
const SERVICES: readonly Service[] = ["police", "ambulance", "fire"];
type Numbers = Record<Service, readonly string[]>;

/** By list, by country. */
const LISTS = new Map<string, Map<string, Numbers>>();
for (const line of readFileSync("tests/fixtures/emergency-lists.csv", "utf8").split("\n")) {
  if (line === "" || line.startsWith("#")) continue;
  const [country = "", list = "", ...cells] = line.split(";");
  const [police, ambulance, fire] = cells.map((cell) => cell.split(" ").filter((one) => one !== ""));
  const lists = LISTS.get(list) ?? new Map<string, Numbers>();
  LISTS.set(list, lists.set(country, { police: police ?? [], ambulance: ambulance ?? [], fire: fire ?? [] }));
}

const COUNTRIES = [...new Set([...LISTS.values()].flatMap((list) => [...list.keys()]))].sort();

/** Where Russians go most. */
const DESTINATIONS =
  "TR EG AE TH CN KZ GE AM VN MV UZ KG BY RS ME IN LK ID CU DO IL KR JP MN AZ TJ TN MA ES IT FR GR CY BG FI HU".split(
    " ",
  );

interface Channel {
  dial: string;
  label: string;
  reachability: { verdict: string };
}

const NAMED: Record<Service, RegExp> = { police: /police/i, ambulance: /ambulance/i, fire: /fire/i };
const ours = new Map<string, Numbers>();
const first = new Map<string, string | null>();

beforeAll(async () => {
  const input = COUNTRIES.map((country) => JSON.stringify({ ref: country, topic: "emergency", country })).join("\n");
  const { out } = await run(["batch", "--lang", "en"], { input });
  for (const line of out.trim().split("\n")) {
    const { query, result } = JSON.parse(line) as {
      query: { ref: string };
      result: { primary: string | null; channels: Channel[] };
    };
    const proven = result.channels.filter(({ reachability }) => reachability.verdict === "proven");
    const of = (service: Service) => proven.filter(({ label }) => NAMED[service].test(label)).map(({ dial }) => dial);
    ours.set(query.ref, { police: of("police"), ambulance: of("ambulance"), fire: of("fire") });
    first.set(query.ref, result.primary);
  }
});

/** Cells of country and service in which both have a number. */
function agreement(list: string): { agree: number; differ: number } {
  const counted = { agree: 0, differ: 0 };
  for (const [country, theirs] of LISTS.get(list) ?? []) {
    for (const service of SERVICES) {
      const mine = ours.get(country)?.[service] ?? [];
      if (mine.length === 0 || theirs[service].length === 0) continue;
      counted[mine.some((number) => theirs[service].includes(number)) ? "agree" : "differ"]++;
    }
  }
  return counted;
}

describe("emergency numbers abroad", () => {
  it("of each of the commonest destinations are local ones, and there are numbers for far more countries", () => {
    expect(DESTINATIONS.filter((country) => !first.get(country))).toEqual([]);
    expect(DESTINATIONS).toHaveLength(36);
    expect([...first.values()].filter((primary) => primary !== null).length).toBeGreaterThanOrEqual(211);
  });

  it.each([
    ["aosp", { agree: 501, differ: 11 }],
    ["libphonenumber", { agree: 507, differ: 6 }],
    ["most", { agree: 357, differ: 31 }],
    ["katiasioufii", { agree: 134, differ: 29 }],
  ])("agree with %s as counted", (list, expected) => {
    expect(agreement(list)).toEqual(expected);
  });

  it("differ from what most lists name only where one number has replaced several, or the lists differ among themselves", () => {
    const differing = [...(LISTS.get("most") ?? [])].flatMap(([country, theirs]) =>
      SERVICES.filter((service) => {
        const mine = ours.get(country)?.[service] ?? [];
        return mine.length > 0 && theirs[service].length > 0 && !mine.some((one) => theirs[service].includes(one));
      }).map(() => country),
    );
    const known = "AR BO CI DM GT IN JM KN LC NG RE TR UG YE ZM ZW".split(" ");
    expect([...new Set(differing)].filter((country) => !known.includes(country))).toEqual([]);
  });
});
