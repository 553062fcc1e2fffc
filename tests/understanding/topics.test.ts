/** The topic of a text: measured on questions of our own that are not learnt from, and bounded whatever comes. */
import { statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExamples } from "../../src/build/understanding/examples.js";
import { encodeModel } from "../../src/build/understanding/train.js";
import { LONGEST } from "../../src/understanding/text.js";
import { OWN_COLUMNS } from "../../src/understanding/topic-model.js";
import { judge } from "../../src/understanding/verdict.js";
import { measure, readQuestions } from "../eval/measure.js";
import { anyText } from "../support/any-text.js";
import { BUILT, builtModel, builtReader } from "../support/reader.js";
import { realDirectory } from "../support/real-directory.js";

const read = builtReader();
const { topics } = realDirectory();
const MEASURE = "data/understanding/measure";
const share = ({ right, of }: { right: number; of: number }) => right / of;

describe("questions that are not learnt from", () => {
  const questions = readQuestions(join(MEASURE, "questions.jsonl"));
  const outside = readQuestions(join(MEASURE, "out-of-scope.jsonl"));

  it("are none of the examples", () => {
    const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
    const learnt = new Set(readExamples("data").map(({ text }) => folded(text)));
    expect([...questions, ...outside].filter(({ text }) => learnt.has(folded(text)))).toEqual([]);
  });

  it("find their topic", () => {
    const found = measure(questions, read, topics);
    expect(found.first.of).toBeGreaterThan(100);
    expect(share(found.first)).toBeGreaterThanOrEqual(0.85);
    expect(share(found.three)).toBeGreaterThanOrEqual(0.95);
    expect(share(found.operator)).toBeGreaterThanOrEqual(0.98);
    expect(share(found.refused)).toBeLessThanOrEqual(0.05);
    // An answer given alone has to be safer than one put up for choice.
    expect(share(found.alone)).toBeGreaterThanOrEqual(0.9);
  });

  it("are turned away when they are about something else", () => {
    const found = measure(outside, read, topics);
    expect(found.outside.of).toBeGreaterThanOrEqual(200);
    expect(share(found.outside)).toBeGreaterThanOrEqual(0.6);
  });

  it("cover every topic", () => {
    const asked = new Set(questions.map(({ topic }) => topic));
    expect(topics.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });
});

describe("the model", () => {
  it("ships in at most 900 KB, its dictionaries included", () => {
    const bytes = ["topics.bin", "dictionaries.json"].map((name) => statSync(join(BUILT, name)).size);
    expect(bytes.reduce((a, b) => a + b) / 1000).toBeLessThanOrEqual(900);
  });

  it("knows the topics of the directory and no others", () => {
    const own: readonly string[] = OWN_COLUMNS;
    const labels = builtModel().labels.filter((label) => !own.includes(label));
    const ids = topics.map(({ id }) => id).filter((id) => id !== "emergency");
    expect([...labels].sort()).toEqual(ids.sort());
  });

  it("is what it was after being packed again", () => {
    const model = builtModel();
    expect(Buffer.from(encodeModel(model)).equals(Buffer.from(encodeModel(model)))).toBe(true);
    expect(encodeModel(model)).toHaveLength(statSync(join(BUILT, "topics.bin")).size);
  });
});

describe("any text", () => {
  const hostile = fc.oneof(
    anyText(300),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc
      .array(fc.constantFrom("мтс", "я", "в", "Турции", "0500", "+79261112233", "😀", "\u0000", "списали", "112", "i"))
      .map((words) => words.join(" ")),
  );

  it("gives probabilities of topics, the likeliest first", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const reading = read(text);
        const confidences = reading.topics.map(({ confidence }) => confidence);
        expect(confidences.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
        expect([...confidences].sort((a, b) => b - a)).toEqual(confidences);
        expect(reading.outside).toBeGreaterThanOrEqual(0);
        expect(reading.outside).toBeLessThanOrEqual(1);
        expect(reading).toEqual(read(text));
      }),
      { numRuns: 300 },
    );
  });

  it("is judged: one topic, two or three to choose from, or nothing of ours", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("mobile" as const, "fixed" as const, null), (text, service) => {
        const verdict = judge(read(text), topics, service);
        const named =
          verdict.kind === "several"
            ? verdict.candidates.map(({ topic }) => topic)
            : verdict.kind === "topic"
              ? [verdict.topic]
              : [];
        if (verdict.kind === "several") expect(named.length).toBeGreaterThanOrEqual(2);
        expect(named.length).toBeLessThanOrEqual(3);
        expect(new Set(named).size).toBe(named.length);
        const services = named.map((id) => topics.find((topic) => topic.id === id)?.service);
        expect(services).not.toContain(undefined);
        if (service) expect(services.filter((one) => one !== null && one !== service)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("takes bounded time, however long", () => {
    for (const piece of [
      "мтс сняли деньги ",
      "a",
      "я в ",
      "в Турции из Турции ",
      "((((",
      "1234567890",
      "я не могу ... ",
    ]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const start = performance.now();
      const reading = read(text);
      expect(performance.now() - start).toBeLessThan(1500);
      // What stands beyond the bound changes nothing.
      expect(reading).toEqual(read(text.slice(0, LONGEST)));
    }
  });

  it.each(["", " ", "😀😀😀", "\u0000\u0007\u001b[2J", "我的手机没有信号", "كيف أشحن رصيدي", "?!?!", "жщцк"])(
    "that says nothing (%j) is nothing of ours",
    (text) => {
      expect(judge(read(text), topics, null).kind).toBe("outside");
    },
  );
});

/** What is offered first, or what is acted on. */
function foremost(text: string): string {
  const verdict = judge(read(text), topics, null);
  if (verdict.kind === "outside") return "outside";
  return verdict.kind === "topic" ? verdict.topic : (verdict.candidates[0]?.topic ?? "");
}

describe("a call for help", () => {
  it.each([
    "внук тонет в пруду",
    "тонет внучка",
    "племянница выпала из окна",
    "дедушка посинел и хрипит",
    "малыш наелся таблеток",
    "брат меня избивает",
    "набросились на меня в переулке",
    "полыхает чердак",
    "занялась проводка на даче",
    "квартиру заливает кипятком",
    "волк возле дома",
    "my nephew fell out of the window",
    "severe chest pain, what number do i call",
    "the man next door has a gun",
    "somebody follows me, I am scared",
    "как с сотового набрать 02",
    "01",
    "04",
    "не хочу больше жить",
    "шипит газ на кухне",
    "the flat next door is burning",
    "в стамбуле ограбили и избили",
    "вода прибывает, дом затопило",
    "в подвале искрит щиток",
    "дядя потерял сознание в огороде",
    "у тёщи перекосило рот, говорит невнятно, минут десять назад",
    "дед босиком на морозе, не понимает где он",
    "сестра пишет, что прощается навсегда",
    "лодку с рыбаками перевернуло",
    "фура съехала в реку, водитель внутри",
    "кабан кидается на детей во дворе",
    "he wants to end his life tonight",
    "my uncle collapsed and has no pulse",
    "человек упал с крыши",
    "мужчина тонет у пирса",
    "срочно нужен доктор",
    "we need a doctor quickly",
    "хозяин забрал паспорт и держит меня в подвале",
    "тестя шарахнуло током от бойлера, лежит",
    "в пекарню вошёл мужик с дробовиком",
    "племянник разослал всем прощальные слова и исчез",
    "туристов завалило снегом на перевале",
    "внучок заперся в машине, жара, он плачет",
    "на стадионе толпа давит людей у ворот",
    "звонят, что детский сад заминирован",
    "an armed man walked into our office",
    "в трубке сказали, что в лицее бомба",
    "заплутал в лису, зарядка кончается",
    "рибенок не дышыт",
    "which number do I call if a child broke through the ice",
    "деду плохо",
    "в аптеку вошёл человек с пистолетом",
    // Trouble with a phone beside it takes nothing from it.
    "просит puk, а на кухне пожар, там сестра",
    "my son swallowed a battery and I have no sim card",
    "нет сим карты, авария, есть пострадавшие",
    "соседи газ не выключили, пахнет на лестнице",
    "в парикмахерскую вошла женщина с ножом",
  ])("is one in any words: %j", (text) => {
    expect(foremost(text)).toBe("emergency");
  });

  it.each([
    "распродажа огонь, тариф за 100 рублей мтс",
    "fire tv stick does not connect, rostelecom",
    "у меня осталось 103 мб мегафон",
    "103 рубля сняли, билайн",
    "инсульт от счета за интернет мтс",
    "подписка скорая помощь онлайн, отключите, мтс",
    "not an emergency, beeline balance",
    "скорая не нужна, нужен баланс билайн",
    "дайте живого человека",
    "вызвать такси",
    "у мужа украли телефон с мтс",
    "внучка накупила в роблоксе на 3000",
    "инет третий день мёртвый, йота",
    "меня убивает ваш автоответчик",
    "drowning in robocalls, mts",
    "сгорели минуты на билайне",
    "вызовите скорую, ваш автоответчик меня доконал",
    "бабушка умерла весной, как закрыть её номер",
    "trapped in your phone menu, help",
    "вирус убил мне планшет, йота не грузит",
    "порезали скорость до нуля, теле2",
    "шквал рекламных звонков, задыхаюсь от них",
    "прощай, йота, ухожу к другим",
    "котёнок погрыз сим карту",
    "баланс минус 103, мегафон",
    "билайн обирает меня",
    "yota is robbing me",
    "какие экзамены на спасателя",
    "горела баня в июле, страховщик молчит",
    "ужастик где тонет пароход",
    "мой ноутбук умирает за час",
    "слова песни про кровь и снег",
    "умер телефон, мама не может позвонить, мтс",
    "телефон умер насовсем",
    "умер отец закрыть номер",
    "мегафон плохо работает",
    "очень плохо мтс",
    "дом.ру упал",
    "на сайт напали",
    "ухожу от теле2",
    "застряла в голосовом меню",
    "тесто не поднимается, дрожжи старые",
    "112 бесплатно с любой симки?",
    "сын тонет в играх, как ограничить интернет",
  ])("is none in %j", (text) => {
    expect(foremost(text)).not.toBe("emergency");
  });
});

describe("a word alone", () => {
  it("is no call for help where there is no danger in it, beside an operator's name neither", () => {
    const words = "плохо письмо язык ребёнок мужчина возле дочь выйти внимание деревня нашли baby took".split(" ");
    const called = words.flatMap((word) => [word, `мтс ${word}`]).filter((text) => foremost(text) === "emergency");
    expect(called).toEqual([]);
  });

  it("is one where it cries for help", () => {
    const words = "помогите пожар тону горим убивают насилуют стреляют взрыв умираю sos help drowning ambulance".split(
      " ",
    );
    expect(words.filter((word) => !read(word).emergency)).toEqual([]);
    expect(read("мне плохо").emergency).toBe(true);
  });

  it("is heard in full where an example of a call for help is that word", () => {
    const words = readExamples("data").flatMap(({ label, text }) =>
      label === "emergency" && /^\p{L}+$/u.test(text) ? [text] : [],
    );
    expect(new Set(words).size).toBeGreaterThan(100);
    expect(words.filter((word) => read(word).danger === read("мтс язык").danger)).toEqual([]);
  });
});

describe("a few words as typed into a search box", () => {
  const OPERATORS = ["мегафон", "мтс", "билайн", "теле2", "йота"];
  const SAID =
    "горячая линия|как дозвониться|справочная|контактный центр|8800|за границей|турция|корпоративный|помощь|короткий номер|человек|есим|пук|долг|жалоба";

  it("with an operator are never refused, and no call for help", () => {
    const phrases = OPERATORS.flatMap((name) =>
      SAID.split("|").flatMap((said) => [`${name} ${said}`, `${said} ${name}`]),
    );
    expect(phrases.filter((text) => ["outside", "emergency"].includes(foremost(text)))).toEqual([]);
  });

  it("that are an operator alone get its support", () => {
    expect(OPERATORS.filter((name) => foremost(name) !== "general-support")).toEqual([]);
  });

  it.each(["человек", "дайте человека", "как дозвониться до человека", "real person please"])(
    "that ask for a person get support: %j",
    (text) => {
      expect(foremost(text)).toBe("general-support");
    },
  );

  it.each([
    ["мне пришло смс с кодом что делать", "spam-and-fraud"],
    ["пришла смс с кодом, а я ничего не запрашивал", "spam-and-fraud"],
    ["отключите мне рекламу", "spam-and-fraud"],
    ["не приходит смс с кодом от сбербанка", "no-service"],
    ["код от втб не приходит", "no-service"],
    ["ютуб не грузит", "no-service"],
    ["вообще не открывается ютуб", "no-service"],
    ["мне никто не может дозвониться", "no-service"],
    ["родители не могут мне дозвониться", "no-service"],
    ["хочу вернуть старый номер", "sim-replacement"],
    ["сим карта застряла", "sim-replacement"],
    ["симка не достаётся из слота", "sim-replacement"],
    ["перевел деньги с телефона на карту не дошли", "balance"],
    ["мегафон, не работает гугл плей, нет интернета", "no-service"],
    ["гугл плей не работает билайн", "no-service"],
    ["где посылка", "online-store"],
    ["посылка", "online-store"],
    ["где мой курьер", "online-store"],
    ["симка не пришла", "online-store"],
    ["заблокировали карту не подтвердил операцию мтс", "card-charge-other"],
    ["банк заблокировал карту мтс", "card-charge-other"],
    ["т2 детский интернет фильтр", "options"],
    ["т2 детский интернет фильтр как подключить", "options"],
    ["т2 детский интернет фильтр не дает открыть сайт", "options"],
    ["фильтр сайтов для ребенка", "options"],
    ["код никому не говорил", "spam-and-fraud"],
    ["юрлицо закрывающие документы", "call-details"],
  ])("about a phone are neither refused nor a call for help: %j", (text, topic) => {
    expect(foremost(text)).toBe(topic);
  });

  it.each(["деньги", "где деньги", "куда делись деньги", "деньги пропали"])(
    "about money alone are not refused: %j",
    (text) => {
      expect(["outside", "emergency"]).not.toContain(foremost(text));
    },
  );

  it.each([
    "чек-лист при краже телефона билайн",
    "чеклист при потере симки",
    "список действий если украли телефон",
    "checklist for a stolen phone",
  ])("that ask for the steps are about what happened: %j", (text) => {
    expect(read(text).asks).toBe("steps");
    expect(foremost(text)).toBe("lost-phone-or-sim");
  });

  it("that the menu calls a topic are that topic", () => {
    const missed = topics.flatMap(({ id, label }) => Object.values(label).filter((said) => foremost(said) !== id));
    expect(missed).toEqual([]);
  });

  it.each([
    ["жалба", "complaint"],
    ["подпска", "unwanted-subscription"],
    ["востановить симку", "sim-replacement"],
    ["домашний интрнет", "home-services"],
    ["прверить баланс", "balance"],
    ["ношу тилефон, нет сязи", "no-service"],
    ["мой нмоер", "own-number"],
    ["достака симки", "online-store"],
    ["unsubcribe", "unwanted-subscription"],
    ["net svyazi", "no-service"],
    ["moy nomer telefona", "own-number"],
    ["obeshannyi platezh", "promised-payment"],
    ["пириаформить дагавор", "contract-change"],
    ["диталезация званков", "call-details"],
    ["мошиники", "spam-and-fraud"],
    ["апять сняли денги", "unknown-charge"],
    ["uznat svoy nomer", "own-number"],
  ])("are understood with a slip of the fingers, by ear, or in Latin letters: %j", (text, topic) => {
    expect(foremost(text)).toBe(topic);
  });

  it("take no minute where a word has no end", { timeout: 5_000 }, () => {
    expect(read("ин".repeat(2000)).topics).toEqual(expect.any(Array));
    expect(read(`ask ${"ca".repeat(2000)}`).topics).toEqual(expect.any(Array));
  });

  it.each(["салат нисуаз", "лыжи напрокат", "торт прага", "аккордеон бу", "красивый номир на машину"])(
    "of something else are not made a call for help by a letter: %j",
    (text) => {
      expect(foremost(text)).not.toBe("emergency");
    },
  );

  it("are understood in the wrong keyboard layout", () => {
    expect(foremost("vtufajy ujhzxfz kbybz")).toBe("general-support");
    expect(foremost("ntktajy erhfkb")).toBe("lost-phone-or-sim");
  });
});

describe("a text about something else", () => {
  it.each([
    "банк второй месяц не закрывает мою кредитку, в чате отписки",
    "в отделении банка продержали три часа и не выдали справку",
    "батареи в квартире холодные, управляющая компания молчит",
    "посылка застряла на сортировке в Твери",
    "вода из крана ржавая, перерасчёт не делают",
    "экран смартфона разбился, сколько стоит ремонт",
    "телефон не включается",
    "при запуске игры чёрный экран",
    "казино дарит фриспины новым игрокам",
    "what is the interest rate on my savings account",
    "the build fails with a linker error",
    "book me a table for four",
    "что приготовить на завтрак",
    "облигации упали, докупать или ждать?",
    "кредитку не закрывают, отделение отправляет в чат, чат в отделение",
    "водный баланс кожи",
    "связь между давлением и объёмом газа в задаче",
    "договор аренды гаража образец",
  ])("is turned away: %j", (text) => {
    expect(foremost(text)).toBe("outside");
  });

  it.each(["салон красоты недалеко", "тариф такси за город", "перерасчёт за горячую воду", "номер полиса сына"])(
    "that shares a word of ours is not acted on alone: %j",
    (text) => {
      expect(judge(read(text), topics, null).kind).not.toBe("topic");
    },
  );
});

describe("a few words that name an operator, money taken or fraudsters", () => {
  it.each([
    "списал OZON",
    "вайлдберриз списал",
    "сбербанк списал деньги",
    "втб снял деньги с карты",
    "бот билайна бесит, человека дай",
    "робот йоты задрал, нужен живой",
    "взломали аккаунт госуслуг, что делать",
    "тётя сказала мошенникам код из смс втб",
    "мошенники",
    "ozon took money",
    "the bank charged me twice",
    "scammers have my code",
  ])("are not refused: %j", (text) => {
    expect(judge(read(text), topics, null).kind).not.toBe("outside");
  });

  it.each(["взять кредит в сбербанке", "закрыть вклад втб", "карта тинькофф условия", "mortgage rate at sberbank"])(
    "a bank's own business is: %j",
    (text) => {
      expect(judge(read(text), topics, null).kind).toBe("outside");
    },
  );

  it.each(["госуслуги взломали", "угнали аккаунт госуслуг", "my gosuslugi was hacked"])(
    "Gosuslugi broken into is no money gone: %j",
    (text) => {
      expect(read(text).topics[0]?.topic).toBe("numbers-registered-to-me");
    },
  );

  it.each(["взломали госуслуги и перевели деньги", "взломали госуслуги и банк"])("unless it is: %j", (text) => {
    expect(read(text).topics[0]?.topic).toBe("stolen-money");
  });

  it.each(["нет сети у бабушки", "у мамы нет сети", "в деревне у деда нет связи", "no signal at my mother's house"])(
    "no network at somebody's is no danger: %j",
    (text) => {
      expect(read(text)).toMatchObject({ emergency: false });
      expect(read(text).topics[0]?.topic).toBe("no-service");
    },
  );
});

describe("a number somebody asks about", () => {
  it.each([
    "8 800 555 35 35 это мошенники?",
    "мне звонят с 8 800 555 35 35, кто это",
    "+7 926 123-45-67 кто это",
    "чей номер 89261234567",
    "89261234567 мошенники?",
    "is 8 800 555 35 35 a scam",
    "is +7 926 123 45 67 legit",
    "who is calling from 88005553535",
    "who keeps calling me from 8 926 123 45 67?",
    "с 900 звонят, это мошенники?",
    "is 900 a scam",
  ])("is what is asked: %j", (text) => {
    expect(read(text).whose).toHaveLength(1);
  });

  it.each([
    "мой номер 89261234567, кто мне подключил подписку",
    "my number is 89261234567, who took my money",
    "отправил деньги на 89261234567 по ошибке",
    "позвонил по 88005500500, мне нахамили",
    "бот ответил 5 раз, кто это придумал, мегафон",
  ])("is not, where it is the person's own or only told of: %j", (text) => {
    expect(read(text).whose).toEqual([]);
  });
});

describe("a short number asked about abroad", () => {
  it.each([
    ["сколько стоит звонок на 0611 из Египта", "EG"],
    ["how much is a call to 0890 from Turkey", "TR"],
    ["почём звонить на 0500 из Таиланда", "TH"],
  ])("is a question of who answers there: %j", (text, country) => {
    const { topics: found, facts } = read(text);
    expect(found[0]?.topic).toBe("general-support");
    expect(facts).toMatchObject({ roaming: "abroad", country });
  });
});

describe("the language a question is in", () => {
  it.each([
    ["who do I call when my sim is stolen", "en"],
    ["мтс, нет сети", "ru"],
    ["stolen phone", "en"],
    ["beeline no internet", "en"],
    ["police in bangkok please help me", "en"],
    ["wrong payment beeline", "en"],
    ["bilayn snyali dengi ya v turcii", null],
    ["net interneta mts", "ru"],
    ["мой iphone не ловит beeline", "ru"],
    ["mts tele2", null],
    ["beeline roaming", null],
  ])("%j: %s", (text, language) => {
    expect(read(text).language).toBe(language);
  });
});

describe("the person's own number", () => {
  it("never makes a sure answer unsure", () => {
    for (const text of [
      "у меня списывают деньги, мегафон",
      "нет сети, мтс",
      "забыл пароль от личного кабинета билайн",
    ]) {
      expect(judge(read(`${text}, мой номер 89031234567`), topics, null)).toMatchObject({
        kind: "topic",
        topic: foremost(text),
      });
    }
  });
});

describe("an emergency", () => {
  it.each([
    "112",
    "горит дом",
    "срочно скорую, человек без сознания",
    "пахнет газом в подъезде, мегафон, баланс ноль",
    "дом горит а на счету мтс нет денег, верните деньги за подписку",
    "call an ambulance",
    "gj;fh ujhbn ljv",
    "VYZVAT POLICIYU",
  ])("comes before everything else in %j", (text) => {
    expect(judge(read(text), topics, "fixed")).toEqual({ kind: "topic", topic: "emergency", confidence: 1 });
  });

  it.each(["телефон пишет только экстренные вызовы, мтс", "мегафон сняли 112 рублей", "подключили пакет 112 мб, мтс"])(
    "is none in %j",
    (text) => {
      expect(read(text).emergency).toBe(false);
    },
  );
});
