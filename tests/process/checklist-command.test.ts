/** Checklists as processes: what scripts get, what is kept on the disk, and that nothing of it is lost. */
import { type ChildProcess, spawn } from "node:child_process";
import {
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
import { join, resolve } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ended, run } from "../support/run.js";

const PROGRAM = resolve(import.meta.dirname, "../../bin/dozvon.js");
const MEGAFON = "-o megafon -f own -r home -s personal";

let folder: string;
let runs: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dozvon-runs-"));
  runs = join(folder, "xdg", "dozvon", "checklists");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = (own: Record<string, string> = {}) => ({
  HOME: folder,
  XDG_CONFIG_HOME: join(folder, "xdg"),
  LANG: "en_US.UTF-8",
  DOZVON_AS_OF: "2026-11-22",
  ...own,
});

const launch = (words: readonly string[], own: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, [PROGRAM, "checklist", ...words], {
    env: { PATH: process.env.PATH ?? "", ...environment(own) },
    stdio: ["ignore", "pipe", "pipe"],
  });

function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((done) => child.once("close", (code) => done({ code, out, err })));
}

const dozvon = (line: string, own: Record<string, string> = {}): Promise<Ended> =>
  run(["checklist", ...line.split(" ")], { env: environment(own) });

/** Each line in a process of its own, all at once. */
const together = (lines: readonly string[]): Promise<Ended[]> =>
  Promise.all(lines.map((line) => ended(launch(line.split(" ")))));

const schema = JSON.parse(readFileSync("dist/schema/checklist.schema.json", "utf8"));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** One document, of the published shape, and nothing for a person beside it. */
async function json(line: string, own: Record<string, string> = {}) {
  const { code, out, err } = await dozvon(`${line} --json`, own);
  expect(err).toBe("");
  expect(out).toMatch(/^\{.*\}\n$/);
  const document = JSON.parse(out);
  validate(document);
  expect(ajv.errorsText(validate.errors)).toBe("No errors");
  return { code, ...document };
}

/** A run as an earlier process left it. */
function plant(run: string, checklist: string, ...done: readonly string[]): string[] {
  const at = "2026-11-22";
  const events = [
    { type: "start", at, facts: { operator: "mts" }, chargedOn: null },
    ...done.map((step) => ({ type: "done", at, step, answer: null, on: at })),
  ];
  mkdirSync(join(runs, run), { recursive: true });
  return events.map((event, index) => {
    const file = join(runs, run, `${String(index + 1).padStart(6, "0")}-0a1b2c3d.json`);
    writeFileSync(file, JSON.stringify({ version: 1, checklist, event }));
    return file;
  });
}

const stepsOf = (run: { steps: { id: string; state: string }[] }) => run.steps.map(({ id, state }) => `${id} ${state}`);

describe("one run, without a question", () => {
  it("goes from the first step to the last, days apart", async () => {
    const started = await json(`start unknown-mobile-charges ${MEGAFON}`);
    expect(started).toMatchObject({ code: 0, ok: true, kind: "checklist" });
    expect(started.result.run).toMatchObject({
      id: "unknown-mobile-charges",
      startedOn: "2026-11-22",
      facts: { operator: "megafon", from: "own", roaming: "home", subscriber: "personal" },
      progress: { settled: 0, total: 8 },
      next: { id: "account-or-card", number: 1 },
    });
    await json("done account-or-card --answer phone");
    await json("skip 2");
    await json("later usual-causes");
    const failed = await json("fail ask-recalculation");
    expect(failed.result.run.followUps).toEqual([
      { checklist: "refund-refused", title: expect.stringContaining("refused"), step: "ask-recalculation" },
    ]);
    const days = { DOZVON_AS_OF: "2026-11-27" };
    const resumed = await json("resume", days);
    expect(resumed.result.run).toMatchObject({ startedOn: "2026-11-22", progress: { settled: 3, total: 8 } });
    expect(resumed.result.run.next.id).toBe("ask-operator");
    // The operator said at the start answers for the step days later.
    expect(resumed.result.run.next.ways[0].channels[0].operator).toBe("megafon");
    for (const step of ["ask-operator", "switch-off", "check-money", "prevent", "usual-causes"])
      await json(`done ${step}`, days);
    const over = await json("status", days);
    expect(over.result.runs[0]).toMatchObject({ finished: true, next: null, progress: { settled: 8, total: 8 } });
  });

  it("shows the next step on the first line", async () => {
    const { out } = await dozvon(`start content-ban ${MEGAFON}`);
    expect(out.split("\n")[0]).toBe("Step 1 of 6: Ask for a separate content account and do not top it up.");
    expect((await dozvon("done content-account")).out.split("\n")[0]).toMatch(/^Step 2 of 6: /);
    const russian = await dozvon("resume --lang ru");
    expect(russian.out.split("\n")[0]).toMatch(/^Шаг 2 из 6: /);
  });

  it("gives dates counted from what was done and when", async () => {
    await json("start refund-refused --charged-on 2026-06-01");
    const { result } = await json("done send --on 2026-11-20");
    expect(result.run.chargedOn).toBe("2026-06-01");
    await json("done folder");
    await json("done addressee --answer operator");
    const waiting = (await json("done compose")).result.run.next;
    expect(waiting.id).toBe("wait-for-answer");
    const answer = waiting.dues.find(({ ground }: { ground: string }) => ground === "law-55-answer-30");
    expect(answer).toMatchObject({ date: "2026-12-23", daysLeft: 31, from: "2026-11-23" });
    const text = (await dozvon("resume --full")).out;
    expect(text).toContain("until 2026-12-23, 31 days left");
  });

  it.each([
    ["operator", "2026-12-23"],
    ["merchant", "2026-11-23"],
    ["bank", "2026-12-20"],
  ])("has the dates of the %s in sight on a small screen, while an answer is awaited", async (addressee, date) => {
    await dozvon("start refund-refused");
    const steps = ["folder", `addressee --answer ${addressee}`, "compose", "send --on 2026-11-20"];
    for (const step of steps) await dozvon(`done ${step}`);
    expect((await dozvon("resume --lang en")).out).toContain(date);
    expect((await dozvon("resume --lang ru")).out).toContain(date.split("-").reverse().join("."));
  });

  it("keeps notes, shows them clean, and takes them with it when forgotten", async () => {
    await dozvon("start spam");
    const noted = await ended(launch(["note", "request 123\u001b[2J\nspoke with Ann", "--step", "1"]));
    expect(noted.code).toBe(0);
    const { out } = await dozvon("status");
    expect(out).not.toContain("\u001b");
    expect(out).toContain("request 123[2J spoke with Ann");
    expect((await json("forget spam")).result).toEqual({ forgotten: ["spam"] });
    expect(readdirSync(runs)).toEqual([]);
    expect((await json("status")).result.runs).toEqual([]);
  });

  it("takes the operator from a number and keeps no number", async () => {
    const { result, query, notices } = await json("start content-ban -n 89261234567 -f own");
    expect(result.run.facts).toEqual({ operator: "megafon", from: "own" });
    expect(notices.map(({ code }: { code: string }) => code)).toEqual(["number-range", "number-portability"]);
    const kept = readdirSync(join(runs, "content-ban")).map((name) =>
      readFileSync(join(runs, "content-ban", name), "utf8"),
    );
    expect([...kept, JSON.stringify({ result, query })].filter((text) => /9261234567|926 123/.test(text))).toEqual([]);
    expect((await json("start spam -n 12ab")).problem.code).toBe("bad-number");
    const city = await json("start spam -n 84952000000");
    expect([city.result.run.facts, city.notices[0]?.code]).toEqual([{}, "number-not-mobile"]);
  });

  it("keeps nothing of the person but what was typed", async () => {
    await dozvon("start xsolla", { DOZVON_OPERATOR: "mts" });
    const files = readdirSync(join(runs, "xsolla")).map((name) => readFileSync(join(runs, "xsolla", name), "utf8"));
    expect(files.map((text) => JSON.parse(text))).toEqual([
      { version: 1, checklist: "xsolla", event: { type: "start", at: "2026-11-22", facts: {}, chargedOn: null } },
    ]);
  });
});

describe("whose customer it is", () => {
  it.each(["fraud-or-stolen-sim", "unwanted-subscription"])("is known by a name as by an id: %s", async (checklist) => {
    const [named, byId] = await Promise.all(["МТС", "mts"].map((one) => json(`show ${checklist} -o ${one}`)));
    expect(named?.result).toEqual(byId?.result);
    expect((await json(`start ${checklist} -o МТС`)).result.run.facts).toEqual({ operator: "mts" });
  });

  it("goes along to the checklist that an answer or a run leads to", async () => {
    const { out } = await run(["ask", "мтс списали 300р за что"], { env: environment() });
    expect(out).toContain("dozvon checklist start unknown-mobile-charges -o mts");
    await dozvon("start unknown-mobile-charges -o megafon --charged-on 2026-11-20");
    const led = (await dozvon("done 6 --answer refused --full")).out.replace(/\s+/g, " ");
    expect(led).toContain("start refund-refused -o megafon --charged-on 2026-11-20");
  });

  it("is asked of nobody who has saved it, and not kept with the run", async () => {
    const { next, facts } = (await json("start content-ban")).result.run;
    expect(next.missing).toContain("operator");
    await run(["config", "set", "operator", "megafon"], { env: environment() });
    const resumed = (await json("resume")).result.run;
    expect([facts, resumed.facts]).toEqual([{}, {}]);
    expect(resumed.next.missing).not.toContain("operator");
    expect(resumed.next.ways[0].channels[0].operator).toBe("megafon");
  });
});

describe("a stolen SIM", () => {
  it("the step that has the number suspended names what answers from another phone first", async () => {
    await dozvon(`start fraud-or-stolen-sim ${MEGAFON}`);
    await dozvon("done what-happened --answer yes");
    const { out } = await dozvon("done call-bank");
    expect(out).toContain("MegaFon: 8 800 550-05-00, free within Russia");
    const { result } = await json("status");
    expect(JSON.stringify(result)).toContain('"otherPhone":{"id":"megafon.voice.toll-free"');
  });
});

describe("what there is", () => {
  it("list and show write nothing and need no settings", async () => {
    const { result } = await json("list --no-config");
    expect(result.checklists).toHaveLength(10);
    const shown = await json(`show fraud-or-stolen-sim -o мтс -f landline -r home -s personal --no-config`);
    expect(shown.result.checklist.steps).toHaveLength(10);
    expect(existsSync(join(folder, "xdg"))).toBe(false);
  });

  it("show says whom it took the reader for: by a number, by what is saved", async () => {
    expect((await dozvon("show spam --number 89261234567")).err).toContain("assigned to: MegaFon");
    await run(["config", "set", "operator", "mts"], { env: environment() });
    expect((await dozvon("show spam")).err).toContain("From saved defaults: MTS");
  });

  it("says what is missing instead of guessing, and with --strict leaves with 3", async () => {
    const { code, result } = await json("start content-ban --strict");
    expect(code).toBe(3);
    expect(result.run.next.missing).toContain("operator");
    expect(result.run.next.ways[0].channels.length).toBeGreaterThan(0);
  });

  it("is named by route for the topic", async () => {
    const child = spawn(process.execPath, [PROGRAM, "route", "-t", "unwanted-subscription", "--json"], {
      env: environment(),
    });
    const { out } = await ended(child);
    expect(JSON.parse(out).result.checklists).toEqual(["unwanted-subscription", "content-ban"]);
  });
});

describe("several at once", () => {
  it("are told apart by --run, and without it listed with exit 3", async () => {
    await json("start spam -o mts");
    await json("start spam -o t2 -r HOME");
    await json("start content-ban");
    const unclear = await json("done 1");
    expect(unclear).toMatchObject({ code: 3, ok: false });
    expect(unclear.problem).toMatchObject({
      code: "several-runs",
      missing: ["run"],
      allowed: expect.arrayContaining(["content-ban", "spam", "spam-2"]),
    });
    expect((await dozvon("done 1")).err).toContain("spam-2");
    const { result } = await json("done 1 --run spam-2");
    expect(result.run).toMatchObject({
      id: "spam-2",
      facts: { operator: "t2", roaming: "home" },
      progress: { settled: 1 },
    });
    const all = await json("status");
    expect(
      all.result.runs.map((run: { id: string; progress: { settled: number } }) => [run.id, run.progress.settled]),
    ).toEqual(
      expect.arrayContaining([
        ["spam", 0],
        ["spam-2", 1],
        ["content-ban", 0],
      ]),
    );
    expect((await json("forget")).code).toBe(3);
    expect((await json("forget --all")).result.forgotten).toHaveLength(3);
  });

  it("one that is over does not stand in the way of the other", async () => {
    const steps = [
      "no-money-talk",
      "refuse-mass",
      "stop-advertiser",
      "withdraw-consent",
      "complain",
      "money-or-fraud",
      "self-ban",
    ];
    plant("spam", "spam", ...steps);
    await json("start content-ban");
    expect((await json("done 1")).result.run.id).toBe("content-ban");
  });
});

const REFUSED = [
  ["start contnet-ban", 2, "unknown-checklist", ["content-ban"]],
  ["show nothing-like-it", 2, "unknown-checklist", []],
  ["done content-acount", 2, "unknown-step", ["content-account"]],
  ["done 7", 2, "unknown-step", []],
  ["done 0", 2, "unknown-step", []],
  ["done 1 --answer opend", 2, "unknown-answer", ["opened"]],
  ["done 2 --answer opened", 2, "unknown-answer", []],
  ["done 1 --run content-bam", 2, "unknown-run", ["content-ban"]],
  ["resume content-bam", 2, "unknown-run", ["content-ban"]],
  ["forget spam", 2, "unknown-run", []],
  ["forget content-ban --all", 2, "usage", []],
  ["forget --run content-ban --all", 2, "usage", []],
  ["forget content-ban --run content-ban", 2, "usage", []],
  ["resume content-ban --run content-ban", 2, "usage", []],
  ["done 1 --on 2026-02-30", 2, "impossible-date", []],
  ["done 1 --on 2026-11-23", 2, "impossible-date", []],
  ["start content-ban --charged-on 2027-01-01", 2, "impossible-date", []],
  ["start content-ban -o megafn", 2, "unknown-operator", ["megafon"]],
  ["start content-ban --country RU", 2, "contradictory-facts", []],
  ["done 1 --no-config", 2, "usage", []],
  ["start content-ban --no-config", 2, "usage", []],
  ["note  ", 2, "usage", []],
  [`note ${"x".repeat(2001)}`, 2, "usage", []],
  ["walk", 2, "unknown-command", []],
] as const;

describe("what cannot be", () => {
  /** One run for all of them, since none may change it: a few processes at a time. */
  const AT_ONCE = 4;
  it("is refused with its code, its exit code and the nearest thing, and nothing is lost", async () => {
    await dozvon("start content-ban -o mts");
    const before = readdirSync(runs, { recursive: true }).sort();
    for (let at = 0; at < REFUSED.length; at += AT_ONCE) {
      const some = REFUSED.slice(at, at + AT_ONCE);
      const answers = await Promise.all(some.map(([line]) => json(line)));
      const got = answers.map(({ code, problem }) => [code, problem.code, problem.hints]);
      expect(got, some.map(([line]) => line).join("; ")).toEqual(some.map(([, ...rest]) => rest));
    }
    expect(readdirSync(runs, { recursive: true }).sort()).toEqual(before);
  });

  it("is told by the names of the checklist and of the step", async () => {
    await dozvon("start content-ban");
    const said = async (line: string) => (await json(line)).problem.detail;
    expect(await said("done 9")).toContain("content-ban");
    expect(await said("done 1 --answer no-such")).toMatch(/content-account/);
    expect(await said("done 2 --answer opened")).toContain("--answer");
    expect((await json("done CONTENT-ACCOUNT")).code).toBe(0);
  });

  it("done with nothing begun says how to begin", async () => {
    const { code, err, out } = await dozvon("done 1");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("dozvon checklist start");
  });
});

describe("on the disk", () => {
  const events = (run: string) => readdirSync(join(runs, run)).filter((name) => name.endsWith(".json"));

  it("everything is kept to its owner", async () => {
    await dozvon("start spam");
    await dozvon("done 1");
    for (const name of events("spam")) expect(statSync(join(runs, "spam", name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(runs, "spam")).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(runs, "spam"))).toEqual(events("spam"));
  });

  it("processes that speak of different steps at once are all heard", async () => {
    plant("fraud-or-stolen-sim", "fraud-or-stolen-sim");
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const said = await together(steps.map((step) => `done ${step}`));
    expect(said.map(({ code }) => code)).toEqual(steps.map(() => 0));
    const { result } = await json("status");
    expect(result.runs[0].progress).toEqual({ settled: 10, total: 10 });
    expect(events("fraud-or-stolen-sim")).toHaveLength(11);
  });

  it("processes that begin the same checklist at once begin one each", async () => {
    const begun = await together(Array(4).fill("start spam --json"));
    const ids = begun.map(({ out }) => JSON.parse(out).result.run.id);
    expect(ids.sort()).toEqual(["spam", "spam-2", "spam-3", "spam-4"]);
  });

  it.each([
    ["cut short", '{"version":1,"checklist":"spam","ev'],
    ["of another shape", "[]"],
    ["with an event nobody knows", '{"version":1,"checklist":"spam","event":{"type":"sing","at":"2026-11-22"}}'],
    ["binary", Buffer.from([0, 255, 27, 91, 50, 74])],
    ["empty", ""],
  ])("a file %s is named and kept aside, and the rest of the run goes on", async (_, content) => {
    const [, second = ""] = plant("spam", "spam", "no-money-talk", "refuse-mass");
    writeFileSync(second, content);
    const { code, out, err } = await dozvon("status --json");
    expect(code).toBe(0);
    const kept = readdirSync(join(runs, "spam")).filter((name) => name.includes(".damaged-"));
    expect(kept).toHaveLength(1);
    expect(err).toContain(kept[0]);
    expect(readFileSync(join(runs, "spam", kept[0] ?? ""))).toEqual(Buffer.from(content));
    expect(stepsOf(JSON.parse(out).result.runs[0]).slice(0, 2)).toEqual(["no-money-talk open", "refuse-mass done"]);
  });

  it("a run whose beginning is damaged is not lost with it", async () => {
    const [first = ""] = plant("spam", "spam", "refuse-mass");
    writeFileSync(first, "{");
    expect((await dozvon("status")).err).toContain(first);
    expect(stepsOf((await json("done 3")).result.run).slice(1, 3)).toEqual([
      "refuse-mass done",
      "stop-advertiser done",
    ]);
  });

  it("a run of a newer dozvon is left to it, politely; others go on", async () => {
    plant("spam", "spam");
    plant("content-ban", "content-ban");
    const newer = join(runs, "spam", "000002-0123abcd.json");
    writeFileSync(newer, '{"version":2,"event":{"mood":"good"}}');
    const refused = await json("done 1 --run spam");
    expect(refused).toMatchObject({ code: 5, problem: { code: "bad-settings" } });
    expect(refused.problem.detail).toContain(newer);
    expect(refused.problem.detail).toContain("newer");
    const { code, err } = await dozvon("done 1");
    expect(code).toBe(0);
    expect(err).toContain(newer);
    expect(readFileSync(newer, "utf8")).toContain("mood");
  });

  it("a run of an operator that only an overlay knows is read without it, and hides no other", async () => {
    plant("spam", "spam");
    plant("xsolla", "xsolla");
    const [begun = ""] = readdirSync(join(runs, "xsolla"));
    const file = join(runs, "xsolla", begun);
    const stored = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...stored, event: { ...stored.event, facts: { operator: "acme" } } }));
    const { code, out, err } = await dozvon("status --json");
    expect(code).toBe(0);
    expect(err).toMatch(/xsolla.*acme/);
    expect(
      JSON.parse(out)
        .result.runs.map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(["spam", "xsolla"]);
    expect((await dozvon("done 1 --run xsolla")).code).toBe(0);
  });

  it("a start that fails writes nothing", async () => {
    const last = { DOZVON_AS_OF: "9999-12-31" };
    expect((await dozvon("start unwanted-subscription --charged-on 9999-12-31", last)).code).toBe(2);
    expect(existsSync(runs)).toBe(false);
    expect((await dozvon("status")).code).toBe(0);
  });

  it("a place that cannot be used: exit 5 and its name", async () => {
    mkdirSync(join(folder, "xdg", "dozvon"), { recursive: true });
    writeFileSync(runs, "a file where a folder should be");
    const { code, out, err } = await dozvon("start spam");
    expect({ code, out }).toEqual({ code: 5, out: "" });
    expect(err).toContain(runs);
    expect((await dozvon("list")).code).toBe(0);
  });

  it("a hundred kills at any moment lose nothing that was confirmed and leave nothing half", async () => {
    plant("unknown-mobile-charges", "unknown-mobile-charges");
    const confirmed = new Set<number>();
    let killed = 0;
    const one = async (turn: number) => {
      const child = launch(["note", `n${turn}`, "--json"]);
      const finished = ended(child);
      // From before the program is read to after it has answered.
      const timer = setTimeout(() => child.kill("SIGKILL"), 40 + ((turn * 37) % 260));
      const { code } = await finished;
      clearTimeout(timer);
      if (code === 0) confirmed.add(turn);
      else killed += 1;
    };
    for (let turn = 0; turn < 100; turn += 5) await Promise.all([0, 1, 2, 3, 4].map((more) => one(turn + more)));
    const { result } = await json("status");
    const kept = new Set<string>(result.runs[0].notes.map(({ text }: { text: string }) => text));
    expect([...confirmed].filter((turn) => !kept.has(`n${turn}`))).toEqual([]);
    expect(result.runs[0].next.id).toBe("account-or-card");
    expect(readdirSync(join(runs, "unknown-mobile-charges")).filter((name) => name.includes("damaged"))).toEqual([]);
    expect(killed).toBeGreaterThan(10);
    // What a killed process left beside the files goes with the run.
    await dozvon("forget");
    expect(readdirSync(runs)).toEqual([]);
  });
});
