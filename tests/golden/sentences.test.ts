/** What people type, with nothing else known: the value stands alone on its line at once, and the whole answer on one screen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tables } from "../support/markdown-tables.js";
import { run } from "../support/run.js";

const ROWS = 23;
const bare = (line: string): string => line.trim().replace(/\/$/, "");

const sentences = tables(readFileSync(join(import.meta.dirname, "sentences.md"), "utf8")).get("Sentences") ?? [];

async function firstScreen(sentence: string): Promise<string[]> {
  const { out } = await run(["ask", sentence, "--lang", /[а-яё]/i.test(sentence) ? "ru" : "en"]);
  return out.trimEnd().split("\n");
}

const stands = (lines: readonly string[], value: string): boolean => {
  const wanted = value.split(" or ").map(bare);
  const cells = lines.slice(0, 5).flatMap((line) => [bare(line), ...line.split(/ {2,}|, /).map(bare)]);
  return wanted.some((one) => cells.includes(one));
};

it("nineteen sentences of twenty have their value on the first lines, and all of the answer on one screen", async () => {
  const screens = await Promise.all(
    sentences.map(async ({ sentence = "", value = "" }) => ({ sentence, value, lines: await firstScreen(sentence) })),
  );
  expect(screens.filter(({ lines }) => lines.length > ROWS).map(({ sentence }) => sentence)).toEqual([]);
  const missed = screens.filter(({ lines, value }) => !stands(lines, value)).map(({ sentence }) => sentence);
  expect({ missed, share: missed.length / screens.length < 0.05 }).toMatchObject({ share: true });
});
