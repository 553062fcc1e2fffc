/** From `dozvon` to a number, as a person at a terminal sees it. */
import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ACTION,
  ASKED,
  askMegafon,
  askMegafonAbroad,
  BACKSPACE,
  BEFORE,
  COMMAND,
  ENTER,
  ESCAPE,
  type Home,
  LEFT,
  privateHome,
  type Session,
  start,
} from "../support/terminal.js";

const MEGAFON_ABROAD = "+7 926 111-05-00";

let home: Home;
let session: Session;
const open = (options: Partial<Parameters<typeof start>[0]> = {}): Session => {
  session = start({ home, ...options });
  return session;
};

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

describe("MegaFon, abroad, personal", () => {
  it.each([
    ["ru", [80, 24]],
    ["en", [80, 24]],
    ["ru", [40, 24]],
    ["en", [40, 24]],
    ["ru", [200, 50]],
  ] as const)("is reached in five answers, the number in sight and whole (%s, %j)", async (lang, size) => {
    open({ lang, size });
    expect(await askMegafonAbroad(session, lang)).toBeLessThanOrEqual(5);
    expect(session.lines().filter((line) => line.includes(MEGAFON_ABROAD))).not.toEqual([]);
  });

  it.each([
    ["ru", [80, 24]],
    ["en", [40, 24]],
  ] as const)("has the number alone on its line (%s, %j)", async (lang, size) => {
    open({ lang, size: [size[0], 60] });
    await askMegafonAbroad(session, lang);
    expect(session.lines()).toContain(MEGAFON_ABROAD);
  });

  it("keeps the number in sight when the offer to remember comes", async () => {
    open();
    await askMegafonAbroad(session);
    await session.answer(ASKED.en.abroad, ACTION.exit);
    await session.sees(ASKED.en.remember);
    expect(session.screen()).toContain(MEGAFON_ABROAD);
  });

  it("is what the command line shown gives", async () => {
    open({ size: [200, 50] });
    await askMegafonAbroad(session);
    session.type(ACTION.exit);
    await session.answer(ASKED.en.remember, "2");
    await session.sees("The same in one line");
    const command = /The same in one line: dozvon (.+)/.exec(session.screen())?.[1] ?? "";
    const out = execFileSync(COMMAND, [...BEFORE, ...command.split(" "), "--json"], { env: home.env });
    const { result } = JSON.parse(out.toString());
    expect(result.usual.primary).toBe("megafon.voice.abroad");
    expect(result.channels[0].dial).toBe("+79261110500");
  });
});

describe("at a question", () => {
  it("? tells why and hides it again", async () => {
    open();
    await session.answer(ASKED.en.topic, ENTER);
    await session.answer(ASKED.en.operator, "?");
    await session.sees("Every operator has its own numbers.");
    expect(session.screen()).not.toContain("Nothing found");
    session.type("?");
    await session.gone("Every operator has its own numbers.");
  });

  it.each([
    ["the left arrow", LEFT],
    ["Esc", ESCAPE],
    ["<", "<"],
  ])("%s takes a choice back and keeps the answer", async (_, key) => {
    open();
    await askMegafon(session);
    session.type(ACTION.change);
    await session.answer(ASKED.en.which, "2");
    await session.answer(ASKED.en.place, key);
    await session.sees(/< *\n+0500: what next\?/);
  });

  it("the left arrow at the first question leads back to the menu", async () => {
    open();
    await session.answer(ASKED.en.topic, ENTER);
    await session.answer(ASKED.en.operator, LEFT);
    await session.sees(ASKED.en.topic);
  });

  it("only whose customer one is gets asked, and what is taken for granted is said", async () => {
    open({ lang: "ru" });
    await askMegafon(session, "ru");
    expect(session.screen()).toMatch(/Считаю:[\s\S]*вы\s+в\s+России/);
    expect(session.raw()).not.toContain("Где вы сейчас");
    expect(session.raw()).not.toContain("На кого оформлен");
  });

  it("'I cannot talk now' is an answer to the phone in hand, and to nothing else", async () => {
    open({ size: [80, 40] });
    await session.answer(ASKED.en.topic, ENTER);
    await session.sees(ASKED.en.operator);
    expect(session.screen()).not.toContain("I cannot talk now");
    session.type(`megaf${ENTER}`);
    await session.answer(ASKED.en.home, ACTION.change);
    await session.answer(ASKED.en.which, "1");
    await session.sees("I cannot talk now");
    session.type("7");
    await session.sees(/^(?!.*0500).+: what next\?/m);
    expect(session.screen()).not.toMatch(/: what next\?[\s\S]*8 800 550/);
  });
});

describe("a contact card", () => {
  it("is a choice of the menu, shown with room for what follows and with its command line, and leads back to the menu", async () => {
    open({ size: [80, 400] });
    await session.answer(ASKED.en.topic, `contact card${ENTER}`);
    await session.answer("Whose card do you need?", `megaf${ENTER}`);
    await session.sees("What next?");
    for (const value of ["0500", MEGAFON_ABROAD, "8 800 550-05-55", "*205#"]) {
      expect(session.screen()).toContain(`${value} — `);
    }
    session.type("2");
    await session.sees("The same in one line: dozvon contacts megafon");
    await session.sees(ASKED.en.topic);
  });

  it("goes back to the menu unasked", async () => {
    open();
    await session.answer(ASKED.en.topic, `contact card${ENTER}`);
    await session.answer("Whose card do you need?", LEFT);
    await session.sees(ASKED.en.topic);
  });
});

describe("typing at the menu", () => {
  it.each([
    ["ru", "подписк", "Отключить платную подписку"],
    ["en", "subscription", "Stop a paid subscription"],
    // A person abroad with a Russian keyboard, and the other way round.
    ["en", "подписк", "Stop a paid subscription"],
    ["ru", "SUBSCRIPTION", "Отключить платную подписку"],
  ] as const)("finds a topic (%s: %s)", async (lang, typed, topic) => {
    open({ lang });
    await session.answer(ASKED[lang].topic, typed);
    await session.sees(`> ${topic}`);
    expect(session.screen()).not.toContain(ASKED[lang].topic);
    session.type(ENTER);
    await session.sees(ASKED[lang].operator);
  });

  it("takes what no choice is like as one's own words, and shows the list again once it is erased", async () => {
    open();
    await session.answer(ASKED.en.topic, "zq");
    await session.sees("Not in the list. Enter takes it as your own words.");
    session.type(BACKSPACE.repeat(2));
    await session.sees(ASKED.en.topic);
    expect(session.screen()).not.toContain("Not in the list");
    session.type(ENTER);
    await session.sees(ASKED.en.operator);
  });
});
