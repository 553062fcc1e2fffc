/** Who charged me, and can I get it back: as a person at a terminal is led. */
import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  BACKSPACE,
  BEFORE,
  COMMAND,
  CTRL_C,
  ENTER,
  type Home,
  privateHome,
  type Session,
  start,
} from "../support/terminal.js";

let home: Home;
let session: Session;
const open = (options: Partial<Parameters<typeof start>[0]> = {}): Session => {
  session = start({ home, size: [90, 60], ...options });
  return session;
};

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

describe("dozvon charge", () => {
  it("asks where the money left from, then what the line says", async () => {
    open({ args: ["charge"] });
    await session.answer("Where did the money leave from?", "2");
    await session.answer("What does the line say", `XSOLLA *CIVILIZATION${ENTER}`);
    await session.sees("This is Xsolla.");
    await session.sees("dozvon charge --account card 'XSOLLA *CIVILIZATION'");
    expect(await session.exited()).toBe(0);
  });

  it("takes an empty line for not knowing, and gives the general way", async () => {
    open({ args: ["charge"] });
    await session.answer("Where did the money leave from?", "1");
    await session.answer("What does the line say", ENTER);
    await session.sees("Phone account: what to do");
    expect(await session.exited()).toBe(0);
  });

  it("Ctrl-C at the line ends with 130", async () => {
    open({ args: ["charge"] });
    await session.answer("Where did the money leave from?", "2");
    await session.answer("What does the line say", CTRL_C);
    expect(await session.exited()).toBe(130);
  });
});

describe("dozvon refund", () => {
  it("asks only what matters, shows the answer and the line that repeats it", async () => {
    open({ args: ["refund", "steam", "--as-of", "2026-11-22"], size: [200, 70] });
    await session.answer("How was it paid?", "3");
    await session.answer("What is wrong?", "4");
    await session.answer("Is it taken every month?", "2");
    await session.answer("What was bought?", "1");
    await session.answer("When was it taken (with the time, if you know it)?", `32.11.2026${ENTER}`);
    await session.sees('"32.11.2026" should be a date');
    session.type(`${BACKSPACE.repeat(10)}20.11.2026${ENTER}`);
    await session.answer("How many hours played (for a DLC", `1${ENTER}`);
    await session.sees("A refund is possible");
    await session.sees("--hours-played 1");
    const command = /The same in one line: dozvon ([\s\S]+)/.exec(session.screen())?.[1] ?? "";
    expect(await session.exited()).toBe(0);
    const args = [...command.trim().split(/\s+/), "--as-of", "2026-11-22", "--json"];
    const { result } = JSON.parse(execFileSync(COMMAND, [...BEFORE, ...args], { env: home.env }).toString());
    expect(result).toMatchObject({ outcome: "refund-possible", decision: { rule: "steam-refund-14-2" } });
  });

  it("what is not known leaves the answer to support, with what it may be", async () => {
    open({ args: ["refund", "steam"], size: [100, 70] });
    await session.answer("How was it paid?", "3");
    await session.answer("What is wrong?", "4");
    await session.answer("Is it taken every month?", "2");
    await session.answer("What was bought?", "2");
    await session.answer("Is the game out?", "3");
    await session.sees("Steam (Valve) decides");
    expect(await session.exited()).toBe(0);
  });
});

describe("the menu", () => {
  it("leads from who charged me to the refund", async () => {
    open();
    await session.answer("What happened?", `who charged${ENTER}`);
    await session.answer("Where did the money leave from?", "2");
    await session.answer("What does the line say", `rustore${ENTER}`);
    await session.answer("What next?", "2");
    await session.answer("What is wrong?", "4");
    await session.sees("Ask RuStore support for a refund");
    await session.answer("What next?", "6");
    await session.sees("dozvon refund rustore");
    expect(await session.exited()).toBe(0);
  });

  it("plain lines ask the same", async () => {
    open({ args: ["charge", "--accessible"] });
    await session.answer("Where did the money leave from?", `2${ENTER}`);
    await session.answer("What does the line say", `XSOLLA${ENTER}`);
    await session.sees("This is Xsolla.");
    expect(await session.exited()).toBe(0);
  });
});
