/** `-O`: an answer goes into a file of the person's choice, and never anywhere else. */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FOLDER } from "../support/packed.js";
import { type Ended, hooked, run, shell } from "../support/run.js";

const CARD = ["contacts", "mts", "--format", "csv", "--lang", "en"];
const folder = () => mkdtempSync(join(FOLDER, "output-"));
const save = (file: string, ...more: string[]): Promise<Ended> => run([...CARD, "-O", file, ...more]);

/** A folder with a file of somebody's, and things that are no file, each called after what it is. */
function crowded(): string {
  const at = folder();
  writeFileSync(join(at, "theirs"), "theirs");
  mkdirSync(join(at, "folder"));
  symlinkSync("theirs", join(at, "link"));
  symlinkSync("folder", join(at, "link-to-folder"));
  symlinkSync("/dev/null", join(at, "link-to-device"));
  symlinkSync("nowhere", join(at, "dangling"));
  execFileSync("mkfifo", [join(at, "pipe")]);
  return at;
}

it.skipIf(process.platform !== "linux")(
  "standard output by another name is never replaced, wherever it leads",
  async () => {
    const at = folder();
    symlinkSync("/proc/self/fd/1", join(at, "link"));
    const { code, err } = await shell(
      `cd '${at}' && "$DOZVON" contacts mts --format csv -O link --force --lang en > redirected`,
    );
    expect({ code, link: lstatSync(join(at, "link")).isSymbolicLink() }).toEqual({ code: 2, link: true });
    expect(err).toContain("not a regular file");
  },
);

describe.concurrent("what is no file is never written to", () => {
  it.each([
    ["folder", "is a folder"],
    ["link-to-folder", "is a folder"],
    ["pipe", "not a regular file"],
    ["link-to-device", "not a regular file"],
    ["../../../../../../../../../../../dev/null", "not a regular file"],
  ])("%s, with --force or without", async (name, why) => {
    const at = crowded();
    const before = readdirSync(at);
    for (const ended of await Promise.all([save(join(at, name)), save(join(at, name), "--force")])) {
      expect(ended).toMatchObject({ code: 2, out: "" });
      expect(ended.err).toContain(why);
      expect(ended.err.split("\n")).toHaveLength(2);
    }
    expect(readdirSync(at)).toEqual(before);
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("and -O - is named for those who meant standard output", async () => {
    expect((await save("/dev/stdout", "--force")).err).toContain("-O -");
  });
});

describe.concurrent("a link", () => {
  it.each(["link", "dangling"])("%s is there like any file, and stays without --force", async (name) => {
    const at = crowded();
    const { code, err } = await save(join(at, name));
    expect(code).toBe(2);
    expect(err).toContain("--force");
    expect(lstatSync(join(at, name)).isSymbolicLink()).toBe(true);
    expect({ theirs: readFileSync(join(at, "theirs"), "utf8"), nowhere: existsSync(join(at, "nowhere")) }).toEqual({
      theirs: "theirs",
      nowhere: false,
    });
  });

  it.each(["link", "dangling"])("%s is replaced by --force, and what it leads to is not touched", async (name) => {
    const at = crowded();
    expect((await save(join(at, name), "--force")).code).toBe(0);
    expect(lstatSync(join(at, name)).isFile()).toBe(true);
    expect(readFileSync(join(at, name), "utf8")).toContain("0890");
    expect({ theirs: readFileSync(join(at, "theirs"), "utf8"), nowhere: existsSync(join(at, "nowhere")) }).toEqual({
      theirs: "theirs",
      nowhere: false,
    });
  });
});

it.concurrent("a full disk leaves the old file as it was, and nothing beside it", async () => {
  const at = folder();
  const file = join(at, "card.csv");
  writeFileSync(file, "mine");
  const full = `const fs = require("node:fs");
const write = fs.writeFileSync;
fs.writeFileSync = (file, data, options) => {
  write(file, String(data).slice(0, 10), options);
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
};`;
  const { code, out, err } = await run([...CARD, "-O", file, "--force"], { env: hooked(full) });
  expect({ code, out, lines: err.split("\n").length }).toEqual({ code: 5, out: "", lines: 2 });
  expect(err).toContain("ENOSPC");
  expect(readdirSync(at)).toEqual(["card.csv"]);
  expect(readFileSync(file, "utf8")).toBe("mine");
});

it.concurrent.each([
  ["a new file", false],
  ["one in another's place", true],
])("a signal that comes while %s is written leaves it whole, and ends the program", async (_, stood) => {
  const at = folder();
  const file = join(at, "card.html");
  if (stood) writeFileSync(file, "mine");
  const signalled = `const fs = require("node:fs");
const write = fs.writeFileSync;
fs.writeFileSync = (file, data, options) => {
  write(file, String(data).slice(0, 10), options);
  process.kill(process.pid, "SIGTERM");
  write(file, String(data));
};`;
  const args = ["contacts", "mts", "-O", file, ...(stood ? ["--force"] : [])];
  expect((await run(args, { env: hooked(signalled) })).code).not.toBe(1);
  expect(readdirSync(at)).toEqual(["card.html"]);
  expect(readFileSync(file, "utf8").trimEnd()).toMatch(/<\/html>$/);
});

it.concurrent("a name of the longest length a file may have is no obstacle", async () => {
  const file = join(folder(), `${"x".repeat(251)}.csv`);
  writeFileSync(file, "");
  expect(await save(file, "--force")).toMatchObject({ code: 0, out: "" });
  expect(readFileSync(file, "utf8")).toContain("0890");
});
