import type { Text } from "../vocabulary/language.js";

/** 2026-11-22 or 2026-11 as people write it in each language. */
export const dayText = (day: string): Text => ({ ru: day.split("-").reverse().join("."), en: day });
