/** Whose operator a sentence asks about, and whose phone is at hand: words of people in both languages, by the part each operator plays. */
import { expect, it } from "vitest";
import { builtReader } from "../support/reader.js";

const read = builtReader();

/** The operator asked about, the line at hand where another one is, and the sentences that say so. */
const SAID: readonly (readonly [operator: string, from: string | undefined, texts: readonly string[]])[] = [
  [
    "mts",
    "beeline",
    [
      "потерял трубку, сижу у подруги, у неё билайн, сам на мтс",
      "моя мтс не ловит вообще, у жены билайн, могу с него позвонить",
      "у жены билайн ловит, мой мтс нет",
      "мне друг с билайном дал позвонить, мой номер мтс, потерял телефон",
      "звоню с билайна, телефон мужа потерян, муж на мтс",
    ],
  ],
  [
    "yota",
    "megafon",
    [
      "сам на йоте, телефон вытащили из кармана, звоню с мегафона брата",
      "дочь потеряла телефон, у неё йота, у меня мегафон",
    ],
  ],
  [
    "t2",
    "megafon",
    [
      "у друга мегафон, мой теле2 украли вместе с телефоном",
      "свой телефон с теле2 потеряла, рядом только папин с мегафоном",
      "lost my SIM, it was Tele2, calling from my dad's MegaFon",
      "my boyfriend is with MegaFon and I am with Tele2, my phone was stolen in the metro",
    ],
  ],
  [
    "beeline",
    "mts",
    [
      "украли мобильный, под рукой только телефон жены на мтс, моя симка билайн",
      "я абонент билайна, телефон утопил, пишу с мтс подруги",
      "у мужа мтс, у меня билайн, у меня украли телефон",
      "сестра без связи, у неё билайн, сама я с мтс",
      "lost my phone, mine was Beeline, I have my husband's MTS here",
      "my sister's on MTS, I'm on Beeline, my phone was stolen",
      "my Beeline has no signal but my wife's MTS works",
      "my wife's MTS works but my Beeline has no signal",
      "friend's MTS, my Beeline, mine lost",
    ],
  ],
  [
    "megafon",
    "t2",
    [
      "стою с чужим теле2 в руках, мой мегафон утащили в автобусе",
      "был мегафон, украли, сейчас держу чужой телефон с теле2",
      "у моей жены мегафон, как ей узнать остаток пакета, сам я на теле2",
      "на мегафоне я, на теле2 подруга, телефон мой украден",
      "a colleague lent me his Tele2 phone, my sim was MegaFon and I lost it",
      "standing next to a friend with Tele2, myself on MegaFon, phone stolen",
    ],
  ],
  [
    "mts",
    "megafon",
    [
      "мой оператор мтс, у мамы мегафон, свой телефон потерял",
      "муж потерял симку мтс, звоню со своего мегафона",
      "я на мтс, а друг на мегафоне, звоню с его телефона, мой потерян",
      "раньше я был на билайне, теперь на мтс, телефон украли, звоню с мегафона",
      "my phone got stolen, I'm with MTS, borrowed my wife's phone, it's MegaFon",
      "my daughter's MTS sim is lost, I use MegaFon",
      "using a borrowed MegaFon phone, my MTS was stolen",
      "was with Beeline, now with MTS, phone stolen, calling from a MegaFon",
    ],
  ],
  [
    "t2",
    "beeline",
    [
      "звоню с телефона коллеги, у него билайн, а я сама на теле2, сим-карту потеряла",
      "у сына вытащили телефон, он на теле2, я на билайне",
      "friend's phone is Beeline, my own is Tele2 and it was stolen",
      "my mother has Tele2 and her phone was stolen, I have Beeline",
    ],
  ],
  [
    "beeline",
    "t2",
    [
      "у мужа украли телефон с билайном, у меня теле2",
      "I am on Beeline, calling from a friend's Tele2, lost my sim",
      "my husband lost his phone, he is on Beeline, I'm on Tele2",
    ],
  ],
  [
    "megafon",
    "mts",
    [
      "у мамы потерялась симка мегафон, я сама на мтс",
      "сам с мегафона, у подруги мтс, мою симку украли",
      "husband's phone is MegaFon, it was stolen, I'm with MTS",
      "my son is on MegaFon, he lost his phone, I am on MTS",
    ],
  ],
  [
    "t2",
    "mts",
    [
      "у меня мтс, а у бабушки теле2, бабушка потеряла телефон",
      "одолжили телефон с мтс, наш теле2 украли",
      "я пользуюсь теле2, но теле2 украли, звоню с мтс друга",
      "we are on Tele2 and the phone is stolen, our neighbours have MTS",
    ],
  ],
  [
    "megafon",
    "beeline",
    [
      "у меня билайн, у отца мегафон, у него украли сумку с телефоном",
      "телефон мужа на мегафоне, мой на билайне, украли телефон мужа",
      "у соседа билайн, одолжил у него телефон, своя мегафоновская симка потеряна",
      "под рукой мамин телефон на билайне, мой потерян, мой был мегафон",
      "Stolen phone. My number is MegaFon. The phone in my hand is my neighbour's, Beeline.",
      "his is Beeline, mine is MegaFon, I lost mine",
    ],
  ],
  [
    "beeline",
    "megafon",
    [
      "телефон мужа на мегафоне, мой на билайне, мой украли",
      "у соседа мегафон работает, а мой билайн второй день без сети",
      "телефон украли. Симка моя — билайн. Звонить могу только с телефона знакомого, он на мегафоне.",
      "у него мегафон, у меня билайн, мой телефон украли",
      "my number is with Beeline, phone gone, somebody gave me a MegaFon phone",
    ],
  ],
  [
    "mts",
    "t2",
    [
      "взяла телефон подруги, там теле2, моя сим мтс осталась в украденном телефоне",
      "у коллеги теле2, у меня рабочий мтс, симку потерял",
      "I've got MTS, friend's got Tele2, lost my phone",
    ],
  ],
  ["beeline", "yota", ["у приятеля yota, я с билайна, трубку украли"]],
  [
    "yota",
    "mts",
    [
      "друг дал телефон (мтс). Мой был на йоте, потерял",
      "mine is Yota, hers is MTS, mine got stolen",
      "the phone I am holding is MTS, mine was Yota, stolen",
    ],
  ],
  [
    "t2",
    undefined,
    [
      "у меня теле2",
      "у бабушки теле2, списывают деньги",
      "стою с телефоном друга, у него та же теле2, мою симку украли, я на теле2",
    ],
  ],
  [
    "beeline",
    undefined,
    [
      "сам на билайне, потерял телефон",
      "ребенок на билайне, подключил подписку",
      "украли телефон в гостях у друга, симка билайн",
      "my husband uses Beeline, what is the support number",
    ],
  ],
  ["megafon", undefined, ["у друга мегафон, баланс проверить", "I lost my phone at a friend's place, I have MegaFon"]],
  [
    "mts",
    undefined,
    [
      "жена забыла телефон в такси мтс",
      "муж оставил смартфон в поезде, мтс",
      "my wife left her phone in a taxi, mts",
      "у мамы мтс, нет интернета",
      "потеряла телефон у подруги на даче, у меня мтс",
      "my grandma has MTS, no internet",
    ],
  ],
  ["yota", "beeline", ["I'm a Yota customer, phone stolen, my friend has Beeline"]],
];

it.each(SAID.flatMap(([operator, from, texts]) => texts.map((text) => ({ text, operator, from }))))(
  "$text",
  ({ text, operator, from }) => {
    const { facts } = read(text);
    expect({ operator: facts.operator, from: facts.from }).toEqual({ operator, from });
  },
);

it.each([
  ["украли телефон, звоню с теле2", "t2"],
  ["потеряла симку, у подруги билайн", "beeline"],
  ["lost my phone, my neighbour has MTS", "mts"],
])("an operator that is only the phone at hand is not the victim's: %s", (text, from) => {
  const { facts } = read(text);
  expect({ operator: facts.operator, from: facts.from }).toEqual({ operator: undefined, from });
});
