/** The screens of the front page: drawn from a real terminal, and the same as what the program prints now. */
import { afterAll, describe, it } from "vitest";
import { LANGUAGES } from "../../src/vocabulary/language.js";
import { privateHome, start } from "../support/terminal.js";
import { keepScreen } from "./screen.js";

/** Shown as far as the first blank line: the answer, and how sure it is. */
const SCREENS = [
  { name: "abroad", command: ["route", "-o", "megafon", "-f", "own", "-r", "abroad", "-s", "personal"] },
  { name: "charge", command: ["charge", "XSOLLA *CIVILIZATION"] },
] as const;
const CLOCK = ["--as-of", "2026-11-22"];

const home = privateHome();
afterAll(() => home.remove());

const quoted = (arg: string): string => (/[ *]/.test(arg) ? `"${arg}"` : arg);

// Windows' own terminal rewrites what a program prints before anything can read it.
describe.skipIf(process.platform === "win32")("a screen", () => {
  describe.each(SCREENS)("$name", ({ name, command }) => {
    it.each(LANGUAGES)("%s", async (lang) => {
      const session = start({ home, lang, args: [...command, ...CLOCK], size: [80, 100] });
      await session.exited();
      await session.settled();
      const rows = session.drawn();
      session.end();
      const answer = rows.slice(0, rows.indexOf(""));
      await keepScreen(name, lang, ["dozvon", ...command.map(quoted)].join(" "), answer);
    });
  });

  it.each(LANGUAGES)("where a person begins (%s)", async (lang) => {
    const session = start({ home, lang, args: CLOCK });
    await session.sees(/\? (?:why|зачем)/);
    await session.settled();
    const rows = session.drawn();
    session.end();
    await keepScreen("menu", lang, "dozvon", rows);
  });
});
