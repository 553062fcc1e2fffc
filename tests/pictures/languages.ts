/** Both languages' words and both themes: every picture is drawn in each. */
import { join } from "node:path";
import { type Words, wordsOf } from "../../src/render/words.js";
import type { Language } from "../../src/vocabulary/language.js";
import { readMessages } from "../support/messages.js";

export const spoken = (language: Language): Words => wordsOf(language, readMessages("data", language));

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Where a picture of the front page is kept. */
export const kept = (name: string, lang: Language, ...more: readonly string[]): string =>
  join(import.meta.dirname, "../../.github/pictures", [name, lang, ...more].join("."));
