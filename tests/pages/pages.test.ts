/** The pages people read first: links lead somewhere, and the two languages show the same. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blocks, codeSpans, deadLinks, headings } from "../support/markdown-page.js";

const PAGES = [
  "README.md",
  "README.ru.md",
  "CHANGELOG.md",
  "data/README.md",
  "data/overlay-example/README.md",
  ".github/CONTRIBUTING.md",
  "tests/bench/README.md",
];

it.each(PAGES)("%s has no link that leads nowhere", (page) => {
  expect(deadLinks(page)).toEqual([]);
});

describe("the front page in both languages", () => {
  const uncommented = (code: string) => code.replace(/^#.*$/gm, "#");
  const commands = (page: string) => codeSpans(page).filter((code) => /^(?:dozvon|npm)\b/.test(code));

  it("has the same sections in the same order", () => {
    const depths = (page: string) => headings(page).map(({ depth }) => depth);
    expect(depths("README.ru.md")).toEqual(depths("README.md"));
  });

  it.each(["sh", "js", "json"])("shows the same %s", (language) => {
    const shown = blocks("README.md", language);
    expect(shown.length).toBeGreaterThan(0);
    expect(blocks("README.ru.md", language).map(uncommented)).toEqual(shown.map(uncommented));
  });

  it("names the same commands", () => {
    const translated = (page: string) => commands(page).map((code) => code.replace(/^(dozvon ask ").*"$/, '$1…"'));
    expect(translated("README.ru.md")).toEqual(translated("README.md"));
  });
});

it("data/README.md says what every file and folder beside it holds", () => {
  const named = codeSpans("data/README.md").map((name) => name.split("/")[0]);
  expect(readdirSync("data").filter((name) => name !== "README.md" && !named.includes(name))).toEqual([]);
});
