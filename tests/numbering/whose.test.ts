/** Whose number it is, asked of the room itself: what cli/whose.test.ts shows on the screen for a few is held here for every kind. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTable } from "../../src/directory/openers.js";
import { PLAN, readStored } from "../../src/directory/stored.js";
import { readForeign } from "../../src/numbering/foreign.js";
import type { Fault } from "../../src/numbering/spelling.js";
import { type Answered, type Asker, NEEDS_FOREIGN, whose } from "../../src/numbering/whose.js";
import { realDirectory } from "../support/real-directory.js";

let asker: Asker;
beforeAll(() => {
  asker = {
    table: loadTable("dist/numbering"),
    plan: readStored("dist/numbering", PLAN),
    directory: realDirectory(),
    foreign: readForeign,
  };
});

function answer(text: string): Answered {
  const said = whose(text, asker);
  if (typeof said !== "object" || "form" in said) throw new Error(`${text}: ${JSON.stringify(said)}`);
  return said;
}

function fault(text: string): Fault {
  const said = whose(text, asker);
  if (typeof said !== "object" || !("form" in said)) throw new Error(`${text}: ${JSON.stringify(said)}`);
  return said;
}

const PLAIN = { extension: null, assignment: null, assigned: null, country: null, service: null };

describe("what a number is", () => {
  it.each<[string, Partial<Answered>]>([
    [
      "+79261110500",
      { kind: "mobile", display: "+7 926 111-05-00", e164: "+79261110500", assigned: true, country: "RU" },
    ],
    ["8 926 111 05 00 доб. 12", { kind: "mobile", e164: "+79261110500", extension: "12", assigned: true }],
    [
      "8 800 550-05-00",
      {
        ...PLAIN,
        kind: "toll-free",
        display: "8 800 550-05-00",
        country: "RU",
        verdict: "known",
        service: expect.anything(),
      },
    ],
    ["88000000000", { kind: "toll-free", verdict: "unknown", uses: [] }],
    ["88091234567", { kind: "premium", verdict: "unknown", service: expect.anything() }],
    ["88081234567", { kind: "personal", verdict: null, service: expect.anything() }],
    ["+74951234567", { ...PLAIN, kind: "landline", country: "RU", verdict: null, uses: [] }],
    ["4951234567", { kind: "landline", e164: "+74951234567" }],
    ["+71234567890", { ...PLAIN, kind: "unallocated", country: "RU", verdict: null, regions: [] }],
    ["+49 30 123456", { kind: "foreign", country: "DE", e164: "+4930123456", verdict: null, assigned: null }],
    ["0500", { ...PLAIN, kind: "short", display: "0500", e164: null, verdict: "known", regions: [] }],
    ["112", { kind: "short", verdict: "known" }],
    ["7730", { kind: "short", verdict: "unknown", uses: [], service: null }],
    ["*777*12#", { kind: "ussd", display: "*777*12#", verdict: "unknown", uses: [], e164: null }],
    ["*100#", { kind: "ussd", display: "*100#", verdict: "known" }],
    ["669", { kind: "short", verdict: "refuted" }],
    ["0628", { kind: "short", verdict: "disputed" }],
    ["000105", { kind: "short", verdict: "stale" }],
    ["8800 550050", { kind: "malformed", display: "8800 550050", verdict: "refuted" }],
    [" СТОП на 5051 ", { kind: "instruction", display: "СТОП на 5051", verdict: "stale" }],
    ["«стоп» to 5051", { kind: "instruction", verdict: "stale" }],
    ["+8 926 111-05-00", { kind: "mobile", e164: "+79261110500" }],
    ["8 10 49 30 123456", { kind: "foreign", country: "DE" }],
    ["+7 701 234-56-78", { kind: "foreign", country: "KZ" }],
    ["+800 1234 5678", { kind: "foreign", country: null }],
  ])("%s", (text, expected) => {
    expect(answer(text)).toMatchObject(expected);
  });

  it("a landline's region is that of its code, and nobody else's", () => {
    expect(answer("+7 843 123-45-67").regions.map(({ id }) => id)).toEqual(["tatarstan"]);
    expect(answer("+7 926 111-05-00").regions.map(({ id }) => id)).toEqual(["moscow", "moscow-oblast"]);
  });

  it("a mobile number nobody was given is nobody's", () => {
    const [gap = ""] = readFileSync("tests/fixtures/register-gaps.csv", "utf8").split(";");
    expect(answer(gap)).toMatchObject({
      kind: "mobile",
      assigned: false,
      assignment: null,
      regions: [],
      verdict: null,
    });
  });

  it.each([
    ["100", true],
    ["15555", true],
    ["10", false],
    ["155555", false],
    ["2100", false],
  ])("a short number nobody is known to have, %s, is of the special services: %s", (digits, special) => {
    const said = answer(digits);
    if (said.uses.length === 0) expect(said.service !== null).toBe(special);
    else expect(said.service).toBeNull();
  });

  it("a full number of the directory is known however it is written", () => {
    for (const text of ["+7 926 111-05-00", "89261110500", "8 926 111 05 00 ext 5"]) {
      expect(answer(text).uses.map(({ channel }) => channel?.id)).toContain("megafon.voice.abroad");
    }
  });

  it("numbers of other countries wait until somebody has loaded what reads them", () => {
    const alone = { ...asker, foreign: null };
    expect(whose("+49 30 123456", alone)).toBe(NEEDS_FOREIGN);
    expect(whose("+7 926 111-05-00", alone)).toMatchObject({ kind: "mobile" });
  });
});

describe("what is known of a value", () => {
  it("best first: what works, then what is in doubt, then what is wrong", () => {
    const order = ["current", "unconfirmed", "disputed", "not-established", "stale", "refuted"];
    for (const text of ["*100#", "0500", "611", "0628", "669", "000105", "0611", "900"]) {
      const places = answer(text).uses.map(({ status, exact }) => order.indexOf(status) + (exact ? 0 : order.length));
      expect(places, text).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it("a channel speaks with its own label, sources and check", () => {
    const [use] = answer("0500").uses;
    expect(use).toMatchObject({
      owner: { party: "megafon", operator: true, name: { ru: "МегаФон", en: "MegaFon" } },
      status: "current",
      kind: "voice",
      why: null,
      instead: [],
      exact: true,
    });
    expect(use?.claim).toEqual(use?.channel?.label);
    expect(use?.sources).toBe(use?.channel?.sources);
    expect(use?.conflicts.map(({ id }) => id)).toContain("short-number");
  });

  it("a disputed number says why it was passed over, and names what was chosen instead", () => {
    const use = answer("8 800 700-06-28").uses.find(({ status }) => status === "disputed");
    expect(use?.channel?.id).toBe("beeline.voice.corporate-toll-free");
    expect(use?.why?.en).toContain("0628");
    const instead = ["beeline.voice.short", "beeline.voice.toll-free"];
    expect(use?.instead.map(({ id }) => id)).toEqual(instead);
    const short = answer("0628").uses[0];
    expect(short).toMatchObject({ status: "disputed", channel: null, kind: null, grade: null, sources: [] });
    expect(short?.instead.map(({ id }) => id)).toEqual(instead);
    expect(short?.claim.en).toMatch(/Beeline/);
    expect(short?.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("a value found wrong or old says so, and what the directory has in its place", () => {
    const [wrong] = answer("669").uses;
    expect(wrong).toMatchObject({
      owner: { party: "t2" },
      status: "refuted",
      channel: null,
      checkedOn: null,
      conflicts: [],
    });
    expect(wrong?.why?.ru).toBeTruthy();
    expect(wrong?.instead.map(({ display }) => display.ru)).toEqual(["611"]);
    const [old] = answer("000105").uses;
    expect(old).toMatchObject({ status: "stale", owner: { party: "megafon" } });
  });

  it("the emergency number is of no operator, and a code of the phone itself is the phone's", () => {
    const owners = answer("112").uses.map(({ owner }) => owner.operator);
    expect(owners).not.toContain(true);
    const [code] = answer("*#06#").uses;
    expect(code).toMatchObject({
      owner: { party: null, operator: false, name: { en: "The phone itself" } },
      exact: true,
      instead: [],
      conflicts: [],
      channel: null,
    });
    expect(code?.why?.en).toBeTruthy();
  });

  it("a bank's short number is of nobody in the directory", () => {
    const [use] = answer("900").uses;
    expect(use).toMatchObject({ owner: { party: null, operator: false }, channel: null, why: null, exact: true });
    expect(use?.checkedOn).toMatch(/^\d{4}-/);
  });

  it("a code with somebody's number in it is the code the directory has", () => {
    const offered = Object.keys(asker.directory.values()).find((key) => /^\*\d+\*\{number\}#$/.test(key)) ?? "";
    const filled = answer(offered.replace("{number}", "9261110500"));
    expect(filled.uses.length).toBeGreaterThan(0);
    expect(filled.display).not.toMatch(/[{}]/);
    expect(answer(offered).display).toBe(offered.replace(/[{}]/g, ""));
  });
});

describe("what is no number", () => {
  it.each<[string, string, string[]]>([
    ["", "empty", []],
    ["abc", "letters", []],
    ["5", "too-short", []],
    ["1234567", "no-area-code", []],
    ["12345678", "too-short", []],
    ["+900", "plus-short", ["900"]],
    ["0500".repeat(60), "too-long", []],
    ["+7 926 111-05-00-12345678", "too-long", []],
    ["892611105001234567890", "too-long", []],
    ["89161234567\0", "binary", []],
    ["8 92б 111 05 00", "letters", ["+7 926 111-05-00"]],
    ["call me: 8 926 111-05-00 now", "letters", ["+7 926 111-05-00"]],
    ["+999 123 456 789", "not-valid", []],
    ["999123456789123", "too-long", []],
    ["+8 345 123-45-67", "not-valid", ["+7 345 123-45-67"]],
    ["+926 111-05-00", "missing-digit", ["+7 926 111-05-00"]],
    ["8 926 111-05-0", "missing-digit", ["+7 926 111-05-00"]],
    ["100#", "bad-code", ["*100#"]],
    ["*100", "bad-code", ["*100#"]],
    ["#*#", "bad-code", []],
  ])("%j is %s", (text, kind, meant) => {
    const said = fault(text);
    expect({ fault: said.fault, meant: said.meant }).toEqual({ fault: kind, meant });
  });

  it("names at most three numbers that may have been meant, each once", () => {
    for (const text of ["8 800 250-08-9", "8 800 70-06-11", "800 550-05-0"]) {
      const { meant } = fault(text);
      expect(meant.length).toBeLessThanOrEqual(3);
      expect(new Set(meant).size).toBe(meant.length);
    }
  });
});
