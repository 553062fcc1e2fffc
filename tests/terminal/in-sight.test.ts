/** On a screen of 24 lines what an answer is about stands above the menu under it, however narrow the screen. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANSWERS } from "../support/claim-answers.js";
import { ACTION, ASKED, ENTER, type Home, privateHome, type Session, start } from "../support/terminal.js";

let home: Home;
let session: Session;

beforeEach(() => {
  home = privateHome();
});
afterEach(() => {
  session.end();
  home.remove();
});

/** What is typed at the menu, whose customer answers where that is asked, and the value or step that must be seen. */
const SITUATIONS = [
  ["позвонить или", "мтс", /^0890$/],
  ["потерян телефон", "мтс", /^8 800 250-08-90$/],
  ["непонятное списание", "билайн", /^\S+$/],
  ["баланс и", "т2", /^\*\d+#$/],
  ["нет связи", "мегафон", /^8 800 550-05-00$/],
  ["экстренные", null, /^112$/],
] as const;

describe.each([80, 40])("at %i columns", (columns) => {
  it.each(SITUATIONS)("%s, %s", async (typed, operator, value) => {
    session = start({ home, lang: "ru", size: [columns, 24] });
    await session.answer(ASKED.ru.topic, typed + ENTER);
    if (operator) await session.answer(ASKED.ru.operator, operator + ENTER);
    await session.sees(/[чЧ]то\s+дальше\?/);
    await session.settled();
    const lines = session.lines();
    const menu = lines.findIndex((line) => line.startsWith("> 1. "));
    const said = lines.findIndex((line) => value.test(line));
    expect(said).toBeGreaterThanOrEqual(0);
    expect(said).toBeLessThan(menu);
    // So is what it is and what it costs, whole.
    expect(lines.slice(said + 1, menu).join(" ")).toMatch(/\S.*(?:бесплатно|звонок)[\s\S]*2026\./i);
    // The first line of the answer too: nothing has scrolled away.
    expect(lines.slice(0, said).join(" ")).toMatch(typed === "экстренные" ? /^/ : /\S/);
    const listed = lines.flatMap((line) => /^[> ] (\d)\. /.exec(line)?.[1] ?? []);
    expect(listed.length).toBeGreaterThanOrEqual(3);
    if (!session.screen().includes("Выйти")) expect(session.screen()).toMatch(/↓ ещё \d+/);
    expect(session.screen()).not.toMatch(/--\w|dozvon \w/);
  });

  it("a step of a checklist stands with its first outcomes, and says how many more there are", async () => {
    const args = ["checklist", "start", "unknown-mobile-charges", "-o", "megafon"];
    session = start({ home, lang: "ru", size: [columns, 24], args });
    await session.answer(/Шаг 1 из 8\s+— что\s+вышло/, "1");
    await session.sees(/Шаг 2 из 8\s+— что\s+вышло/);
    await session.settled();
    expect(session.screen()).toMatch(/Шаг 2 из 8: /);
    expect(session.screen()).toContain("> 1. ");
    if (!session.screen().includes("Остановиться")) expect(session.screen()).toMatch(/↓ ещё \d+/);
    expect(session.screen()).not.toMatch(/--\w|dozvon \w|unknown-mobile/);
  });

  it.each([
    ["кто списал", ["Откуда ушли", "Что написано"], ["2", `XSOLLA *GAME${ENTER}`], /^Это Xsolla\.$/],
    ["чей номер", ["Какой номер"], [`900${ENTER}`], /^900 — /],
  ] as const)(
    "%s: the answer stands above its menu, and no flag or command on the screen",
    async (typed, asked, keys, value) => {
      session = start({ home, lang: "ru", size: [columns, 24] });
      await session.answer(ASKED.ru.topic, typed + ENTER);
      for (const [index, question] of asked.entries()) await session.answer(question, keys[index] ?? "");
      await session.sees("Что дальше?");
      await session.settled();
      const lines = session.lines();
      const menu = lines.findIndex((line) => line.startsWith("> 1. "));
      const said = lines.findIndex((line) => value.test(line));
      expect(said).toBeGreaterThanOrEqual(0);
      expect(said).toBeLessThan(menu);
      expect(session.screen()).not.toMatch(/--\w|dozvon \w/);
    },
  );

  it("a letter stands with its head above what can be done with it, and can be seen whole", async () => {
    const args = ["claim", "content-without-consent", "-o", "megafon", "--as-of", "2026-11-22"];
    session = start({ home, size: [columns, 24], args });
    for (const [question, keys] of ANSWERS) await session.answer(question, keys);
    await session.sees(/What to do with the\s+letter\?/);
    await session.settled();
    const lines = session.lines();
    const menu = lines.findIndex((line) => line.startsWith("> 1. "));
    const head = lines.findIndex((line) => line.startsWith("Кому: "));
    expect(head).toBeGreaterThanOrEqual(0);
    expect(head).toBeLessThan(menu);
    session.type("6");
    await session.settled();
    expect(session.raw()).toContain("ПРЕТЕНЗИЯ");
  });

  it("what is known of a refund stands above its menu", async () => {
    session = start({ home, lang: "ru", size: [columns, 24] });
    await session.answer(ASKED.ru.topic, `вернут ли деньги${ENTER}`);
    await session.answer(/У кого\s+просите/, `steam${ENTER}`);
    await session.answer("Чем платили?", "1");
    await session.answer("Что не так?", "1");
    await session.sees(/[чЧ]то\s+дальше\?/);
    await session.settled();
    expect(session.screen()).toMatch(/Запросить возврат можно/);
    expect(session.screen()).toContain("> 1. ");
    expect(session.screen()).not.toMatch(/--\w|dozvon \w/);
  });

  it("what a sentence may have meant besides stands in the menu under its answer", async () => {
    session = start({ home, lang: "ru", size: [columns, 40] });
    await session.answer(ASKED.ru.topic, `мтс, потерял телефон вчера${ENTER}`);
    await session.sees(/8 800 250-08-90 — что\s+дальше\?/);
    expect(session.screen()).toContain("Не то? ");
  });

  it("the code to scan stands whole above the menu", async () => {
    session = start({ home, lang: "ru", size: [columns, 24] });
    await session.answer(ASKED.ru.topic, ENTER);
    await session.answer(ASKED.ru.operator, `мтс${ENTER}`);
    await session.answer(/0890 — что дальше/, ACTION.code);
    await session.sees("Наведите камеру");
  });
});
