/** What a text states, in the words people use. */
import { describe, expect, it } from "vitest";
import { builtReader } from "../support/reader.js";

const read = builtReader();
const facts = (text: string) => read(text).facts;

describe("the operator", () => {
  it.each([
    ["megafon", "мегафон МегаФона мегафоном Megafon MEGAFON мегик мегафн мегофон"],
    ["mts", "мтс МТС МТСа mts мтсом"],
    ["beeline", "билайн Билайна билайном beeline Beeline пчелайн биллайн билаин"],
    ["t2", "теле2 Теле2 tele2 Tele2 t2 т2 Т2 телле2"],
    ["yota", "йота Йоты йоту йотой Yota Ёта ёте jota йотта"],
    ["rostelecom", "ростелеком Ростелекома rostelecom"],
    ["domru", "дом.ру домру"],
    ["sbermobile", "сбермобайл СберМобайла"],
    ["tmobile", "т-мобайл"],
    ["motiv", "мотив"],
    ["letai", "летай таттелеком"],
    ["mgts", "МГТС мгтс mgts"],
    ["ttk", "ТТК ttk транстелеком"],
    ["akado", "Акадо akado"],
    ["other", "лайф водафон уфанет"],
  ])("%s is known as %s", (operator, names) => {
    const unknown = names.split(" ").filter((name) => facts(`${name}, сняли деньги`).operator !== operator);
    expect(unknown).toEqual([]);
  });

  it.each([
    ["хочу уйти с билайна на мегафон со своим номером", "megafon"],
    ["перехожу от мтс к йоте, куда нести заявление", "yota"],
    ["переношу номер в йоту, а мтс не отпускает", "mts"],
    ["не могу дозвониться с мегафона до поддержки мтс", "mts"],
    ["сняли деньги за подписку, еще раз и уйду от мегафона в теле2", "megafon"],
    ["мегафон ребят, клиент мтс может у вас взять симку?", "megafon"],
    ["йота, номер мегафона к себе перенесёте?", "yota"],
    ["мтс, симка билайна у вас в офисе обменивается?", "mts"],
    ["билайн, я абонент мтс, хочу к вам", "mts"],
  ])("asked about in %j is %s", (text, operator) => {
    expect(facts(text).operator).toBe(operator);
  });

  it.each(["сняли деньги, помогите", "мегабайты кончились", "телефон утонул", "мотивация пропала"])(
    "is not stated in %j",
    (text) => {
      expect(facts(text).operator).toBeUndefined();
    },
  );

  it.each([
    ["у меня не мегафон а мтс", "mts"],
    ["не мтс, а билайн, списали деньги", "beeline"],
    ["билайн, а не мтс, списали деньги", "beeline"],
    ["я не на теле2, а на йоте, нет интернета", "yota"],
    ["not mts but beeline, they took money", "beeline"],
    ["не работает мегафон", "megafon"],
    ["не отвечает мтс", "mts"],
    ["мтс не ловит", "mts"],
    ["сбербанк мобайл списали деньги", "sbermobile"],
  ])("denied is another one: in %j it is %s", (text, operator) => {
    expect(facts(text).operator).toBe(operator);
  });

  it.each([
    ["жулики, а не билайн, опять сняли деньги", "beeline"],
    ["это не мегафон, а просто цирк, третий день нет связи", "megafon"],
    ["it is a circus not mts, they took money again", "mts"],
  ])("scolded is not denied: in %j it is %s", (text, operator) => {
    expect(facts(text).operator).toBe(operator);
  });

  it("is not stated where the only one named is denied", () => {
    expect(facts("у меня не мегафон, списали деньги").operator).toBeUndefined();
    expect(facts("у меня не мегафон, а обычный городской, списали деньги").operator).toBeUndefined();
  });

  it("is named by a code that is one operator's alone", () => {
    expect(facts("набираю 0500, никто не отвечает").operator).toBe("megafon");
  });
});

describe("the part each of two operators plays", () => {
  it.each([
    ["раньше был теле2, теперь йота, списали деньги", "yota"],
    ["был билайн стал мтс, потерял телефон", "mts"],
    ["перешла с йоты на билайн, нет сети", "beeline"],
    ["ушла из мтс в теле2, не приходят смс", "t2"],
    ["I switched from yota to megafon, no signal", "megafon"],
    ["was beeline, now t2, lost my phone", "t2"],
    ["no longer with megafon, now mts, balance", "mts"],
    ["сменила теле2 на мегафон, подключили подписку", "megafon"],
    ["neither beeline nor mts, I have yota, no signal", "yota"],
    ["my husband has beeline, I have megafon, lost my phone", "megafon"],
  ])("the operator of now is asked: in %j it is %s", (text, operator) => {
    expect(facts(text).operator).toBe(operator);
  });

  it.each([
    ["мы на кипре, у жены украли телефон с билайном, у меня теле2", "beeline", "t2"],
    ["с телефона мужа на мегафоне звоню, у меня украли йоту", "yota", "megafon"],
    ["мтс, у сына вытащили телефон, звоню со своего билайна", "mts", "beeline"],
  ])("the victim's is asked, the other is in the hand: %j", (text, operator, from) => {
    expect(facts(text)).toMatchObject({ operator, from });
  });

  it.each([
    "у меня нет билайна, украли телефон",
    "я не абонент мегафона, потерял телефон",
    "я не клиент мтс, украли телефон",
    "I don't use beeline, my sim was stolen",
  ])("one that is denied is nobody's: %j", (text) => {
    expect(facts(text).operator).toBeUndefined();
  });

  it.each([
    "у меня узбекский билайн, украли телефон",
    "белорусский мтс не ловит",
    "beeline kz sim stolen",
    "таджикский мегафон, украли телефон",
    "билайн Узбекистана, украли телефон",
    "t-mobile usa sim stolen",
  ])("a company of the same name in another country is another one: %j", (text) => {
    expect(facts(text).operator).toBe("other");
  });
});

describe("what is denied", () => {
  it.each([
    ["не слабослышащий, просто баланс мегафон", "without"],
    ["i am not deaf, beeline balance", "without"],
    ["звоню не с городского, билайн не работает интернет", "from"],
    ["не домашний интернет, мобильный, ростелеком не ловит", "service"],
    ["это не мой номер 89031234567, с него звонят", "number"],
    ["not my number +7 903 123-45-67, who is it", "number"],
  ] as const)("is no fact: %j says nothing of %s", (text, fact) => {
    expect(facts(text)[fact]).toBeUndefined();
  });

  it.each([
    ["не xsolla, а другие сняли деньги", "card-charge-xsolla"],
    ["xsolla ни при чем, списали деньги", "card-charge-xsolla"],
    ["не стим списал деньги", "card-charge-steam"],
    ["не надо возвращать деньги, отключите подписку билайн", "refund-claim"],
    ["phone was not stolen, no internet beeline", "lost-phone-or-sim"],
  ])("is no topic: %j is not about %s", (text, topic) => {
    expect(read(text).topics[0]?.topic).not.toBe(topic);
  });
});

describe("the line", () => {
  it.each([
    ["как позвонить в мтс с городского", "landline"],
    ["как дозвониться до билайна с другого оператора", "other"],
    ["звоню с симки билайна в поддержку мтс", "beeline"],
    ["мтс, звоню с турецкого номера, не соединяет", "foreign"],
    ["мегафон, украли телефон, под рукой только ноутбук", "internet"],
    ["how do i call beeline from a landline", "landline"],
  ])("in %j is %s", (text, line) => {
    expect(facts(text).from).toBe(line);
  });

  it("is not stated where a number or a landline is only spoken of", () => {
    for (const text of ["мтс не дозваниваются на городской", "сколько стоит звонок на другого оператора, мтс"]) {
      expect(facts(text).from).toBeUndefined();
    }
  });
});

describe("the place", () => {
  it.each([
    ["я в Турции, не работает интернет, мтс", "abroad", "TR"],
    ["отдыхаем в Таиланде, телефон не ловит", "abroad", "TH"],
    ["нахожусь в Объединенных Арабских Эмиратах, смс не приходят", "abroad", "AE"],
    ["прилетели на Кипр, сразу списали 500 рублей", "abroad", "CY"],
    ["уехала в Армению, не приходят смс", "abroad", "AM"],
    ["звоню из Германии, короткий номер не набирается", "abroad", "DE"],
    ["сижу в аэропорту Дубая, билайн не ловит", "abroad", "AE"],
    ["в Анталье украли телефон", "abroad", "TR"],
    ["второй день на Бали без связи", "abroad", "ID"],
    ["в Южной Корее нет сети", "abroad", "KR"],
    ["I am in Serbia and my sim has no service", "abroad", "RS"],
    ["сейчас за границей, не приходят смс", "abroad", undefined],
    ["в командировке в Казани, не работает интернет", "russia", undefined],
    ["я из Москвы, сейчас в Самаре, интернет не работает", "russia", undefined],
    ["нахожусь в Крыму, нет сети, мегафон", "russia", undefined],
    ["у меня в квартире мегафон не ловит вообще", "home", undefined],
  ])("in %j is %s %s", (text, roaming, country) => {
    expect(facts(text)).toMatchObject({ roaming });
    expect(facts(text).country).toBe(country);
  });

  it.each([
    "сколько стоит звонок в Германию, мтс",
    "летим в Турцию через неделю, что подключить, билайн",
    "сколько стоит интернет в Египте, мегафон",
    "вернулся из Таиланда, списали лишнее, мтс",
    "после отпуска в Греции минус на балансе",
    "звонят из Украины незнакомые номера",
    "купил телефон в Америке, не ловит 4g",
    "мтс не работает интернет",
  ])("is not stated in %j", (text) => {
    expect(facts(text).roaming).toBeUndefined();
  });
});

describe("leaving the country", () => {
  it.each([
    "I left Russia yesterday, beeline roaming does not work",
    "we exited Russia last night, mts roaming is dead",
    "уехала из россии, роуминг мегафон не работает",
    "вылетели из рф, роуминг теле2 не работает",
    "пересекли границу, мтс роуминг молчит",
    "out of russia, megafon roaming not working",
  ])("is not travelling in it: %j", (text) => {
    expect(facts(text).roaming).toBe("abroad");
  });
});

describe("a place stated", () => {
  it.each([
    ["баланс мтс за границей", { operator: "mts", roaming: "abroad" }],
    ["Египет, мтс, нет интернета", { operator: "mts", roaming: "abroad", country: "EG" }],
    ["in the United Arab Emirates, no signal", { roaming: "abroad" }],
    ["я в ДР Конго, нет связи", { roaming: "abroad", country: "CD" }],
    ["мы в Гвинее-Бисау, нет связи", { roaming: "abroad", country: "GW" }],
    ["I am in Türkiye, no internet", { roaming: "abroad", country: "TR" }],
    ["я дома, мтс, нет сети", { roaming: "home" }],
    ["звоню с мтс, дома, списали деньги", { roaming: "home" }],
    ["Греция", { roaming: "abroad", country: "GR" }],
    ["i am british, mts, lost sim", { operator: "mts" }],
    ["im german beeline sim lost", { operator: "beeline" }],
    ["in Greece with a beeline sim", { operator: "beeline", roaming: "abroad", country: "GR" }],
    ["Фарерские о-ва, мтс, нет сети", { operator: "mts", roaming: "abroad", country: "FO" }],
    ["о-в Мэн, нет связи", { roaming: "abroad", country: "IM" }],
    ["в беларуси мтс не работает", { operator: "mts", roaming: "abroad", country: "BY" }],
    ["мегафон таджикистан, украли телефон", { operator: "megafon", roaming: "abroad", country: "TJ" }],
  ])("is kept whatever the topic: %j", (text, stated) => {
    expect(facts(text)).toMatchObject(stated);
  });
});

describe("a place denied", () => {
  it("is not where the person is", () => {
    expect(facts("я не в турции а дома, мегафон сняли деньги")).toMatchObject({ operator: "megafon", roaming: "home" });
    expect(facts("я не в турции а дома, мегафон сняли деньги").country).toBeUndefined();
    expect(facts("я не за границей, мтс, нет сети").roaming).toBeUndefined();
    expect(facts("я не в Египте, а в Турции, нет сети")).toMatchObject({ roaming: "abroad", country: "TR" });
  });
});

describe("the place of an emergency", () => {
  it.each([
    ["скорая в египте", "EG"],
    ["вызвать скорую в сша", "US"],
    ["пожар в Турции", "TR"],
    ["скорая помощь Анталья", "TR"],
    ["ambulance in the USA", "US"],
    ["ambulance in egypt", "EG"],
    ["скорая в турцыи", "TR"],
    ["скорая в егепте", "EG"],
    ["полиция в белорусии", "BY"],
    ["ambulence in turky", "TR"],
  ])("is the foreign one named in %j", (text, country) => {
    expect(facts(text)).toMatchObject({ roaming: "abroad", country });
  });

  it.each([
    "вызвать скорую",
    "порезал вены, вызвать скорую",
    "кровь из вены, вызвать скорую",
    "вызвать скорую туристу из Египта в Москве",
    "пожар, Москва",
    "бабушка ушла ночью в халате, на улице минус двадцать, помогите",
    "авария на Минке, человек без сознания",
    "в Ирину врезалась машина, она не дышит",
  ])("is not abroad in %j", (text) => {
    expect(facts(text).roaming).not.toBe("abroad");
  });
});

describe("the contract, the service and what cannot be used", () => {
  it.each([
    ["мтс, юрлицо, не проходит платеж", { subscriber: "corporate" }],
    ["корпоративный тариф билайн, как сменить", { subscriber: "corporate" }],
    ["не корпоративный номер, билайн, детализация", { subscriber: "personal" }],
    ["не на физлицо, а на юрлицо, мтс", { subscriber: "corporate" }],
    ["мегафон оформлен на ИП, нужна детализация", { subscriber: "corporate" }],
    ["домашний интернет ростелеком лежит с утра", { service: "fixed" }],
    ["я глухой, как написать в мтс", { without: "voice" }],
    ["мтс, номер оформлен на ООО, сменить тариф", { subscriber: "corporate" }],
    ["рабочий номер билайн, детализация", { subscriber: "corporate" }],
    ["мегафон, личный номер, списали за подписку", { subscriber: "personal" }],
    ["билайн, физлицо, сняли деньги", { subscriber: "personal" }],
    ["mts, personal number, charged for a subscription", { subscriber: "personal" }],
    ["у бабушки кнопочный телефон, мтс, списывают деньги", { without: "web,app,chat" }],
    ["нет связи, только вайфай в отеле, мегафон", { from: "internet" }],
  ])("of %j", (text, stated) => {
    expect(facts(text)).toMatchObject(stated);
  });

  it("is left open where both kinds of contract are named", () => {
    expect(facts("перевести номер с физлица на юрлицо, билайн").subscriber).toBeUndefined();
  });
});

describe("however it is typed", () => {
  it.each([
    ["vtufajy ytn ctnb", "мегафон нет сети"],
    ["ьеы тщ ыукмшсу", "mts no service"],
    ["МТС СНЯЛИ ДЕНЬГИ", "мтс сняли деньги"],
    ["теле2 закончился счёт", "теле2 закончился счет"],
    ["мтc сняли деньги", "мтс сняли деньги"],
    ["\u001b[31mмтс\u001b[0m сняли деньги", "мтс сняли деньги"],
    ["\u0438\u0306ота не ловит", "йота не ловит"],
  ])("%j is %j", (typed, meant) => {
    expect(read(typed)).toEqual(read(meant));
  });

  it("Russian in Latin letters is understood", () => {
    const { facts: stated, topics } = read("bilayn snyali dengi ya v turcii");
    expect(stated).toMatchObject({ operator: "beeline" });
    expect(topics[0]?.topic).toBe("unknown-charge");
    expect(read("mts obeschanniy platezh").topics[0]?.topic).toBe("promised-payment");
    expect(read("yota tarify").topics[0]?.topic).toBe("tariff");
  });
});

describe("a number", () => {
  it.each([
    "мой номер +7 (926) 111-22-33, сняли деньги",
    "мой номер 8 926 111 22 33, я перешел в мтс",
    "my number is 9261112233",
  ])("of the person's own is a fact (%j)", (text) => {
    expect(facts(text).number).toBe("+79261112233");
  });

  it("of somebody else is none", () => {
    expect(facts("звонят с номера +7 926 111-22-33 мошенники").number).toBeUndefined();
  });
});
