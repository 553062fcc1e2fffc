/**
 * Every kind of letter, filled in at length, on one page of A4: as Word file through LibreOffice, as page through Chromium, as text by its
 * lines; and the page read on a telephone. Where a renderer cannot be had, its part says that it was skipped.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Blocks, blocksOf, letterText } from "../../../src/render/claim/letter.js";
import { letterDocx } from "../../../src/render/claim/letter-docx.js";
import { letterHtml } from "../../../src/render/claim/letter-html.js";
import { layoutOf } from "../../../src/render/text/layout.js";
import { claim, type Fields, filled, KINDS } from "../../support/claims.js";

const STORY =
  "Деньги списали дважды, поддержка трижды обещала перезвонить и не перезвонила, а списания не прекратились.";

/** What makes a letter of a kind long. */
const LONG: Readonly<Record<string, readonly Fields[]>> = {
  "content-without-consent": [{ "refund-to": "bank-account", subject: "abroad" }],
  "imposed-option": [{ "refund-to": "bank-account" }, { what: "tariff-raised", line: "fixed", subject: "abroad" }],
  "refund-refused": [
    { "no-consent": "given" },
    { "no-consent": "not-provided" },
    { "paid-from": "phone-account", subject: "abroad", "no-consent": "content", outcome: "partial" },
    { "paid-from": "phone-account", subject: "abroad", "no-consent": "child", "child-age": "from-14" },
  ],
  merchant: [
    {},
    { "cancelled-on": "2026-11-05" },
    { reason: "faulty" },
    { reason: "child", "paid-from": "phone-account", "child-age": "from-14" },
  ],
  "bank-operation-not-mine": [{ "cross-border": "abroad" }],
  "regulator-complaint": [{}, { regulator: "rospotrebnadzor" }, { regulator: "bank-of-russia" }],
};

const LETTERS: readonly [name: string, blocks: Blocks][] = KINDS.flatMap((kind) =>
  (LONG[kind] ?? []).map((over, at): [string, Blocks] => {
    const fields = filled(kind, { circumstances: STORY, ...over });
    return [`${kind}-${at + 1}`, blocksOf(claim(kind, fields, { operator: "mts" }).letter, "ru")];
  }),
);

const FOLDER = mkdtempSync(join(tmpdir(), "dozvon-page-"));
const file = (name: string): string => join(FOLDER, name);

/** The program where it answers to its name, else null. */
function found(...names: readonly string[]): string | null {
  return (
    names.find((name) => {
      try {
        return execFileSync("sh", ["-c", `command -v ${name}`], { stdio: ["ignore", "pipe", "ignore"] }).length > 0;
      } catch {
        return false;
      }
    }) ?? null
  );
}

const LIBREOFFICE = found("soffice", "libreoffice");
const CHROMIUM = found("chromium", "chromium-browser", "google-chrome");
const skipped = (program: string | null, name: string): string =>
  program === null ? ` (skipped: no ${name} here)` : "";

const pagesOf = (pdf: string): number => (readFileSync(pdf, "latin1").match(/\/Type\s*\/Page(?![a-z])/g) ?? []).length;

const browse = (args: readonly string[]): string =>
  execFileSync(
    CHROMIUM ?? "",
    ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${file("profile")}`, ...args],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 120_000,
    },
  );

describe("one page of A4", () => {
  it("has a letter of every kind to try", () => {
    expect(Object.keys(LONG)).toEqual(KINDS);
  });

  it.skipIf(LIBREOFFICE === null)(
    `is a Word file through LibreOffice${skipped(LIBREOFFICE, "LibreOffice")}`,
    { timeout: 240_000 },
    async () => {
      for (const [name, blocks] of LETTERS) writeFileSync(file(`${name}.docx`), await letterDocx(blocks));
      const files = LETTERS.map(([name]) => file(`${name}.docx`));
      const home = `-env:UserInstallation=file://${file("office")}`;
      execFileSync(LIBREOFFICE ?? "", [home, "--headless", "--convert-to", "pdf", "--outdir", FOLDER, ...files], {
        stdio: "ignore",
      });
      expect(LETTERS.map(([name]) => [name, pagesOf(file(`${name}.pdf`))])).toEqual(LETTERS.map(([name]) => [name, 1]));
    },
  );

  it.skipIf(CHROMIUM === null)(
    `is a page printed by Chromium${skipped(CHROMIUM, "Chromium")}`,
    { timeout: 240_000 },
    () => {
      // One start of the browser for all: each letter begins a page, so there are as many pages as letters when none runs over.
      const letters = LETTERS.map(([, blocks]) => letterHtml(blocks));
      const bodies = letters.map((page) => page.slice(page.indexOf("<body>") + 6, page.indexOf("</body>")));
      const head = letters[0]?.slice(0, letters[0].indexOf("<body>"));
      const apart = bodies.map((body) => `<article style="break-after: page">${body}</article>`);
      writeFileSync(file("all.html"), `${head}<body>${apart.join("")}</body></html>`);
      browse(["--no-pdf-header-footer", `--print-to-pdf=${file("all.pdf")}`, `file://${file("all.html")}`]);
      expect(pagesOf(file("all.pdf"))).toBe(LETTERS.length);
    },
  );

  it.each(LETTERS)(
    "%s is a text of no more lines than A4 holds, at six an inch within its margins",
    (_name, blocks) => {
      const lines = letterText(blocks, layoutOf(78)).trimEnd().split("\n");
      expect(lines.length).toBeLessThanOrEqual(66);
      expect(lines.filter((line) => line.length > 78)).toEqual([]);
    },
  );
});

it.skipIf(CHROMIUM === null)(
  `a letter is read on a telephone 390 pixels wide without scrolling sideways${skipped(CHROMIUM, "Chromium")}`,
  { timeout: 120_000 },
  () => {
    const long = "Б".repeat(120);
    const widest = LETTERS.map(([, blocks]) => letterHtml({ ...blocks, subject: `${blocks.subject} ${long}` }));
    const frames = widest.map(
      (page) =>
        `<iframe width="390" height="800" srcdoc="${page.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
    );
    // What a telephone shows is measured from outside: the page itself lets nothing run.
    const measure = `onload = () => { document.title = JSON.stringify([...document.querySelectorAll("iframe")].map(({ contentDocument: page }) => [
      page.documentElement.scrollWidth, parseFloat(getComputedStyle(page.querySelector("li")).fontSize),
      Math.min(...[...page.querySelectorAll("p")].map((one) => one.getBoundingClientRect().width))])); };`;
    writeFileSync(
      file("telephone.html"),
      `<!doctype html><meta charset="utf-8">${frames.join("")}<script>${measure}</script>`,
    );
    const title = /<title>(.*?)<\/title>/.exec(browse(["--dump-dom", `file://${file("telephone.html")}`]))?.[1] ?? "[]";
    const measured: [width: number, letters: number, narrowest: number][] = JSON.parse(title);
    expect(measured).toHaveLength(LETTERS.length);
    for (const [width, letters, narrowest] of measured) {
      expect(width).toBeLessThanOrEqual(390);
      expect(letters).toBeGreaterThanOrEqual(16);
      expect(narrowest).toBeGreaterThan(300);
    }
  },
);
