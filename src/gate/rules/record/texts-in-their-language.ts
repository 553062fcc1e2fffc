import type { Text } from "../../../vocabulary/language.js";
import { at, documentsOf, type Finding, type GateRule } from "../rule.js";

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** A run of lower-case Latin words is a sentence; names such as "App Store" or addresses are not. */
const LATIN_SENTENCE = /(?:^|\s)[a-z]{2,}(?:[\s,]+[a-z]{2,}){2,}/;

/** Every {ru, en} pair below a value, with its JSON path. */
function texts(value: unknown, path: string): { text: Text; path: string }[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, `${path}[${index}]`));
  if ("ru" in value && "en" in value) return [{ text: value as Text, path }];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path === "" ? key : `${path}.${key}`));
}

function fault({ ru, en }: Text): Text | null {
  if (CYRILLIC.test(en)) return { ru: "в английском тексте кириллица", en: "the English text has Cyrillic letters" };
  return !CYRILLIC.test(ru) && LATIN_SENTENCE.test(ru)
    ? { ru: "русский текст не переведён", en: "the Russian text is not translated" }
    : null;
}

const TRANSLATION: Text = { ru: "перевод", en: "the translation" };

export const textsInTheirLanguage: GateRule = {
  id: "texts-in-their-language",
  why: {
    ru: "ответ на одном языке не должен срываться на другой",
    en: "an answer in one language must not slip into the other",
  },
  check(directory) {
    const parties = directory.parties.flatMap((entry): Finding[] =>
      texts(entry.party, "").flatMap(({ text, path }) => {
        const found = fault(text);
        return found ? [at(entry, path, found, TRANSLATION)] : [];
      }),
    );
    const topics = texts(directory.topics, "").flatMap(({ text, path }) => {
      const found = fault(text);
      return found ? [{ file: "topics.json", path, message: found, instead: TRANSLATION }] : [];
    });
    const others = documentsOf(directory).flatMap((document) =>
      texts(document.content, "").flatMap(({ text, path }) => {
        const found = fault(text);
        return found ? [{ file: document.file, path, message: found, instead: TRANSLATION }] : [];
      }),
    );
    return [...parties, ...topics, ...others];
  },
};
