import type { Messages } from "../directory/stored.js";
import type { Notice } from "../situation/facts.js";
import type { Language, Text } from "../vocabulary/language.js";
import { clean } from "./clean.js";

/** The words of one answer: texts of the directory and of the interface in one language. */
export function wordsOf(language: Language, messages: Messages, others = (): Messages => ({})) {
  const messageOf = (key: string): string | undefined => messages[key] ?? others()[key];
  return {
    language,
    text: (text: Text): string => text[language],
    has: (key: string): boolean => messageOf(key) !== undefined,
    /** @throws when the key is missing: a test holds both languages to the same keys. */
    say(key: string, values?: Readonly<Record<string, string>>): string {
      const template = messageOf(key);
      if (template === undefined) throw new Error(`no message ${key} in ${language}`);
      if (!values) return template;
      return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
    },
  };
}

export type Words = ReturnType<typeof wordsOf>;

/** A notice in words, with what a person typed made safe to show. */
export function noticeText({ code, values }: Notice, words: Words): string {
  const inWords = (value: string | Text) => (typeof value === "string" ? value : words.text(value));
  const said = Object.entries(values).map(([name, value]) => [name, inWords(value)]);
  return clean(words.say(`notice.${code}`, Object.fromEntries(said)));
}

/** A record of the directory as one answer says it: every text in it in the answer's language, all else as it is. */
export type Said<T> = T extends Text ? string : T extends object ? { [Member in keyof T]: Said<T[Member]> } : T;

export function said<T>(value: T, words: Words): Said<T>;
export function said(value: unknown, words: Words): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => said(one, words));
  if ("ru" in value && "en" in value) return words.text(value as Text);
  const members: Record<string, unknown> = {};
  for (const name in value) members[name] = said((value as typeof members)[name], words);
  return members;
}

/** What of a record an answer names, in the order it names it. */
export function pick<T extends object, Name extends keyof T>(record: T, ...names: Name[]): Pick<T, Name> {
  const picked = {} as Pick<T, Name>;
  for (const name of names) picked[name] = record[name];
  return picked;
}
