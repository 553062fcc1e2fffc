/** What dozvon keeps, on machines where keeping is hard: nothing confirmed is lost, nothing is wiped, and the message says what happened. */
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Home, newHome, type Ran } from "./home.js";

let home: Home;
beforeEach(() => {
  home = newHome();
});
afterEach(() => home.remove());

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const settings = () => join(home.kept, "config.json");
const runs = () => join(home.kept, "checklists");

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Exit 5, the file named, nothing on standard output, and no trace of the program's inside. */
function expectRefusal({ code, out, err }: Ran, ...parts: string[]): void {
  expect({ code, out }, err).toEqual({ code: 5, out: "" });
  for (const part of parts) expect(err).toContain(part);
  expect(err).not.toMatch(/^\s+at |Error:|node:internal/m);
}

/** A disk of 64 KiB with nothing left on it, where the machine lets us have one. */
function fullDisk(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return null;
  }
  return () => execFileSync("umount", [folder]);
}

function fill(folder: string): void {
  try {
    for (let number = 0; ; number++) writeFileSync(join(folder, `filler-${number}`), Buffer.alloc(4096));
  } catch {
    // Full.
  }
}

/** Longer than a block of the disk and than the limit on a file's size: part of it would fit. */
const LONG_NOTE = "заметка".repeat(200);

describe("no room", () => {
  it("a limit on the size of files: what was there stays whole, and exit 5 says so", async () => {
    const before = `{"operator":"mts","more":"${"x".repeat(1500)}"}`;
    write(settings(), before);
    const limited = { through: 'ulimit -f 1; exec "$@"' };
    const refused = await home.dozvon("config set lang ru", limited);
    expectRefusal(refused, settings(), "size of files", "untouched");
    expect(readFileSync(settings(), "utf8")).toBe(before);
    expect(readdirSync(home.kept)).toEqual(["config.json"]);
    const none = await home.dozvon("config set lang ru", { through: 'ulimit -f 0; exec "$@"' });
    expectRefusal(none, settings(), "EFBIG");
  });

  it("a note that fits only in part is not confirmed, and the run goes on as it was", async () => {
    expect((await home.dozvon("checklist start spam")).code).toBe(0);
    const refused = await home.dozvon(`checklist note ${LONG_NOTE}`, { through: 'ulimit -f 1; exec "$@"' });
    expectRefusal(refused, runs(), "EFBIG");
    const status = await home.dozvon("checklist status --json");
    expect({ code: status.code, err: status.err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(status.out).result.runs[0].notes).toEqual([]);
  });

  it("a full disk: settings stay, a note and a new run are refused, and one JSON document says so", async (context) => {
    const free = fullDisk(home.kept);
    if (!free) return context.skip("needs the right to mount a small disk");
    try {
      expect((await home.dozvon("config set operator mts")).code).toBe(0);
      expect((await home.dozvon("checklist start spam")).code).toBe(0);
      fill(home.kept);
      expectRefusal(await home.dozvon("config set lang ru"), settings(), "ENOSPC");
      expectRefusal(await home.dozvon(`checklist note ${LONG_NOTE}`), runs(), "ENOSPC");
      const refused = await home.dozvon("checklist start content-ban --json");
      expect({ code: refused.code, err: refused.err }).toEqual({ code: 5, err: "" });
      expect(JSON.parse(refused.out).problem).toMatchObject({ code: "bad-settings" });
      expect((await home.dozvon("config get operator")).out).toBe("mts\n");
      expect((await home.dozvon("checklist status --json")).out).toContain('"id":"spam"');
      expect(readdirSync(runs())).toEqual(["spam"]);
    } finally {
      free();
    }
  });

  it("on standard output: never exit 0", async (context) => {
    if (process.platform !== "linux") return context.skip("needs /dev/full");
    for (const line of ["operators", "batch"]) {
      const full = { through: `echo '{"ref":1}' | "$@" > /dev/full` };
      const { code, err } = await home.dozvon(line, full);
      expect([line, code]).toEqual([line, 5]);
      expect(err).toContain("ENOSPC");
    }
  });
});

describe("no rights", () => {
  /** A user to whom permissions apply: root passes them all. */
  const other = isRoot ? { uid: NOBODY } : {};
  const give = (folder: string) => {
    for (const one of [home.folder, join(home.folder, "xdg"), home.kept]) chmodSync(one, 0o755);
    if (isRoot) chownSync(folder, NOBODY, NOBODY);
  };

  it("a folder that cannot be written: what is in it is read, and saving says exit 5", async () => {
    write(settings(), '{"operator":"mts"}');
    chmodSync(settings(), 0o644);
    give(home.kept);
    chmodSync(home.kept, 0o555);
    expectRefusal(await home.dozvon("config set lang ru", other), settings(), "EACCES");
    expectRefusal(await home.dozvon("checklist start spam", other), "EACCES");
    expect((await home.dozvon("config get operator", other)).out).toBe("mts\n");
    chmodSync(home.kept, 0o755);
  });

  it("a damaged file in it stays where it is, and the answer comes all the same", async () => {
    write(settings(), "{");
    write(join(runs(), "spam", "000001-0a1b2c3d.json"), "{");
    for (const file of [settings(), join(runs(), "spam", "000001-0a1b2c3d.json")]) chmodSync(file, 0o644);
    for (const folder of [home.folder, join(home.folder, "xdg"), home.kept, runs(), join(runs(), "spam")])
      chmodSync(folder, 0o555);
    const { code, err } = await home.dozvon("route -o mts -f own -r home -s personal", other);
    expect({ code, named: err.includes(settings()) }).toEqual({ code: 0, named: true });
    const status = await home.dozvon("checklist status", other);
    expect({ code: status.code, named: status.err.includes("000001-0a1b2c3d.json") }, status.err).toEqual({
      code: 0,
      named: true,
    });
    expect(readFileSync(settings(), "utf8")).toBe("{");
    for (const folder of [home.folder, join(home.folder, "xdg"), home.kept, runs(), join(runs(), "spam")])
      chmodSync(folder, 0o755);
  });

  it("a file that cannot be read is never written over", async () => {
    write(settings(), '{"operator":"mts"}');
    give(home.kept);
    chmodSync(settings(), 0o000);
    expectRefusal(await home.dozvon("config set lang ru", other), settings(), "EACCES", "--no-config");
    chmodSync(settings(), 0o600);
    expect(readFileSync(settings(), "utf8")).toBe('{"operator":"mts"}');
  });

  it("a folder made by dozvon is its owner's alone, whatever the mask", async () => {
    await home.dozvon("config set operator mts", { through: 'umask 000; exec "$@"' });
    expect((statSync(home.kept).mode & 0o777).toString(8)).toBe("700");
    expect((statSync(settings()).mode & 0o777).toString(8)).toBe("600");
  });
});

describe("no place", () => {
  const ROUTE = "route -o mts -f own -r home -s personal";

  it("a file where the folder should be: lookups answer, saving says exit 5", async () => {
    writeFileSync(join(home.folder, "xdg"), "");
    expect((await home.dozvon(ROUTE)).code).toBe(0);
    expectRefusal(await home.dozvon("config set lang ru"), settings(), "XDG_CONFIG_HOME");
    expectRefusal(await home.dozvon("checklist start spam"), runs());
  });

  it("a relative folder is as good as none, as the XDG standard says", async () => {
    const env = { XDG_CONFIG_HOME: "relative" };
    expect((await home.dozvon("config path", { env })).out).toBe(join(home.folder, ".config/dozvon/config.json\n"));
  });

  it.runIf(isRoot)(
    "no home at all, not even in the list of users: lookups answer, saving says what to set",
    async () => {
      const nowhere = { env: { HOME: "", XDG_CONFIG_HOME: "" }, uid: 54_321 };
      const { code, err } = await home.dozvon(ROUTE, nowhere);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      for (const line of ["config set lang ru", "config path", "checklist start spam", "checklist status"]) {
        expectRefusal(await home.dozvon(line, nowhere), "XDG_CONFIG_HOME");
      }
    },
  );
});

describe("a file of a newer dozvon", () => {
  it("is left as it is: exit 5, what to do, and a way round it", async () => {
    const newer = '{"version":2,"operator":{"mobile":"mts"}}';
    write(settings(), newer);
    expectRefusal(await home.dozvon("config set lang ru"), settings(), "newer", "--no-config");
    expectRefusal(await home.dozvon("operators"), settings(), "newer");
    expect((await home.dozvon("operators --no-config")).code).toBe(0);
    expect(readFileSync(settings(), "utf8")).toBe(newer);
  });

  it("keeps the keys this one does not know", async () => {
    write(settings(), '{"operator":"mts","colour":"green"}');
    await home.dozvon("config set operator t2");
    expect(JSON.parse(readFileSync(settings(), "utf8"))).toEqual({ operator: "t2", colour: "green" });
  });
});
