import type { Text } from "../../../vocabulary/language.js";
import { asJson } from "../../issue.js";
import type { Finding, GateRule } from "../rule.js";

type Fault = Pick<Finding, "message" | "instead"> & { language: string };

const TRANSLATION: Text = { ru: "перевод", en: "the translation" };
const FOREIGN: Text = { ru: "в английском тексте кириллица", en: "the English text has Cyrillic letters" };
const FILLED: Text = { ru: "вставляет не те значения, что русский", en: "fills in other values than the Russian text" };

const placeholders = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(" ");

function faultOf({ ru, en }: Text): Fault | null {
  if (/\p{Script=Cyrillic}/u.test(en)) return { language: "en", message: FOREIGN, instead: TRANSLATION };
  return placeholders(ru) === placeholders(en)
    ? null
    : { language: "en", message: FILLED, instead: asJson(placeholders(ru)) };
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
      Object.entries(content).flatMap(([key, text]): Finding[] => {
        const fault = faultOf(text);
        const owner = owners.get(key);
        owners.set(key, file);
        const twice = { ru: `${key} уже есть в ${owner}`, en: `${key} stands in ${owner} too` };
        return [
          ...(fault
            ? [{ file, path: `${key}.${fault.language}`, message: fault.message, instead: fault.instead }]
            : []),
          ...(owner
            ? [{ file, path: key, message: twice, instead: { ru: "один из двух", en: "one of the two" } }]
            : []),
        ];
      }),
    );
  },
};
