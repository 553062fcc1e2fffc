/** What .github/CONTRIBUTING.md tells of the house is there: rooms, files, and the names in them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { lexer, type Token, type Tokens, walkTokens } from "marked";
import { describe, expect, it } from "vitest";

const page = lexer(readFileSync(".github/CONTRIBUTING.md", "utf8"));

/** What stands under a heading, up to the next one. */
function under(heading: string): Token[] {
  const from = page.findIndex((token) => token.type === "heading" && token.text === heading);
  const rest = page.slice(from + 1);
  const to = rest.findIndex((token) => token.type === "heading");
  return rest.slice(0, to < 0 ? undefined : to);
}

function codeIn(tokens: Token[]): string[] {
  const found: string[] = [];
  walkTokens(tokens, (token) => {
    if (token.type === "codespan") found.push(token.text.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  });
  return found;
}

const isPath = (code: string): boolean => /^[\w.<>-]+(?:\/[\w.<>-]+)+\/?$|^[\w-]+\.(?:ts|md|json|cjs)$/.test(code);
const isSymbol = (code: string): boolean => /^[A-Za-z]+$/.test(code);

/** The steps of a numbered list, each with what it names: its file first. */
const steps = (heading: string) =>
  under(heading)
    .filter((token): token is Tokens.List => token.type === "list")
    .flatMap(({ items }) => items)
    .map((item) => codeIn(item.tokens));

const declares = (file: string, name: string): boolean =>
  new RegExp(`\\b(?:function|const|class|interface|type) ${name}\\b`).test(readFileSync(file, "utf8"));

describe("the page for contributors", () => {
  it("names paths that there are", () => {
    const named = codeIn(page).filter(isPath);
    const folders = named.map((path) => path.replace(/[^/]*<.*/, ""));
    expect(folders.length).toBeGreaterThan(40);
    expect(folders.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("tells every room, in the order in which they may know each other", () => {
    const rooms = codeIn(under("The house").filter(({ type }) => type === "table")).flatMap(
      (code) => /^src\/([a-z]+)$/.exec(code)?.[1] ?? [],
    );
    const { forbidden } = createRequire(join(process.cwd(), "package.json"))("./.dependency-cruiser.cjs") as {
      forbidden: { name: string }[];
    };
    const held = forbidden.flatMap(({ name }) => /^([a-z]+)-knows-those-before-it$/.exec(name)?.[1] ?? []);
    expect(rooms.filter((room) => held.includes(room))).toEqual(held);
    expect([...rooms].sort()).toEqual(readdirSync("src").sort());
  });

  it.each([...steps("One command, end to end"), ...steps("Adding a command")])(
    "says of %s what stands in it",
    (path = "", ...named) => {
      const files = [path, ...named].filter((code) => code.endsWith(".ts") && existsSync(code));
      const missing = named.filter((code) => isSymbol(code) && !files.some((file) => declares(file, code)));
      expect(missing).toEqual([]);
    },
  );

  it("names a function or a shape in every step of the walk", () => {
    const without = steps("One command, end to end").filter((named) => !named.some(isSymbol));
    expect(without).toEqual([]);
  });

  it("counts the files of a new command", () => {
    const named = steps("Adding a command").map(([path = ""]) => path);
    expect(named).toHaveLength(8);
    // One that is made of exactly these.
    const files = named.map((path) => path.replace("<name>", "charge"));
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
  });
});
