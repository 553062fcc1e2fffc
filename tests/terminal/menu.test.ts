/** The first menu: nine parts at most, each of nine entries at most, on any screen; typing searches them all. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ASKED,
  CTRL_C,
  DOWN,
  ENTER,
  ESCAPE,
  type Home,
  privateHome,
  type Session,
  start,
} from "../support/terminal.js";

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

const PARTS = {
  ru: [
    "Позвонить или написать оператору",
    "Списали деньги, подписка",
    "Нет связи или интернета",
    "Потерян телефон, SIM, номер",
    "Тариф, баланс, услуги",
    "Чей это номер или код",
    "Претензия, возврат, мои списки",
    "Экстренные службы",
    "Другое",
  ],
  en: [
    "Call or write to the operator",
    "Money taken, a subscription",
    "No service or no internet",
    "Phone, SIM or number lost",
    "Plan, balance, services",
    "Whose number or code it is",
    "Claim letter, refund, my checklists",
    "Emergency services",
    "Something else",
  ],
} as const;

describe.each([
  ["ru", 80],
  ["ru", 40],
  ["en", 80],
  ["en", 40],
] as const)("on 24 lines (%s, %i columns)", (lang, columns) => {
  it("the first menu stands whole, with its question and its keys", async () => {
    open({ lang, size: [columns, 24] });
    await session.sees(ASKED[lang].topic);
    await session.settled();
    const listed = session.lines().filter((line) => /^[> ] \S/.test(line));
    expect(listed.map((line) => line.slice(2))).toEqual(PARTS[lang]);
    expect(session.lines()[0]).toBe(lang === "ru" ? "Что случилось?" : "What happened?");
    expect(session.screen()).toMatch(/Esc\s+(выйти|leaves)/);
  });

  it.each([1, 2, 3, 4, 6, 8])("part %i opens nine entries at most, all of them in sight", async (index) => {
    open({ lang, size: [columns, 24] });
    await session.answer(ASKED[lang].topic, DOWN.repeat(index) + ENTER);
    await session.sees("> 1. ");
    await session.settled();
    const numbers = session.lines().flatMap((line) => /^[> ] (\d+)\. /.exec(line)?.[1] ?? []);
    expect(numbers.length).toBeLessThanOrEqual(9);
    expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
    expect(session.screen()).not.toMatch(/[↓↑] (ещё|\d)/);
    expect(session.lines().filter((line) => line === PARTS[lang][index])).toHaveLength(1);
  });
});

it("Esc leads back from a part, and leaves the program at the first menu", async () => {
  open();
  await session.answer(ASKED.en.topic, DOWN + ENTER);
  await session.answer("> 1. ", ESCAPE);
  await session.sees(ASKED.en.topic);
  session.type(ESCAPE);
  expect(await session.exited()).toBe(0);
});

it.each([
  ["пук", "PUK"],
  ["есим", "SIM"],
  ["симка", "SIM"],
] as const)("one word that stands in no entry is understood all the same: %s", async (word, understood) => {
  open({ lang: "ru", size: [80, 40] });
  await session.answer(ASKED.ru.topic, word);
  await session.settled();
  expect(session.screen()).not.toContain("Ничего не нашлось");
  session.type(ENTER);
  await session.sees(new RegExp(understood, "i"));
});

it("says how many choices stand below and above those shown", async () => {
  open({ args: ["route"], size: [80, 12] });
  await session.sees(/↓ \d+ more/);
  session.type(DOWN.repeat(8));
  await session.sees(/↑ \d+ more/);
});

it("a phone number names the operator, and a name nobody has is answered calmly", async () => {
  open({ args: ["route", "-t", "balance", "-r", "home", "-f", "own", "-s", "personal"], size: [80, 40] });
  await session.answer("Whose customer are you?", `8 926 111-05-00${ENTER}`);
  await session.sees("MegaFon");
  expect(await session.exited()).toBe(0);
  expect(session.screen()).toContain("-o megafon");
  session.end();
  open({ args: ["route", "-t", "balance"], size: [80, 40] });
  await session.answer("Whose customer are you?", `qqqq${ENTER}`);
  await session.sees(/qqqq[\s\S]*Whose customer are you\?/);
  session.type(CTRL_C);
  expect(await session.exited()).toBe(130);
});

it.each(["SIGTERM", "SIGHUP"])("%s ends it at once at a question", async (signal) => {
  open();
  await session.sees(ASKED.en.topic);
  session.kill(signal);
  expect(await session.exited()).toBeDefined();
  expect(session.signal()).not.toBe(0);
});
