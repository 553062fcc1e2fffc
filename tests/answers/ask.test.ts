/** What a sentence is taken to ask: a topic and a part of it, a choice of topics, or a question that another room answers. */
import { beforeAll, describe, expect, it } from "vitest";
import { hear, partsSaid, readerOf, undecided, wayTo } from "../../src/answers/ask.js";
import type { Desk } from "../../src/answers/desk.js";
import { parseMoment } from "../../src/values/moment.js";
import { given } from "../support/facts.js";
import { builtDesk } from "../support/reader.js";

type Flags = Record<string, string>;

const freshDesk = () => builtDesk(parseMoment("2026-11-22T12:00"));

let desk: Desk;
beforeAll(() => {
  desk = freshDesk();
});

const understood = (text: string, flags: Flags = {}) => hear(text, given(flags), desk);

function topicOf(text: string, flags: Flags = {}) {
  const { verdict, given: facts, room } = understood(text, flags);
  expect({ room, kind: verdict.kind }).toEqual({ room: null, kind: "topic" });
  return facts.topic;
}

const choiceIn = (text: string) => {
  const { verdict } = understood(text);
  return verdict.kind === "several" ? verdict.candidates.map(({ topic }) => topic) : [];
};

it("what a text asks about counts by what says more, whichever it says first, and before all where minutes count", () => {
  const { directory } = freshDesk();
  const partsIn = (text: string) => partsSaid(text, directory).map(({ topic, part }) => `${topic} ${part}`);
  expect(partsIn("потерял симку, разблокировать или восстановить, продиктовал код из смс")).toEqual([
    "stolen-money code-told",
    "lost-phone-or-sim unblock",
    "spam-and-fraud code-told",
    "lost-phone-or-sim lost-and-restore",
    "lost-phone-or-sim block",
  ]);
  expect(partsIn("как дозвониться до живого оператора")).toEqual(["general-support robot", "general-support call"]);
});

describe("one topic", () => {
  it.each<[text: string, topic: string, part: string | undefined, flags?: Flags]>([
    // A part of the likely topic, and one whose words leave no doubt.
    ["прилетели домой из египта мегафон интернет не работает", "no-service", "back-home"],
    ["перестал работать интернет на модеме мтс", "no-service", "modem"],
    ["мошенники оформили симку на моё имя, не знаю у какого оператора", "numbers-registered-to-me", "not-my-contract"],
    ["какой у меня оператор", "own-number", "which-operator"],
    ["телефон утонул, нужна новая симка йота", "sim-replacement", undefined],
    ["мтс подключили тариф без моего ведома и сняли деньги", "recalculation", "changed-without-me"],
    ["т2 на счету ноль, где пополнить, звонить надо сегодня", "balance", "top-up"],
    ["ростелеком домашний интернет не грузит", "home-services", "fault"],
    // Of two parts the one whose words leave less doubt, and of others what is asked of it rather than that it is asked.
    ["в крыму нет интернета, страницы не грузит мегафон", "no-service", "in-the-crimea"],
    ["потерял симку, разблокировать или восстановить т2", "lost-phone-or-sim", "lost-and-restore"],
    ["как дозвониться до живого оператора мтс", "general-support", "robot"],
    // Where minutes count, before anybody else's words.
    ["взломали телеграм, какой у меня оператор", "stolen-money", "messenger-hijacked"],
    ["продиктовал код, теперь телефон не видит симку", "stolen-money", "code-told"],
    ["позвонили от мтс продлить договор, сказала им код", "stolen-money", "code-told"],
    ["сказали номер заблокируют, я продиктовала код, билайн", "stolen-money", "code-told"],
    ["не сказала код из смс", "spam-and-fraud", "code-kept"],
    ["мошенники просили код, я не назвала", "spam-and-fraud", "code-kept"],
    ["the scammer asked for a code, I never told it", "spam-and-fraud", "code-kept"],
    // A telephone dies otherwise than people do.
    ["умер телефон, мама не может позвонить, мтс", "lost-phone-or-sim", "phone-broken"],
    ["умер отец закрыть номер", "contract-change", "heir"],
    // A card is a bank's as long as nobody says that it is a SIM.
    ["карта заблокирована", "card-charge-other", "card-blocked"],
    ["заблокировали карту не подтвердил операцию мтс", "card-charge-other", "card-blocked"],
    ["заблокируйте сим карту мтс", "lost-phone-or-sim", "block"],
    // The number itself tells whose it is.
    ["не знаю какой оператор, номер 89261234567, снимают деньги", "unknown-charge", undefined],
    ["мой номер 89261234567, забыл пук код", "sim-replacement", "puk"],
    // A flag beside the text.
    ["какой у меня оператор", "balance", undefined, { topic: "balance" }],
    ["горячая линия", "general-support", "call", { service: "fixed" }],
    ["дома не работает вайфай, мтс", "home-services", "fault", { service: "fixed" }],
    ["sim card is not recognized", "no-service", undefined, { service: "fixed" }],
    // One service of those of help, or all of them.
    ["вызовите скорую помощь", "emergency", "ambulance"],
    ["скорая", "emergency", "ambulance", { service: "fixed" }],
    ["срочно вызовите скорую помощь", "emergency", undefined],
    ["скорую сюда, ребёнок задыхается", "emergency", undefined],
    ["пожар в квартире", "emergency", undefined],
    // Whoever took or blocked it, and what a caller asks for.
    ["украли тел", "lost-phone-or-sim", "block"],
    ["телефон пропал", "lost-phone-or-sim", "gone"],
    ["мой билайн пишет аккаунт заблокирован", "account-access", "user-blocked"],
    ["хочу тариф подешевле, мегафон", "tariff", "cheaper"],
    ["увели телефон", "lost-phone-or-sim", "gone"],
    ["phone gone", "lost-phone-or-sim", "gone"],
    ["телефон пропал с сети", "no-service", undefined],
    ["заблокировали номер мегафон а я в казахстане", "lost-phone-or-sim", "blocked"],
    ["т2 заблокировал симку", "lost-phone-or-sim", "blocked"],
    ["номер заблокирован мтс что делать", "lost-phone-or-sim", "blocked"],
    ["my sim is blocked megafon", "lost-phone-or-sim", "blocked"],
    ["потерял телефон мтс, заблокировать симку", "lost-phone-or-sim", "block"],
    ["пришла смс номер будет заблокирован мтс", "spam-and-fraud", "sim-threat"],
    ["900 просят код", "spam-and-fraud", "code-asked"],
    ["звонят с 900 просят код", "spam-and-fraud", "code-asked"],
    ["caller asks for a code from sms", "spam-and-fraud", "code-asked"],
    ["при входе телефон просит пук код", "sim-replacement", "puk"],
    ["сказала код из смс госуслуги взломали", "stolen-money", "gosuslugi-code"],
    // Of a phone, in whatever order it is said, where the operator has phones.
    ["мтс нет интернета", "no-service", undefined],
    ["нет интернета мтс", "no-service", undefined],
    ["beeline no internet", "no-service", undefined],
    ["t2 no internet", "no-service", undefined],
    ["дом.ру нет интернета", "home-services", "fault"],
    ["дома нет интернета билайн", "home-services", "fault"],
    ["дедушке 82 кнопочный телефон билайн деньги пропали интернета нет", "unknown-charge", undefined],
    // Abroad none is for all: the one named, or the one that what happened calls for.
    ["police in bangkok", "emergency", "police"],
    ["вызвать полицию в китае", "emergency", "police"],
    ["ограбили в бангкоке полиция", "emergency", "police"],
    ["нас ограбили в пхукете, брат ранен, нужна скорая", "emergency", "ambulance"],
    ["пожар в таиланде горит отель", "emergency", "fire"],
    // What left the account of the phone.
    ["гугл плей списал деньги с счета мегафон", "unknown-charge", "store-on-phone-account"],
    ["со счёта телефона списали за яндекс плюс мтс", "unknown-charge", undefined],
    // The way to the seller, or to the operator, is what is asked.
    ["apple списала 149 рублей с карты", "card-charge-other", undefined],
    ["steam купить игру", "card-charge-steam", undefined],
    ["яндекс плюс не работает интернет", "no-service", undefined],
    // No letter is about it.
    ["дом.ру, где написать заявление на расторжение, хотят вернуть роутер", "contract-change", "cancel"],
  ])("%s: %s, %s", (text, topic, part, flags) => {
    expect(topicOf(text, flags)).toMatchObject({ value: topic });
    expect(topicOf(text, flags)?.part).toBe(part);
  });

  it("is said again with the sentence where it was a part that was asked about, and the service with the topic", () => {
    const text = "ростелеком интернет дома не работает второй день";
    const { verdict, given: facts } = understood(text);
    expect(facts).toMatchObject({ topic: { from: "text", said: text }, operator: { value: "rostelecom" } });
    expect(facts.service).toBeUndefined();
    expect(verdict).toMatchObject({ kind: "topic", topic: facts.topic?.value });
  });

  it("that the words alone settle has nothing near it, and one that was likely keeps what is", () => {
    expect(understood("мтс подключили тариф без моего ведома и сняли деньги").verdict).toEqual({
      kind: "topic",
      topic: "recalculation",
      confidence: 1,
    });
    expect(understood("какой у меня оператор").verdict).toMatchObject({ topic: "own-number" });
    const { verdict } = understood("звонили мошенники назвались мтс я не сказал код из смс");
    expect(verdict).toMatchObject({ kind: "topic", topic: "spam-and-fraud" });
    expect(verdict.kind === "topic" && verdict.nearest?.length).toBe(2);
  });
});

describe("a choice", () => {
  it.each([
    ["мегафон интернет номер", true],
    ["йота интернет номер", false],
    ["лайф интернет номер", true],
  ])("has home internet in it where the operator may have it: %s, %j", (text, may) => {
    expect(choiceIn(text)).toContain("no-service");
    expect(choiceIn(text).includes("home-services")).toBe(may);
  });

  it.each<[text: string, flags?: Flags]>([
    ["почему смс теперь по 3 рубля, йота?"],
    ["сбермобайл интернет очень медленный стал", { service: "fixed" }],
  ])("is none where all that may be meant has one way: %s", (text, flags) => {
    expect(topicOf(text, flags)).toBeDefined();
  });

  it.each([
    "айфон упал в воду и симка в нем",
    "планшет залочен на мтс",
    "телефон заблокирован под мтс",
    "нужна ли новая симка для четырёхжи",
  ])("is not empty where the operator has none of what may be meant: %s", (text) => {
    const { verdict } = understood(text, { operator: "domru" });
    expect(verdict).not.toMatchObject({ candidates: [] });
  });

  it("is put with all that is known, and what the flags overruled", () => {
    const { verdict, ...heard } = understood("мегафон интернет номер", { operator: "МТС" });
    if (verdict.kind !== "several") throw new Error(verdict.kind);
    const { situation, candidates, notices } = undecided({ ...heard, verdict }, verdict.candidates, desk);
    expect(situation).toEqual({ operator: { value: "mts", from: "flag" } });
    expect(candidates).toEqual(verdict.candidates);
    expect(notices.map(({ code }) => code)).toEqual(["text-contradicts"]);
  });
});

describe("another room", () => {
  it.each<[text: string, room: object | null]>([
    ["что за номер 8 495 123 45 67", { kind: "whose", numbers: ["8 495 123 45 67"] }],
    ["напишите претензию мтс", { kind: "claim", id: null, operator: "mts" }],
    [
      "образец претензии, мегафон подключил подписку без спроса",
      { kind: "claim", id: "content-without-consent", operator: "megafon" },
    ],
    ["по шагам вернуть деньги", { kind: "checklist", id: "refund-refused", given: {} }],
    [
      "по шагам: навязали подписку, мегафон",
      { kind: "checklist", id: "content-ban", given: { operator: { value: "megafon", from: "text" } } },
    ],
    ["верните деньги за steam", { kind: "refund", merchant: "steam", given: {} }],
    [
      "верните деньги за подписку app store списали с баланса билайна",
      { kind: "refund", merchant: "app-store", given: { "paid-with": "phone-account" } },
    ],
    ["подключили сбер прайм без спроса", { kind: "charge", descriptor: "SberPrime" }],
    ["с карты списали за яндекс плюс", { kind: "charge", descriptor: "Yandex Plus" }],
    ["мегафон яндекс плюс отключить", { kind: "charge", descriptor: "Yandex Plus" }],
    ["сняли с карты YANDEX*PLUS 399 а я не подписывалась", { kind: "charge", descriptor: "Yandex Plus" }],
    ["YANDEX*5815*PLUS 399 списали", { kind: "charge", descriptor: "Yandex Plus" }],
    ["steam", { kind: "charge", descriptor: "Steam (Valve)" }],
    ["кто звонит 89585557733 просят код из смс", null],
  ])("answers %s", (text, room) => {
    expect(understood(text).room).toEqual(room);
  });

  it("answers nothing where a flag says what is asked", () => {
    expect(understood("напишите претензию мтс", { topic: "complaint" }).room).toBeNull();
  });
});

describe("a line that nobody answers", () => {
  it.each<[text: string, silent: string | undefined, flags?: Flags]>([
    ["билайн никто не берёт трубку", "0611"],
    ["дом.ру никто не берёт трубку", "8 800 333-70-00"],
    // Whoever says which one it was, or has no line to call at all.
    ["не могу дозвониться до мтс", "8 800 250-08-90", { tried: "8 800 250-08-90" }],
    ["т-мобайл никто не отвечает", undefined],
    ["сбермобайл никто не отвечает", undefined, { service: "fixed" }],
    ["мтс какой баланс", undefined],
    ["единая служба спасения не берёт трубку", undefined],
    ["никто не берёт трубку", undefined],
    ["т2 в регистратуре трубку не берут", undefined],
  ])("%s: %s", (text, silent, flags) => {
    const from = flags?.tried ? "flag" : "text";
    expect(understood(text, flags).given.tried).toEqual(silent && { value: silent, from });
  });
});

it.each([
  ["Турция", "TR"],
  ["turkey", "TR"],
  ["Кипре", "CY"],
  ["ОАЭ", "AE"],
  ["tr", "tr"],
  ["Тюрляндия", "Тюрляндия"],
  ["Турцыя", "TR"],
  ["Egipt", "EG"],
])("a country beside a text is its code, or stays as it is: %s", (country, code) => {
  expect(understood("мтс баланс", { country, roaming: "abroad" }).given.country).toEqual({ value: code, from: "flag" });
});

it("a way to a topic that may be meant is the usual caller's", () => {
  expect(wayTo("balance", given({ operator: "mts" }), desk).main?.channel.id).toMatch(/^mts\./);
});

it.each(["", " \t\n"])("no text is no question: %j", (text) => {
  expect(() => understood(text)).toThrow(expect.objectContaining({ code: "usage", key: "empty-text" }));
});

it("what is about something else is refused, but not where a room answers it", () => {
  expect(() => understood("как сварить борщ")).toThrow(
    expect.objectContaining({ code: "out-of-scope", key: "out-of-scope" }),
  );
  expect(understood("warranty complaint letter").room).toEqual({ kind: "claim", id: null });
});

it("a sentence asked of twice in a row is read once", () => {
  const read = readerOf(desk);
  expect(read("мтс баланс")).toBe(read("мтс баланс"));
  expect(readerOf(desk)).toBe(read);
  expect(read("билайн баланс").facts.operator).toBe("beeline");
});
