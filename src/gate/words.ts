/** The gate's own words, in both languages; the compiler knows their keys. Apart from the types of issues, which the library's own types name. */
import texts from "../../data/messages/gate.json";
import { suggest } from "../values/choice.js";
import type { Text } from "../vocabulary/language.js";
import type { Fault } from "./issue.js";

export type { Fault, Finding } from "./issue.js";

export type Saying = keyof typeof texts;
type Values = Readonly<Record<string, string | number | bigint>>;

export const isSaying = (key: string): key is Saying => Object.hasOwn(texts, key);

export function say(key: Saying, values: Values = {}): Text {
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
  return { ru: filled(texts[key].ru), en: filled(texts[key].en) };
}

/** @param instead where it is not what the words have for every case. */
export function fault(key: Saying, values: Values = {}, instead?: Text): Fault {
  const usual = `${key}.instead`;
  return { message: say(key, values), instead: instead ?? (isSaying(usual) ? say(usual, values) : undefined) };
}

/** What is the same in every language. */
export const inBoth = (text: string): Text => ({ ru: text, en: text });

export const asJson = (value: unknown): Text => inBoth(JSON.stringify(value));

/** One of several words. */
export const formOfWords = (words: readonly (string | boolean)[]): Text =>
  inBoth(words.map((word) => JSON.stringify(word)).join(", "));

/** The known word that was meant by one that is not: a beginning of it, or a slip of the fingers. */
export const nearest = (given: string, known: readonly string[]): string | undefined => suggest(given, known)[0];
