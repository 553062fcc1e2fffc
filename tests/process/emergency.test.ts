/** Nothing stands between a person and 112: each thing around the program is broken in turn. */
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../support/run.js";
import { type Home, newHome } from "./home.js";

let home: Home;
beforeEach(() => {
  home = newHome();
});
afterEach(() => home.remove());

function save(text: string): void {
  mkdirSync(home.kept, { recursive: true });
  writeFileSync(join(home.kept, "config.json"), text);
}

/** What is wrong, and whether it is so to other questions. */
const BROKEN: readonly (readonly [what: string, breaks: () => Record<string, string>, code: number])[] = [
  ["an overlay that is not there", () => ({ DOZVON_DIRECTORY: "/no/such" }), 5],
  [
    "a saved overlay with errors",
    () => {
      mkdirSync(join(home.folder, "ours", "operators"), { recursive: true });
      writeFileSync(join(home.folder, "ours", "operators", "mts.json"), "{");
      save(JSON.stringify({ directory: join(home.folder, "ours") }));
      return {};
    },
    5,
  ],
  ["a language that is none", () => ({ DOZVON_LANG: "xx" }), 2],
  ["a day that does not exist", () => ({ DOZVON_AS_OF: "2026-13-01" }), 2],
  ["an operator that is none", () => ({ DOZVON_OPERATOR: "acme" }), 2],
  ["a place that is none", () => ({ DOZVON_ROAMING: "mars" }), 2],
  [
    "settings of a newer dozvon",
    () => {
      save('{"version":2}');
      return {};
    },
    5,
  ],
  [
    "a saved operator that is none",
    () => {
      save('{"operator":"acme"}');
      return {};
    },
    5,
  ],
  [
    "damaged settings in a folder that cannot be written",
    () => {
      save("{");
      chmodSync(home.kept, 0o555);
      return {};
    },
    0,
  ],
  ["settings below a file", () => ({ XDG_CONFIG_HOME: "/dev/null" }), 0],
  ["no home", () => ({ HOME: "", XDG_CONFIG_HOME: "" }), 0],
  [
    "a folder for settings in their place",
    () => {
      mkdirSync(join(home.kept, "config.json"), { recursive: true });
      return {};
    },
    5,
  ],
];

it.each(BROKEN)("%s", async (_, breaks, code) => {
  const env = breaks();
  expect(await home.dozvon("emergency", { env })).toMatchObject({ code: 0, out: expect.stringContaining("112") });
  // The other lines ask for no process of their own.
  const { PATH: _path, ...own } = home.env;
  const answered = (line: string) => run(line.split(" "), { env: { ...own, ...env } });
  expect((await answered("route -f own")).code).toBe(code);
  for (const line of ["emergency", "whose 112", "ask пожар", "emergency --country Турция"]) {
    const { code: ended, out } = await answered(line);
    expect({ line, ended, out }).toMatchObject({ ended: 0, out: expect.stringContaining("112") });
    const document = JSON.parse((await answered(`${line} --json`)).out);
    expect(document).toMatchObject({ ok: true, result: expect.anything() });
  }
  expect(await answered("--version")).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\./) });
  expect((await answered("emergency --help")).out).toContain("--country");
  if (existsSync(home.kept)) chmodSync(home.kept, 0o755);
});

it("what was left out is said, in the text and in the document", async () => {
  const env = { DOZVON_DIRECTORY: "/no/such" };
  expect((await home.dozvon("emergency", { env })).err).toContain("/no/such");
  const { notices } = JSON.parse((await home.dozvon("emergency --json", { env })).out);
  expect(notices).toContainEqual({ code: "surroundings-left-out", text: expect.stringContaining("/no/such") });
});

it("an overlay that is refused stays refused to every other question", async () => {
  const env = { DOZVON_DIRECTORY: "/no/such" };
  for (const line of ["ask мтс баланс", "whose 900", "operators"])
    expect((await home.dozvon(line, { env })).code).toBe(5);
});

it.runIf(process.platform === "linux")("a folder that cannot be made ends at once, with exit 5", async () => {
  for (const folder of ["/proc", "/proc/self/fd", "/dev/fd"]) {
    const begun = Date.now();
    const env = { XDG_CONFIG_HOME: folder };
    for (const line of ["config set lang ru", "checklist start spam"]) {
      const { code, err } = await home.dozvon(line, { env });
      expect({ line, code, err }).toMatchObject({ code: 5, err: expect.stringContaining(folder) });
    }
    expect(Date.now() - begun).toBeLessThan(20_000);
  }
});

it.runIf(process.platform !== "win32")("a folder that was deleted under the program is said, with exit 5", async () => {
  const gone = { through: `mkdir ${home.folder}/gone; cd ${home.folder}/gone; rmdir ../gone; exec "$@"` };
  for (const line of ["config set directory ./x", "claim merchant -O a.txt --ics b.ics", "contacts megafon -O a.vcf"]) {
    const { code, out, err } = await home.dozvon(line, gone);
    expect({ line, code, out, err }).toMatchObject({
      code: 5,
      out: "",
      err: expect.stringContaining("no longer there"),
    });
  }
  expect((await home.dozvon("emergency", gone)).code).toBe(0);
});

it.runIf(process.platform !== "win32")("a link among what is kept is refused with a word", async () => {
  expect((await home.dozvon("checklist start spam")).code).toBe(0);
  const elsewhere = join(home.folder, "elsewhere");
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(home.kept, "checklists", "xsolla"));
  for (const line of ["checklist start xsolla", "checklist status"])
    expect(await home.dozvon(line)).toMatchObject({ code: 5, err: expect.stringContaining("is a link") });
  rmSync(join(home.kept, "checklists", "xsolla"));
  symlinkSync(join(elsewhere, "config.json"), join(home.kept, "config.json"));
  expect(await home.dozvon("config set lang ru")).toMatchObject({ code: 5, err: expect.stringContaining("is a link") });
});

it("a variable that is none is named, with the nearest", async () => {
  const { code, err } = await home.dozvon("operators", { env: { DOZVON_OPERATER: "mts" } });
  expect(code).toBe(0);
  expect(err).toContain("DOZVON_OPERATER");
  expect(err).toContain("DOZVON_OPERATOR?");
  expect((await home.dozvon("--help")).out).toContain("DOZVON_OPERATOR");
});
