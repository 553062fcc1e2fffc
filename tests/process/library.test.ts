/** The installed package as other programs take it: the README's example runs, its types hold in a strict project. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { FOLDER, packed } from "../support/packed.js";
import { json, run } from "../support/run.js";

const exec = promisify(execFile);

const [, example = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("README.md", "utf8")) ?? [];

/** A script of its own beside the installed package. */
async function script(code: string, ending = "mjs"): Promise<string> {
  await packed();
  const folder = mkdtempSync(join(FOLDER, "installed", "node_modules", "user-"));
  const file = join(folder, `example.${ending}`);
  writeFileSync(file, code);
  return (await exec(process.execPath, [file], { cwd: folder, maxBuffer: 1e8 })).stdout;
}

const MODULES = { mjs: 'import * as dozvon from "dozvon";', cjs: 'const dozvon = require("dozvon");' } as const;

/** What the code gives, with every export and `directory` in scope. */
const inProgram = async (code: string, ending: keyof typeof MODULES = "mjs"): Promise<unknown> =>
  JSON.parse(
    await script(
      `${MODULES[ending]}
const { ${EXPORTS.join(", ")} } = dozvon;
loadDirectory().then(async (directory) => { ${code} }).then((value) => console.log(JSON.stringify(value)));`,
      ending,
    ),
  );

const EXPORTS = [
  ...["ask", "charge", "checklist", "checklists", "claim", "conflicts", "contacts", "emergency", "explain", "find"],
  ...["loadDirectory", "operators", "Problem", "Refusal", "refund", "reply", "route", "sources", "topics", "whose"],
];

const AT = '{ asOf: "2026-11-22T12:00", lang: "en" }';
const at = (more: string) => `{ asOf: "2026-11-22T12:00", lang: "en", ${more} }`;

/** A call of the library, and the command that asks the same. */
const QUESTIONS: readonly (readonly [call: string, command: readonly string[]])[] = [
  [
    `route(directory, { operator: "мегафон", from: "own", roaming: "abroad", subscriber: "personal" }, ${AT})`,
    ["route", "-o", "мегафон", "-f", "own", "-r", "abroad", "-s", "personal"],
  ],
  [
    `route(directory, { number: "8 926 111-05-00", without: ["app", "web"] }, ${AT})`,
    ["route", "-n", "8 926 111-05-00", "--without", "app,web"],
  ],
  [
    `emergency(directory, ${at('facts: { country: "TR", roaming: "abroad" }')})`,
    ["emergency", "--country", "TR", "-r", "abroad"],
  ],
  [
    `ask(directory, "beeline, I am in Turkey, my phone was stolen", ${AT})`,
    ["ask", "beeline, I am in Turkey, my phone was stolen"],
  ],
  [
    `ask(directory, "мой номер +7 926 111-05-00, списали деньги", ${AT})`,
    ["ask", "мой номер +7 926 111-05-00, списали деньги"],
  ],
  [`ask(directory, "яндекс плюс списал деньги", ${AT})`, ["ask", "яндекс плюс списал деньги"]],
  [`ask(directory, "кто звонил с 900", ${AT})`, ["ask", "кто звонил с 900"]],
  [`ask(directory, "кто звонил с +44 20 7946 0958", ${AT})`, ["ask", "кто звонил с +44 20 7946 0958"]],
  [`ask(directory, "верните деньги за steam", ${AT})`, ["ask", "верните деньги за steam"]],
  [`ask(directory, "по шагам: украли симку", ${AT})`, ["ask", "по шагам: украли симку"]],
  [`ask(directory, "мегафон, связь и деньги", ${AT})`, ["ask", "мегафон, связь и деньги"]],
  [`reply(directory, "balance", ${at('facts: { operator: "t2" }')})`, ["reply", "balance", "-o", "t2"]],
  [
    `await whose(directory, ["900", "+380441234567", "nonsense"], { lang: "en" })`,
    ["whose", "900", "+380441234567", "nonsense"],
  ],
  [
    `charge(directory, { descriptor: "XSOLLA *GAME", account: "card" }, ${AT})`,
    ["charge", "XSOLLA *GAME", "--account", "card"],
  ],
  [`charge(directory, { account: "mobile" }, ${AT})`, ["charge", "--account", "mobile"]],
  [
    `refund(directory, "xsolla", ${at('facts: { "paid-on": "2026-11-20" }')})`,
    ["refund", "xsolla", "--paid-on", "2026-11-20"],
  ],
  [
    `claim(directory, "imposed-option", ${at('operator: "megafon", fields: { name: "Иванов" }')})`,
    ["claim", "imposed-option", "-o", "megafon", "--field", "name=Иванов"],
  ],
  [
    `checklist(directory, "xsolla", ${at('facts: { operator: "мтс" }, chargedOn: "2026-11-20"')})`,
    ["checklist", "show", "xsolla", "-o", "мтс", "--charged-on", "2026-11-20"],
  ],
  [`contacts(directory, "yota", ${at("travel: true")})`, ["contacts", "yota", "--travel"]],
  [`find(directory, "баланс билайн", ${AT})`, ["find", "баланс билайн"]],
  ['operators(directory, { lang: "en" })', ["operators"]],
  ['topics(directory, { lang: "en" })', ["topics"]],
  ['checklists(directory, { lang: "en" })', ["checklist", "list"]],
  ['sources(directory, { party: "mts", lang: "en" })', ["sources", "mts"]],
  ['conflicts(directory, { lang: "en" })', ["conflicts"]],
];

/** What is not taken, the call, and the code of the problem. */
const REFUSED: readonly (readonly [what: string, call: string, code: string])[] = [
  ["a fact that is none", `route(directory, { tariff: "x" }, { asOf: "2026-11-22" })`, "usage"],
  ["a text about something else", `ask(directory, "сколько стоит пицца", { asOf: "2026-11-22" })`, "out-of-scope"],
  ["an empty text", `ask(directory, " ", { asOf: "2026-11-22" })`, "usage"],
  ["a date that is none", `route(directory, {}, { asOf: "2026-02-30" })`, "impossible-date"],
  ["a number that is none", `await whose(directory, "12345678901234567890")`, "bad-number"],
  [
    "an overlay with a slip",
    `await loadDirectory({ overlay: import.meta.dirname, today: "2026-11-22" })`,
    "bad-directory",
  ],
  ["an account that is none", `charge(directory, { descriptor: "x", account: "bank" }, ${AT})`, "unknown-value"],
  ["a charge without a line", `charge(directory, {}, ${AT})`, "missing-facts"],
  ["a merchant that is none", `refund(directory, "nobody at all", ${AT})`, "unknown-merchant"],
  ["a letter that is none", `claim(directory, "letter", ${AT})`, "unknown-claim"],
  ["a field the letter has not", `claim(directory, "merchant", ${at("fields: { colour: 'x' }")})`, "bad-field"],
  ["a checklist that is none", `checklist(directory, "list", ${AT})`, "unknown-checklist"],
  [
    "a journey at home",
    `contacts(directory, "mts", ${at('travel: true, facts: { roaming: "home" }')})`,
    "contradictory-facts",
  ],
  ["a party that is none", `sources(directory, { party: "nobody at all" })`, "unknown-operator"],
  [
    "an overlay that is not there",
    `await loadDirectory({ overlay: "/nowhere", today: "2026-11-22" })`,
    "bad-directory",
  ],
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What is given, the call, and part of what a TypeError says of it. */
const MISTYPED: readonly (readonly [what: string, call: string, said: string])[] = [
  ["another language", `operators(directory, { lang: "de" })`, 'lang: give "ru" or "en", not "de"'],
  ["an overlay that is no path", "await loadDirectory({ overlay: 7 })", "overlay: give a string, not number"],
  ["an overlay without a day", 'await loadDirectory({ overlay: "." })', "give today"],
  ["no clock", "route(directory, {}, {})", "asOf: give a string, not undefined"],
  ["no options", `route(directory, {})`, "asOf: give a string, not undefined"],
  ["no options of a letter", `claim(directory, "refund", null)`, "asOf: give a string, not undefined"],
  ["a fact that is no text", `route(directory, { operator: 7 }, ${AT})`, "operator: give a string, not number"],
  ["a text that is none", `ask(directory, undefined, ${AT})`, "text: give a string, not undefined"],
];

describe.concurrent("the library", () => {
  it("does what the README shows", async () => {
    expect(await script(example)).toBe(
      "megafon.voice.toll-free 8 800 550-05-00\nroute lost-phone-or-sim TR\nMegaFon Moscow\n",
    );
  });

  it("gives the answers of the commands with --json, to import and to require", { timeout: 240_000 }, async () => {
    const code = `return [${QUESTIONS.map(([call]) => call).join(",\n")}];`;
    const modules = await Promise.all([inProgram(code, "mjs"), inProgram(code, "cjs")]);
    const asked = QUESTIONS.map(async ([, command]) => {
      const { document } = await json([...command, "--as-of", "2026-11-22T12:00", "--lang", "en"]);
      const said = { facts: document.query.facts, result: document.result, notices: document.notices };
      // A sentence may be answered in several rooms: which one it was is said.
      return command[0] === "ask" ? { kind: document.kind === "ask" ? "route" : document.kind, ...said } : said;
    });
    const answers = await Promise.all(asked);
    for (const given of modules as { confidence?: number }[][]) {
      // How sure a sentence is of its topic stands beside the answer; no document has it.
      expect(given.map(({ confidence: _confidence, ...said }) => said)).toEqual(answers);
      expect(given.find(({ confidence }) => confidence)?.confidence).toBeGreaterThan(0.7);
    }
  });

  it.each(["mjs", "cjs"] as const)("exports what is promised and no more: %s", async (ending) => {
    expect(await inProgram("return Object.keys(dozvon).sort();", ending)).toEqual([...EXPORTS].sort());
  });

  it("throws a Problem with what is accepted, and explains it", async () => {
    const thrown = await inProgram(`
      try { route(directory, { operator: "megafom" }, { asOf: "2026-11-22" }); } catch (error) {
        const { detail } = explain(directory, error, { lang: "en" });
        return { problem: error instanceof Problem, code: error.code, hints: error.hints, detail };
      }`);
    expect(thrown).toEqual({
      problem: true,
      code: "unknown-operator",
      hints: ["megafon"],
      detail: expect.stringContaining("megafom"),
    });
  });

  it("refuses with a code, and says what to give instead of what is no text at all", async () => {
    const calls = [...REFUSED, ...MISTYPED].map(([, call]) => `async () => { ${call}; }`);
    const thrown = await inProgram(`
      const thrown = [];
      for (const call of [${calls.join(", ")}])
        thrown.push(await call().then(() => null, ({ name, code, message }) => code ?? name + " " + message));
      return thrown;`);
    const got = [...REFUSED, ...MISTYPED].map(([what], index) => [what, (thrown as unknown[])[index]]);
    expect(got).toEqual([
      ...REFUSED.map(([what, , code]) => [what, code]),
      ...MISTYPED.map(([what, , said]) => [what, expect.stringMatching(new RegExp(`^TypeError .*${escaped(said)}`))]),
    ]);
  });

  it("is typed for a strict project without the program's own dependencies, as an ES module and as CommonJS", async () => {
    await packed();
    const folder = mkdtempSync(join(FOLDER, "installed", "node_modules", "typed-"));
    const required = example.replace(
      /import (.*) from "dozvon";/,
      'import dozvon = require("dozvon");\nconst $1 = dozvon;',
    );
    const files = Object.entries({ mts: example, cts: required }).map(([ending, code]) => {
      const [imports = "", ...body] = code.split(/(?<=\n)(?=\nconst directory)/);
      const use = `${imports}
declare const console: { log(...said: unknown[]): void };
async function main() {${body.join("")}
const primary: string | null = result.primary;
const display: string | undefined = result.channels[0]?.display;
// @ts-expect-error there is no such fact
route(directory, { tariff: "x" }, { asOf: "2026-11-22" });
// @ts-expect-error the clock is not taken from anywhere else
route(directory, {}, {});
console.log(primary, display);
}
main();`;
      const file = join(folder, `use.${ending}`);
      writeFileSync(
        file,
        use.replaceAll("[0].", "[0]?.").replaceAll("holder.", "holder?.").replaceAll(".value", "?.value"),
      );
      return file;
    });
    const options = ["--noEmit", "--strict", "--module", "node16", "--target", "es2022", "--lib", "es2022"];
    const tsc = join(process.cwd(), "node_modules", ".bin", "tsc");
    // In a folder without anybody's types: neither a browser's nor Node's are checked with ours, or needed.
    const { stdout } = await exec(tsc, [...options, ...files], { cwd: folder }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe("");
  });

  it("leaves the command as it is", async () => {
    expect((await run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
