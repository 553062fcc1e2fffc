/** Several processes at the same settings, some of them killed: what was confirmed is there. */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Home, newHome } from "./home.js";

let home: Home;
beforeEach(() => {
  home = newHome();
});
afterEach(() => home.remove());

const saved = () => JSON.parse(readFileSync(join(home.kept, "config.json"), "utf8"));

it.each([2, 10])("%i processes that save different values at once: all are kept", async (many) => {
  const values = { operator: "mts", subscriber: "personal", lang: "en" };
  const keys = Object.keys(values).slice(0, Math.min(3, many));
  const lines = Array.from({ length: many }, (_, index) => keys[index % keys.length] as keyof typeof values);
  const ran = await Promise.all(lines.map((key) => home.dozvon(`config set ${key} ${values[key]}`)));
  expect(ran.map(({ code }) => code)).toEqual(lines.map(() => 0));
  expect(Object.keys(saved()).sort()).toEqual([...keys].sort());
  expect(readdirSync(home.kept)).toEqual(["config.json"]);
});

it("two that meet a damaged file: it is kept once, and what both save is there", async () => {
  mkdirSync(home.kept, { recursive: true });
  writeFileSync(join(home.kept, "config.json"), "{");
  const ran = await Promise.all(
    ["operator mts", "subscriber personal", "lang en"].map((pair) => home.dozvon(`config set ${pair}`)),
  );
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(saved()).toEqual({ operator: "mts", subscriber: "personal", lang: "en" });
  expect(readdirSync(home.kept).filter((name) => name.includes("damaged"))).toHaveLength(1);
});

it("a lock and half a file that a killed process left do not last", async () => {
  mkdirSync(join(home.kept, "config.json.lock"), { recursive: true });
  utimesSync(join(home.kept, "config.json.lock"), 0, 0);
  writeFileSync(join(home.kept, "config.json.tmp-1766000000000a1b2c3"), '{"oper');
  writeFileSync(join(home.kept, "config.json.before"), "{}");
  expect((await home.dozvon("config set operator mts")).code).toBe(0);
  expect(readdirSync(home.kept)).toEqual(["config.json"]);
});

it("readers meet a damaged run at once: all answer", async () => {
  const run = join(home.kept, "checklists", "spam");
  mkdirSync(run, { recursive: true });
  for (let number = 1; number < 30; number++)
    writeFileSync(join(run, `${String(number).padStart(6, "0")}-0a1b2c3d.json`), "{");
  const ran = await Promise.all([1, 2, 3, 4, 5].map(() => home.dozvon("checklist list")));
  const status = await Promise.all([1, 2, 3, 4, 5].map(() => home.dozvon("checklist forget --all")));
  expect([...ran, ...status].map(({ code, err }) => [code, /unwritable|cannot be written/.test(err)])).toEqual(
    Array.from({ length: 10 }, () => [0, false]),
  );
});
