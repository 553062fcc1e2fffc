/** A terminal that shows another charset than UTF-8 is told so, in letters that any charset has. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foreignCharset } from "../../src/cli/terminal/charset.js";
import { type Home, privateHome, type Session, start } from "../support/terminal.js";

let home: Home;
let session: Session;

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session?.end();
  home.remove();
});

const ROUTE = ["route", "-o", "megafon", "-f", "own", "-r", "home", "-s", "personal"];
const ADVICE = "this terminal is set to ";

async function written(args: readonly string[], env: Record<string, string>): Promise<string> {
  session = start({ home, args, env, size: [200, 60] });
  expect(await session.exited()).toBe(0);
  await session.settled();
  return session.raw();
}

describe("in a terminal", () => {
  it("one line of ASCII comes before the answer, and says what to do", async () => {
    const raw = await written(ROUTE, { LANG: "ru_RU.KOI8-R" });
    const [first = "", ...rest] = raw.split("\r\n");
    expect(first).toMatch(/^[ -~]+$/);
    expect(first).toContain(`${ADVICE}KOI8-R`);
    expect(first).toContain("--lang en");
    expect(first).toContain("ru_RU.UTF-8");
    expect(rest.join()).not.toContain(ADVICE);
    expect(rest.join()).toContain("0500");
  });

  it.each([
    ["the answer is English", ["--lang", "en"], { LANG: "ru_RU.KOI8-R" }],
    ["the answer is a document", ["--json"], { LANG: "ru_RU.KOI8-R" }],
    ["the charset is UTF-8", [], { LANG: "ru_RU.UTF-8" }],
    ["LC_ALL has the last word", [], { LANG: "ru_RU.KOI8-R", LC_ALL: "ru_RU.utf8" }],
  ] as const)("nothing where %s", async (_, more, env) => {
    expect(await written([...ROUTE, ...more], env)).not.toContain(ADVICE);
  });
});

describe("what a locale says of its charset", () => {
  it.each([
    [{ LANG: "ru_RU.CP1251" }, "CP1251"],
    [{ LANG: "ru_RU.UTF-8", LC_CTYPE: "ru_RU.KOI8-R" }, "KOI8-R"],
    [{ LANG: "ru_RU.ISO-8859-5@currency" }, "ISO-8859-5"],
    [{ LANG: "C.UTF-8" }, null],
    [{ LANG: "ru_RU.UTF8@x" }, null],
    [{ LANG: "C" }, null],
    [{ LC_ALL: "POSIX", LANG: "ru_RU.KOI8-R" }, null],
    [{ LANG: "ru_RU.\u001b[31m" }, null],
    [{}, null],
  ])("%j: %s", (env, charset) => {
    expect(foreignCharset(env, "linux")).toBe(charset);
  });

  it("on Windows nothing: its code page is not in the environment", () => {
    expect(foreignCharset({ LANG: "ru_RU.CP1251" }, "win32")).toBeNull();
  });
});
