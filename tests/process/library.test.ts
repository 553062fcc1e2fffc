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
async function script(code: string): Promise<string> {
  await packed();
  const folder = mkdtempSync(join(FOLDER, "installed", "node_modules", "user-"));
  const file = join(folder, "example.mjs");
  writeFileSync(file, code);
  return (await exec(process.execPath, [file], { cwd: folder })).stdout;
}

const inProgram = async (code: string): Promise<unknown> =>
  JSON.parse(
    await script(`import { ask, explain, loadDirectory, Problem, route, whose } from "dozvon";
const directory = await loadDirectory();
console.log(JSON.stringify(await (async () => { ${code} })()));`),
  );

describe.concurrent("the library", () => {
  it("does what the README shows", async () => {
    expect(await script(example)).toBe("8 800 550-05-00\nlost-phone-or-sim TR\nMegaFon Moscow\n");
  });

  it("gives the same result as the command with --json", async () => {
    const facts = { operator: "мегафон", from: "own", roaming: "abroad", subscriber: "personal" };
    const { document } = await json([
      "route",
      "-o",
      "мегафон",
      "-f",
      "own",
      "-r",
      "abroad",
      "-s",
      "personal",
      "--as-of",
      "2026-11-22T12:00",
      "--lang",
      "en",
    ]);
    const given = JSON.stringify(facts);
    expect(
      await inProgram(`return route(directory, ${given}, { asOf: "2026-11-22T12:00", lang: "en" }).result;`),
    ).toEqual(document.result);
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

  it.each([
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
  ])("refuses %s", async (_what, call, code) => {
    expect(await inProgram(`try { ${call}; } catch (error) { return error.code; }`)).toBe(code);
  });

  it("is typed for a strict project without the program's own dependencies", async () => {
    await packed();
    const folder = mkdtempSync(join(FOLDER, "installed", "node_modules", "typed-"));
    const use = `${example}
const primary: string | null = result.primary;
const display: string | undefined = result.channels[0]?.display;
// @ts-expect-error there is no such fact
route(directory, { tariff: "x" }, { asOf: "2026-11-22" });
// @ts-expect-error the clock is not taken from anywhere else
route(directory, {}, {});
console.log(primary, display);`;
    const strict = use.replaceAll("[0].", "[0]?.").replaceAll("holder.", "holder?.").replaceAll(".value", "?.value");
    writeFileSync(join(folder, "use.mts"), strict);
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "node"];
    const roots = ["--typeRoots", join(process.cwd(), "node_modules", "@types")];
    const tsc = join(process.cwd(), "node_modules", ".bin", "tsc");
    const { stdout } = await exec(tsc, [...options, ...roots, join(folder, "use.mts")]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe("");
  });

  it("leaves the command as it is", async () => {
    expect((await run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
