/** The screens of the front page: drawn from a real terminal, and the same as what the program prints now. */
import { afterAll, describe, it } from "vitest";
import { LANGUAGES } from "../../src/vocabulary/language.js";
import { privateHome, start } from "../support/terminal.js";
import { keepScreen } from "./screen.js";

/** Shown as far as the end of the answer: what was understood, the value, and how sure it is. */
const ASKED = {
  en: "I am in Turkey with a MegaFon SIM: how do I reach support?",
  ru: "я в Турции с SIM МегаФона, как связаться с поддержкой?",
} as const;
const CLOCK = ["--as-of", "2026-11-22"];

const home = privateHome();
afterAll(() => home.remove());

// Windows' own terminal rewrites what a program prints before anything can read it.
describe.skipIf(process.platform === "win32")("a screen", () => {
  it.each(LANGUAGES)("of a question in words (%s)", async (lang) => {
    const session = start({ home, lang, args: ["ask", ASKED[lang], ...CLOCK], size: [80, 100] });
    await session.exited();
    await session.settled();
    const rows = session.drawn();
    session.end();
    const head = rows.indexOf("");
    await keepScreen("abroad", lang, `dozvon ask "${ASKED[lang]}"`, rows.slice(0, rows.indexOf("", head + 1)));
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
