/** What nobody confirms is named to somebody who has no other way at all, last and marked, and is nothing to dial for a script. */
import { describe, expect, it } from "vitest";
import { json, run } from "../support/run.js";

const WITHOUT = ["--without", "app,web,chat,messenger,email"];
const STRANDED = ["route", "-o", "beeline", "-r", "abroad", "-f", "foreign", "-s", "personal", "-t", "general-support"];
const NUMBER = "+7 495 797-27-27";

describe.concurrent("a number that nobody confirms", () => {
  it("is named to who has no other way, with why it is doubted", async () => {
    const { out, code } = await run([...STRANDED, ...WITHOUT, "--lang", "ru"]);
    expect(code).toBe(4);
    expect(out.replaceAll(/\s+/g, " ")).toContain(`Никто этого не подтверждает, но больше назвать нечего: ${NUMBER}`);
  });

  it("is no channel and nothing to dial", async () => {
    const { document } = await json([...STRANDED, ...WITHOUT, "--lang", "ru"]);
    const { result, notices } = document as {
      result: { channels: unknown[] };
      notices: { code: string; text: string }[];
    };
    expect(result.channels).toEqual([]);
    const named = notices.filter(({ code }) => code === "not-established").map(({ text }) => text);
    expect(named.filter((text) => text.includes(NUMBER))).toHaveLength(1);
    expect(named.filter((text) => text.includes("+7 495 974-88-88"))).toHaveLength(1);
    expect(JSON.stringify(document)).not.toContain("4957972727");
  });

  it.each([
    ["somebody who has another way", STRANDED],
    ["somebody without a phone", [...STRANDED.map((word) => (word === "foreign" ? "internet" : word)), ...WITHOUT]],
    ["somebody who cannot speak", [...STRANDED, ...WITHOUT.map((word) => word.replace("app,", "voice,app,"))]],
    ["another matter", [...STRANDED.map((word) => (word === "general-support" ? "balance" : word)), ...WITHOUT]],
  ])("is not named to %s", async (_whom, args) => {
    expect((await run(args)).out).not.toContain(NUMBER);
  });
});
