/** Saved defaults, as a process sees and leaves them. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const PROGRAM = resolve(import.meta.dirname, "../../bin/dozvon.js");

let folder: string;
let settings: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dozvon-config-"));
  settings = join(folder, "xdg", "dozvon", "config.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

function dozvon(line: string, env: Record<string, string> = {}, input = ""): Ran {
  const home = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "xdg"),
    LANG: "en_US.UTF-8",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...line.split(" ")], {
    env: { ...home, ...env },
    input,
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const json = (line: string, env: Record<string, string> = {}) => JSON.parse(dozvon(`${line} --json`, env).out);

function write(text: string | Buffer): void {
  mkdirSync(dirname(settings), { recursive: true });
  writeFileSync(settings, text);
}

describe("config", () => {
  it("saves, tells and forgets a value", () => {
    expect(dozvon("config set operator megafon")).toMatchObject({ code: 0, out: "operator = MegaFon\n" });
    expect(dozvon("config get operator")).toMatchObject({ code: 0, out: "megafon\n", err: "" });
    expect(dozvon("config unset operator")).toMatchObject({ code: 0, out: "operator = not set\n" });
    expect(dozvon("config get operator")).toMatchObject({ code: 0, out: "\n" });
  });

  it("knows a setting by the name that the README calls it by", () => {
    expect(dozvon("config set language ru")).toMatchObject({ code: 0, out: "lang = ru\n" });
    expect(dozvon("config set place abroad").code).toBe(0);
    expect(JSON.parse(readFileSync(settings, "utf8"))).toEqual({ lang: "ru", roaming: "abroad" });
  });

  it("refuses a setting that is none, whatever name it has", () => {
    for (const name of ["colour", "constructor", "__proto__"]) expect(dozvon(`config unset ${name}`).code).toBe(2);
  });

  it("saves an operator by the name people use", () => {
    dozvon("config set operator МегаФон");
    expect(JSON.parse(readFileSync(settings, "utf8"))).toEqual({ operator: "megafon" });
  });

  it("saves any fact but a number, by the names people use, and each gives way to what a question says", () => {
    expect(dozvon("config set country Turkey").out).toBe("country = Türkiye\n");
    expect(dozvon("config set without voice").code).toBe(0);
    expect(dozvon("config set from МТС").code).toBe(0);
    const { facts } = json("route -o mts").query;
    expect(facts).toMatchObject({
      country: { value: "TR", from: "saved" },
      without: { value: ["voice"], from: "saved" },
    });
    expect(json("route -o mts -r home").query.facts.country).toBeUndefined();
    expect(dozvon("route -o mts").out).toContain("Türkiye");
    // Whoever cannot talk cannot on a phone without internet either.
    expect(json("ask кнопочный телефон, баланс мтс").query.facts.without?.value).toEqual([
      "voice",
      "web",
      "app",
      "chat",
    ]);
    expect(dozvon("config set without talking").err).toContain("Accepted: voice");
  });

  it("says where each value comes from", () => {
    dozvon("config set operator megafon");
    const { out } = dozvon("config list --origin", { DOZVON_SUBSCRIBER: "corporate" });
    expect(out.split("\n")).toEqual([
      "operator = MegaFon  (saved)",
      "subscriber = a corporate number  (from the environment)",
      "service = not set  (default)",
      "roaming = not set  (default)",
      "country = not set  (default)",
      "from = not set  (default)",
      "without = not set  (default)",
      "lang = not set  (default)",
      "directory = not set  (default)",
      "",
    ]);
  });

  it.each([
    ["without voice", "voice", "without talking"],
    ["without app,web,chat", "web,app,chat", "without internet"],
    ["country Турция", "TR", "Türkiye"],
    ["roaming abroad", "abroad", "abroad"],
    ["from МТС", "mts", "from a SIM of MTS"],
    ["service fixed", "fixed", "home internet"],
  ])("saves what holds from one question to the next: %s", (setting, value, shown) => {
    const [key = ""] = setting.split(" ");
    expect(dozvon(`config set ${setting}`).out).toContain(`${key} = ${shown}`);
    expect(dozvon(`config get ${key}`).out).toBe(`${value}\n`);
    expect(json("route -o megafon").query.facts[key]).toMatchObject({ from: "saved" });
  });

  it("is silent on the place once somebody says where they are", () => {
    dozvon("config set roaming home");
    expect(json("route -o mts --country TR").query.facts).toMatchObject({
      roaming: { value: "abroad", from: "derived" },
    });
    expect(json("ask мтс,_я_в_турции,_куда_звонить").query.facts.roaming).toMatchObject({ value: "abroad" });
    dozvon("config unset roaming");
    dozvon("config set country TR");
    expect(json("route -o mts -r home").query.facts.country).toBeUndefined();
  });

  it("names the file, in the place XDG says", () => {
    expect(dozvon("config path").out).toBe(`${settings}\n`);
    expect(dozvon("config path", { XDG_CONFIG_HOME: "" }).out).toBe(`${join(folder, ".config/dozvon/config.json")}\n`);
    expect(existsSync(settings)).toBe(false);
  });

  it("keeps the file to its owner, whatever its mode was, and leaves nothing beside it", () => {
    dozvon("config set operator megafon");
    chmodSync(settings, 0o644);
    dozvon("config set subscriber personal");
    expect(statSync(settings).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(settings))).toEqual(["config.json"]);
  });

  it.each([
    ["config set operater megafon", "Did you mean operator?"],
    ["config get lnag", "Did you mean lang?"],
    ["config set operator megafom", "Did you mean megafon?"],
    ["config set subscriber persona", "Did you mean personal?"],
    ["config set without talking", "does not take"],
    ["config set country Atlantis", "Atlantis"],
    ["config set lang de", "--lang does not take"],
    ["config set number +79261234567", "is not a setting"],
  ])("%s: exit 2 with what would do, and nothing written", (line, hint) => {
    const { code, out, err } = dozvon(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(hint);
    expect(existsSync(settings)).toBe(false);
  });
});

describe("a damaged file", () => {
  it.each([
    ["truncated", '{"operator":"mega'],
    ["of another shape", '["megafon"]'],
    ["with a value of the wrong type", '{"operator":7}'],
    ["binary", Buffer.from([0, 255, 1, 254, 27, 91, 50, 74])],
    ["empty", ""],
  ])("%s: is named, kept as it was, and the answer comes without it", (_, text) => {
    write(text);
    const { code, out, err } = dozvon("route -o mts -f own -r home -s personal --json");
    const kept = readdirSync(dirname(settings)).filter((name) => name.startsWith("config.json.damaged-"));
    expect(code).toBe(0);
    expect(JSON.parse(out).ok).toBe(true);
    expect(err).toContain(settings);
    expect(kept).toHaveLength(1);
    expect(err).toContain(kept[0]);
    expect(readFileSync(join(dirname(settings), kept[0] ?? ""))).toEqual(Buffer.from(text));
    expect(dozvon("route -o mts -f own -r home -s personal").err).toBe("");
  });

  it("does not stop a value from being saved", () => {
    write("{");
    expect(dozvon("config set operator mts").code).toBe(0);
    expect(dozvon("config get operator").out).toBe("mts\n");
  });

  it("that cannot be opened: exit 5, and the way on", () => {
    mkdirSync(settings, { recursive: true });
    const { code, out, err } = dozvon("route -o mts");
    expect({ code, out }).toEqual({ code: 5, out: "" });
    expect(err).toContain("--no-config");
    expect(err).toContain(settings);
    expect(json("route -o mts").problem.code).toBe("bad-settings");
    expect(dozvon("route -o mts -f own -r home -s personal --no-config").code).toBe(0);
  });
});

describe("a saved operator", () => {
  beforeEach(() => write('{"operator":"megafon"}'));

  it.each([
    ["", {}, "megafon", "saved"],
    ["", { DOZVON_OPERATOR: "mts" }, "mts", "environment"],
    [" -o t2", { DOZVON_OPERATOR: "mts" }, "t2", "flag"],
    [" -o t2", {}, "t2", "flag"],
  ])("route%s with %j takes %s (%s)", (flags, env, value, from) => {
    expect(json(`route${flags}`, env).query.facts.operator).toEqual({ value, from });
  });

  it("that is none is blamed on the file, with the way out", () => {
    write('{"operator":"acme"}');
    const { code, err } = dozvon("route");
    expect(code).toBe(5);
    expect(err).toContain(settings);
    expect(err).toContain("dozvon config unset operator");
    expect(dozvon("route -o mts").code).toBe(0);
    expect(dozvon("config unset operator").code).toBe(0);
  });

  it("is never used in silence", () => {
    expect(json("route").notices).toContainEqual(expect.objectContaining({ code: "saved-facts" }));
    expect(json("route -o t2").notices).toEqual([]);
  });

  it("of an overlay that is gone can be told and forgotten, and so can a variable that is none", () => {
    write('{"directory":"/no/such"}');
    expect(json("config list", { DOZVON_ROAMING: "23 ноября" }).result.settings).toEqual(
      expect.arrayContaining([
        { key: "directory", value: "/no/such", origin: "saved" },
        { key: "roaming", value: "23 ноября", origin: "environment" },
      ]),
    );
    expect(dozvon("config list", { DOZVON_ROAMING: "23 ноября" })).toMatchObject({ code: 0, err: "" });
    expect(dozvon("config unset directory")).toMatchObject({ code: 0, err: "" });
    expect(dozvon("route -o mts").code).toBe(0);
  });

  it("is not read with --no-config", () => {
    expect(json("route --no-config").query.facts.operator).toBeUndefined();
    expect(json("config get operator --no-config").result.settings).toMatchObject([{ value: null, origin: "default" }]);
  });

  it("means nothing to batch and emergency", () => {
    const line = JSON.parse(dozvon("batch", { DOZVON_SUBSCRIBER: "corporate" }, '{"ref":1,"roaming":"abroad"}\n').out);
    expect(Object.keys(line.query.facts)).toEqual(["roaming", "topic"]);
    expect(json("emergency").query.facts.operator).toBeUndefined();
  });
});
