/** The helpdesk's morning on the front page, each line run as it stands there. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { packed } from "../support/packed.js";
import { valid } from "../support/run.js";

const [, section = ""] = readFileSync("README.md", "utf8").split("## A morning at the helpdesk\n");
const [, morning = ""] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
const [parallel = ""] = /parallel --[^`]+/.exec(section) ?? [];

const QUESTIONS = [
  '{"ref":1,"operator":"mts","from":"own"}',
  '{"ref":2,"text":"мтс, не работает интернет"}',
  '{"ref":3,"charge":"XSOLLA *GAME"}',
  '{"ref":4,"whose":"8 926 111-05-00"}',
];

const folder = mkdtempSync(join(tmpdir(), "dozvon-test-"));
writeFileSync(
  join(folder, "yesterday.ndjson"),
  `${Array.from({ length: 250 }, () => QUESTIONS.join("\n")).join("\n")}\n`,
);

async function inShell(line: string): Promise<string> {
  const env = { PATH: `${dirname(await packed())}:${process.env.PATH}`, HOME: folder, LANG: "en_US.UTF-8" };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd: folder, env, encoding: "utf8" });
  expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: expect.not.stringContaining("dozvon:") });
  return stdout;
}

const commands = morning.split("\n").filter((line) => line.startsWith("dozvon "));

describe("a morning at the helpdesk", () => {
  it("has a find, a route, a reply, a card and a batch", () => {
    expect(commands.map((line) => line.split(" ")[1])).toEqual([
      "find",
      "route",
      "reply",
      "contacts",
      "contacts",
      "batch",
    ]);
  });

  it("gives the line at once, as a record, and the corporate one where that is stated", async () => {
    const [first = ""] = (await inShell(commands[0] ?? "")).split("\n");
    expect(first).toContain("\t");
    expect(first.split("\t")).toContain("0500");
    expect((await inShell(commands[1] ?? "")).split("\n").slice(0, 4)).toContain("8 800 550-05-55");
  });

  it("gives a reply that says what only an office can do", async () => {
    expect(await inShell(commands[2] ?? "")).toMatch(/паспорт/);
  });

  it("gives a card of what answers abroad, and one to save", async () => {
    const card = await inShell(commands[3] ?? "");
    expect(card).toContain("+7 926 111-05-00");
    expect(card).not.toMatch(/\b0500\b/);
    await inShell(commands[4] ?? "");
    expect(readFileSync(join(folder, "megafon-abroad.vcf"), "utf8")).toContain("+79261110500");
  });

  it("answers yesterday's questions in order, over one process and over two", async () => {
    await inShell(commands[5] ?? "");
    const answers = readFileSync(join(folder, "answers.ndjson"), "utf8");
    const lines = answers.trimEnd().split("\n");
    const documents = await Promise.all(lines.slice(0, 4).map(valid));
    expect(documents.map(({ kind, ok, query }) => [kind, ok, query.ref])).toEqual([
      ["route", true, 1],
      ["ask", true, 2],
      ["charge", true, 3],
      ["whose", true, 4],
    ]);
    expect(lines).toHaveLength(1000);
    if (spawnSync("parallel", ["--version"]).status !== 0) return;
    await inShell(`${parallel.replace("--block 3M", "--block 20k")} < yesterday.ndjson > answers.ndjson`);
    // The clock of each process is its own.
    const timeless = (text: string) => text.replace(/"asOf":"[^"]*T[^"]*"/g, "");
    expect(timeless(readFileSync(join(folder, "answers.ndjson"), "utf8"))).toBe(timeless(answers));
  });
});
