import type { Notice } from "../situation/facts.js";
import type { Words } from "./words.js";

export function noticeText({ code, values }: Notice, words: Words): string {
  const inWords = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? value : words.text(value),
  ]);
  return words.say(`notice.${code}`, Object.fromEntries(inWords));
}
