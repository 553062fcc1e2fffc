/** What people type, with nothing else known: the value stands alone on its line at once, and the whole answer on one screen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tables } from "../support/markdown-tables.js";
import { run } from "../support/run.js";

const ROWS = 23;
const bare = (line: string): string => line.trim().replace(/\/$/, "");

const sentences = tables(readFileSync(join(import.meta.dirname, "sentences.md"), "utf8")).get("Sentences") ?? [];

describe.concurrent("a sentence", () => {
  it.each(sentences.map(({ sentence = "", value = "" }) => [sentence, value]))("%s: %s", async (sentence, value) => {
    const lang = /[а-яё]/i.test(sentence) ? "ru" : "en";
    const { out } = await run(["ask", sentence, "--lang", lang]);
    const lines = out.trimEnd().split("\n");
    const wanted = value.split(" or ").map(bare);
    const first = lines.slice(0, 5).map(bare);
    expect(first.some((line) => wanted.some((one) => line === one || line.split(/ {2,}|, /).includes(one)))).toBe(true);
    expect(lines.length).toBeLessThanOrEqual(ROWS);
  });
});
