/** `dozvon ask` and texts in a batch, as processes. */
import { describe, expect, it } from "vitest";
import { type Envelope, json, run, valid } from "../support/run.js";
import { traced } from "../support/trace.js";

const TURKEY = "с меня сняли деньги за какую-то подписку, мегафон, я в Турции";
const stated = (document: Envelope) =>
  Object.fromEntries(Object.entries(document.query.facts).map(([fact, { value, from }]) => [fact, `${value} ${from}`]));

describe.concurrent("a sentence", () => {
  it("is answered as the same facts by flag are", async () => {
    const { code, document } = await json(["ask", TURKEY]);
    expect(code).toBe(0);
    expect(document.kind).toBe("ask");
    expect(stated(document)).toMatchObject({ operator: "megafon text", roaming: "abroad text", country: "TR text" });
    const topic = String(document.query.facts.topic?.value);
    expect(["unwanted-subscription", "unknown-charge"]).toContain(topic);
    const flags = ["-o", "megafon", "-r", "abroad", "--country", "TR", "-t", topic];
    const { document: routed } = await json(["route", ...flags]);
    const { candidates, ...answer } = document.result as unknown as Candidates;
    const { candidates: none, ...same } = routed.result as unknown as Candidates;
    expect(answer).toEqual(same);
    // The nearest topics besides are said, at most two.
    expect(none).toEqual([]);
    expect(candidates).toHaveLength(2);
    expect(candidates.map((one) => one.topic)).not.toContain(topic);
    expect(document.notices).toEqual(routed.notices);
  });

  it("may come as several words or on standard input", async () => {
    const [one, several, input] = await Promise.all([
      json(["ask", "мтс какой у меня баланс", "--as-of", "2026-11-22"]),
      json(["ask", "мтс", "какой", "у", "меня", "баланс", "--as-of", "2026-11-22"]),
      json(["ask", "-", "--as-of", "2026-11-22"], { input: "мтс какой у меня баланс" }),
    ]);
    expect(several.document).toEqual(one.document);
    expect(input.document).toEqual(one.document);
  });

  it.each([
    ["забыла пук код билайн", /^8 800 700-06-11$[\s\S]*карточке/m, /eSIM должен|умершего/],
    ["мне нужна есим мегафон", /eSIM должен поддерживать/, /PUK вводят/],
    ["телефон утонул, нужна новая симка йота", /Новую SIM и eSIM дают в офисе/, /карточке|eSIM должен/],
    ["как разблокировать номер мтс", /Пустой счёт пополните[\s\S]*салон/, /карточке/],
    ["украли телефон, мтс", /Номер блокируют сразу/, /Разблокируют/],
    [
      "муж умер, как закрыть его номер мегафон",
      /Номер умершего[\s\S]*свидетельство о смерти, бумаги/,
      /карточке|паспорт владельца/,
    ],
    ["билайн переадресация отключить", /##002#/, /\*110\*09#|imposed-option/],
    ["мегафон просит пук", /карточке[\s\S]*8 800 550-05-00/, /Спросить по телефону +0500/],
    ["билайн за границей как позвонить", /Подтверждённого номера для звонка отсюда нет/, /не дозвониться/],
    ["мтс корпоративный клиент куда звонить", /^8 800 250-09-90$/m, /Корпоративный номер /],
    ["жалоба в роскомнадзор", /Китайгородский[\s\S]*\(Роспотребнадзор\)/, /Чей номер/],
    [
      "пришла смс что мой номер переносят в другую сеть, я ничего не подписывал, мтс, боюсь за банк",
      /позвоните в банк[\s\S]*^8 800 250-08-90$[\s\S]*остановите перенос/m,
      /новому оператору|250-82-50/,
    ],
    [
      "sms says my number is being ported out, i never asked for it, MTS, afraid for my bank",
      /позвоните в банк[\s\S]*^8 800 250-08-90$/m,
      /новому оператору|250-82-50/,
    ],
    ["умер отец, на нём была симка т2, в офисе говорят приведите владельца", /свидетельство о смерти/, /доверенность/],
    ["мошенники оформили симку на моё имя, не знаю у какого оператора", /^Госуслуги → профиль/m, /niir/],
    ["коллекторы звонят по долгу за мобильный билайн, договор не мой", /^Госуслуги → профиль/m, /Положите трубку/],
    [
      "stole my phone in Turkey, my SIM is MegaFon, calling from a hotel landline",
      /^\+7 926 111-05-00$/m,
      /You are in Russia/i,
    ],
    ["долг ростелеком", /баланс[\s\S]*8 800 100-08-00/, /\*100\*17#|комисси/],
    [
      "сто раз писала в чат мегафона, шлют отписки, деньги не возвращают, куда на них жаловаться",
      /пожаловаться[\s\S]*письменную претензию/,
      /^приложение|подписку/m,
    ],
    ["дом.ру, где написать заявление на расторжение, хотят вернуть роутер", /заявление о расторжении/, /перезагрузите/],
    ["т-мобайл: приложение вылетает, бот в чате не понимает, куда звонить", /tbank\.ru/, /^чат|Откройте приложение/m],
    [
      "приехали в казахстан, оба на билайне, не позвонить, на балансе минус, куда звонить отсюда",
      /Казахстан/,
      /Не уверен/,
    ],
    ["потерял симку ёта, телефон на месте, хочу esim", /^8 800 550-00-07$[\s\S]*eSIM дают в офисе/m, /Не уверен/],
    ["самозапрет на симки", /лично в МФЦ/, /Корпоративный номер/],
    [
      "звонили мошенники назвались мтс я сказал код из смс",
      /^номер на обороте карты$[\s\S]*Сначала банк[\s\S]*fraud-or-stolen-sim/m,
      /SIM МТС|0890|start spam/,
    ],
    [
      "звонили мошенники назвались мтс я не сказал код из смс",
      /спам и мошенники[\s\S]*^0890$/m,
      /^номер на обороте карты$/m,
    ],
    ["билайн домашний интернет отключили за долги", /домашний интернет[\s\S]*^8 800 700-80-00$/m, /Пополните счёт/],
    ["сказали номер заблокируют, я продиктовала код, билайн", /код назван[\s\S]*^номер на обороте карты$/m, /^0611$/m],
    [
      "сим карту перевыпустили без меня мтс",
      /Сначала позвоните в банк[\s\S]*^8 800 250-08-90$/m,
      /Новую SIM и eSIM дают/,
    ],
    [
      "сделали дубликат моей симки мтс и сняли деньги с карты",
      /позвоните в банк[\s\S]*^8 800 250-08-90$/m,
      /Не уверен/,
    ],
    ["потерял симку т2 как восстановить", /^8 800 555-06-11$[\s\S]*дают в офисе/m, /611, бесплатно с SIM/],
    ["отключили за долги мтс", /отключили за долг[\s\S]*Пополните счёт/, /Домашний интернет/],
    [
      "после приезда из за границы сутки нет интернета билайн",
      /^8 800 700-06-11$[\s\S]*закрыты на\s+сутки/m,
      /близкий/,
    ],
    ["роблокс списал деньги", /игра списала деньги[\s\S]*reportaproblem\.apple\.com/, /Не уверен/],
    ["мтс премиум как отключить", /^https:\/\/support\.mts\.ru\/mts-premium/m, /Не уверен/],
    [
      "перевели мой номер к другому оператору без моего ведома",
      /позвоните в банк[\s\S]*8 800 550-05-00/,
      /К кому уходите/,
    ],
    ["отключили за неуплату а я платил билайн", /^8 800 700-06-11$[\s\S]*из чека/m, /700-80-00|роутер/],
    ["у мамы отключили телефон за неуплату теле2 а она платила", /^8 800 555-06-11$[\s\S]*из чека/m, /\*122/],
    [
      "оператор не вернул деньги за подписку 30 дней молчит",
      /^https:\/\/rkn\.gov\.ru[\s\S]*доказательства/m,
      /только она запускает/,
    ],
    ["написал претензию мтс месяц назад не отвечают что дальше", /^https:\/\/rkn\.gov\.ru/m, /support\.mts/],
    [
      "пришла смс что номер заблокируют нужно подтвердить паспортные данные билайн",
      /По ссылке не переходите[\s\S]*^0611$/m,
      /Кодовое слово/,
    ],
    ["скам звонок из мтс банка как проверить", /^номер на карте: наберите сами$/m, /0890|SIM МТС/],
    ["симка не моя оформлена на бывшего мужа мтс хочу переоформить", /в офисе[\s\S]*владелец/, /Госуслуги/],
    ["госуслуги взломали через мой номер мтс", /МФЦ по паспорту[\s\S]*^115$[\s\S]*банк/m, /0890/],
    ["почта россии мобайл куда звонить", /в справочнике нет/, /0890/],
    ["т2 поменяли тариф без моего согласия", /^611$[\s\S]*вернуть прежний/m, /Цен тарифов/],
    ["как узнать какие платные подписки на теле2", /^\*189#$/m, /^https/m],
    ["Билайн снял 500 рублей за какие то подписки верните", /^\*110\*09#$[\s\S]*0611/m, /Не уверен/],
    ["ребёнок скачал игру списали 3000 руб с телефона т2", /^611$[\s\S]*play\.google\.com/m, /обороте карты/],
    ["гугл плей списал деньги с счета мегафон", /play\.google\.com/, /С карты платили/],
    [
      "верните деньги за подписку app store списали с баланса билайна",
      /reportaproblem[\s\S]*0611/,
      /чем платили|карту/,
    ],
    ["роблокс", /покупка в игре[\s\S]*reportaproblem\.apple\.com/, /Не уверен/],
    [
      "сказал код от телеграма, взломали аккаунт",
      /не оператор[\s\S]*^Telegram → Настройки → Устройства/m,
      /Сначала банк/,
    ],
    ["угнали ватсап", /^Telegram[\s\S]*WhatsApp переустановите/m, /^номер на обороте карты$/m],
    [
      "не знаю какой оператор, номер 89261234567, снимают деньги",
      /МегаФон, непонятное списание[\s\S]*^\*512#$[\s\S]*Оператор взят по номеру/m,
      /Назовите номер/,
    ],
    [
      "ростелеком интернет дома не работает второй день никто не берет трубку",
      /не отвечает\s+8 800 100-08-00[\s\S]*^https:\/\/www\.rt\.ru[\s\S]*роутер/m,
      /^8 800 100-08-00$|ТВ, дома, домашний/m,
    ],
    ["билайн никто не берёт трубку", /не отвечает 0611[\s\S]*^8 800 700-06-11$/m, /Не уверен|Экстренн/],
    ["до меня не могут дозвониться мтс", /нет связи/, /не отвечает/],
    ["прилетели домой из египта мегафон интернет не работает", /^8 800 550-05-00$[\s\S]*закрыты на\s+сутки/m, /926/],
    ["apple списал деньги со счета телефона мегафон", /^0500$[\s\S]*reportaproblem\.apple\.com/m, /С карты платили/],
    ["гугл плей списал со счёта билайна", /^0611$[\s\S]*play\.google\.com/m, /маловероятно|С карты платили/],
    ["сын купил в бравл старс через гугл плей", /^https:\/\/play\.google\.com$[\s\S]*48\s+часов/m, /Не уверен/],
    ["сын скачал игру и потратил 5000 через айфон", /^https:\/\/reportaproblem\.apple\.com$/m, /play\.google/],
    ["дом.ру пропал интернет", /роутер/, /включите телефон|Вернулись/],
    ["не могу зайти в мой мтс забыл пароль", /^0890$[\s\S]*Забыли пароль/m, /приложение «Мой МТС»|lk\.mts/],
    [
      "не могу войти в личный кабинет мегафон код не приходит",
      /^0500$[\s\S]*Код не приходит/m,
      /чат|кодовое слово ставят/,
    ],
    [
      "я в турции, связи нет, только вайфай в отеле, мегафон",
      /только\s+через интернет[\s\S]*сеть вручную[\s\S]*В форме/,
      /[Бб]ез телефона/,
    ],
    // What is charged and how it is switched off are both asked.
    ["у бабушки мегофон снимают по 30 рублей в день как отключить", /^\*(?:512|105)#$[\s\S]*0500/m, /Не уверен/],
    ["звонили из госуслуг сказала код из смс", /115[\s\S]*^номер на обороте карты$/m, /Telegram/],
    ["заблокировали номер за неуплату мегафон", /Пополните счёт[\s\S]*^8 800 550-05-00$/m, /Не уверен/],
    ["сняли 299 рублей за подписку которую я не подключал теле2", /^\*189#$[\s\S]*претензию/m, /Из-за границы/],
    ["бабушке на кнопочный мтс подключили платную подписку", /^\*152\*2#$[\s\S]*запишите/m, /Из-за границы/],
    ["глухой, не могу звонить, мтс украли телефон", /тот, кто рядом[\s\S]*^8 800 250-08-90$/m, /не дозвониться/],
    ["белые списки мобильный интернет не работает мтс", /ограничен[\s\S]*Госуслуги/, /Вернулись из-за границы/],
    ["связь есть а интернета нет мегафон крым", /в Крыму[\s\S]*^8 800 550-05-00$/m, /Не уверен/],
    [
      "роуминг в тайланде мтс не включается интернет",
      /^\+7 495 766-01-66$[\s\S]*«данные\s+в\s+роуминге»/m,
      /0890, бесплатно/,
    ],
    ["смс: ваш номер будет заблокирован перейдите по ссылке мтс", /не переходите[\s\S]*^0890$/m, /Положите трубку/],
    ["хочу поговорить с живым оператором", /соедините с оператором/, /Не уверен/],
    ["положил деньги на телефон а они не пришли теле2", /платёж не дошёл[\s\S]*611/, /^\*105#$/m],
    ["как отключить автоплатёж билайн", /там, где включали[\s\S]*0611/, /^\*102#$/m],
    ["тариф т2 подорожал без предупреждения", /^611$[\s\S]*вернуть прежний/m, /Цен тарифов/],
    ["с моего номера звонят людям мошенники", /могли подставить/, /Положите трубку/],
    ["кредит на меня взяли по номеру телефона", /^номер на обороте карты$/m, /Не уверен/],
    ["номер отдали другому человеку пока я год не пользовалась мтс", /может отдать другому[\s\S]*0890/, /Не уверен/],
    ["сколько стоит тариф мой онлайн", /Цен тарифов здесь нет/, /Не уверен/],
    [
      "симка не определяется в телефоне мтс",
      /другом\s+телефоне[\s\S]*offices[\s\S]*8 800 250-08-90/,
      /\*111|0890, бесплатно/,
    ],
    [
      "восстановить симку теле2 если я в другом городе",
      /в офисе по паспорту[\s\S]*^8 800 555-06-11$/m,
      /Подписки|611, бес/,
    ],
    ["т2 восстановить симку", /^https:\/\/t2\.ru\/offices$[\s\S]*8 800 555/m, /611, бесплатно/],
    ["пришла смс что мне одобрен кредит хотя я не брал", /^номер на обороте карты$/m, /Не уверен/],
    ["газпромбанк мобайл номер", /в справочнике нет/, /Не уверен/],
    ["как разблокировать номер мтс закончились деньги", /Пустой счёт пополните/, /Не уверен/],
    ["отдал код из смс мошенникам", /^dozvon checklist start fraud-or-stolen-sim$/m, /не прозвонено/],
    ["сын спустил 15000", /покупка в игре[\s\S]*reportaproblem\.apple\.com/, /^112$|Экстренн/m],
    ["сын спустил 15000 в стендофф", /покупка в игре[\s\S]*en\.help\.roblox\.com/, /^112$|Экстренн/m],
    ["пожар, не могу дозвониться, сгорел телефон мтс", /^112$/m, /Мой МТС|0890/],
    [
      "телефон упал в воду, мтс, надо позвонить маме срочно",
      /^8 800 250-08-90$[\s\S]*переставьте её в любой другой/m,
      /112|блокируют сразу/,
    ],
    ["мегафон заблокируйте симку, телефон утопил", /^8 800 550-05-00$[\s\S]*блокируют сразу/m, /переставьте/],
    [
      "умер отец, на его номере билайн списывают деньги",
      /свидетельство\s+о смерти[\s\S]*договор закроют/,
      /\*110\*09#|доверенност/,
    ],
    [
      "заблокировали симку потому что не подтвердил паспорт, йота",
      /на Госуслугах, в приложении[\s\S]*126-ФЗ/,
      /потерян|блокируют сразу/,
    ],
    ["не приходят смс теле2", /не приходят SMS[\s\S]*^611$[\s\S]*чёрный список/m, /нет связи/],
    ["хочу расторгнуть договор с мегафоном и вернуть остаток", /Остаток на счёте[\s\S]*реквизиты/, /кодовое слово/],
    ["скрытые номера звонят и молчат", /Заблокированные номера[\s\S]*Заглушение/, /Не уверен/],
    [
      "как отключить интернет в роуминге чтобы не списывали, мтс, еду в Египет",
      /Выключите в настройках телефона «данные в роуминге»/,
      /Не уверен/,
    ],
    ["взяли на меня кредит через мой номер телефона", /кредитной\s+истории[\s\S]*самозапрет/, /остановит перевод/],
    ["нужна распечатка звонков за месяц билайн", /my\.beeline\.ru[\s\S]*в офисе/, /Не уверен/],
    ["потеряла симку т2, нужно восстановить", /^8 800 555-06-11$[\s\S]*t2\.ru\/offices/m, /узнайте\s+заранее/],
  ])("%s: that very matter is told, and nothing of another one", async (sentence, first, never) => {
    const { out } = await run(["ask", sentence, "--lang", "ru"]);
    expect(out).toMatch(first);
    expect(out).not.toMatch(never);
  });

  it("says in words what was understood, before the answer", async () => {
    const { code, out, err } = await run(["ask", TURKEY, "--lang", "ru"]);
    expect(code).toBe(0);
    expect(err).toBe("");
    const [first = ""] = out.split("\n\n");
    for (const said of ["Вопрос понят так:", "МегаФон", "Турция"]) expect(first).toContain(said);
  });

  it("that may mean several things offers them in words, each with its way, and no flag", async () => {
    const text = "мегафон интернет номер";
    const { code, document } = await json(["ask", text]);
    const { candidates, primary, channels } = document.result as unknown as Candidates;
    expect(code).toBe(3);
    expect(document.ok).toBe(true);
    expect(primary).toBeNull();
    expect(channels).toEqual([]);
    expect(candidates.length).toBeGreaterThanOrEqual(2);
    expect(candidates.length).toBeLessThanOrEqual(3);
    expect(document.query.facts.topic).toBeUndefined();
    const { code: shownCode, out } = await run(["ask", text, "--lang", "en"]);
    expect(shownCode).toBe(3);
    // Whoever has named the operator has its number at once.
    expect(out).toContain("0500");
    for (const { label } of candidates) expect(out).toMatch(new RegExp(`^${label} {3,}\\S`, "m"));
    expect(out).not.toMatch(/ -[a-z-]/);
  });

  it.each([
    ["что за номер 8 495 123 45 67", "whose"],
    ["кто мне звонил с 900", "whose"],
    ["подключили сбер прайм без спроса", "charge"],
    ["wink списывает деньги", "charge"],
    ["мтс премиум", "charge"],
    ["мтс премиум как отключить", "charge"],
    ["okko", "charge"],
    ["кто звонил с +44 20 7946 0958", "whose"],
    ["по шагам: билайн подключил подписку", "checklist"],
    ["образец претензии, мегафон подключил подписку без спроса", "claim"],
    ["draft a letter to the operator, mts added a paid option", "claim"],
    ["с карты списали xsolla", "ask"],
    ["мой номер 8 926 111-05-00, нет сети", "ask"],
  ])("is answered by the room that knows: %s as %s does", async (text, kind) => {
    const { code, document } = await json(["ask", text]);
    expect({ code, ok: document.ok, kind: document.kind }).toEqual({ code: 0, ok: true, kind });
  });

  it("for money to come back from a seller is answered as refund does", async () => {
    for (const text of ["верните деньги за steam", "refund for google play"]) {
      const { code, document } = await json(["ask", text]);
      expect({ code, kind: document.kind }).toEqual({ code: 3, kind: "refund" });
    }
  });

  it("for a letter that says nothing of the matter is told which letters there are", async () => {
    const { code, document } = await json(["ask", "напишите претензию мтс"]);
    expect({ code, problem: document.problem.code }).toEqual({ code: 3, problem: "missing-facts" });
    expect(document.problem.allowed).toContain("content-without-consent");
  });

  it("that says what does not answer is not sent there again", async () => {
    const { document } = await json(["ask", "мегафон, 0500 не отвечает"]);
    expect(document.query.facts.tried).toEqual({ value: ["0500"], from: "text" });
    expect(document.result.primary).not.toBe("megafon.voice.short");
  });

  it("about something else is turned away with what to do instead", async () => {
    const { code, document } = await json(["ask", "как сварить борщ без свёклы", "--lang", "ru"]);
    expect({ code, problem: document.problem.code, result: document.result }).toEqual({
      code: 3,
      problem: "out-of-scope",
      result: null,
    });
    expect(document.problem.detail).toContain("dozvon topics");
    expect(document.problem.detail).toContain("112");
  });

  it("that calls for help gets 112 whatever is saved or set", async () => {
    const { code, document } = await json(["ask", "горит дом, мтс"], { env: { DOZVON_OPERATOR: "beeline" } });
    expect(code).toBe(0);
    expect(document.result.primary).toBe("emergency.voice.112");
    expect(document.query.facts).toEqual({ topic: { value: "emergency", from: "text" } });
  });

  it("that calls for help abroad gets no Russian number", async () => {
    const { document } = await json(["ask", "скорая в египте"]);
    expect(stated(document)).toMatchObject({ roaming: "abroad text", country: "EG text", topic: "emergency text" });
    expect(document.result.primary).not.toBe("emergency.voice.112");
    const { out } = await run(["ask", "ambulance in the USA", "--lang", "en"]);
    expect(out).toMatch(/^911$/m);
    expect(out.split("Not from here")[0]).not.toMatch(/^\s*(101|102|103|104)\b/m);
    for (const [text, number] of [
      ["полиция дубай", "999"],
      ["пожар в таиланде горит отель", "199"],
    ] as const)
      expect((await run(["ask", text, "--lang", "ru"])).out).toMatch(new RegExp(`^${number}$`, "m"));
  });

  it("about a bank card is about phone payments enough to be answered", async () => {
    const { document } = await json(["ask", "тинькофф банк списали с карты 500"]);
    expect(stated(document)).toMatchObject({ topic: "card-charge-other text" });
  });
});

describe.concurrent("who took the money", () => {
  const sold = async (...args: string[]) =>
    (await json(["ask", ...args, "-f", "own", "-r", "home", "-s", "personal"])).document;

  it.each([
    ["apple списала 149 рублей с карты", "app-store", "https://reportaproblem.apple.com"],
    ["с карты сняли за гугл плей", "google-play", "https://play.google.com"],
    ["рустор списал деньги с карты", "rustore", "https://rustore.ru/help/users/purchases-and-returns/subscribe"],
  ])("%s: %s", async (text, merchant, address) => {
    const document = await sold(text);
    expect(stated(document)).toMatchObject({ merchant: `${merchant} text`, topic: "card-charge-other text" });
    expect(document.result.channels[0]).toMatchObject({ uri: address });
    expect(document.result.channels.map(({ id }) => id.split(".")[0]).filter((party) => party !== merchant)).toEqual([
      "bank",
    ]);
  });

  it("is asked where the text does not say, and no seller's support is put first", async () => {
    const document = await sold("ребёнок потратил деньги в игре");
    expect(document.result).toMatchObject({ primary: null, needs: ["merchant"] });
    expect((await run(["route", "-t", "child-purchase", "--lang", "en"])).out).toMatch(/Who took the money\?/);
  });

  it("is no fact where two are named or the question is about something else", async () => {
    expect(stated(await sold("с карты списали то ли apple то ли google"))).not.toHaveProperty("merchant");
    expect(stated(await sold("мегафон, не работает гугл плей, нет интернета"))).not.toHaveProperty("merchant");
  });

  it("is refused by name when unknown, with the nearest", async () => {
    const { code, out } = await run(["route", "-t", "card-charge-other", "--merchant", "rustor!", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, problem: { code: "unknown-merchant", hints: ["rustore"] } });
  });
});

interface Candidates {
  candidates: { topic: string; label: string; confidence: number }[];
  primary: null;
  channels: unknown[];
}

describe.concurrent("a flag beside the text", () => {
  it("wins, and the contradiction is said", async () => {
    const { document } = await json(["ask", "мегафон, я в Турции, украли телефон", "-o", "mts", "-r", "home"]);
    expect(stated(document)).toMatchObject({ operator: "mts flag", roaming: "home flag" });
    expect(document.query.facts.country).toBeUndefined();
    const said = document.notices.filter(({ code }) => code === "text-contradicts").map(({ text }) => text);
    expect(said).toHaveLength(2);
    expect(said.join()).toMatch(/operator.*mts.*megafon/);
    expect(said.join()).toMatch(/roaming.*home.*abroad/);
  });

  it("that says the same in other words is no contradiction", async () => {
    const { document } = await json(["ask", "мегафон, я в Турции, украли телефон", "-o", "МегаФон", "-r", "ABROAD"]);
    expect(document.notices.filter(({ code }) => code === "text-contradicts")).toEqual([]);
  });

  it.each([
    ["поддержка мтс, 0890 не отвечает", ["--tried", "8 800 250-08-90"], { tried: "8 800 250-08-90,0890 flag" }],
    ["мтс, 0890 не отвечает", ["--tried", "0890"], { tried: "0890 flag" }],
    ["кнопочный телефон, как узнать баланс мтс", ["--without", "web, app,chat"], { without: "web,app,chat flag" }],
    ["кнопочный телефон, как узнать баланс мтс", ["--without", "ussd"], { without: "ussd,web,app,chat flag" }],
    ["я в Турции, мтс, нет связи", ["--country", "Turkey"], { country: "TR flag" }],
    ["я в Турции, мтс, нет связи", ["--country", "турция"], { country: "TR flag" }],
  ])("that says the same of a country, or adds to a list, is no contradiction: %s %j", async (text, flags, facts) => {
    const { document } = await json(["ask", text, ...flags]);
    expect(stated(document)).toMatchObject(facts);
    expect(document.notices.filter(({ code }) => code === "text-contradicts")).toEqual([]);
  });

  it("offers no line that the text says is silent, whatever the flag says is", async () => {
    const { document } = await json(["ask", "0890 не отвечает, поддержка мтс", "--tried", "8 800 250-08-90"]);
    const tried = document.result.rejected.filter(({ reason }) => reason === "already-tried").map(({ id }) => id);
    expect(tried.sort()).toEqual(["mts.voice.short", "mts.voice.toll-free"]);
    expect(tried).not.toContain(document.result.primary);
  });

  it("settles the topic", async () => {
    const { code, document } = await json(["ask", "мегафон, что-то не так", "-t", "balance"]);
    expect(code).toBe(0);
    expect(stated(document)).toMatchObject({ operator: "megafon text", topic: "balance flag" });
  });

  it("that is wrong is a mistake as ever", async () => {
    const { code, document } = await json(["ask", "мегафон, баланс", "-r", "mars"]);
    expect({ code, problem: document.problem.code }).toEqual({ code: 2, problem: "unknown-value" });
  });
});

describe.concurrent("what stands in the text", () => {
  it("is shown without phone numbers and control characters", async () => {
    const text = "мтс, мой номер +7 (926) 111-22-33\u0007\u001b[31m, баланс";
    const { document } = await json(["ask", text]);
    const shown = (document.query as unknown as { text: string }).text;
    expect(shown).toContain("мтс");
    expect(shown).not.toMatch(/111|22-33/);
    expect(shown).not.toMatch(/\p{Cc}/u);
  });

  it("may be the person's own number: its range stands for the operator", async () => {
    const { document } = await json(["ask", "мой номер 8 926 111-22-33, сняли деньги непонятно за что"]);
    expect(stated(document)).toMatchObject({ operator: "megafon number" });
    expect(document.notices.map(({ code }) => code)).toContain("number-portability");
    expect(JSON.stringify(document)).not.toMatch(/1112233|111-22-33/);
  });

  it.each([
    ["nothing", ["ask", ""], 2],
    ["blanks", ["ask", " \t "], 2],
    ["no text at all", ["ask"], 2],
    ["pictures", ["ask", "😀😀🔥"], 3],
    ["control characters", ["ask", "\u0001\u0002\u001b[2J"], 3],
    ["another language", ["ask", "Wie kündige ich meinen Mietvertrag?"], 3],
  ])("may be %s: a calm refusal", async (_, args, expected) => {
    const { code, document } = await json(args);
    expect(code).toBe(expected);
    expect(document.ok).toBe(false);
    expect(document.problem.detail).not.toBe("");
    const { err } = await run(args);
    expect(err).not.toMatch(/\bat .*:\d+|Error:/);
  });

  it("may be a megabyte: only its beginning is read", async () => {
    const { code, document } = await json(["ask", "-"], { input: "мтс сняли деньги ".repeat(60_000) });
    expect(code).toBe(0);
    expect((document.query as unknown as { text: string }).text.length).toBeLessThan(5_000);
  });
});

describe.concurrent("a text in a batch", () => {
  it("is answered in its place, and only what cannot be answered is bad", async () => {
    const requests = [
      { ref: "a", text: TURKEY },
      { ref: 2, operator: "yota", roaming: "home" },
      { ref: 3, text: "как сварить борщ" },
      { ref: 4, text: "мегафон интернет номер" },
      { ref: 5, text: "" },
      { ref: 6, text: 7 },
      { ref: 7, text: "мегафон, забыл пароль от кабинета", operator: "mts" },
      { ref: 8, text: null, operator: "mts" },
    ];
    const { code, out, err } = await run(["batch"], { input: requests.map((one) => JSON.stringify(one)).join("\n") });
    expect({ code, err }).toEqual({ code: 6, err: "" });
    const answers = await Promise.all(out.trimEnd().split("\n").map(valid));
    expect(answers.map(({ query }) => query.ref)).toEqual(["a", 2, 3, 4, 5, 6, 7, 8]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false, true, false, false, true, true]);
    const [turkey, , outside, several, empty, wrong, flagged] = answers as Envelope[];
    expect(stated(turkey as Envelope)).toMatchObject({ operator: "megafon text", country: "TR text" });
    expect([outside, empty, wrong].map((one) => one?.problem.code)).toEqual(["out-of-scope", "usage", "bad-line"]);
    expect(several?.query.facts.topic).toBeUndefined();
    expect(several?.result.primary).toBeNull();
    expect(flagged?.notices.map((notice) => notice.code)).toContain("text-contradicts");
  });

  it("takes nothing from the environment", async () => {
    const env = { DOZVON_OPERATOR: "beeline" };
    const { out } = await run(["batch"], { input: '{"text":"сняли деньги непонятно за что"}', env });
    expect((await valid(out.trimEnd())).query.facts.operator).toBeUndefined();
  });
});

it("opens the model for a text alone", async () => {
  const understanding = (files: readonly string[]) => files.filter((file) => file.startsWith("dist/understanding/"));
  const asked = await traced(["ask", "мтс баланс", "--json"]);
  expect(understanding(asked.files).sort()).toEqual([
    "dist/understanding/dictionaries.json",
    "dist/understanding/topics.bin",
  ]);
  const routed = await traced(["route", "-o", "mts", "--json"]);
  expect(understanding(routed.files)).toEqual([]);
  const batch = await traced(["batch"], { input: '{"operator":"mts"}\n' });
  expect(understanding(batch.files)).toEqual([]);
});
