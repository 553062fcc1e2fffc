/** The glossary: one word for one thing in everything a person reads, and none that is another's jargon. Each row: what is not said, what is. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Said {
  where: string;
  ru: string;
  en: string;
}

function pairs(value: unknown, where: string): Said[] {
  if (value === null || typeof value !== "object") return [];
  const { ru, en } = value as { ru?: unknown; en?: unknown };
  const own = typeof ru === "string" && typeof en === "string" ? [{ where, ru, en }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pairs(inner, `${where} ${key}`))];
}

const SAID = readdirSync("data", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => pairs(JSON.parse(readFileSync(`data/${file}`, "utf8")), file))
  // Command lines are typed, and the table of a batch is set in columns.
  .filter(({ where }) => !/ (?:examples\.|help\.batch-fields)/.test(where));
const PAGE = readFileSync("README.ru.md", "utf8");

/** Words apart from their ends: a Cyrillic word has no \b. */
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, "iu");

const RUSSIAN: readonly [said: RegExp, instead: string][] = [
  [word("накладк\\p{L}*"), "ваша папка"],
  [word("ключ(?:и|ей|ом|а|у)? ?:|(?:таких|такого|общие|нужен) ключ\\p{L}*|ключом|ключу"), "параметр"],
  [word("числа (?:могли|измени\\p{L}+|другие)"), "номера"],
  [word("чуж(?:ая|ой|ую) SIM"), "украденная SIM"],
  [word("способ(?:а)? нет"), "обратиться некуда"],
  [
    word("закрыты[йе] спис\\p{L}+ кодов|плохой справочник|в пакете (?:были|есть) плохие"),
    "полные списки; справочник с ошибками",
  ],
  [word("СМС"), "SMS"],
  [word("сим-карт\\p{L}*"), "SIM-карта"],
  [word("сним(?:ок|ка|ки|ков|ке)(?: экрана)?|снимите экран"), "скриншот"],
  [word("Т2(?! Мобайл)"), "T2 (латиницей), кроме ООО «Т2 Мобайл»"],
  [word("допуслуг\\p{L}*"), "дополнительные услуги"],
  [word("не при ч[её]м"), "ни при чём"],
  [word("велит"), "требует"],
  [word("тишина"), "молчат"],
  [word("имя (?:продавца|услуги|оператора|магазина|сервиса|подписки|кабинета)"), "название"],
  [word("цена письма"), "по тарифу почты"],
  [word("в надзор|надзору|через надзор"), "в ведомство"],
  [word("зависят нормы|нормы и"), "ссылки на закон"],
  [word("(?:осталось|прошло) дней: "), "осталось 2 дня"],
  [word("такого списания (?:сейчас )?не ждут"), "такого списания сейчас быть не должно"],
  [word("банк и закон этим не закрыты"), "обратиться в банк и в суд это не мешает"],
  [/^совет, а не правило/iu, "оговорка"],
  [word("считать от|от события"), "после {event}"],
  [word("ENOENT|EACCES"), "словами"],
  [word("раньше [^.:]*рано"), "до его конца рано"],
  [/^сразу, как/iu, "шаг сделан, если: всё сохранено"],
  [word("услуга отменена (?!мною)[^ ]*"), "отменена мною"],
  [/ {2}|\.\.(?!\.)|,,| [,.;:!?](?!\p{L})/u, "знаки препинания"],
];

const ENGLISH: readonly [said: RegExp, instead: string][] = [
  [word("operations?"), "transaction"],
  [word("where to turn|whom to turn to|turn to (?:the|your)"), "whom to contact"],
  [word("frauds"), "fraudsters"],
  [word("the (?:bank|law)(?: and the (?:bank|law))? stays? open"), "you can still go to the bank"],
  [word("not to be expected"), "should not happen now"],
  [word("working days: |counted from: "), "15 working days after"],
  [word("the term (?:is over|has passed|passed)"), "the deadline has passed"],
  [word("mind: "), "say it"],
  [/^advice, not a rule/iu, "a caveat"],
  [word("the details(?! of)"), "the itemised bill"],
  [word("text messages?|sms'?es"), "SMS"],
  [word("screen ?shots?(?<!screenshots?)|snapshots?"), "screenshot"],
  [/(?<![\p{L}{])emails?(?![\p{L}}])/iu, "e-mail"],
  [/(?<!\p{L})(?:sim|Sim)(?: cards?)?(?!\p{L})/u, "SIM"],
  [word("cellphones?|cell phones?"), "phone"],
  [word("deals? of|(?:child|teenager)'s deal|everyday deals?"), "transaction"],
  [word("keeps? the law"), "complies with the law"],
  [word("(?:new|stops no|sets no|promised) term"), "deadline"],
  [/ {2}|\.\.(?!\.)| [,.;:!?](?!\p{L})/u, "punctuation"],
];

describe("no word of another's jargon, and one spelling for one thing", () => {
  it("is looked for in all that is said", () => {
    expect(SAID.length).toBeGreaterThan(3000);
    // The patterns see what they should.
    expect("Ошибка: нет такого ключа").toMatch(RUSSIAN[1]?.[0] as RegExp);
    expect("приложите снимки экрана").toMatch(RUSSIAN[8]?.[0] as RegExp);
  });

  it.each(RUSSIAN)("in Russian %s is said as: %s", (said) => {
    expect(SAID.filter(({ ru }) => said.test(ru)).map(({ where, ru }) => `${where}: ${ru}`)).toEqual([]);
  });

  it.each(RUSSIAN.slice(0, -1))("nor on the Russian page: %s", (said) => {
    expect(PAGE.split("\n").filter((line) => said.test(line))).toEqual([]);
  });

  it.each(ENGLISH)("in English %s is said as: %s", (said) => {
    expect(SAID.filter(({ en }) => said.test(en)).map(({ where, en }) => `${where}: ${en}`)).toEqual([]);
  });
});

describe("what a template puts together", () => {
  const messages = new Map(
    SAID.filter(({ where }) => where.startsWith("messages/")).map((one) => [one.where.split(" ")[1] ?? "", one]),
  );
  const like = (pattern: RegExp) => [...messages].filter(([key]) => pattern.test(key));

  it("events stand in the genitive, since they follow 'after' and 'before' and no colon", () => {
    const events = like(/^event\./);
    expect(events.length).toBeGreaterThan(10);
    // The first word of each, as a dictionary would have it, ends otherwise.
    expect(
      events.filter(([, { ru }]) => !/^\p{L}+(?:ия|ки|ежа|ца|ены|ции|чи)(?: |$)/u.test(ru)).map(([, { ru }]) => ru),
    ).toEqual([]);
    const templates = [...messages.values()].filter(({ ru }) => ru.includes("{event}"));
    expect(templates.length).toBeGreaterThan(2);
    expect(templates.filter(({ ru }) => !/(?:после|до) \{event\}/.test(ru))).toEqual([]);
    expect(templates.filter(({ en }) => !/(?:after|before) \{event\}/.test(en))).toEqual([]);
  });

  it("a problem is said once: the detail does not repeat its title", () => {
    const details = like(
      /^problem\.detail\.unknown-(?:command|operator|topic|claim|checklist|kind|party|merchant|run|step|answer|channel)$/,
    );
    expect(details.length).toBeGreaterThan(8);
    expect(
      details.filter(
        ([, { ru, en }]) => /так(?:ого|ой|их) .*нет|не существует/.test(ru) || /no such|does not exist/.test(en),
      ),
    ).toEqual([]);
  });

  it("a count is said with its unit in the right form, never after a colon", () => {
    const counts = [...messages].filter(
      ([key, { ru }]) => !key.startsWith("unit.") && /(?:дней|дня|рабочих дней|days): \{/.test(ru),
    );
    expect(counts).toEqual([]);
  });
});
