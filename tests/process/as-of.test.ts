/** Every command that answers about a day, about days far from today: an answer or a clear problem, and never a bug. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAll } from "../support/in-one-process.js";
import { FOLDER } from "../support/packed.js";
import { valid } from "../support/run.js";

const REFUND = ["refund", "steam", "--event", "change-of-mind", "--paid-with", "russian-card", "--product", "game"];
const COMMANDS: readonly (readonly string[])[] = [
  ["route", "-o", "megafon", "-f", "own", "-r", "home", "-s", "personal"],
  ["route", "-t", "emergency"],
  ["contacts", "megafon"],
  ["ask", "how do I top up my phone"],
  ["emergency"],
  ["operators"],
  ["topics"],
  ["sources", "megafon"],
  ["conflicts"],
  ["whose", "0500"],
  ["charge", "xsolla"],
  [...REFUND, "--paid-on", "2026-11-20"],
  REFUND,
  ["find", "megafon roaming"],
  ["reply", "lost-phone-or-sim", "-o", "mts"],
  ["report", "megafon.voice.short"],
  ["checklist", "list"],
  ["checklist", "show", "xsolla"],
  ["checklist", "start", "xsolla"],
  ["checklist", "status"],
  ["claim", "content-without-consent"],
];

const FORMS = [[], ["--json"]];
const DAYS = ["0001-01-01", "1970-01-01", "1970-01-01T00:00Z", "2028-02-29", "2046-11-22T12:00", "9999-12-31T23:59"];

/** Answered, a date that cannot be, more facts needed. */
const EXITS = [0, 2, 3];
/** No such day, a letter of a year that cannot be, a payment after the day that is asked about. */
const ABOUT_DAYS = ["impossible-date", "bad-field", "contradictory-facts"];

describe.concurrent.each(DAYS)("--as-of %s", (day) => {
  it("each command answers, or says what is wrong with the day", async () => {
    const home = { HOME: mkdtempSync(join(FOLDER, "day-")) };
    const lines = COMMANDS.flatMap((words) => FORMS.map((form) => [...words, "--as-of", day, ...form]));
    const ended = await runAll(lines, home);
    for (const [at, { code, out, err }] of ended.entries()) {
      const line = lines[at]?.join(" ");
      expect({ line, code, known: EXITS.includes(code ?? 1) }).toEqual({ line, code, known: true });
      expect(out + err, line).not.toMatch(/NaN|Invalid Date|\bundefined\b|\bnull-|:\d+:\d+\)?$/m);
      if (at % 2 === 0) continue;
      expect(err, line).toBe("");
      const { ok, problem } = await valid(out);
      expect({ line, code, ok }).toEqual({ line, code, ok: code !== 2 });
      if (code === 2) expect(ABOUT_DAYS, line).toContain(problem.code);
    }
  });
});

it("the day that leap years alone have is a day like others, and in other years none", async () => {
  const [leap, none] = await runAll([
    ["route", "-o", "megafon", "--as-of", "2028-02-29", "--json"],
    ["route", "-o", "megafon", "--as-of", "2027-02-29", "--json"],
  ]);
  expect(JSON.parse(leap?.out ?? "")).toMatchObject({ ok: true, query: { asOf: "2028-02-29" } });
  expect(none?.code).toBe(2);
});

it("twenty years on, the directory says that it is old, and --strict does not pass it", async () => {
  const words = ["route", "-o", "megafon", "-f", "own", "-r", "home", "-s", "personal", "--as-of", "2046-11-22"];
  const [kind, strict] = await runAll([
    [...words, "--json"],
    [...words, "--strict", "--json"],
  ]);
  expect([kind?.code, strict?.code]).toEqual([0, 3]);
  expect(JSON.parse(strict?.out ?? "").notices).toMatchObject([{ code: "directory-old" }]);
});
