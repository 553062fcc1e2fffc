import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FOLDER } from "../support/packed.js";
import { json, run, shell } from "../support/run.js";

interface Case {
  args: string[];
  problem: string;
  hint?: string;
  env?: Record<string, string>;
}

const usage = (problem: string, args: string[], hint?: string): Case => ({ args, problem, ...(hint && { hint }) });
const variable = (name: string, value: string): Case => ({
  args: ["route"],
  problem: "bad-environment",
  env: { [name]: value },
});
const name = ({ args, env = {} }: Case): string =>
  [...Object.entries(env).map((pair) => pair.join("=")), ...args.map((arg) => arg || "''")].join(" ");
const named = (cases: readonly Case[]): [string, Case][] => cases.map((one) => [name(one), one]);

/** The failure as a person and as a script get it: the same code, in text on standard error alone. */
async function refused({ args, problem, hint, env = {} }: Case, exit: number) {
  const [text, { code, document }] = await Promise.all([run(args, { env }), json(args, { env })]);
  expect({ code: text.code, out: text.out }).toEqual({ code: exit, out: "" });
  expect(text.err).toMatch(/^dozvon: \S/);
  expect(text.err).not.toMatch(/^ {4}at /m);
  expect(code).toBe(exit);
  expect(document).toMatchObject({ ok: false, result: null, problem: { code: problem } });
  if (hint) {
    expect(document.problem.hints).toEqual([hint]);
    expect(text.err).toContain(hint);
  }
  return { text, document };
}

describe.concurrent("exit 2, wrong usage", () => {
  it.each(
    named([
      usage("unknown-operator", ["route", "-o", "megafn"], "megafon"),
      usage("unknown-operator", ["sources", "megafn"], "megafon"),
      usage("unknown-topic", ["route", "-t", "balanse"], "balance"),
      usage("unknown-value", ["route", "-r", "abrod"], "abroad"),
      usage("unknown-value", ["route", "-f", "landlin"], "landline"),
      usage("unknown-value", ["route", "--without", "smoke"]),
      usage("unknown-value", ["operators", "--lang", "de"]),
      usage("unknown-kind", ["schema", "rute"], "route"),
      usage("unknown-country", ["route", "-r", "abroad", "--country", "XX"]),
      usage("contradictory-facts", ["route", "-r", "home", "--country", "TR"]),
      usage("contradictory-facts", ["route", "-r", "abroad", "--country", "RU"]),
      usage("contradictory-facts", ["route", "-t", "home-services", "--service", "mobile"]),
      usage("impossible-date", ["route", "--as-of", "2026-02-30"]),
      usage("impossible-date", ["route", "--as-of", "2026-11-22T25:00"]),
      usage("impossible-date", ["route", "--as-of", "yesterday"]),
      usage("impossible-date", ["operators", "--as-of", "2026-02-30"]),
      usage("usage", ["route", "-o", ""]),
      usage("usage", ["route", "--operator="]),
      usage("usage", ["route", "-o"]),
      usage("usage", ["route", "-o", "mts", "-o", "megafon"]),
      usage("usage", ["route", "--as-of", "2026-11-22", "--as-of", "2026-11-23"]),
      usage("usage", ["route", "--opertor", "mts"], "--operator"),
      usage("usage", ["route", "--oper", "mts"], "--operator"),
      usage("bad-number", ["route", "-n", "123"]),
      usage("usage", ["operators", "extra"]),
      usage("usage", ["batch", "no-such-file"]),
      usage("usage", ["batch", "."]),
      usage("usage", ["whose"]),
      usage("usage", ["whose", "-", "0500"]),
      usage("bad-number", ["whose", "nobody"]),
      usage("bad-number", ["whose", "+900"], "900"),
      usage("bad-number", ["route", "--number", "nobody"]),
      usage("usage", ["data"]),
      usage("unknown-command", ["rout"], "route"),
      usage("unknown-command", ["toString"]),
      usage("unknown-command", ["data", "chek"], "check"),
      variable("DOZVON_ROAMING", "mars"),
      variable("DOZVON_LANG", "de"),
      variable("DOZVON_AS_OF", "2026-02-30"),
      variable("DOZVON_OPERATOR", "megafn"),
      variable("DOZVON_NUMBER", "nobody"),
    ]),
  )("%s", async (_, one) => {
    await refused(one, 2);
  });

  it.skipIf(process.platform !== "linux")("but not where the file system fails", async () => {
    expect((await run(["batch", "/proc/self/mem"])).code).toBe(5);
  });

  it("names the variable that holds a bad value", async () => {
    const { text } = await refused(variable("DOZVON_ROAMING", "mars"), 2);
    expect(text.err).toContain("DOZVON_ROAMING");
  });

  it.each([[[]], [["--lang", "en"]], [["-o", "megafon"]]])("with no command (%s) points to the help", async (args) => {
    const { text } = await refused(usage("usage", args), 2);
    expect(text.err).toContain("dozvon --help");
  });

  it.each([["data"], ["help nosuch"]])("%s says what is wrong in words of the program", async (line) => {
    const { code, err } = await run(line.split(" "));
    expect(code).toBe(2);
    expect(err).not.toContain("outputHelp");
  });
});

describe.concurrent("exit 3, --strict", () => {
  const CLEAR = ["route", "-o", "megafon", "-f", "mts", "-r", "home", "-s", "personal", "--strict"];
  const later = (asOf: string, days: number): string =>
    new Date(Date.parse(asOf) + days * 86_400_000).toISOString().slice(0, 10);

  async function strict(args: readonly string[]) {
    const [text, { code, document }] = await Promise.all([run(args), json(args)]);
    expect(text.code).toBe(code);
    expect(text.out).not.toBe("");
    // The answer is kept: strictness changes the code, not the result.
    expect(document.result.channels.length).toBeGreaterThan(0);
    return { code, notices: document.notices.map((notice) => notice.code), asOf: document.directory.asOf };
  }

  it("when facts are missing", async () => {
    expect(await strict(["route", "-o", "megafon", "--strict"])).toMatchObject({ code: 3, notices: ["facts-missing"] });
    const { document } = await json(["route", "-o", "yota", "-t", "balance", "--strict", "--lang", "en"]);
    const said = document.notices.map(({ text }) => text);
    expect(said).toEqual([`Facts are missing: ${document.result.needs.join(", ")}.`]);
  });

  it("never for a further way", async () => {
    const known = ["-f", "own", "-r", "home", "-s", "personal", "--strict"];
    expect((await strict(["route", "-o", "sbermobile", "-t", "balance", ...known])).code).toBe(0);
  });

  it("when the first way is not current", async () => {
    const tmobile = ["route", "-o", "tmobile", "-f", "own", "-r", "home", "-s", "personal", "--strict"];
    expect(await strict(tmobile)).toMatchObject({ code: 3, notices: ["primary-not-current"] });
  });

  it("when the directory is over 180 days old, and not before", async () => {
    const { code, asOf } = await strict(CLEAR);
    expect(code).toBe(0);
    expect(await strict([...CLEAR, "--as-of", later(asOf, 180)])).toMatchObject({ code: 0, notices: [] });
    expect(await strict([...CLEAR, "--as-of", later(asOf, 200)])).toMatchObject({
      code: 3,
      notices: ["directory-old"],
    });
  });
});

describe.concurrent("exit 4, no way to get through", () => {
  const WITHOUT = "web,app,chat,email,messenger,office,post";

  it("gives the reasons and what would help", async () => {
    const args = ["route", "-o", "megafon", "-f", "internet", "-r", "abroad", "--without", WITHOUT];
    const [text, { code, document }] = await Promise.all([run(args), json(args)]);
    expect({ code, text: text.code, err: text.err }).toEqual({ code: 4, text: 4, err: "" });
    expect(document).toMatchObject({ ok: true, result: { primary: null, channels: [] } });
    expect(document.result.rejected.map((one) => one.reason)).toContain("no-phone-line");
    expect(text.out).toMatch(/Wi-Fi/);
    expect(text.out).toMatch(/Roskomnadzor/);
  });

  it("even when every kind of channel is ruled out", async () => {
    const { code, document } = await json(["route", "--without", `voice,sms,ussd,${WITHOUT}`]);
    expect({ code, ok: document.ok, channels: document.result.channels }).toEqual({ code: 4, ok: true, channels: [] });
  });
});

describe.concurrent("exit 5, a bad directory", () => {
  function folder(files: Record<string, string>): string {
    const root = mkdtempSync(join(FOLDER, "overlay-"));
    mkdirSync(join(root, "operators"));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
    return root;
  }
  const MISSING = join(FOLDER, "no-such-folder");

  it("a missing folder, named by the flag", async () => {
    const { text } = await refused({ args: ["route", "--directory", MISSING], problem: "bad-directory" }, 5);
    expect(text.err).toContain(MISSING);
  });

  it("damaged JSON, named by the environment", async () => {
    const env = { DOZVON_DIRECTORY: folder({ "operators/x.json": '{"id":' }) };
    const { text, document } = await refused({ args: ["route"], problem: "bad-directory", env }, 5);
    expect(text.err).toContain("operators/x.json");
    expect(document.issues.map((issue) => issue.file)).toEqual(["operators/x.json"]);
  });

  it("is what data check ends with too", async () => {
    const args = ["data", "check", folder({ "operators/x.json": '{"id":' })];
    const [text, { code, document }] = await Promise.all([run(args), json(args)]);
    expect({ text: text.code, code, valid: document.result.valid }).toEqual({ text: 5, code: 5, valid: false });
    expect(text.out).toContain("operators/x.json");
    await refused({ args: ["data", "check", MISSING], problem: "bad-directory" }, 5);
  });
});

describe.concurrent("exit 6, a batch with a bad line", () => {
  it.each([[["batch"]], [["batch", "--json"]]])("%s", async (args) => {
    const { code, out, err } = await run(args, { input: '{"ref":1,"operator":"mts"}\n{"ref":2,"operator":"mtz"}\n' });
    expect({ code, err, lines: out.split("\n").length - 1 }).toEqual({ code: 6, err: "", lines: 2 });
  });

  it("is 0 when all lines are good or there is none", async () => {
    expect((await run(["batch"], { input: '{"ref":1,"operator":"mts"}\n' })).code).toBe(0);
    expect(await run(["batch"], { input: "" })).toEqual({ code: 0, out: "", err: "" });
  });
});

it.skipIf(process.platform !== "linux")("a disk that is full is told in one line, not as a stack trace", async () => {
  const { err } = await shell('"$DOZVON" route > /dev/full');
  expect(err).not.toMatch(/^ {4}at /m);
});

it.skipIf(process.platform !== "linux")("remarks that cannot be written change no exit code", async () => {
  expect((await shell('"$DOZVON" route -o zzz 2> /dev/full')).code).toBe(2);
  expect((await shell('"$DOZVON" ask "my SIM was stolen, MTS" 2> /dev/full > /dev/null')).code).toBe(0);
});

it.concurrent("nor does a document hold marks that reorder or hide text, where it repeats what is wrong", async () => {
  for (const args of [["route", "-o", "\u202e\u009b31m"], ["\u202e\u009b31m"], ["config", "get", "\u202e"]]) {
    const { out } = await run([...args, "--json"]);
    expect(out).not.toMatch(/[\u0080-\u009f\u202a-\u202e]/);
  }
});

it.concurrent("what a person typed reaches the terminal without control characters", async () => {
  const { err } = await run(["route", "-o", "\u001b[31mred\u0007\u202e"]);
  expect(err).toContain("[31mred");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});
