import type { Messages } from "../directory/stored.js";
import type { Language, Text } from "../vocabulary/language.js";

/** The words of one answer: texts of the directory and of the interface in one language. */
export interface Words {
  language: Language;
  text(text: Text): string;
  has(key: string): boolean;
  /** @throws when the key is missing: a test holds both languages to the same keys. */
  say(key: string, values?: Readonly<Record<string, string>>): string;
}

export function wordsOf(language: Language, messages: Messages): Words {
  return {
    language,
    text: (text) => text[language],
    has: (key) => key in messages,
    say(key, values) {
      const template = messages[key];
      if (template === undefined) throw new Error(`no message ${key} in ${language}`);
      if (!values) return template;
      return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
    },
  };
}
