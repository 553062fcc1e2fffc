/** `dozvon claim` as a process: files, exit codes, JSON, and what is about a person. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { OPERATORS } from "../support/authored.js";
import { FOLDER } from "../support/packed.js";
import { json, run, shell } from "../support/run.js";
import { STANDALONE } from "../support/standalone.js";
import { traced } from "../support/trace.js";

const KINDS = [
  "content-without-consent",
  "imposed-option",
  "refund-refused",
  "merchant",
  "bank-operation-not-mine",
  "regulator-complaint",
];
const KIND = "content-without-consent";
const AS_OF = ["--as-of", "2026-11-22"];
const PERSONAL = {
  name: "Иванов Пётр Сергеевич",
  address: "г. Москва, ул. Вавилова, д. 1",
  number: "89261234567",
  contract: "12345678",
};
const SERVICE = ["service=Гороскоп", "charged-on=2026-11-05", "amount=1 299,50 ₽"];
const FIELDS = [...Object.entries(PERSONAL).map(([id, value]) => `${id}=${value}`), ...SERVICE].flatMap((pair) => [
  "--field",
  pair,
]);
const LETTER = ["claim", KIND, "-o", "megafon", ...FIELDS, ...AS_OF];

const folder = (): string => mkdtempSync(join(FOLDER, "claim-"));

interface Result {
  result: {
    personal: boolean;
    missing: { field: string }[];
    dates: { id: string; date: string | null }[];
    send: { channels: { id: string; kind: string }[] };
    addressee: { name: string | null; address: string | null };
    letter: { from: string[]; signature: string; paragraphs: string[] };
    grounds: { id: string; grade: string }[];
    law: { grounds: string[] }[];
    gloss: unknown;
    files: { letter: string | null; calendar: string | null };
  };
}
const result = (document: unknown): Result["result"] => (document as Result).result;

describe.concurrent.each(KINDS)("%s", (kind) => {
  it("answers in JSON, blank, in both languages", async () => {
    for (const lang of ["ru", "en"]) {
      const { code, document } = await json(["claim", kind, ...AS_OF, "--lang", lang]);
      expect(code).toBe(0);
      expect(result(document).missing.length).toBeGreaterThan(3);
      expect(result(document).gloss === null).toBe(lang === "ru");
      const known = result(document).grounds.map(({ id }) => id);
      expect(
        result(document)
          .law.flatMap(({ grounds }) => grounds)
          .filter((id) => !known.includes(id)),
      ).toEqual([]);
    }
  });

  it("gives a letter in every form, and no line of the screen is wider than the terminal", async () => {
    for (const format of ["text", "md", "html"]) {
      const { code, out, err } = await run(["claim", kind, "--format", format, ...AS_OF]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      // Markdown needs a backslash before each.
      expect(out.replaceAll("\\", "")).toContain("________");
    }
    const { out } = await run(["claim", kind, ...AS_OF, "--lang", "ru"], { env: { COLUMNS: "40" } });
    const wide = out.split("\n").filter((line) => [...line].length > 40 && !line.includes("http"));
    expect(wide).toEqual([]);
  });
});

describe.concurrent("what is about a person", () => {
  const values = ["Иванов", "Вавилова", "9261234567", "926 123-45-67", "12345678"];

  it("stays out of JSON unless it is asked for", async () => {
    const hidden = await run([...LETTER, "--json"]);
    for (const value of values) expect(hidden.out).not.toContain(value);
    const { document } = await json(LETTER);
    expect(result(document).personal).toBe(false);
    expect(result(document).letter.signature).toContain("[ФИО]");
    expect(result(document).missing).toEqual([]);
    const shown = await json([...LETTER, "--show-personal"]);
    expect(result(shown.document).personal).toBe(true);
    expect(JSON.stringify(shown.document)).toContain("Иванов Пётр Сергеевич");
  });

  it("is not repeated in a problem either", async () => {
    const { code, document } = await json(["claim", "bank-operation-not-mine", "--field", "card=4276123412341234"]);
    expect(code).toBe(2);
    expect(document.problem.code).toBe("bad-field");
    expect(JSON.stringify(document)).not.toContain("4276");
  });

  it("does not reach the calendar", async () => {
    const at = folder();
    const { code } = await run([...LETTER, "--ics", join(at, "claim.ics")]);
    expect(code).toBe(0);
    const text = readFileSync(join(at, "claim.ics"), "utf8").replaceAll("\r\n ", "");
    for (const value of values) expect(text).not.toContain(value);
  });
});

describe.concurrent("files", () => {
  it("takes the form from the name, and writes what a reader can open, for the owner alone", async () => {
    const at = folder();
    for (const name of ["a.txt", "a.md", "a.html", "a.docx"]) {
      const { code, err } = await run([...LETTER, "-O", join(at, name)]);
      expect({ name, code }).toEqual({ name, code: 0 });
      expect(err).toContain(name);
      expect(statSync(join(at, name)).mode & 0o077).toBe(0);
    }
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(join(at, "a.docx")) });
    for (const text of [value, readFileSync(join(at, "a.txt"), "utf8"), readFileSync(join(at, "a.html"), "utf8")]) {
      expect(text).toContain("Иванов Пётр Сергеевич");
      expect(text).toContain("ПАО «МегаФон»");
    }
  });

  it("writes a letter and a calendar at once, also beside JSON", async () => {
    const at = folder();
    const { code, document } = await json([...LETTER, "-O", join(at, "claim.docx"), "--ics", join(at, "claim.ics")]);
    expect(code).toBe(0);
    expect(result(document).files).toEqual({ letter: join(at, "claim.docx"), calendar: join(at, "claim.ics") });
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(at, "claim.ics"), "utf8")));
    const days = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).startDate.toString());
    expect(days).toEqual(["2026-11-23", "2026-11-25", "2026-11-26", "2026-12-23", "2026-12-24", "2027-05-05"]);
    expect(result(document).dates.map(({ date }) => date)).toEqual(days);
  });

  it("is never overwritten without --force", async () => {
    const at = folder();
    const file = join(at, "claim.txt");
    writeFileSync(file, "mine");
    const { code, err } = await run([...LETTER, "-O", file, "--ics", join(at, "claim.ics"), "--lang", "en"]);
    expect({ code, file: readFileSync(file, "utf8") }).toEqual({ code: 2, file: "mine" });
    expect(err).toContain("--force");
    expect(existsSync(join(at, "claim.ics"))).toBe(false);
    expect((await run([...LETTER, "-O", file, "--force"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("ПРЕТЕНЗИЯ");
  });

  it.each([
    ["a folder", (at: string) => at],
    ["a file in no folder", (at: string) => join(at, "none", "claim.txt")],
    ["a link that leads nowhere", (at: string) => join(at, "lost")],
  ])("refuses %s in one line", async (_what, path) => {
    const at = folder();
    symlinkSync(join(at, "elsewhere"), join(at, "lost"));
    const { code, out, err } = await run([...LETTER, "-O", path(at)]);
    expect({ code, out, lines: err.split("\n").length }).toEqual({ code: 2, out: "", lines: 2 });
    expect(existsSync(join(at, "elsewhere"))).toBe(false);
  });

  it("refuses the ending of another kind of file, and takes a bare name for plain text", async () => {
    const at = folder();
    const { code, err } = await run([...LETTER, "-O", join(at, "claim.pdf"), "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toContain(".docx");
    expect(existsSync(join(at, "claim.pdf"))).toBe(false);
    expect((await run([...LETTER, "-O", join(at, "claim")])).code).toBe(0);
    expect(readFileSync(join(at, "claim"), "utf8")).toContain("ПРЕТЕНЗИЯ");
  });

  it.skipIf(process.platform !== "linux")("says that a disk is full, and leaves no stack behind", async () => {
    const piped = await shell(`"$DOZVON" claim ${KIND} --format text > /dev/full`);
    expect(piped.code).toBe(5);
    expect(piped.err).toContain("ENOSPC");
    expect(piped.err.split("\n")).toHaveLength(2);
  });

  it("takes no second spelling of a file for another file", async () => {
    const at = folder();
    const spelt = `${at}/./letter.txt`;
    const { code } = await run([...LETTER, "-O", join(at, "letter.txt"), "--ics", spelt, "--force"]);
    expect({ code, there: existsSync(join(at, "letter.txt")) }).toEqual({ code: 2, there: false });
  });

  it.skipIf(process.platform !== "linux")("reads no further than a letter's fields may go", async () => {
    const { code, err } = await run([...LETTER, "--fields", "/dev/zero"]);
    expect(code).toBe(2);
    expect(err).not.toBe("");
  });

  it("keeps the file of --force whole when it cannot be replaced", async () => {
    const at = folder();
    mkdirSync(join(at, "locked"));
    const { code } = await run([...LETTER, "-O", join(at, "locked"), "--force"]);
    expect(code).toBe(2);
    expect(statSync(join(at, "locked")).isDirectory()).toBe(true);
  });

  it("sends just the letter to standard output for -O -, or where a form is named", async () => {
    const dash = await run([...LETTER, "-O", "-"]);
    const named = await run([...LETTER, "--format", "text"]);
    expect(dash.out).toBe(named.out);
    expect(named.out.startsWith("Кому: ПАО «МегаФон»\n")).toBe(true);
    expect(named.out.trimEnd().endsWith("(должность, ФИО, подпись, дата, вх. №)")).toBe(true);
  });
});

describe.concurrent("fields", () => {
  it("come from a file, from standard input, and a flag wins", async () => {
    const at = folder();
    const text = `\ufeff${JSON.stringify({ ...PERSONAL, amount: 300.5, service: null })}\r\n`;
    writeFileSync(join(at, "fields.json"), text);
    const expected = { code: 0, err: "" };
    const file = ["claim", KIND, "--fields", join(at, "fields.json"), "--format", "text"];
    const fromFile = await run(file);
    expect(fromFile).toMatchObject(expected);
    expect(fromFile.out.replaceAll("\u00a0", " ")).toContain("300 руб. 50 коп.");
    const piped = await run(["claim", KIND, "--fields", "-", "--format", "text"], { input: text });
    expect(piped.out).toBe(fromFile.out);
    const over = await run([...file, "--field", "amount=7"]);
    expect(over.out.replaceAll("\u00a0", " ")).toContain("7 руб. 00 коп.");
  });

  it.each([
    ["not JSON", "{", "bad-field"],
    ["a list", "[]", "bad-field"],
    ["a field that is not there", `{"nmae":"x"}`, "bad-field"],
    ["a value of another type", `{"name":true}`, "bad-field"],
    ["a key of the object's own ancestry", `{"__proto__":"x"}`, "bad-field"],
    ["a negative sum", `{"amount":-5}`, "bad-field"],
    ["an impossible date", `{"charged-on":"2026-02-30"}`, "bad-field"],
    ["too much", `{"name":"${"я".repeat(1_100_000)}"}`, "bad-field"],
  ])("%s is refused in one document", async (_what, input, problem) => {
    const { code, document } = await json(["claim", KIND, "--fields", "-"], { input });
    expect({ code, problem: document.problem.code }).toEqual({ code: 2, problem });
  });

  it.each([
    ["a field twice", ["--field", "amount=1", "--field", "amount=2"], "usage"],
    ["no value", ["--field", "amount"], "bad-field"],
    ["a file that is not there", ["--fields", "none.json"], "usage"],
    ["JSON and a form", ["--format", "md", "--json"], "usage"],
    ["a form that the name of the file is not", ["--format", "text", "-O", "x.docx"], "usage"],
    ["a form by no name", ["--format", "text", "-O", "x.pdf"], "usage"],
    ["docx without a file", ["--format", "docx"], "usage"],
    ["one file for both", ["-O", "x.ics", "--ics", "x.ics"], "usage"],
    ["a demand that is not there", ["--skip-demand", "moon"], "bad-field"],
    ["a demand that has to stay", ["--skip-demand", "refund"], "bad-field"],
    ["an operator that is not there", ["-o", "megafn"], "unknown-operator"],
    ["a date of the answer that is not", ["--as-of", "2026-02-30"], "impossible-date"],
  ])("%s is refused", async (_what, flags, problem) => {
    const { code, document } = await json(["claim", KIND, ...flags.filter((flag) => flag !== "--json")]).catch(() => ({
      code: null,
      document: null,
    }));
    expect({ code, problem: document?.problem.code }).toEqual({ code: 2, problem });
    const plain = await run(["claim", KIND, ...flags]);
    expect(plain.code).toBe(2);
    expect(`${plain.out}${plain.err}`).not.toMatch(/\n\s+at /);
  });

  it("a form that is not there gets the list of those that are", async () => {
    const { code, err } = await run(["claim", KIND, "--format", "pdf", "--lang", "en"]);
    expect(code).toBe(2);
    expect(err).toContain("text, md, html, docx");
  });

  it("left out are named, and with --strict make exit code 3", async () => {
    const { code, document } = await json(["claim", KIND, "--strict", ...AS_OF]);
    expect(code).toBe(3);
    expect(document.ok).toBe(true);
    expect(document.notices.map((notice) => notice.code)).toEqual(["fields-missing"]);
    expect((await json([...LETTER, "--strict"])).code).toBe(0);
  });
});

describe.concurrent("the kind", () => {
  it("is asked for with exit code 3 where nobody can be asked", async () => {
    const { code, document } = await json(["claim"]);
    expect(code).toBe(3);
    expect(document.problem).toMatchObject({ code: "missing-facts", missing: ["kind"], allowed: KINDS });
  });

  it("misspelt gets the nearest", async () => {
    const { code, document } = await json(["claim", "merchnat"]);
    expect({ code, problem: document.problem.code, hints: document.problem.hints }).toEqual({
      code: 2,
      problem: "unknown-claim",
      hints: ["merchant"],
    });
    expect(document.problem.detail).toContain('"merchnat"');
    const long = (await json(["claim", `${"x".repeat(59)}yz`])).document.problem.detail;
    expect(long).toContain(`"${"x".repeat(59)}y"`);
  });
});

describe.concurrent("the whole picture", () => {
  it.each([
    ["roskomnadzor", "Роскомнадзор", "Москва, Китайгородский проезд, д. 7, стр. 2"],
    ["rospotrebnadzor", "Роспотребнадзор", null],
  ])(
    "to %s has its name and the address it takes letters at, and no channel of the operator's",
    async (id, name, address) => {
      const { document } = await json([
        "claim",
        "regulator-complaint",
        "-o",
        "mts",
        "--field",
        `regulator=${id}`,
        ...AS_OF,
      ]);
      expect(result(document).addressee).toMatchObject({ name, address });
      expect(result(document).send.channels).toEqual([]);
    },
  );

  it("to a shop goes to no channel of the operator's", async () => {
    const { document } = await json(["claim", "refund-refused", "-o", "mts", "--field", "paid-from=card", ...AS_OF]);
    expect(result(document).send.channels).toEqual([]);
  });

  it("names the fields left blank, and says nothing of blanks where there are none", async () => {
    const [blank, whole] = await Promise.all([json(["claim", KIND, ...AS_OF, "--lang", "en"]), json(LETTER)]);
    const fields = result(blank.document).missing.map(({ field }) => field);
    expect(blank.document.notices).toMatchObject([
      { code: "fields-missing", text: `The letter has blanks: ${fields.join(", ")}.` },
    ]);
    expect([result(whole.document).missing, whole.document.notices]).toEqual([[], []]);
  });

  it("names what was stated and is not in the letter: no choice is dropped in silence", async () => {
    const chosen = ["outcome=partial", "outstanding=100", "no-consent=not-delivered", "want=performance", "demanded=5"];
    const flags = chosen.flatMap((one) => ["--field", one]);
    const { out, err } = await run(["claim", "refund-refused", ...flags, ...AS_OF, "--lang", "en"]);
    expect(`${out}${err}`).toMatch(/not in this letter: demanded\./);
    expect(`${out}${err}`).not.toMatch(/not in this letter:.*(want|outcome|outstanding|no-consent)/);
  });

  it("goes to the operator's own channels for letters", async () => {
    const { document } = await json(LETTER);
    const ids = result(document).send.channels.map(({ id }) => id);
    const taken = OPERATORS.flatMap(({ channels }) => channels).filter(({ topics }) => topics.includes("refund-claim"));
    expect(ids.filter((id) => !taken.some((one) => one.id === id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(["megafon.post.claims", "megafon.web.form", "megafon.office.shops"]));
    expect(result(document).send.channels.every(({ kind }) => !["voice", "sms", "ussd"].includes(kind))).toBe(true);
  });

  it("is the same for the same input", async () => {
    const [one, two] = await Promise.all([run([...LETTER, "--json"]), run([...LETTER, "--json"])]);
    expect(one.out).toBe(two.out);
  });

  it("takes the operator from the environment, and blames the variable for a wrong one", async () => {
    const { document } = await json(["claim", KIND, ...AS_OF], { env: { DOZVON_OPERATOR: "mts" } });
    expect(result(document).addressee.address).toContain("Марксистская");
    const wrong = await json(["claim", KIND], { env: { DOZVON_OPERATOR: "mtss" } });
    expect(wrong.document.problem.code).toBe("bad-environment");
  });

  it("has no law without its grade, and no e-mail of a regulator", async () => {
    const { out } = await run([
      "claim",
      "regulator-complaint",
      "--field",
      "regulator=roskomnadzor",
      "--field",
      "line=mobile",
      "--lang",
      "en",
    ]);
    expect(out).toMatch(/\((official|agreed|corroborated|one source)/i);
    expect(out).not.toMatch(/@rkn/);
  });

  it("stands in the list a lawyer reads: each norm of a letter with the letter, how sure it is and when it was read", async () => {
    const [{ document: letter }, { document: list }] = await Promise.all([json(LETTER), json(["sources", "--law"])]);
    const { norms } = list.result as unknown as {
      norms: {
        id: string;
        grade: string;
        checkedOn: string;
        sources: unknown[];
        usedIn: { kind: string; id: string; part: string }[];
      }[];
    };
    const lines = result(letter).law as unknown as { id: string; grounds: string[] }[];
    expect(lines.length).toBeGreaterThan(3);
    for (const { id: part, grounds } of lines) {
      for (const id of grounds)
        expect(norms.find((one) => one.id === id)?.usedIn).toContainEqual({ kind: "claim", id: KIND, part });
    }
    const authored = (file: string) => JSON.parse(readFileSync(`data/${file}`, "utf8"));
    const rules: { id?: string; ground: string; also?: string[] }[] = authored("merchants/mobile-account.json").refund
      .rules;
    const ways: { id?: string; ground: string; route: string }[] = authored("refund-routes.json").routes;
    const refunds = [
      ...rules.map((one) => ({ ...one, of: "mobile-account" })),
      ...ways.map((one) => ({ ...one, of: one.route, also: [] })),
    ];
    for (const { id, ground, also = [], of } of refunds) {
      for (const norm of norms.filter((one) => [ground, ...also].includes(one.id)))
        expect(norm.usedIn).toContainEqual({ kind: "refund", id: of, part: id ?? ground });
    }
    for (const norm of norms) {
      expect(norm).toMatchObject({ grade: expect.any(String), checkedOn: expect.stringMatching(/^2026-\d\d-\d\d$/) });
      expect([norm.id, norm.sources.length > 0, norm.usedIn.length > 0]).toEqual([norm.id, true, true]);
    }
    const { out } = await run(["sources", "--law", "--lang", "ru"]);
    for (const { id } of norms) expect(out).toContain(`${id}\n`);
    expect((await run(["sources", "megafon", "--law"])).code).toBe(2);
  });

  // The chunks of an executable are not opened as files.
  it.skipIf(STANDALONE !== null)("loads Word's library for a Word file alone", async () => {
    const files = async (args: readonly string[]) => (await traced([...LETTER, ...args])).files.join("\n");
    expect(await files(["--format", "html"])).not.toMatch(/chunk-letter-docx/);
    expect(await files(["-O", join(folder(), "a.docx")])).toMatch(/chunk-letter-docx/);
  });
});
