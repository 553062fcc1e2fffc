/** `npm run eval`: the figures of a file of labelled questions. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withFolder } from "../support/folders.js";

function evaluate(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [".build/evaluate.cjs", ...args], {
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

const question = (id: string, text: string, topic: string, more: object = {}) =>
  JSON.stringify({ id, text, topic, operator: "mts", location: "unspecified", ...more });

it("counts a second topic, the operator, the place and what is turned away, and names what was confused", () => {
  const lines = [
    question("q1", "мтс какой у меня баланс", "balance"),
    question("q2", "мтс какой у меня баланс", "tariff", { second_topic: "balance" }),
    question("q3", "мтс какой у меня баланс", "office", { operator: "yota", location: "abroad" }),
    question("q4", "мтс, юрлицо, кто наш менеджер", "corporate-service", { subscriber: "corporate" }),
    question("q5", "как сварить борщ", "out-of-scope", { operator: "unknown" }),
  ];
  withFolder({ "questions.jsonl": `${lines.join("\n")}\n` }, (folder) => {
    const { status, out, err } = evaluate([join(folder, "questions.jsonl")]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toMatch(/top-1.* 75\.0 % +3 of 4/);
    expect(out).toMatch(/operator.* 80\.0 % +4 of 5/);
    expect(out).toMatch(/place: recall.* 0\.0 % +0 of 1/);
    expect(out).toMatch(/corporate recognised.* 100\.0 % +1 of 1/);
    expect(out).toMatch(/real questions refused.* 0 of 4/);
    expect(out).toMatch(/out of scope refused.* 1 of 1/);
    expect(out).toMatch(/1 +office -> balance/);
    expect(out).toContain("missed: q3");
  });
});

it("measures several files in one table, calls for help among them, and tells why a text is read as it is", () => {
  const files = {
    "a.jsonl": `${question("q1", "мтс какой у меня баланс", "balance")}\n`,
    "calls.txt": "дом горит\nчеловек не дышит\n",
    "not-calls.txt": "мтс какой у меня баланс\n",
  };
  withFolder(files, (folder) => {
    const { status, out } = evaluate(Object.keys(files).map((name) => join(folder, name)));
    expect(status).toBe(0);
    expect(out).toMatch(/a\.jsonl +1 +100\.0 %/);
    expect(out).toMatch(/calls\.txt +2 +112 100\.0 %/);
    expect(out).toMatch(/not-calls\.txt +1 +112 0\.0 %/);
  });
  expect(evaluate(["--why", "мтс какой у меня баланс"]).out).toMatch(/"topic": "balance"[\s\S]*"operator": "mts"/);
});

it("says in one line what is wrong with its input", () => {
  withFolder({ "bad.jsonl": '{"id":"q1"}\n' }, (folder) => {
    writeFileSync(join(folder, "torn.jsonl"), '{"id":');
    for (const args of [[], [join(folder, "none.jsonl")], [join(folder, "torn.jsonl")], [join(folder, "bad.jsonl")]]) {
      const { status, out, err } = evaluate(args);
      expect({ status, out }).toEqual({ status: 2, out: "" });
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });
});
