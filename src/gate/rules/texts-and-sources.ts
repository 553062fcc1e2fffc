/** What every record is held to wherever it stands: its dates, its sources, its two languages. */
import type { Text } from "../../vocabulary/language.js";
import { UNCITED } from "../grade.js";
import { asJson } from "../issue.js";
import { type Fault, type GateRule, inEveryRecord } from "./rule.js";

export const datesNotInFuture: GateRule = {
  id: "dates-not-in-future",
  why: {
    ru: "проверить источник завтрашним числом нельзя; такая дата прячет старые данные",
    en: "no source was read tomorrow; such a date hides old data",
  },
  check: (directory, { today }) =>
    inEveryRecord(directory, (record) =>
      ["checkedOn", "date"].flatMap((key) => {
        const date = record[key];
        if (typeof date !== "string" || date <= today) return [];
        const message = { ru: `${date} ещё не наступило`, en: `${date} has not come yet` };
        return [{ key, message, instead: asJson(today) }];
      }),
    ),
};

const UNSOUND = {
  ru: "uncited — без адреса и уровня third-party, названный источник — с адресом",
  en: "uncited goes without an address and with tier third-party, a named source with an address",
};

export const uncitedWithoutAddress: GateRule = {
  id: "uncited-without-address",
  why: {
    ru: "источник либо назван и проверяем, либо честно помечен как неназванный",
    en: "a source is either named and can be checked, or honestly marked as uncited",
  },
  check: (directory) =>
    inEveryRecord(directory, ({ publisher, url, tier, date }) => {
      const uncited = publisher === UNCITED;
      const isSound = uncited === (url === null) && !(uncited && tier !== "third-party");
      if (publisher === undefined || tier === undefined || isSound) return [];
      const anonymous = { publisher: UNCITED, url: null, tier: "third-party", date };
      return [{ message: UNSOUND, instead: asJson(url === null || uncited ? anonymous : { publisher, url }) }];
    }),
};

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** A run of lower-case Latin words is a sentence; names such as "App Store" or addresses are not. */
const LATIN_SENTENCE = /(?:^|\s)[a-z]{2,}(?:[\s,]+[a-z]{2,}){2,}/;

const TRANSLATION: Text = { ru: "перевод", en: "the translation" };
const NOT_ENGLISH: Fault = {
  message: { ru: "в английском тексте кириллица", en: "the English text has Cyrillic letters" },
  instead: TRANSLATION,
};
const NOT_RUSSIAN: Fault = {
  message: { ru: "русский текст не переведён", en: "the Russian text is not translated" },
  instead: TRANSLATION,
};

export const textsInTheirLanguage: GateRule = {
  id: "texts-in-their-language",
  why: {
    ru: "ответ на одном языке не должен срываться на другой",
    en: "an answer in one language must not slip into the other",
  },
  check: (directory) =>
    inEveryRecord(directory, ({ ru, en }) => {
      if (typeof ru !== "string" || typeof en !== "string") return [];
      if (CYRILLIC.test(en)) return [NOT_ENGLISH];
      return !CYRILLIC.test(ru) && LATIN_SENTENCE.test(ru) ? [NOT_RUSSIAN] : [];
    }),
};

const placeholders = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(" ");

function messageFaults({ ru, en }: Text): Fault[] {
  if (CYRILLIC.test(en)) return [NOT_ENGLISH];
  const message = { ru: "вставляет не те значения, что русский", en: "fills in other values than the Russian text" };
  return placeholders(ru) === placeholders(en) ? [] : [{ message, instead: asJson(placeholders(ru)) }];
}

export const messagesAreWhole: GateRule = {
  id: "messages-are-whole",
  why: {
    ru: "человек прочтёт чужой язык, пустое место или другие слова под тем же ключом",
    en: "people would read another language, a hole, or other words under the same key",
  },
  check({ beside: { messages } }) {
    const owners = new Map<string, string>();
    return messages.flatMap(({ file, content }) =>
      Object.entries(content).flatMap(([key, text]) => {
        const owner = owners.get(key);
        owners.set(key, file);
        const message = { ru: `${key} уже есть в ${owner}`, en: `${key} stands in ${owner} too` };
        const instead = { ru: "один из двух", en: "one of the two" };
        return [
          ...messageFaults(text).map((fault) => ({ file, path: `${key}.en`, ...fault })),
          ...(owner ? [{ file, path: key, message, instead }] : []),
        ];
      }),
    );
  },
};
