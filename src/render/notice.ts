import type { Notice } from "../situation/facts.js";
import { clean } from "./clean.js";
import type { Words } from "./words.js";

/** A notice in words, with what a person typed made safe to show. */
export function noticeText({ code, values }: Notice, words: Words): string {
  const inWords = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? value : words.text(value),
  ]);
  return clean(words.say(`notice.${code}`, Object.fromEntries(inWords)));
}
