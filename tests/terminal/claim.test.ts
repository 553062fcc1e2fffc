/** A claim letter question by question, as a person at a terminal goes through it. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANSWERS, NAME } from "../support/claim-answers.js";
import { CTRL_C, ENTER, type Home, privateHome, type Session, start } from "../support/terminal.js";

const ESCAPE = "\u001b";
const AS_OF = ["--as-of", "2026-11-22"];

let home: Home;
let session: Session;
const open = (options: Partial<Parameters<typeof start>[0]> = {}): Session => {
  session = start({ home, size: [100, 40], ...options });
  return session;
};
const saved = (name: string): string => join(home.folder, "work", name);

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

async function answerAll(): Promise<void> {
  for (const [question, keys] of ANSWERS) await session.answer(question, keys);
  await session.sees("What to do with the letter?");
}

it("says on a small screen, word by word, that names stay in memory", async () => {
  open({ args: ["claim", "content-without-consent", "-o", "megafon", "--lang", "ru", ...AS_OF], size: [40, 24] });
  await session.sees("Полностью, как в договоре");
  const written = session
    .screen()
    .split("\n")
    .map((line) => line.trimEnd());
  const at = written.findIndex((line) => line.startsWith("Имя, адрес и номера"));
  expect(written.slice(at, at + 4).join(" ")).toContain("на диск они попадут только в файл, который вы сохраните.");
});

describe("content without consent, MegaFon", () => {
  it.each([
    [100, 40],
    [40, 30],
  ] as const)("ends with a letter file and a calendar (%i columns)", async (columns, rows) => {
    open({ args: ["claim", "content-without-consent", ...AS_OF], size: [columns, rows] });
    await session.answer("Whose customer are you?", `megaf${ENTER}`);
    await answerAll();
    session.type("3");
    await session.sees("Saved: content-without-consent.txt");
    session.type("5");
    await session.sees("Saved: content-without-consent.ics");
    session.type("7");
    expect(await session.exited()).toBe(0);

    const letter = readFileSync(saved("content-without-consent.txt"), "utf8").replaceAll("\n", " ");
    for (const said of ["ПАО «МегаФон»", "127006", NAME, "+7 926 123-45-67", "05.11.2026", "1 299 руб. 50 коп."]) {
      expect(letter).toContain(said);
    }
    // The only line left to fill in is the signature.
    expect(letter.match(/_+/g)?.every((line) => line === "_".repeat(16))).toBe(true);
    // Registered on Monday the 23rd at the latest, answered 30 days later; what was not ordered is paid back in three days; six months from the
    // charge.
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(saved("content-without-consent.ics"), "utf8")));
    const days = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).startDate.toString());
    expect(days.sort().join(" ")).toBe("2026-11-23 2026-11-25 2026-11-26 2026-12-23 2026-12-24 2027-05-05");
    expect(statSync(saved("content-without-consent.txt")).mode & 0o077).toBe(0);
    expect(existsSync(home.settings)).toBe(false);
  });

  it("is on the home menu", async () => {
    open();
    await session.answer("What happened?", `claim letter${ENTER}`);
    await session.answer("Which letter do you need?", "1");
    await session.answer("Whose customer are you?", `megaf${ENTER}`);
    await session.sees("Full name");
    session.type(ESCAPE);
    await session.sees("Whose customer are you?");
    session.type(ESCAPE);
    await session.sees("Which letter do you need?");
  });

  it("says what is wrong with an answer and lets it be put right", async () => {
    open({ args: ["claim", "content-without-consent", "-o", "megafon", ...AS_OF] });
    for (const [question, keys] of ANSWERS.slice(0, 5)) await session.answer(question, keys);
    await session.answer("Date of the charge", `31.11.2026${ENTER}`);
    await session.sees("is not a date");
    session.type("\u007f".repeat(10));
    session.type(`30.11.2026${ENTER}`);
    await session.sees("has not come yet");
    session.type("\u007f".repeat(10));
    session.type(`05.11.2026${ENTER}`);
    await session.sees("Date of the last charge");
  });

  it("goes back one question and keeps the others", async () => {
    open({ args: ["claim", "content-without-consent", "-o", "megafon", ...AS_OF] });
    for (const [question, keys] of ANSWERS.slice(0, 3)) await session.answer(question, keys);
    await session.answer("It is in the contract", ESCAPE);
    await session.answer(/Contract or account number\s+The number whose account paid/, `89031112233${ENTER}`);
    await session.answer(/89031112233\s+It is in the contract/, `77${ENTER}`);
    await session.answer("Name of the service", `Игра${ENTER}`);
    for (const [question, keys] of ANSWERS.slice(5)) await session.answer(question, keys);
    await session.sees("What to do with the letter?");
    session.type("3");
    await session.sees("Saved:");
    const letter = readFileSync(saved("content-without-consent.txt"), "utf8");
    expect(letter).toContain("+7 903 111-22-33");
    expect(letter).toContain(NAME);
    expect(letter).not.toContain("123-45-67");
  });

  it("shows no personal value in the one-line command", async () => {
    open({ args: ["claim", "content-without-consent", "-o", "megafon", ...AS_OF], size: [200, 60] });
    await answerAll();
    session.type("7");
    await session.sees("The same in one line");
    await session.settled();
    const screen = session.lines().join(" ");
    const command = /The same in one line: (dozvon claim .+?) {2}/.exec(screen)?.[1] ?? "";
    expect(command).toContain("-o megafon");
    expect(command).toContain("amount=1 299,50");
    for (const personal of ["Иванов", "926", "12345678", "Вавилова"]) expect(command).not.toContain(personal);
  });

  it("says on Ctrl-C that nothing was kept, and keeps nothing", async () => {
    open({ args: ["claim", "content-without-consent", "-o", "megafon", ...AS_OF] });
    await session.answer("Full name", NAME);
    session.type(CTRL_C);
    expect(await session.exited()).toBe(130);
    expect(session.screen()).toContain("Nothing you typed was saved.");
    expect(existsSync(home.settings)).toBe(false);
    expect(session.raw().endsWith("\u001b[?25l")).toBe(false);
  });

  it("asks before it replaces a file, in no flags", async () => {
    open({ args: ["claim", "content-without-consent", "-o", "megafon", ...AS_OF] });
    await answerAll();
    session.type("3");
    await session.sees("Saved:");
    const file = saved("content-without-consent.txt");
    writeFileSync(file, "mine");
    session.type("3");
    await session.answer(/is already there. Replace it\?\s+> 1. Yes/, "2");
    await session.settled();
    expect(readFileSync(file, "utf8")).toBe("mine");
    session.type("3");
    await session.answer(/is already there. Replace it\?\s+> 1. Yes/, "1");
    await session.settled();
    expect(readFileSync(file, "utf8")).toContain(NAME.trim());
    expect(session.screen()).not.toContain("--force");
  });

  it("asks in plain lines for a screen reader", async () => {
    open({ args: ["claim", "bank-operation-not-mine", "--accessible", ...AS_OF] });
    await session.answer("Full name", ENTER);
    await session.answer("Your postal address", `Москва${ENTER}`);
    await session.answer("Name of the bank", `<${ENTER}`);
    await session.settled();
    expect(session.raw()).not.toContain("\u001b[");
    expect(session.screen().match(/Your postal address/g)).toHaveLength(2);
  });
});
