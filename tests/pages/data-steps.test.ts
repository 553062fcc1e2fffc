/** The steps of data/README.md, performed in a copy as they stand: a new operator, then a corrected number, and no code touched. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lexer, type Tokens } from "marked";
import { afterAll, describe, expect, it } from "vitest";
import { compileDirectory } from "../../src/build/compile-directory.js";
import { gate } from "../../src/gate/gate.js";
import { readAuthored } from "../../src/gate/read.js";

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const copy = mkdtempSync(join(tmpdir(), "dozvon-steps-"));
for (const name of ["bin", "data", "dist", "package.json"]) cpSync(name, join(copy, name), { recursive: true });
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const page = lexer(readFileSync("data/README.md", "utf8"));

/** The code under a heading, lists walked too, with what its first line says of it. */
function steps(heading: string): Tokens.Code[] {
  const from = page.findIndex((token) => token.type === "heading" && token.text === heading);
  const rest = page.slice(from + 1);
  const to = rest.findIndex((token) => token.type === "heading");
  return rest.slice(0, to).filter((token): token is Tokens.Code => token.type === "code");
}

/** What `npm run build` does with the directory; the program itself does not change. */
function build(): string {
  const { issues, directory } = gate(readAuthored(join(copy, "data")), TOMORROW);
  expect(issues).toEqual([]);
  if (directory) compileDirectory(directory, join(copy, "dist/directory"));
  return "";
}

function perform(line: string): string {
  if (line === "npm run build") return build();
  return execFileSync("sh", ["-c", line], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, LANG: "en_US.UTF-8" },
  });
}

/** @returns what each command printed. */
function follow({ lang = "", text }: Tokens.Code): string[] {
  const [language, file] = lang.split(" ");
  if (language === "sh") return text.split("\n").map(perform);
  if (language === "diff") {
    execFileSync("git", ["apply", "-"], { cwd: copy, input: `${text}\n` });
    return [];
  }
  if (file === undefined) throw new Error(`no file is named for: ${text}`);
  writeFileSync(join(copy, file), `${text}\n`);
  return [];
}

/** The first line below the situation. */
const answers = (printed: readonly string[]): string[] =>
  printed.map((out) => out.split("\n\n")[1]?.split("\n")[0] ?? "");

describe("data/README.md", () => {
  it("adds an operator: its short code answers at home, its site abroad", () => {
    const printed = steps("A new operator, in ten minutes").flatMap(follow);
    expect(printed[0]).toContain(`Operators: ${readdirSync(join(copy, "data/operators")).length},`);
    expect(answers(printed.slice(2, 4))).toEqual([
      "0999",
      "No number is confirmed to answer from here: those we know do not.",
    ]);
    expect(printed[3]).toContain("https://example.com/");
    const [asked, found, whose] = printed.slice(4);
    expect(asked).toMatch(/Primer[\s\S]*0999/);
    expect(found).toContain("0999");
    expect(whose).toContain("Primer support");
  });

  it("the same file in a company's own folder: a sentence names its operator and its short code", () => {
    const folder = join(copy, "ours");
    mkdirSync(join(folder, "operators"), { recursive: true });
    const [file] = steps("A new operator, in ten minutes").filter(({ lang }) => lang?.startsWith("json"));
    const renamed = file?.text
      .replace(/primer/gi, "ours")
      .replace(/пример/gi, "свойка")
      .replaceAll("0999", "0977");
    writeFileSync(join(folder, "operators/ours.json"), renamed ?? "");
    const understood = (text: string) => {
      const { query } = JSON.parse(perform(`node bin/dozvon.js ask "${text}" --directory ours --json --no-config`));
      return query.facts.operator.value;
    };
    expect(understood("Не работает связь в Свойка-Связи")).toBe("ours");
    expect(understood("Набираю 0977, никто не отвечает")).toBe("ours");
  });

  it("corrects a number: the new one answers, the old one is explained", () => {
    const printed = steps("Correcting a number").flatMap(follow);
    expect(answers(printed).at(2)).toBe("0998");
    expect(printed.at(3)).toMatch(/Out of date[\s\S]*changed in October 2026/);
  });

  it("adds a merchant: its line on a statement is known, with the way to cancel", () => {
    const printed = steps("A new merchant").flatMap(follow).join("");
    expect(printed).toContain("This is Lavka.");
    expect(printed).toContain("cancelled in the Lavka profile");
  });

  it("adds a topic that every operator has a way in for, and asks for no more questions than any topic has", () => {
    const [entry] = steps("A new topic");
    const file = join(copy, "data/topics.json");
    const topics = JSON.parse(readFileSync(file, "utf8"));
    topics.topics.push(JSON.parse(entry?.text ?? ""));
    writeFileSync(file, JSON.stringify(topics));
    writeFileSync(join(copy, "data/understanding/examples/number-for-child.txt"), "хочу симку ребёнку\n");
    build();
    expect(perform("node bin/dozvon.js topics --lang en")).toContain("A number for a child");
    const examples = readdirSync("data/understanding/examples").map((name) =>
      readFileSync(join("data/understanding/examples", name), "utf8").trim().split("\n"),
    );
    expect(Math.min(...examples.map((lines) => lines.length))).toBeGreaterThanOrEqual(30);
  });

  it("adds a checklist and its steps are walked", () => {
    const printed = steps("A new checklist").flatMap(follow).join("");
    expect(printed).toMatch(/Ask where the letter is[\s\S]*Complain to the regulator/);
  });

  it("adds a letter, most of it shared", () => {
    const printed = steps("A new claim letter").flatMap(follow).join("");
    expect(printed).toMatch(/ПРЕТЕНЗИЯ[\s\S]*следующего рабочего дня[\s\S]*Ответить письменно/);
  });

  it("names fields of the law that there are", () => {
    const from = page.findIndex((token) => token.type === "heading" && token.text === "Correcting the law");
    const words = page
      .slice(from + 1, from + 6)
      .flatMap(({ raw }) => [...raw.matchAll(/`([a-z]+)`/gi)].map(([, word]) => word));
    const schema = readFileSync("data/schema/grounds.schema.json", "utf8");
    expect(words).toContain("deadlines");
    expect(words.filter((word) => !schema.includes(`"${word}": {`))).toEqual([]);
  });
});
