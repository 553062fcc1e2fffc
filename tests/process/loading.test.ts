import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE, packed } from "../support/packed.js";
import { traced } from "../support/trace.js";

/** A text that stands in the code of a library however it is minified. */
const LIBRARIES = {
  zod: "ZodError",
  "libphonenumber-js": "INVALID_COUNTRY",
  "@inquirer/core": "ExitPromptError",
};
/** Parts of the program a route in JSON is made of; the bundler may number them. */
const PARTS = ["start", "cli"];
/** In kilobytes. All of the index is parsed at every look-up: what few of them need stands in files of their own. */
const LARGEST = { code: 75, index: 60 };

const text = (file: string): string => readFileSync(join(PACKAGE, file), "utf8");
const isCode = (file: string): boolean => /\.[cm]?js$/.test(file);
const data = (files: readonly string[]): string[] => files.filter((file) => file.endsWith(".json")).sort();
const ROUTE = ["route", "-o", "megafon", "-f", "mts", "-r", "home", "-s", "personal", "--json"];

describe.concurrent("a route in JSON", () => {
  it("loads only its own parts", async () => {
    const { code, files } = await traced(ROUTE);
    expect(code).toBe(0);
    const parts = files.filter(isCode).map((file) => file.replace(/^dist\/(?:chunk-)?([a-z-]+)\d*\.cjs$/, "$1"));
    expect([...new Set(parts)].filter((part) => ![...PARTS, "bin/dozvon.js"].includes(part))).toEqual([]);
    const kilobytes = (some: readonly string[]) =>
      some.reduce((sum, file) => sum + statSync(join(PACKAGE, file)).size / 1024, 0);
    expect(kilobytes(files.filter(isCode))).toBeLessThan(LARGEST.code);
    expect(kilobytes(["dist/directory/index.json"])).toBeLessThan(LARGEST.index);
  });

  it("opens nothing that draws a text, nor does a sentence in JSON", async () => {
    for (const line of [ROUTE, ["ask", "мтс, где посмотреть баланс", "--json"]]) {
      const { files } = await traced(line);
      expect(files.filter((file) => /chunk-(?:show|screen|help|text)/.test(file))).toEqual([]);
      expect(files).toContain("dist/cli.cjs");
    }
  });

  it.each(Object.entries(LIBRARIES))("does not load %s", async (_, marker) => {
    await packed();
    const all = readdirSync(join(PACKAGE, "dist")).flatMap((name) => (isCode(name) ? [`dist/${name}`] : []));
    // Were the marker nowhere, the next line would prove nothing.
    expect(all.filter((file) => text(file).includes(marker))).not.toEqual([]);
    const { files } = await traced(ROUTE);
    expect(files.filter((file) => isCode(file) && text(file).includes(marker))).toEqual([]);
  });

  it.each<[string, string[], string[], string[]?]>([
    ["of one operator", ROUTE, ["parties/megafon"]],
    ["about an emergency", ["emergency", "--json"], ["parties/emergency"]],
    ["that is refused", ["route", "-o", "megafn", "--json"], [], ["other"]],
  ])("%s reads the index, one language and the parties it needs", async (_, args, parties, words = []) => {
    for (const lang of ["ru", "en"]) {
      const { files } = await traced([...args, "--lang", lang]);
      const messages = ["answer", ...words].map((subject) => `messages/${subject}.${lang}`);
      const read = ["index", ...messages, ...parties].map((name) => `dist/directory/${name}.json`);
      expect(data(files)).toEqual(read);
    }
  });
});

it.concurrent("help and the version read no directory", async () => {
  for (const args of [["--help"], ["--version"]]) {
    const { files } = await traced(args);
    expect(data(files)).toEqual(["answer", "other"].map((subject) => `dist/directory/messages/${subject}.en.json`));
  }
});
