/**
 * The charset a terminal is said to show. Node writes UTF-8 whatever it is, so Russian would be unreadable in another.
 * A console of Windows is written to in UTF-16, and shows it. What its code page would make of a file or a pipe the environment does not
 * say, and asking takes a process: there README.md has to do.
 */

/** What has no charset is left alone: `C` is how containers say nothing, and their terminals show UTF-8. */
const CHARSET = /\.([\w-]{1,20})(?:@|$)/;
const UTF_8 = /^utf-?8$/i;

/** @returns the charset the locale names, where that is not UTF-8. POSIX: LC_ALL, then LC_CTYPE, then LANG. */
export function foreignCharset(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  if (platform === "win32") return null;
  const charset = CHARSET.exec(env.LC_ALL || env.LC_CTYPE || env.LANG || "")?.[1];
  return charset === undefined || UTF_8.test(charset) ? null : charset;
}

/** In English and in plain ASCII: of all there is to say, this at least can be read. */
export const charsetAdvice = (charset: string): string =>
  `dozvon: this terminal is set to ${charset}, and Russian is written in UTF-8. ` +
  "If it cannot be read: --lang en, or LC_ALL=ru_RU.UTF-8.\n";
