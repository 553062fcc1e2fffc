import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FOLDER } from "../support/packed.js";
import { hooked, run, valid } from "../support/run.js";
import { traced } from "../support/trace.js";

async function batch(input: string, args: readonly string[] = []) {
  const { code, out, err } = await run(["batch", ...args], { input });
  expect(err).toBe("");
  expect(out === "" || out.endsWith("\n")).toBe(true);
  const answers = [];
  for (const line of out.split("\n").slice(0, -1)) answers.push(await valid(line));
  return { code, answers, refs: answers.map((answer) => answer.query.ref) };
}

it.concurrent("answers in order and gives each ref back with its type", async () => {
  const refs = [7, "7", true, false, null, 1.5, -1, "", "ссылка № 8"];
  const lines = refs.map((ref) => JSON.stringify({ ref, operator: "yota", roaming: "home" }));
  const { code, refs: returned } = await batch(`${lines.join("\n")}\n`);
  expect(returned).toEqual(refs);
  expect(code).toBe(0);
});

it.concurrent("takes a missing ref for null", async () => {
  expect((await batch('{"operator":"yota"}\n')).refs).toEqual([null]);
});

it.concurrent.each([
  ["a byte order mark", '\ufeff{"ref":1}\n{"ref":2}\n'],
  ["CRLF", '{"ref":1}\r\n{"ref":2}\r\n'],
  ["blank lines and spaces", '\n  {"ref":1}  \n\n\t\r\n{"ref":2}\n\n'],
  ["no line end after the last line", '{"ref":1}\n{"ref":2}'],
])("bears with %s", async (_, input) => {
  const small = input.replaceAll(/"ref":(\d)/g, '"ref":$1,"operator":"letai"');
  const { code, refs, answers } = await batch(small);
  expect({ code, refs, ok: answers.map((answer) => answer.ok) }).toEqual({ code: 0, refs: [1, 2], ok: [true, true] });
});

it.concurrent.each<[string, string, string, unknown]>([
  ["not JSON", "{ref:1}", "bad-line", null],
  ["an array", '[{"ref":1}]', "bad-line", null],
  ["null", "null", "bad-line", null],
  ["an unknown field", '{"ref":"x","operater":"mts"}', "bad-line", "x"],
  ["a value of another type", '{"ref":5,"operator":["mts"]}', "bad-line", 5],
  ["an unknown operator", '{"ref":true,"operator":"mtz"}', "unknown-operator", true],
  ["a line that is none", '{"ref":2,"from":"городской"}', "unknown-value", 2],
  ["an empty value", '{"ref":0,"operator":""}', "usage", 0],
  ["a number in ref that would come back as another", '{"ref":12345678901234567890}', "bad-line", null],
  ["a field twice", '{"ref":7,"operator":"mts","operator":"megafon"}', "bad-line", null],
  ["a day that does not exist", '{"ref":8,"operator":"mts","asOf":"2026-13-01"}', "impossible-date", 8],
  ["fields of two questions", '{"ref":9,"whose":"900","charge":"XSOLLA"}', "bad-line", 9],
  ["contradictory facts", '{"ref":1,"roaming":"home","country":"TR"}', "contradictory-facts", 1],
  ["a line of 2 MB", `{"ref":1,"operator":"${"x".repeat(2 * 1024 * 1024)}"}`, "bad-line", null],
])("answers %s in its place and goes on", async (_, line, problem, ref) => {
  const { code, answers } = await batch(`{"ref":"a","operator":"letai"}\n${line}\n{"ref":"b","operator":"letai"}\n`);
  expect(code).toBe(6);
  expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
  expect(answers.map((answer) => answer.query.ref)).toEqual(["a", ref, "b"]);
  expect(answers[1]?.problem.code).toBe(problem);
  // A line has fields, not flags.
  expect(answers[1]?.problem.detail).not.toContain("--");
});

it.concurrent("takes facts as route does, and none from the environment", async () => {
  const line =
    '{"operator":"МегаФон","from":"мтс","roaming":"home","subscriber":"personal","without":["sms","ussd"]}\n';
  const env = { DOZVON_TOPIC: "balance", DOZVON_ROAMING: "abroad", DOZVON_COUNTRY: "TR" };
  const { out } = await run(["batch"], { input: `${line}{"operator":"letai"}\n`, env });
  const [full, bare] = await Promise.all(out.trimEnd().split("\n").map(valid));
  expect(full?.result.primary).toBe("megafon.voice.toll-free");
  expect(Object.keys(bare?.query.facts ?? {}).sort()).toEqual(["operator", "topic"]);
});

it.concurrent("reads a file as it reads standard input", async () => {
  const file = join(FOLDER, "requests.ndjson");
  const input = '{"ref":1,"operator":"letai"}\n';
  writeFileSync(file, input);
  const asOf = ["--as-of", "2026-11-22"];
  const [fromFile, fromDash, fromNothing] = await Promise.all([
    run(["batch", file, ...asOf]),
    run(["batch", "-", ...asOf], { input }),
    run(["batch", ...asOf], { input }),
  ]);
  expect(fromFile).toEqual(fromNothing);
  expect(fromDash).toEqual(fromNothing);
});

it.concurrent("answers 20,000 lines in memory that does not grow with them", async () => {
  const COUNT = 20_000;
  const file = join(FOLDER, "many.ndjson");
  const line = (ref: number) =>
    `{"ref":${ref},"operator":"domru","from":"mts","roaming":"home","subscriber":"personal"}\n`;
  writeFileSync(file, Array.from({ length: COUNT }, (_, ref) => line(ref)).join(""));
  const { code, out, err, peakMegabytes } = await traced(["batch", file, "--lang", "ru"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const refs = Array.from(out.matchAll(/"ref":(\d+),"asOf"/g), (found) => Number(found[1]));
  expect(refs).toEqual(Array.from({ length: COUNT }, (_, ref) => ref));
  // The answers together are some 130 MB of text in memory; what a run of any length takes is about 110.
  expect(peakMegabytes).toBeLessThan(200);
});

/** A line, and the command that asks the same. */
const QUESTIONS: readonly (readonly [line: string, command: readonly string[]])[] = [
  ['{"text":"мтс, потерял телефон"}', ["ask", "мтс, потерял телефон"]],
  ['{"text":"мегафон, связь и деньги"}', ["ask", "мегафон, связь и деньги"]],
  ['{"text":"кто звонил с 900"}', ["whose", "900"]],
  ['{"charge":"XSOLLA *GAME","account":"card"}', ["charge", "XSOLLA *GAME", "--account", "card"]],
  ['{"whose":"8 926 111-05-00"}', ["whose", "8 926 111-05-00"]],
  ['{"reply":"balance","operator":"t2"}', ["reply", "balance", "-o", "t2"]],
  ['{"find":"мтс баланс","roaming":"home"}', ["find", "мтс баланс", "-r", "home"]],
  ['{"contacts":"megafon","travel":true}', ["contacts", "megafon", "--travel"]],
  ['{"emergency":true,"country":"Турция"}', ["emergency", "--country", "Турция"]],
  ['{"refund":"steam","paid-with":"foreign-card"}', ["refund", "steam", "--paid-with", "foreign-card"]],
  ['{"refund":"steam","hours-played":1}', ["refund", "steam", "--hours-played", "1"]],
  [
    '{"claim":"content-without-consent","operator":"mts","fields":{"amount":299}}',
    ["claim", "content-without-consent", "-o", "mts", "--field", "amount=299"],
  ],
];

it.concurrent("answers every question as its command does", async () => {
  const at = ["--as-of", "2026-11-29T12:00", "--lang", "ru"];
  const { answers } = await batch(QUESTIONS.map(([line]) => `${line}\n`).join(""), at);
  const asked = await Promise.all(QUESTIONS.map(([, command]) => run([...command, "--json", ...at])));
  for (const [index, { out }] of asked.entries()) {
    const { kind, result, notices } = JSON.parse(out);
    const given = answers[index];
    expect({ kind: given?.kind, result: given?.result, notices: given?.notices }).toEqual({ kind, result, notices });
  }
});

it.concurrent("writes the customer's reply beside the answer where a line asks for it", async () => {
  const input = '{"operator":"mts","topic":"balance","reply":true}\n{"text":"мтс баланс","reply":true}\n';
  const { answers } = await batch(input, ["--lang", "ru"]);
  for (const { kind, result } of answers as unknown as { kind: string; result: { reply: { text: string } } }[]) {
    expect(["route", "ask"]).toContain(kind);
    expect(result.reply.text).toContain("*100#");
  }
});

it.concurrent.each([
  '{"text":"мегафон, я в Турции, не отвечает +7 926 111-05-00","reply":true}',
  '{"operator":"megafon","country":"TR","from":"own","subscriber":"personal","tried":"+7 926 111-05-00","reply":true}',
])("sends no customer to a number that is silent: %s", async (line) => {
  const [answer] = (await batch(`${line}\n`)).answers as unknown as { result: { reply: { text: string } } }[];
  expect(answer?.result.reply.text).not.toContain("+7 926 111-05-00");
});

it.concurrent("answers each line for its own moment, or else for the moment it is read", async () => {
  // An hour goes by each time the clock is looked at.
  const clock = "let hours = 0; Date.now = () => Date.UTC(2026, 10, 30, 6) + hours++ * 3_600_000;";
  const input = '{"operator":"letai"}\n{"operator":"letai","asOf":"2026-12-31T23:59"}\n{"operator":"letai"}\n';
  const { out } = await run(["batch"], { input, env: hooked(clock) });
  const [first, own, last] = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).query.asOf);
  expect(own).toBe("2026-12-31T23:59:00+03:00");
  expect(Date.parse(last) - Date.parse(first)).toBeGreaterThanOrEqual(3_600_000);
});

it.concurrent("says the same in 300 bytes a line", async () => {
  const lines = [
    ...QUESTIONS.map(([line]) => line),
    '{"ref":3,"operator":"mts","from":"megafon"}',
    '{"operator":"mtz"}',
  ];
  const { code, out } = await run(["batch", "--brief"], { input: `${lines.join("\n")}\n` });
  expect(code).toBe(6);
  const answers = out.trimEnd().split("\n");
  for (const line of answers) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(300);
  expect(answers).toHaveLength(lines.length);
  expect(JSON.parse(answers.at(-2) ?? "")).toEqual({
    ref: 3,
    kind: "route",
    operator: "mts",
    topic: "general-support",
    confidence: null,
    primary: "mts.voice.toll-free",
    display: "8 800 250-08-90",
    verdict: "proven",
    cost: "free",
    complete: false,
    problem: null,
  });
  expect(JSON.parse(answers.at(-1) ?? "")).toMatchObject({ primary: null, problem: "unknown-operator" });
  expect(JSON.parse(answers[0] ?? "").confidence).toBeGreaterThan(0.7);
});

it.concurrent("answers an emergency, and nothing else, whatever is wrong with the company's folder", async () => {
  const lines = ['{"emergency":true}', '{"text":"пожар, помогите"}', '{"whose":"112"}', '{"operator":"mts"}'];
  const { code, out } = await run(["batch", "--directory", join(FOLDER, "no-such")], { input: lines.join("\n") });
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(code).toBe(5);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
  expect(answers.slice(0, 2).map(({ result }) => result.primary)).toEqual(Array(2).fill("emergency.voice.112"));
  expect(answers.slice(0, 3).map(({ notices }) => notices[0].code)).toEqual(Array(3).fill("surroundings-left-out"));
  expect(answers[3].problem.code).toBe("bad-directory");
});

it.concurrent("names the encoding where a line is not in UTF-8", async () => {
  const { out } = await run(["batch", "--lang", "en"], {
    input: Buffer.from('{"text":"\xef\xee\xf2\xe5\xf0\xff\xeb"}', "latin1"),
  });
  expect(JSON.parse(out).problem).toMatchObject({ code: "bad-line", detail: "Line 1 is not in UTF-8." });
});
