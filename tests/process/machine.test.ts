/** What every command does to the machine it runs on: no way out to a network, no file that nobody asked for, nothing personal said. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CALLS, type Call, EXAMPLES, PERSONAL } from "../support/examples.js";
import { NETWORK_HOOK } from "../support/network-hook.js";
import { FOLDER } from "../support/packed.js";
import { hooked, run, shell } from "../support/run.js";

const WATCHING = ["watching"];

/** Where Node 22 and later keep compiled code, as SECURITY.md says: the program's, and nothing of the question. */
const COMPILED = "node-compile-cache";

const lines = (file: string): string[] => readFileSync(file, "utf8").trim().split("\n");

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Every command with an empty home, an empty place for temporary files and an empty current folder. */
async function call({ line, input = "" }: Call) {
  const root = mkdtempSync(join(FOLDER, "machine-"));
  const [home, temporary, current] = ["home", "temporary", "current"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [home, temporary, current]) mkdirSync(folder);
  const trace = join(root, "trace");
  const env = { HOME: home, TMPDIR: temporary, TRACE_FILE: trace, DEBUG: "*", DOZVON_AS_OF: "2026-11-30" };
  const words = line.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const script = `umask 022 && cd '${current}' && "$DOZVON" ${words}`;
  const ended = await shell(script, { env: hooked(NETWORK_HOOK, env), input });
  const files = filesBelow(root).filter((file) => file !== trace && !file.startsWith(join(temporary, COMPILED)));
  return { ...ended, ways: lines(trace), files, current };
}

type Called = Awaited<ReturnType<typeof call>>;

const namesFrom = async (words: readonly string[]): Promise<string[]> => {
  const { out } = await run(["complete", "--", ...words, ""]);
  return out
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "")
    .filter((name) => /^[a-z]/.test(name));
};

describe.concurrent("the commands called here", () => {
  const called = Object.keys(EXAMPLES);

  it("are all there are", async () => {
    expect([...new Set(called.map((name) => name.split(" ")[0]))].sort()).toEqual(
      [...(await namesFrom([])), "complete"].sort(),
    );
  });

  it.each(["checklist", "data", "config"])("of %s too", async (command) => {
    const own = called.filter((name) => name.startsWith(`${command} `)).map((name) => name.split(" ")[1]);
    expect(own.sort()).toEqual((await namesFrom([command])).sort());
  });
});

it("the watch sees whatever leaves a process", async () => {
  const trace = join(mkdtempSync(join(FOLDER, "control-")), "trace");
  const script = `
    const ignore = () => {};
    require("node:net").connect(9, "127.0.0.1").on("error", ignore);
    require("node:dgram").createSocket("udp4").send("x", 9, "127.0.0.1", ignore);
    require("node:dns").lookup("localhost", ignore);
    require("node:child_process").spawnSync("true");
    fetch("http://127.0.0.1:9/").catch(ignore);
    setTimeout(() => process.exit(), 300);
  `;
  const env = hooked(NETWORK_HOOK, { TRACE_FILE: trace });
  await shell(`'${process.execPath}' -e "$SCRIPT"`, { env: { ...env, SCRIPT: script } });
  const seen = new Set(lines(trace));
  for (const way of ["tcp.connect", "udp.send", "dns.lookup", "process.spawnSync", "global.fetch"]) {
    expect([...seen]).toContain(way);
  }
});

const PRIVATE = /claim\.|\.ics$|config\.json$|checklists/;

/** What was asked for is there, nothing else is, and what is personal is its owner's alone. */
function expectOnlyAsked({ files, current }: Called, { writes = [], keeps = false }: Call): void {
  const asked = writes.map((name) => join(current, name));
  const isAsked = (file: string) => asked.some((name) => file.startsWith(name));
  const isKept = (file: string) => keeps && file.includes("/home/.config/dozvon/");
  expect(files.filter((file) => !isAsked(file) && !isKept(file))).toEqual([]);
  for (const name of asked)
    expect(
      files.filter((file) => file.startsWith(name)),
      name,
    ).not.toEqual([]);
  const modes = files.map((file) => [file, (statSync(file).mode & 0o777).toString(8)]);
  expect(modes).toEqual(files.map((file) => [file, PRIVATE.test(file) ? "600" : "644"]));
}

const digitsOf = (text: string): string => text.replace(/(?<=\d)[\s()-]+(?=\d)/g, "");

/** Not in files, but for the letter; not in what ends up in logs and in the shell's history. */
function expectNothingPersonal({ files, out, err }: Called, { line }: Call): void {
  const kept = files.filter((file) => !/claim\./.test(file)).map((file) => readFileSync(file, "utf8"));
  const said = ECHOES.includes(line[0] ?? "") ? err : out + err;
  for (const secret of [PERSONAL.phone, PERSONAL.card]) expect(digitsOf(said)).not.toContain(secret);
  for (const secret of Object.values(PERSONAL)) expect(kept.filter((text) => text.includes(secret))).toEqual([]);
}

/** Their answer is about what was given: it says so on the screen. */
const ECHOES = ["whose", "batch", "claim"];

describe.concurrent("dozvon", () => {
  it.each(CALLS.map((one) => [one.line.join(" ").slice(0, 60), one] as const))("%s", async (_, one) => {
    const called = await call(one);
    expect([0, 2, 3, 4], called.err).toContain(called.code);
    expect(called.ways).toEqual(WATCHING);
    expectOnlyAsked(called, one);
    expectNothingPersonal(called, one);
  });
});
