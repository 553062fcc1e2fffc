/** What the locale says of the language to answer in. */
import { LANGUAGES, type Language } from "../../vocabulary/language.js";

/** Russian where the locale is Russian, English elsewhere. Windows sets no LANG, so there the system locale is asked. */
export function localeLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const name = locale || (process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "");
  return /^ru\b|^ru_/i.test(name) ? "ru" : "en";
}

export const asLanguage = (given: string): Language | undefined =>
  LANGUAGES.find((language) => language === given.trim().toLowerCase());
