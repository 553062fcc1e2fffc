/** An installation with a file missing says so in one line, and never with a stack. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { expect, it } from "vitest";
import { FOLDER } from "../support/packed.js";
import { valid } from "../support/run.js";

it.each([
  ["nothing", null, "MODULE_NOT_FOUND"],
  ["half a file", 'require("node:fs"', "SyntaxError"],
  ["a program that does not find its parts", 'exports.start = () => require("./cli.cjs")', "MODULE_NOT_FOUND"],
])("with %s in dist/", async (_what, start, why) => {
  const at = mkdtempSync(join(FOLDER, "damaged-"));
  cpSync("bin", join(at, "bin"), { recursive: true });
  mkdirSync(join(at, "dist"));
  if (start !== null) writeFileSync(join(at, "dist/start.cjs"), start);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(at, "bin/dozvon.js"), "route"], {
    encoding: "utf8",
  });
  expect({ status, stdout, lines: stderr.split("\n").length }).toEqual({ status: 1, stdout: "", lines: 2 });
  expect(stderr).toContain(why);
  expect(stderr).toContain("npm install -g dozvon");
  const json = spawnSync(process.execPath, [join(at, "bin/dozvon.js"), "route", "--json"], { encoding: "utf8" });
  expect({ status: json.status, stderr: json.stderr }).toEqual({ status: 1, stderr: "" });
  expect(await valid(json.stdout)).toMatchObject({ kind: "usage", ok: false, problem: { code: "internal" } });
});

interface Tried {
  file: string;
  damage: string;
  words: string[];
  ended: { code: number; out: string; err: string; thrown: string | null };
  whole: { code: number; out: string };
}

const LINES = [
  ["route", "-o", "megafon", "-f", "own"],
  ["ask", "lost my phone", "--json"],
  ["whose", "+79261110500", "0500"],
  ["contacts", "mts", "--format", "csv"],
  ["contacts", "mts", "--format", "html"],
  ["charge", "xsolla", "--json"],
  ["refund", "steam"],
  ["checklist", "list", "--json"],
  ["checklist", "show", "xsolla"],
  ["claim", "content-without-consent", "--json"],
  ["find", "megafon"],
  ["reply", "lost-phone-or-sim", "-o", "mts", "--json"],
  ["report", "megafon.voice.short"],
  ["operators", "--json"],
  ["conflicts", "--json"],
  ["schema", "codes"],
].map((words) => [...words, "--as-of", "2026-11-22"]);

/** Each file in turn, in one process: the answer is the one it always was, or one line says that there is none. */
it("with any file missing or cut in half, no answer is another and no stack is shown", {
  timeout: 60_000,
}, async () => {
  const at = mkdtempSync(join(FOLDER, "damaged-"));
  for (const part of ["bin", "dist", "package.json"]) cpSync(part, join(at, part), { recursive: true });
  // Compiled code that does not fit is left alone by Node, and would hide that the program's own text is damaged.
  rmSync(join(at, "dist/compiled"), { recursive: true, force: true });
  const { stdio, stderr } = await new Promise<{ stdio: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, ["tests/support/damage.cjs", at, JSON.stringify(LINES)], {
      env: { PATH: process.env.PATH ?? "", HOME: at, LANG: "en_US.UTF-8" },
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    const read = async (stream: unknown) => Buffer.concat(await (stream as Readable).toArray()).toString();
    void Promise.all([read(child.stdio[3]), read(child.stderr)]).then(([said, err]) =>
      resolve({ stdio: said, stderr: err }),
    );
  });
  expect(stderr).toBe("");
  const tried = JSON.parse(stdio) as Tried[];
  const refused = tried.filter(({ ended, whole }) => ended.out !== whole.out || ended.code !== whole.code);
  for (const { file, damage, words, ended } of refused) {
    const what = `${file} ${damage}: ${words.join(" ")}`;
    expect({ what, code: ended.code, thrown: ended.thrown }).toEqual({ what, code: 1, thrown: null });
    const [said, silent] = words.includes("--json") ? [ended.out, ended.err] : [ended.err, ended.out];
    expect(silent, what).toBe("");
    expect(said, what).toMatch(/^.+\n$/);
    expect(said, what).not.toMatch(/:\d+:\d+\)/);
    expect(said, what).toMatch(/[Ii]nstall|Установите/);
    if (words.includes("--json"))
      expect(JSON.parse(said), what).toMatchObject({ ok: false, problem: { code: "internal" } });
  }
  // Every file that was opened was needed, save the few that are opened beside what needs them.
  expect(refused.length / tried.length).toBeGreaterThan(0.9);
  expect(tried.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      "cli.cjs",
      "start.cjs",
      "directory/messages/answer.en.json",
      "directory/messages/other.en.json",
      "understanding/topics.bin",
      "numbering/ranges.bin",
    ]),
  );
});
