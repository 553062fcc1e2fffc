/** What is known of a value, asked of a small made-up directory and plan: who has it, what is passed over, what was probably meant. */
import { describe, expect, it } from "vitest";
import { directoryOf } from "../../src/directory/load.js";
import type { NumberingPlan, RangeTable } from "../../src/directory/numbering-types.js";
import type { Channel, Conflict, Directory, NeverOffered, Party, ValueIndex } from "../../src/directory/types.js";
import { readForeign } from "../../src/numbering/foreign.js";
import { FREE } from "../../src/numbering/ranges.js";
import { LONGEST } from "../../src/numbering/spelling.js";
import { type Use, verdictOf } from "../../src/numbering/uses.js";
import { type Asker, NEEDS_FOREIGN, whose } from "../../src/numbering/whose.js";
import type { WithdrawnStatus } from "../../src/vocabulary/numbers.js";

const text = (en: string) => ({ ru: `по-русски ${en}`, en });

const channel = (id: string, parts: Partial<Channel> = {}) =>
  ({
    id,
    label: text(`label of ${id}`),
    status: "current",
    grade: "official",
    kind: "voice",
    checkedOn: "2026-11-01",
    sources: [],
    conflicts: [],
    ...parts,
  }) as unknown as Channel;

const conflict = (id: string, chosen: string[]) =>
  ({
    id,
    question: text(`question of ${id}`),
    why: text(`why ${id}`),
    chosen,
    checkedOn: "2026-11-02",
  }) as unknown as Conflict;

const never = (id: string, status: WithdrawnStatus, instead: string | null) =>
  ({
    id,
    status,
    claim: text(`claim of ${id}`),
    why: text(`why ${id}`),
    instead,
    sources: [],
    topics: [],
    values: [],
  }) as NeverOffered;

const PARTY = {
  id: "acme",
  type: "operator",
  name: text("Acme"),
  channels: [
    channel("acme.main", { conflicts: ["number"] }),
    channel("acme.other", { status: "disputed", conflicts: ["number"] }),
    channel("acme.old", { status: "disputed" }),
    channel("acme.maybe", { status: "unconfirmed" }),
  ],
  conflicts: [conflict("number", ["acme.main"]), conflict("unrelated", ["acme.maybe"])],
} as unknown as Party;
const BANK = {
  id: "bank",
  type: "bank",
  name: text("Bank"),
  channels: [channel("bank.main")],
  conflicts: [],
} as unknown as Party;

const use = (id: string, role: "channel" | "conflict" | "never-offered" = "channel", exact = true) =>
  ({ party: id.split(".")[0] === "bank" ? "bank" : "acme", role, id, exact }) as const;

const VALUES: ValueIndex = {
  "0500": [use("acme.main")],
  "0501": [use("acme.other")],
  "0502": [use("acme.old")],
  "0503": [use("number", "conflict")],
  "0504": [use("wrong", "never-offered")],
  "0505": [use("lone", "never-offered"), use("acme.maybe")],
  "0506": [use("acme.main", "channel"), use("wrong", "never-offered", false)],
  "0507": [use("wrong", "never-offered"), use("number", "conflict", false)],
  "0508": [use("stray", "never-offered", false), use("gone", "never-offered", false)],
  "0509": [use("bank.main")],
  "+78005500500": [use("acme.main")],
  "+78005500600": [use("acme.main")],
  "+78005500501": [use("wrong", "never-offered")],
  "+79261110500": [use("acme.main")],
  "+4930123456": [use("acme.main")],
  "*100#": [use("acme.main")],
  "#101#": [use("acme.main")],
  "*102#": [use("wrong", "never-offered")],
  "*144*{number}#": [use("acme.main")],
  '"стопна5051': [use("lone", "never-offered")],
  '"стоп5051все': [use("lone", "never-offered")],
  "~8800550050": [use("wrong", "never-offered")],
  "~8123": [use("wrong", "never-offered")],
  "~880055005": [use("wrong", "never-offered")],
};

const NEVER: NeverOffered[] = [
  never("wrong", "refuted", "acme.main"),
  never("lone", "stale", null),
  never("stray", "stale", "nobody.main"),
  never("gone", "refuted", "bank.main"),
];

const parties: Record<string, Party> = { acme: PARTY, bank: BANK };
const DIRECTORY = {
  parties: Object.values(parties),
  party: (id: string) => parties[id] && { ...parties[id], neverOffered: NEVER },
  values: () => VALUES,
} as unknown as Directory;

const TABLE = {
  register: {},
  starts: Uint32Array.of(0),
  owners: Uint16Array.of(FREE),
  holders: [],
  regions: [],
  regionSets: [],
} as unknown as RangeTable;
const PLAN = {
  areaCodes: {},
  services: [{ codes: ["+7800"], kind: "toll-free", text: text("free of charge") }],
  shortNumbers: [],
  phoneCodes: [],
  specialServices: { text: text("special services") },
} as unknown as NumberingPlan;

const asker = (): Asker => ({ table: TABLE, plan: PLAN, directory: DIRECTORY, foreign: readForeign });

function said(given: string) {
  const answer = whose(given, asker());
  if (answer === NEEDS_FOREIGN) throw new Error("nothing reads numbers of other countries");
  return answer;
}

function usesFor(given: string): readonly Use[] {
  const answer = said(given);
  if ("form" in answer) throw new Error(`${given}: ${answer.fault}`);
  return answer.uses;
}

const shown = ({ owner, claim, status, why, instead, conflicts, exact }: Use) => ({
  owner: owner.party,
  operator: owner.operator,
  claim: claim.en,
  status,
  why: why?.en ?? null,
  instead: instead.map(({ id }) => id),
  conflicts: conflicts.map(({ id }) => id),
  exact,
});

const MAIN = {
  owner: "acme",
  operator: true,
  claim: "label of acme.main",
  status: "current",
  why: null,
  instead: [],
  conflicts: ["number"],
  exact: true,
};
const WRONG = {
  ...MAIN,
  claim: "claim of wrong",
  status: "refuted",
  why: "why wrong",
  instead: ["acme.main"],
  conflicts: [],
};
const LONE = { ...WRONG, claim: "claim of lone", status: "stale", why: "why lone", instead: [] };

describe("a value", () => {
  it.each<[string, object[]]>([
    ["0500", [MAIN]],
    [
      "0501",
      [{ ...MAIN, claim: "label of acme.other", status: "disputed", why: "why number", instead: ["acme.main"] }],
    ],
    ["0502", [{ ...MAIN, claim: "label of acme.old", status: "disputed", conflicts: [] }]],
    ["0503", [{ ...MAIN, claim: "question of number", status: "disputed", why: "why number", instead: ["acme.main"] }]],
    ["0504", [WRONG]],
    ["0505", [{ ...MAIN, claim: "label of acme.maybe", status: "unconfirmed", conflicts: [] }, LONE]],
    ["0506", [MAIN, { ...WRONG, exact: false }]],
    [
      "0508",
      [
        // What stands in its place belongs to nobody here, and to a party that is no operator.
        { ...LONE, claim: "claim of stray", why: "why stray", exact: false },
        { ...WRONG, claim: "claim of gone", why: "why gone", instead: ["bank.main"], exact: false },
      ],
    ],
    ["0509", [{ ...MAIN, owner: "bank", operator: false, claim: "label of bank.main", conflicts: [] }]],
    ["7777", []],
    ["+49 30 123456", [MAIN]],
    ["*144*9261110500#", [MAIN]],
    ["стоп на 5051", [LONE]],
    ["8800 550050", [WRONG]],
  ])("%s is known as %j", (given, expected) => {
    expect(usesFor(given).map(shown)).toEqual(expected);
  });

  it.each([
    ["0500", "known"],
    ["0501", "disputed"],
    ["0504", "refuted"],
    ["0505", "known"],
    ["0506", "known"],
    // The number itself is refuted; that another line mentions it changes nothing.
    ["0507", "refuted"],
    ["0508", "stale"],
    ["7777", "unknown"],
    ["8 800 550-05-01", "refuted"],
    ["8 800 999-99-99", "unknown"],
    ["8 926 999-99-99", null],
  ])("%s is %s", (given, verdict) => {
    expect(said(given)).toMatchObject({ verdict });
  });

  it("is as good as its best use, in whatever order they stand", () => {
    const [main] = usesFor("0500");
    const [wrong] = usesFor("0504");
    if (!main || !wrong) throw new Error("not found");
    const mentioned = { ...main, exact: false };
    expect(verdictOf([wrong, main])).toBe("known");
    expect(verdictOf([main, wrong])).toBe("known");
    expect(verdictOf([mentioned, wrong])).toBe("refuted");
    expect(verdictOf([{ ...wrong, exact: false }, mentioned])).toBe("known");
    expect(verdictOf([])).toBeNull();
  });
});

describe("what kind it is", () => {
  it.each([
    ["стоп на 5051", "instruction", "стоп на 5051"],
    [" «стоп» 5051 всё ", "instruction", "«стоп» 5051 всё"],
    ["8800 550050", "malformed", "8800 550050"],
    ["812-3", "short", "8123"],
    ["a8123", "malformed", "a8123"],
    ["8800 55005", "malformed", "8800 55005"],
    ["*144*{number}#", "ussd", "*144*number#"],
    ["0500", "short", "0500"],
  ])("%j is %s", (given, kind, display) => {
    expect(said(given)).toMatchObject({ kind, display });
  });

  it("a full number with a plus is never taken for broken digits", () => {
    expect(said("+8800550050")).toMatchObject({ kind: "foreign", country: "BD", uses: [] });
  });

  it("a special service is one of which nothing else is known", () => {
    expect(said("199")).toMatchObject({ kind: "short", service: { en: "special services" } });
    expect(said("0500")).toMatchObject({ service: null });
    expect(said("8 800 550-05-00")).toMatchObject({ service: { en: "free of charge" }, kind: "toll-free" });
  });
});

describe("what was probably meant", () => {
  it.each<[string, string, string[]]>([
    ["100#", "bad-code", ["*100#"]],
    ["*100", "bad-code", ["*100#"]],
    ["**100", "bad-code", ["*100#"]],
    ["100##", "bad-code", ["*100#"]],
    ["101#", "bad-code", ["#101#"]],
    ["101*", "bad-code", ["#101#"]],
    // A code that is wrong is not put forward.
    ["102#", "bad-code", []],
    ["144*1", "bad-code", []],
    // One digit lost, of numbers that are known to work.
    ["8 926 111-05-0", "missing-digit", ["+7 926 111-05-00"]],
    ["+7 926 111-05-0", "missing-digit", ["+7 926 111-05-00"]],
    ["926 111-05-0", "too-short", ["+7 926 111-05-00"]],
    ["92611105", "too-short", []],
    ["8 926 222-05-0", "missing-digit", []],
    ["8 800 550-06-0", "missing-digit", ["8 800 550-06-00"]],
    // Of 8 800 550-05-01, which is found wrong.
    ["8 800 550-50-1", "missing-digit", []],
    ["+900", "plus-short", ["900"]],
    ["8 92б 111-05-00", "letters", ["+7 926 111-05-00"]],
    ["+8 345 123-45-67", "not-valid", ["+7 345 123-45-67"]],
    ["8+7 926 111 05 00", "not-valid", ["+7 926 111-05-00"]],
    ["8 +7 926 111 05 00", "not-valid", ["+7 926 111-05-00"]],
    ["+7 8 926 111 05 00", "too-long", ["+7 926 111-05-00"]],
    ["011 7 926 111 05 00", "too-long", ["+7 926 111-05-00"]],
    ["+999 123 456 789", "not-valid", []],
    ["999123456789123", "too-long", []],
    ["99912345678", "not-valid", []],
    ["999123456789", "too-long", []],
    [`0500${" ".repeat(LONGEST - 3)}`, "too-long", []],
  ])("%j is %s: %j", (given, fault, meant) => {
    expect(said(given)).toEqual({ form: "fault", fault, meant });
  });

  it("as long as anything is read, it is answered", () => {
    expect(said(`0500${" ".repeat(LONGEST - 4)}`)).toMatchObject({ kind: "short" });
    expect(said(`8 926 111-05-00${" ".repeat(LONGEST - 15)}`)).toMatchObject({ e164: "+79261110500" });
  });
});

describe("an asker", () => {
  it("opens the values once, and only when they are wanted", () => {
    let opened = 0;
    const values = () => {
      opened += 1;
      return VALUES;
    };
    const directory = directoryOf(DIRECTORY, { ...DIRECTORY, values });
    const one = { table: TABLE, plan: PLAN, directory, foreign: null };
    expect(opened).toBe(0);
    expect(whose("+49 30 123456", one)).toBe(NEEDS_FOREIGN);
    expect(opened).toBe(0);
    whose("0500", one);
    whose("0501", one);
    expect(opened).toBe(1);
  });
});
