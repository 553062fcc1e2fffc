/** A checklist in a real terminal: led step by step, left at any moment, taken up days later. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANSWERS, NAME } from "../support/claim-answers.js";
import { ASKED, CTRL_C, ENTER, type Home, privateHome, type Session, start } from "../support/terminal.js";

const CHARGES = [
  "checklist",
  "start",
  "unknown-mobile-charges",
  "-o",
  "megafon",
  "-f",
  "own",
  "-r",
  "home",
  "-s",
  "personal",
];
const DAY = { DOZVON_AS_OF: "2026-11-22" };
const TALL = [80, 60] as const;

let home: Home;
let session: Session;
const open = (args: readonly string[], options: Partial<Parameters<typeof start>[0]> = {}): Session => {
  session = start({ home, args, size: TALL, env: DAY, ...options });
  return session;
};

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

const asks = (step: number, total: number) => `Step ${step} of ${total}: what came of it?`;
const runs = () => join(dirname(home.settings), "checklists");

/** What was said of steps, in order, as it lies on the disk. */
function said(run: string): string[] {
  const folder = join(runs(), run);
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).event)
    .map(({ type, step, answer }) => [type, step, answer].filter(Boolean).join(" "));
}

describe("unknown charges, MegaFon", () => {
  it("ends with a letter in a file and the dates in a calendar, without leaving the checklist", async () => {
    open(CHARGES);
    await session.answer(asks(1, 8), "1");
    await session.answer(asks(2, 8), "5");
    await session.answer(asks(3, 8), "2");
    await session.answer(asks(4, 8), "1");
    await session.answer(asks(5, 8), "1");
    await session.answer(asks(6, 8), "3");
    await session.answer(/Go to the list\s+"A refund was refused/, "1");
    await session.answer(asks(1, 7), "1");
    await session.answer(asks(2, 7), "1");
    // The letter is written in the middle of the step, and the step is still asked about afterwards.
    await session.answer(asks(3, 7), "1");
    await session.answer("Which letter do you need?", "1");
    for (const [question, keys] of ANSWERS) await session.answer(question, keys);
    await session.sees("What to do with the letter?");
    session.type("3");
    await session.sees("Saved: content-without-consent.txt");
    session.type("5");
    await session.sees("Saved: content-without-consent.ics");
    session.type("7");
    await session.sees("> 1. Open: write the letter");
    await session.answer(asks(3, 7), "2");
    await session.sees(asks(4, 7));
    session.type(CTRL_C);
    expect(await session.exited()).toBe(130);

    const saved = (name: string) => readFileSync(join(home.folder, "work", name), "utf8");
    const letter = saved("content-without-consent.txt").replaceAll("\n", " ");
    for (const words of ["ПАО «МегаФон»", NAME, "1 299 руб. 50 коп."]) expect(letter).toContain(words);
    const calendar = new ICAL.Component(ICAL.parse(saved("content-without-consent.ics")));
    const days = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).startDate.toString());
    expect(days.sort().join(" ")).toBe("2026-11-23 2026-11-25 2026-11-26 2026-12-23 2026-12-24 2027-05-05");
    expect(said("refund-refused").at(-1)).toBe("done compose");
  });

  it("is walked from the first step to the checklist that follows, with all four ways to answer", async () => {
    open(CHARGES);
    // The first answer: from the phone account.
    await session.answer(asks(1, 8), "1");
    await session.sees("itemised bill");
    // The last of the answers: still unclear.
    await session.answer(asks(2, 8), "5");
    // Later, then skip, then it did not work.
    await session.answer(asks(3, 8), "4");
    await session.answer(asks(4, 8), "2");
    await session.answer(asks(5, 8), "4");
    await session.sees("ask support or an office");
    await session.answer(asks(6, 8), "3");
    await session.answer(/Go to the list\s+"A refund was refused/, "1");
    await session.sees(asks(1, 7));
    expect(session.screen()).toMatch(/Check the (term|deadline) and collect the papers/);
    session.type("7");
    await session.sees("dozvon checklist resume refund-refused");
    expect(await session.exited()).toBe(0);
    expect(said("unknown-mobile-charges")).toEqual([
      "start",
      "done account-or-card phone",
      "done charge-details unclear",
      "later usual-causes",
      "skip ask-operator",
      "fail switch-off",
      "done ask-recalculation refused",
    ]);
    expect(said("refund-refused")).toEqual(["start"]);
  });

  it("shows what the operator's own customer can use, and the answers, on one screen", async () => {
    open([...CHARGES, "--lang", "ru"]);
    await session.answer("Шаг 1 из 8 — что вышло?", "1");
    await session.sees("Шаг 2 из 8 — что вышло?");
    expect(session.screen()).toMatch(/Куда обратиться\n +МегаФон: \S/);
    expect(session.screen()).toContain("1. Есть название подписки или короткий номер");
  });

  it("keeps what was answered when Ctrl-C is pressed, and goes on from there days later", async () => {
    open(CHARGES);
    await session.answer(asks(1, 8), "1");
    await session.answer(asks(2, 8), CTRL_C);
    expect(await session.exited()).toBe(130);
    expect(session.raw().lastIndexOf("\u001b[?25h")).toBeGreaterThan(session.raw().lastIndexOf("\u001b[?25l"));
    expect(said("unknown-mobile-charges")).toEqual(["start", "done account-or-card phone"]);
    session.end();
    open(["checklist", "resume"], { env: { DOZVON_AS_OF: "2026-11-29" } });
    await session.sees(asks(2, 8));
    // The operator is remembered from the first day: nobody asks again.
    expect(session.raw()).not.toContain("Whose customer");
  });
});

describe("facts that were not given", () => {
  it("are asked for where a step hangs on them, once, and kept with the run", async () => {
    open(["checklist", "start", "content-ban"]);
    await session.answer(ASKED.en.operator, `${ASKED.en.megafon}${ENTER}`);
    await session.answer(asks(1, 6), "1");
    await session.sees(asks(2, 6));
    expect(session.screen()).toContain("MegaFon:");
    const kept = said("content-ban");
    expect(kept.slice(0, 2)).toEqual(["start", "facts"]);
    expect(kept.at(-1)).toBe("done content-account opened");
  });
});

describe("from the home menu", () => {
  it("one is begun, left, and offered to go on with", async () => {
    open([], { size: [80, 40] });
    await session.answer(ASKED.en.topic, `what to do and by when${ENTER}`);
    await session.answer("What happened with the money?", `spam${ENTER}`);
    await session.answer(asks(1, 7), CTRL_C);
    expect(await session.exited()).toBe(130);
    session.end();
    open([], { size: [80, 40] });
    await session.sees(ASKED.en.topic);
    expect(session.screen()).toContain("Claim letter, refund, my checklists (1 going on)");
    session.type(`go on${ENTER}`);
    await session.sees(asks(1, 7));
  });

  it("is not offered where nothing may be kept", async () => {
    open(["--no-config"], { size: [80, 60] });
    await session.sees(ASKED.en.topic);
    expect(session.screen()).not.toContain("step by step");
  });
});

it("for a screen reader: numbered lines, nothing redrawn", async () => {
  open(["checklist", "start", "spam", "-o", "mts", "-f", "own", "-r", "home", "-s", "personal", "--accessible"]);
  await session.answer(asks(1, 7), `1${ENTER}`);
  await session.answer(asks(2, 7), `6${ENTER}`);
  expect(await session.exited()).toBe(0);
  expect(session.raw()).not.toContain("\u001b[2K");
  expect(said("spam")).toEqual(["start", "done no-money-talk just-spam"]);
});
