/** `dozvon whose` as people run it: every kind of number, code and mistake, in text, in JSON and from standard input. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wrong } from "../register/answers.js";
import { parseRegister, spelled } from "../register/register-file.js";
import { FOLDER } from "../support/packed.js";
import { authored } from "../support/records.js";
import { json, run, shell, valid } from "../support/run.js";

interface Use {
  party: string | null;
  status: string;
  why: string | null;
  instead: { display: string }[];
  sources: { publisher: string }[];
}

interface Answer {
  input: string;
  kind: string | null;
  display: string | null;
  e164: string | null;
  extension: string | null;
  country: string | null;
  assigned: boolean | null;
  holder: { name: string; brand: string | null; brandConfidence: string | null; operator: string | null } | null;
  regions: { id: string }[];
  verdict: string | null;
  text: string;
  uses: Use[];
  problem: { code: string; hints: string[] } | null;
}

const numbersOf = (document: unknown): Answer[] =>
  (document as { result: { numbers: Answer[] } | null }).result?.numbers ?? [];

const asked = new Map<string, Promise<Answer>>();

/** One number with --json, valid by the published schema. */
function answerTo(text: string): Promise<Answer> {
  const known = asked.get(text) ?? json(["whose", text, "--lang", "ru"]).then(({ document }) => numbersOf(document)[0]);
  asked.set(text, known as Promise<Answer>);
  return known as Promise<Answer>;
}

const shown = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await run(["whose", ...args]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
};

describe.concurrent("what a number is", () => {
  it.each<[string, Partial<Answer>]>([
    ["+79261110500", { kind: "mobile", e164: "+79261110500", assigned: true, country: "RU", verdict: "known" }],
    ["8 (926) 111-05-00", { kind: "mobile", e164: "+79261110500" }],
    ["9261110500", { kind: "mobile", e164: "+79261110500" }],
    ["９２６１１１０５００", { kind: "mobile", e164: "+79261110500" }],
    ["+7 926 111 05 00 доб. 7", { kind: "mobile", e164: "+79261110500", extension: "7" }],
    ["+79000000000", { kind: "mobile", assigned: true, verdict: null }],
    ["8 800 550-05-00", { kind: "toll-free", e164: "+78005500500", verdict: "known" }],
    ["8 800 000-00-00", { kind: "toll-free", verdict: "unknown" }],
    ["8 809 123-45-67", { kind: "premium", verdict: "unknown" }],
    ["8 808 123-45-67", { kind: "personal" }],
    ["+7 495 123-45-67", { kind: "landline", country: "RU" }],
    ["+7 123 456-78-90", { kind: "unallocated" }],
    ["+49 30 123456", { kind: "foreign", country: "DE" }],
    ["8 10 49 30 123456", { kind: "foreign", country: "DE" }],
    ["+7 701 234-56-78", { kind: "foreign", country: "KZ" }],
    ["+800 1234 5678", { kind: "foreign", country: null }],
    ["0500", { kind: "short", e164: null, verdict: "known" }],
    ["112", { kind: "short", verdict: "known" }],
    ["7730", { kind: "short", verdict: "unknown", uses: [] }],
    ["*777*12#", { kind: "ussd", verdict: "unknown", uses: [] }],
  ])("%s", async (text, expected) => {
    expect(await answerTo(text)).toMatchObject(expected);
  });

  it.each([
    ["0500", "megafon"],
    ["0890", "mts"],
    ["0611", "beeline"],
    ["611", "t2"],
    ["*100#", "megafon"],
    ["*100#", "mts"],
  ])("%s is of %s", async (text, party) => {
    const { uses } = await answerTo(text);
    expect(uses.filter(({ status }) => status === "current").map((use) => use.party)).toContain(party);
  });

  it("names everybody who uses one code in the one line of it", async () => {
    const { text } = await answerTo("*100#");
    expect(text).toMatch(/МегаФон: .*; МТС: /);
  });

  it("gives both regions of a range, and a landline's by its area code", async () => {
    expect((await answerTo("+79261110500")).regions.map(({ id }) => id)).toEqual(["moscow", "moscow-oblast"]);
    expect((await answerTo("+7 843 123-45-67")).regions.map(({ id }) => id)).toEqual(["tatarstan"]);
    expect((await answerTo("+7 123 456-78-90")).regions).toEqual([]);
  });

  it("says how sure the brand of a company is", async () => {
    const { holder } = await answerTo("+79261110500");
    expect(holder).toMatchObject({ brand: "МегаФон", brandConfidence: "corroborated", operator: "megafon" });
  });
});

describe.concurrent("one field of a table or a card", () => {
  const FIELD = "тел. 8 800 550-05-00; +960 771-2345";

  it("that has two numbers is answered twice", async () => {
    const { document } = await json(["whose", FIELD, "--lang", "ru"]);
    expect(numbersOf(document).map(({ e164 }) => e164)).toEqual(["+78005500500", "+9607712345"]);
  });

  it("is one line of a stream all the same", async () => {
    const input = `${FIELD}\n89261112233\n`;
    const texts = await run(["whose", "-", "--lang", "ru"], { input });
    expect(texts.out.split("\n").map((line) => line.split("\t").length)).toEqual([4, 2, 1]);
    const { out } = await run(["whose", "-", "--json"], { input });
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => numbersOf(JSON.parse(line)).length),
    ).toEqual([2, 1]);
  });
});

describe.concurrent("what time it is there", () => {
  const AT = ["--as-of", "2026-11-29T12:00:00+03:00", "--lang", "ru"];

  it.each([
    ["+7 924 123-45-67", "Там сейчас 19:00."],
    ["+7 401 212-34-56", "Там сейчас 11:00."],
    ["+7 411 212-34-56", "Там сейчас 18:00 или 19:00 или 20:00."],
  ])("at a number of one region: %s", async (text, expected) => {
    expect(await shown(text, ...AT)).toContain(expected);
  });

  it("is not said of a day, or of a number that has no region", async () => {
    expect(await shown("+7 924 123-45-67", "--as-of", "2026-11-29", "--lang", "ru")).not.toContain("Там сейчас");
    expect(await shown("8 800 550-05-00", ...AT)).not.toContain("Там сейчас");
  });
});

describe.concurrent("a code or number found on the web", () => {
  it.each<[string, string, RegExp | null]>([
    ["*435*3#", "refuted", null],
    ["8800 550050", "refuted", /^8 800 550-05-00$/],
    ["669", "refuted", /^611$/],
    ["000105", "stale", null],
    ["СТОП на 5051", "stale", null],
    ["0628", "disputed", /^0611$/],
  ])("%s is %s, with the reason and something in its place", async (text, verdict, instead) => {
    const answer = await answerTo(text);
    const [first] = answer.uses;
    expect({ verdict: answer.verdict, why: Boolean(first?.why) }).toEqual({ verdict, why: true });
    expect(first?.instead[0]?.display ?? "").toMatch(instead ?? /./);
  });

  it.each([
    ["*435*3#", /^Wrong: do not dial/m],
    ["8800 550050", /^Wrong: do not dial/m],
    ["8 800 555-35-35", /^This is not the Gosuslugi hotline/],
    ["СТОП на 5051", /^Out of date: do not dial/m],
    ["0628", /^Sources disagree/m],
    ["*777*12#", /do not dial it/],
    ["7730", /do not call or text it/],
    ["8 800 000-00-00", /do not call it/],
  ])("%s warns before anything else is said", async (text, warning) => {
    const [, second = ""] = (await shown(text, "--lang", "en")).split("\n");
    expect(second).toMatch(warning);
  });

  it("a call-forwarding code says what it does before its name", async () => {
    const [, second] = (await shown("**21*+79261110500#", "--lang", "en")).split("\n");
    expect(second).toMatch(/^Do not dial/);
  });

  it("an unknown content number leads to who took the money", async () => {
    expect(await shown("7730", "--lang", "en")).toMatch(/If it took money: dozvon \S+/);
  });
});

describe.concurrent("in words", () => {
  it.each([
    ["ru", "Диапазон закреплён за: МегаФон", "https://www.niir.ru/bdpn/", "Номер на экране не доказывает, кто звонит"],
    ["en", "The range is assigned to: MegaFon", "https://www.niir.ru/bdpn/", "does not prove who is calling"],
  ])("a mobile number in %s names the range, the public check and what a call proves", async (lang, ...parts) => {
    const text = (await shown("+79261110500", "--lang", lang)).replace(/\s+/g, " ");
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(/operator is |оператор (?:номера|—) /i);
    expect(text).toContain("https://opendata.digital.gov.ru/registry/numeric");
  });

  it("a short number says that it answers only in that network, and what a call from it does not prove", async () => {
    const text = await shown("0500", "--lang", "en");
    expect(text).toContain("It answers only in this operator's network");
    expect(text).toContain("does not prove who is calling");
  });

  it("a bank's short number warns of calls that pretend to come from it, the emergency number does not say to hang up", async () => {
    expect(await shown("900", "--lang", "en")).toContain("hang up");
    expect(await shown("112", "--lang", "en")).not.toContain("hang up");
  });

  it("an 8 800 number is free inside Russia and does not answer from abroad, said once", async () => {
    const text = (await shown("8 800 550-05-00", "--lang", "en")).replace(/\s+/g, " ");
    expect(text.match(/not from abroad/g)).toHaveLength(1);
  });

  it("an unassigned number says so and keeps the door open", async () => {
    const [gap = ""] = readFileSync("tests/fixtures/register-gaps.csv", "utf8").split(";");
    const text = (await shown(gap, "--lang", "en")).replace(/\s+/g, " ");
    expect(text).toContain("this range is not assigned to anyone");
    expect(text).toContain("given out later");
    expect(text).not.toContain("niir.ru");
  });

  it("--accessible spells the digits apart", async () => {
    const [first] = (await shown("0500", "--accessible", "--lang", "en")).split("\n");
    expect(first).toBe("0 5 0 0 — a short number: MegaFon");
  });

  it("takes one number typed in groups without quotes for one", async () => {
    expect((await shown("8", "926", "111-05-00", "--lang", "en")).match(/a mobile number/g)).toHaveLength(1);
  });

  it("takes a wrong spelling of a known number, pasted without quotes, for one", async () => {
    expect(await shown("8800", "550050", "--lang", "en")).toMatch(/^Wrong: do not dial/m);
    expect((await shown("0500", "0890", "--lang", "en")).match(/a short number/g)).toHaveLength(2);
  });

  it.each([
    [["8", "926", "222", "33", "44"], 1],
    [["12345", "67890"], 2],
  ])("is not put together of parts that no number has: %j", async (parts, count) => {
    expect(numbersOf((await json(["whose", ...parts])).document)).toHaveLength(count);
  });

  it.each(["nobody", "1"])("alone and none is refused: %s", async (text) => {
    const { code, document } = await json(["whose", text]);
    expect([code, document.problem.code]).toEqual([2, "bad-number"]);
  });

  it.each([
    ["+79261110500", ["number-portability", "number-caller-id"]],
    ["9305080000", ["number-range-free", "number-caller-id"]],
    ["+4930123456", ["number-caller-id"]],
    ["0500", ["number-caller-id"]],
    ["*100#", []],
  ])("of the kind of %s comes with what holds for all of them", async (text, codes) => {
    const { notices } = (await json(["whose", text, "--lang", "en"])).document;
    expect(notices.map(({ code }) => code)).toEqual(codes);
    const [said = { text: "" }] = notices;
    if (codes.includes("number-portability")) expect(said.text).toContain("https://www.niir.ru/bdpn/");
    expect(notices.map((one) => one.text).join()).not.toMatch(/[{}]|undefined/);
  });
});

describe.concurrent("several numbers", () => {
  it("come back in order in one document, bad ones in their place, and end with 6", async () => {
    const { code, document } = await json(["whose", "0500", "letters", "+79261110500", "+900"]);
    const numbers = numbersOf(document);
    expect({ code, ok: document.ok }).toEqual({ code: 6, ok: true });
    expect(numbers.map(({ input, kind, problem }) => [input, kind, problem?.code ?? null])).toEqual([
      ["0500", "short", null],
      ["letters", null, "bad-number"],
      ["+79261110500", "mobile", null],
      ["+900", null, "bad-number"],
    ]);
    expect(numbers[3]?.problem?.hints).toEqual(["900"]);
    expect(document.notices.map((notice) => notice.code)).toEqual(["number-portability", "number-caller-id"]);
  });

  it("say the register's source once, after the last", async () => {
    const text = await shown("+79261110500", "+79161112233", "--lang", "en");
    expect(text.match(/opendata\.digital\.gov\.ru/g)).toHaveLength(1);
  });

  it("are known from an overlay too, one a line included", async () => {
    const folder = mkdtempSync(join(FOLDER, "overlay-"));
    const line = authored({ id: "megafon.voice.our-desk", value: "+79262223344", numberType: "e164", preference: 900 });
    mkdirSync(join(folder, "operators"));
    writeFileSync(join(folder, "operators/megafon.json"), JSON.stringify({ id: "megafon", channels: [line] }));
    const args = ["--directory", folder, "--json"];
    const [one, many] = await Promise.all([
      run(["whose", "89262223344", ...args]),
      run(["whose", "-", ...args], { input: "89262223344\n" }),
    ]);
    for (const { out } of [one, many]) expect(numbersOf(await valid(out))[0]).toMatchObject({ verdict: "known" });
  });

  it("show an empty one as such", async () => {
    const { code, out } = await run(["whose", "", "0500", "--lang", "en"]);
    expect({ code, first: out.split("\n")[0] }).toEqual({ code: 6, first: '"" — An empty line.' });
  });

  it("come without a number in what a log would keep", async () => {
    const { document } = await json(["whose", "+79261110500"]);
    expect(JSON.stringify(document.query)).not.toContain("926");
  });
});

const LINES = [
  ["+79261110500", "+79261110500\trange: MegaFon"],
  ["8 916 111-22-33", "+79161112233\trange: MTS"],
  ["abc", "abc\tNot a number: There are letters"],
  ["0500\r", "0500\tMegaFon: "],
  ["5", "5\tNot a number: Too short"],
  ["892611105001234567890", "892611105001234567890\tNot a number: Too long"],
  ["89161234567\0", "89161234567\tNot a number: This is not text."],
  ["\u001b[31m0500", "\tNot a number: "],
  ["5".repeat(10_000_000), `${"5".repeat(200)}…\tNot a number: The line is longer`],
  ["+49 30 123456", "+4930123456\ta number of another country; Germany"],
  ["*435*3#", "*435*3#\twrong: MegaFon"],
  ["8800 550050", "8800 550050\twrong: MegaFon"],
  ["9261110500 and no line end", "9261110500 and no line end\tNot a number: "],
] as const;

describe.concurrent("standard input", () => {
  // A blank line is no question.
  const input = `\n  \n${LINES.map(([line]) => line).join("\n")}`;

  it("is answered line by line, in order, each bad line in its own way", async () => {
    const { code, out, err } = await run(["whose", "-", "--lang", "en"], { input });
    const answers = out.trimEnd().split("\n");
    expect({ code, err, count: answers.length }).toEqual({ code: 6, err: "", count: LINES.length });
    answers.forEach((answer, index) => {
      const expected = LINES[index]?.[1] ?? "?";
      expect(expected.startsWith("\t") ? answer.slice(answer.indexOf("\t")) : answer).toContain(expected);
    });
    expect(out).not.toContain("\u001b");
  });

  it("is answered as one valid document a line with --json", async () => {
    const { code, out, err } = await run(["whose", "-", "--json"], { input });
    const answers = await Promise.all(out.trimEnd().split("\n").map(valid));
    expect({ code, err }).toEqual({ code: 6, err: "" });
    expect(answers.map(({ ok }) => ok)).toEqual(LINES.map(([, answer]) => !answer.includes("Not a number")));
    for (const { ok, problem } of answers) if (!ok) expect(problem.code).toBe("bad-number");
  });

  it("gives a number the same answer as the command line does", async () => {
    const numbers = ["+79261110500", "89161112233", "+7 963 783-52-77", "9305080000", "8 800 550-05-00", "0500"];
    // Abkhazia's.
    numbers.push("9401234567", "+7 940 765-43-21");
    const { out } = await run(["whose", "-", "--json", "--lang", "ru"], { input: numbers.join("\n") });
    const lines = out.trimEnd().split("\n");
    for (const [index, number] of numbers.entries()) {
      expect(numbersOf(JSON.parse(lines[index] ?? ""))[0]).toEqual(await answerTo(number));
    }
  });

  it.each([
    ["nothing at all", "", ""],
    ["one line without an end", "0500", "0500\tMegaFon"],
    ["a byte order mark", "\ufeff0500\n", "0500\tMegaFon"],
    ["CRLF", "89261110500\r\n", "+79261110500\trange: MegaFon"],
  ])("bears with %s", async (_, text, expected) => {
    const { code, out } = await run(["whose", "-", "--lang", "en"], { input: text });
    expect(code).toBe(0);
    expect(out.startsWith(expected)).toBe(true);
  });

  it("survives anything", async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 2_654_435_761) >>> 11);
    const lines = bytes.filter((byte) => byte === 10).length + (bytes.at(-1) === 10 ? 0 : 1);
    const { code, out, err } = await run(["whose", "-"], { input: bytes });
    expect({ code, err, lines: out.split("\n").length - 1 }).toEqual({ code: 6, err: "", lines });
  });

  it("ends quietly when nobody reads on, and arrives whole when somebody does", async () => {
    const many = 'i=0; while [ $i -lt 4000 ]; do echo "+7926111$((1000+i))"; i=$((i+1)); done';
    const head = await shell(`yes 89161112233 | "$DOZVON" whose - | head -1`);
    expect({ code: head.code, err: head.err, lines: head.out.split("\n").length - 1 }).toEqual({
      code: 0,
      err: "",
      lines: 1,
    });
    const whole = await shell(`{ ${many}; } | "$DOZVON" whose - | cat`);
    const answers = whole.out.trimEnd().split("\n");
    expect(answers.map((line) => line.split("\t")[0])).toEqual(
      Array.from({ length: 4000 }, (_, index) => `+7926111${1000 + index}`),
    );
  });
});

describe.concurrent("the register", () => {
  const rows = parseRegister(readFileSync("tests/fixtures/register-sample.csv", "utf8"));
  const gaps = readFileSync("tests/fixtures/register-gaps.csv", "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(";").map(Number) as [number, number]);

  async function answersTo(numbers: readonly number[]): Promise<string[]> {
    const input = numbers.map(spelled).join("\n");
    const { code, out } = await run(["whose", "-", "--json", "--lang", "ru"], { input });
    expect(code).toBe(0);
    return out.trimEnd().split("\n");
  }

  it("holds the first and last number and the middle of 500 of its rows as it says", async () => {
    expect(rows).toHaveLength(500);
    const inside = rows.flatMap(({ first, last }) => [first, Math.floor((first + last) / 2), last]);
    const answers = await answersTo(inside);
    expect(answers).toHaveLength(inside.length);
    expect(answers.flatMap((answer, index) => wrong(answer, inside[index] ?? 0, rows) ?? [])).toEqual([]);
  });

  it("gives nobody's numbers to nobody: the first and last of its gaps", async () => {
    const numbers = gaps.flat();
    expect(numbers.length).toBeGreaterThan(100);
    const answers = await answersTo(numbers);
    const held = answers.flatMap((answer) =>
      numbersOf(JSON.parse(answer)).filter(({ assigned }) => assigned !== false),
    );
    expect({ answers: answers.length, held }).toEqual({ answers: numbers.length, held: [] });
  });
});
