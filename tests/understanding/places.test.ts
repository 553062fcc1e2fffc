/** Where a sentence says the person is, and whether the phone at hand is a foreign one: words of people in both languages. */
import { expect, it } from "vitest";
import { builtReader } from "../support/reader.js";

const read = builtReader();

const ABROAD: [text: string, country: string, from?: string][] = [
  ["потеряла телефон в Стамбуле, симка билайн, турецкая подруга дала свой", "TR", "foreign"],
  ["звонил на 0611 из египта, не отвечает", "EG"],
  ["сколько стоит звонок на 0500 из Таиланда", "TH"],
  ["почём минута с Россией из Хургады", "EG"],
  ["сижу в Кобулети, билайн не ловит", "GE"],
  ["мтс, казахстан, роуминг", "KZ"],
  ["билайн казахстан дорогой интернет", "KZ"],
  ["мегафон таджикистан роуминг списали", "TJ"],
  ["в роуминге списали 2000, мтс, грузия", "GE"],
  ["билайн узбекистан не ловит", "UZ"],
  ["beeline kazakhstan roaming charged me", "KZ"],
  ["мтс беларусь, нет связи", "BY"],
  ["теле2 казахстан роуминг не включается", "KZ"],
  ["армения билайн баланс", "AM"],
  ["сижу в отеле в Дубае, вайфай есть, сим мегафон не ловит", "AE", "own"],
  ["Таиланд, гостиничный вай-фай, симка мтс не регистрируется", "TH", "own"],
  ["in a hotel in Bangkok on wifi, my Tele2 SIM shows no service", "TH", "own"],
  ["hotel Wi-Fi in Antalya works, MTS sim doesn't", "TR", "own"],
  ["звоню с телефона отеля в Анталье, мтс не работает", "TR", "landline"],
  ["calling from the hotel phone in Phuket, my MegaFon sim is dead", "TH", "landline"],
  ["купил местную симку в Турции, мтс не ловит", "TR", "foreign"],
  ["стою в аэропорту Пекина, мегафон без связи", "CN"],
  ["лежу на пляже в Хургаде, йота не ловит", "EG"],
  ["мама в Болгарии, мтс не работает", "BG"],
  ["сын учится в Чехии, надо восстановить симку билайн", "CZ"],
  ["мы в Абхазии, теле2 не регистрируется", ""],
  ["роуминг списал 3000 рублей, мегафон, киргизия", "KG"],
  ["мегафон вьетнам смс не приходят", "VN"],
  ["турецкий друг дал телефон, мой мтс украли в Анкаре", "TR", "foreign"],
  ["an Egyptian guide lent me a phone, my Beeline was stolen in Hurghada", "EG", "foreign"],
  ["I'm in Tbilisi with my own MTS SIM, hotel wifi only", "GE", "internet"],
  ["lost my phone in Rome, Beeline SIM, an Italian colleague lent me hers", "IT", "foreign"],
  ["0890 не отвечает из Турции", "TR"],
  ["can I dial 0890 from Thailand", "TH"],
  ["0611 doesn't answer here in Egypt", "EG"],
  ["приехала в гости в Алматы, билайн роуминг", "KZ"],
  ["в Минске с мтс нет интернета", "BY"],
  ["щас в Ереване, почём минута с билайна", "AM"],
  ["на Гоа разбил телефон, симка мегафон цела", "IN"],
  ["мтс не работает в узбекистоне", "UZ"],
  ["megafon in egipt no signal", "EG"],
  ["ya v gruzii, simka mts poteryalas, chto delat", "GE"],
];

it.each(ABROAD.map(([text, country, from = ""]) => ({ text, country, from })))(
  "abroad: $text",
  ({ text, country, from }) => {
    const { facts } = read(text);
    expect({ roaming: facts.roaming, country: facts.country ?? "", from: facts.from ?? "" }).toEqual({
      roaming: "abroad",
      country,
      from,
    });
    expect(facts.operator).not.toBe("other");
  },
);

it.each([
  "interesting: I'm a tourist in Moscow with a new Beeline SIM, no signal",
  "tourist visiting Saint Petersburg, bought a MegaFon SIM, it does not work",
  "I came to Russia from China, MTS sim won't connect",
  "турист из Германии, в Москве купил симку мтс, не работает",
  "приехал из Узбекистана, в Казани взял сим билайн, нет интернета",
  "my German friend is in Sochi with a T2 SIM, no internet",
  "гостиница в Сочи, вайфай работает, а мтс нет",
  "в отеле в Казани вайфай, билайн не ловит",
])("travelling in Russia: %s", (text) => {
  expect(read(text).facts).toMatchObject({ roaming: "russia" });
});

it.each([
  "турецкая сим-карта в руках, свой билайн потерял",
  "китайский телефон, мегафон не ловит",
  "корейский телефон, нет сети теле2",
  "завтра лечу в Египет, мтс",
  "вернулся из Турции, списали деньги мегафон",
  "приехал из Таиланда, мтс списал за роуминг",
  "back from Egypt, MegaFon charged me for roaming",
  "звонят из Украины мошенники",
  "мошенники звонили с польского номера",
  "позвонить в Турцию с мтс сколько стоит",
  "how much is a call from Russia to Egypt, Beeline",
  "call to Turkey price MTS",
  "я в Советской Гавани, мегафон не ловит",
  "живу в городе Мирный, нет интернета мтс",
  "у друга из Казахстана билайн, списали деньги",
])("not abroad: %s", (text) => {
  expect(read(text).facts.roaming ?? "home").toBe("home");
});

it("a foreign SIM at hand is said without a place", () => {
  expect(read("турецкая сим-карта в руках, свой билайн потерял").facts.from).toBe("foreign");
});

it.each([
  "казахстанский билайн снял деньги",
  "у меня киргизский мегаком, симка не работает",
  "my Kazakh Beeline SIM took money",
  "белорусский мтс, нет связи",
  "билайн Казахстана снял деньги",
])("another company: %s", (text) => {
  expect(read(text).facts.operator).toBe("other");
});
