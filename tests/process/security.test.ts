/** SECURITY.md: each promise names its test, and the test is there. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const text = readFileSync("SECURITY.md", "utf8");
const promises = (text.split("## Promises")[1]?.split("## What is not promised")[0] ?? "")
  .split(/^- /m)
  .slice(1)
  .map((one) => [/\*\*(.+?)\*\*/s.exec(one)?.[1] ?? one, one] as const);
const testsIn = (part: string): string[] => part.match(/tests\/[\w./-]+\.ts/g) ?? [];

describe("SECURITY.md", () => {
  it("makes promises", () => expect(promises.length).toBeGreaterThan(5));

  it.each(promises)("%s names its test", (_, promise) => {
    expect(promise).toMatch(/Shown\s+by/);
    expect(testsIn(promise)).not.toEqual([]);
  });

  it("every test named anywhere in it is there", () => {
    expect(testsIn(text).filter((file) => !existsSync(file))).toEqual([]);
  });
});
