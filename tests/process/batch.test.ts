import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FOLDER } from "../support/packed.js";
import { run, valid } from "../support/run.js";
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
  ["an empty value", '{"ref":0,"operator":""}', "usage", 0],
  ["contradictory facts", '{"ref":1,"roaming":"home","country":"TR"}', "contradictory-facts", 1],
  ["a line of 2 MB", `{"ref":1,"operator":"${"x".repeat(2 * 1024 * 1024)}"}`, "bad-line", null],
])("answers %s in its place and goes on", async (_, line, problem, ref) => {
  const { code, answers } = await batch(`{"ref":"a","operator":"letai"}\n${line}\n{"ref":"b","operator":"letai"}\n`);
  expect(code).toBe(6);
  expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
  expect(answers.map((answer) => answer.query.ref)).toEqual(["a", ref, "b"]);
  expect(answers[1]?.problem.code).toBe(problem);
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
