/** Interrupting, bad input, small and dumb terminals, screen readers. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ACTION,
  ASKED,
  askMegafonAbroad,
  BACKSPACE,
  CTRL_C,
  ENTER,
  type Home,
  privateHome,
  type Session,
  start,
} from "../support/terminal.js";

/** Not in a regular expression of its own: the linter takes control characters there for mistakes. */
const ESC = "\u001b";

let home: Home;
let session: Session;

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

const HIDES_OR_SHOWS = new RegExp(`${ESC}\\[\\?25[hl]`, "g");

describe("Ctrl-C", () => {
  const AT = {
    "the menu": async () => session.sees(ASKED.en.topic),
    "a question": async () => {
      await session.answer(ASKED.en.topic, ENTER);
      await session.sees(ASKED.en.operator);
    },
    "the actions": async () => {
      await askMegafonAbroad(session);
    },
    "the offer to remember": async () => {
      await askMegafonAbroad(session);
      session.type(ACTION.exit);
      await session.sees(ASKED.en.remember);
    },
  };

  it.each(Object.keys(AT) as (keyof typeof AT)[])(
    "at %s: exit 130, the cursor back, nothing left behind",
    async (place) => {
      session = start({ home });
      await AT[place]();
      session.type(CTRL_C);
      expect(await session.exited()).toBe(130);
      expect(session.raw().match(HIDES_OR_SHOWS)?.at(-1)).toBe("\u001b[?25h");
      expect(session.raw()).not.toMatch(/Error|at .*\.c?js:/);
      expect(readdirSync(join(home.folder, "work"))).toEqual([]);
      expect(existsSync(home.settings)).toBe(false);
    },
  );

  it("in accessible mode: exit 130", async () => {
    session = start({ home, args: ["--accessible"] });
    await session.answer("Type a number", CTRL_C);
    expect(await session.exited()).toBe(130);
  });
});

describe("bad input leaves a prompt usable", () => {
  it.each([
    ["control characters", "\u0000\u0001\u0007\u0016\u001b[200~"],
    ["10,000 characters", "я".repeat(10_000)],
  ])("%s at the menu", async (_, keys) => {
    session = start({ home });
    await session.answer(ASKED.en.topic, keys);
    await session.settled();
    expect(session.lines().filter((line) => line.startsWith("What happened?"))).toHaveLength(1);
    session.type(BACKSPACE.repeat(60));
    await session.answer(ASKED.en.topic, ENTER);
    await session.sees(ASKED.en.operator);
  });

  it("words that mean nothing to it are answered calmly, and the menu asks again", async () => {
    session = start({ home });
    await session.answer(ASKED.en.topic, "zq");
    await session.answer("Not in the list", ENTER);
    await session.sees("What happened? zq");
    await session.sees(ASKED.en.topic);
  });

  it("signs alone are no words: Enter leaves the question where it is", async () => {
    session = start({ home });
    await session.answer(ASKED.en.topic, "--");
    await session.answer("Nothing found", ENTER);
    await session.settled();
    expect(session.screen()).toContain("Nothing found");
  });

  it.each(["", "x".repeat(4_000), "\u0001\u0007", "99", "-1", "1.5"])(
    "in accessible mode: a calm line, and the question still stands (%j)",
    async (line) => {
      session = start({ home, args: ["--accessible"] });
      await session.answer("Type a number", line + ENTER);
      await session.sees(/Not understood\. Type a number from 1 to \d+\./);
      session.type(`1${ENTER}`);
      await session.sees("Whose customer are you?");
    },
  );
});

it("a terminal resized in the middle is still usable", async () => {
  session = start({ home });
  await session.answer(ASKED.en.topic, ENTER);
  await session.sees(ASKED.en.operator);
  session.resize(40, 24);
  session.type("megaf");
  await session.answer("> MegaFon", ENTER);
  await session.sees(ASKED.en.home);
  session.resize(100, 30);
  session.type(ACTION.change);
  await session.answer(ASKED.en.which, "2");
  await session.answer(ASKED.en.place, "3");
  await session.sees(ASKED.en.abroad);
});

describe("colour", () => {
  const COLOUR = new RegExp(`${ESC}\\[[\\d;]*m`);

  it("NO_COLOR: none, with the code to scan too", async () => {
    session = start({ home, env: { NO_COLOR: "1" } });
    await askMegafonAbroad(session);
    session.type(ACTION.code);
    await session.sees("Point a phone");
    await session.settled();
    expect(session.raw()).not.toMatch(COLOUR);
  });

  it("TERM=dumb: none, nor anything else a dumb terminal would print as rubbish", async () => {
    session = start({ home, env: { TERM: "dumb" }, size: [80, 60] });
    // Each answer after its question: what is typed ahead of one belongs to the one before.
    const answers = [
      ["1. Call or write to the operator", "1"],
      ["2. MegaFon", "2"],
      ["0500: what next?", "4"],
      ["1. Phone in hand", "2"],
      ["1. At home", "3"],
    ] as const;
    for (const [question, line] of answers) await session.answer(question, line + ENTER);
    await session.answer("+7 926 111-05-00: what next?", `2${ENTER}`);
    await session.sees("tel:+79261110500");
    expect(session.raw()).not.toContain(ESC);
  });

  it("there is some otherwise", async () => {
    session = start({ home });
    await askMegafonAbroad(session);
    expect(session.raw()).toMatch(COLOUR);
  });
});

describe("accessible mode", () => {
  it.each([
    ["--accessible", ["--accessible"], {}],
    ["ACCESSIBLE=1", [], { ACCESSIBLE: "1" }],
  ] as const)("%s: plain numbered lines, digits apart, nothing redrawn", async (_, args, env) => {
    session = start({ home, args, env, size: [80, 50] });
    await session.answer("1. Call or write to the operator", `1${ENTER}`);
    await session.answer("2. MegaFon", `2${ENTER}`);
    await session.sees("what next?");
    expect(session.lines()).toContain("0 5 0 0");
    expect(session.lines()).toContain("0 5 0 0: what next?");
    expect(session.raw()).not.toContain("\u001b");
  });

  it("tells why and goes back", async () => {
    session = start({ home, args: ["--accessible"], size: [80, 80] });
    await session.answer("1. Call or write to the operator", `1${ENTER}`);
    await session.answer("2. MegaFon", `?${ENTER}`);
    await session.answer("Every operator has its own numbers.", `2${ENTER}`);
    await session.answer("Another place or phone", `5${ENTER}`);
    await session.answer("1. Phone in hand", `<${ENTER}`);
    await session.sees(/0 5 0 0: what next\?[\s\S]*0 5 0 0: what next\?/);
  });
});

describe("without questions", () => {
  it("--no-input in a terminal asks nothing", async () => {
    session = start({ home, args: ["route", "--no-input"] });
    expect(await session.exited()).toBe(0);
    expect(session.screen()).not.toContain("Enter picks");
  });

  it("dozvon --no-input: exit 2", async () => {
    session = start({ home, args: ["--no-input"] });
    expect(await session.exited()).toBe(2);
    expect(session.screen()).not.toContain("Enter picks");
  });
});
