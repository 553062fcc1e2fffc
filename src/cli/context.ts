/** What a command is given: streams, words, the directory, the clock. The directory is opened when first asked for. */
import type { Desk, Openers } from "../answers/desk.js";
import { loadDirectory, loadMessages } from "../directory/load.js";
import { openersOf } from "../directory/openers.js";
import type { Directory } from "../directory/types.js";
import { type EnvelopeParts, failure, success } from "../render/envelope/json.js";
import { type Words, wordsOf } from "../render/words.js";
import type { Moment } from "../values/moment.js";
import type { Problem } from "../values/problem.js";
import type { Language } from "../vocabulary/language.js";
import type { Saved } from "./files/saved.js";
import { asksAboutToday, isAccessible, momentFrom, overlayFolder } from "./files/settings.js";
import type { GlobalFlags } from "./line/flags.js";
import { FOLDERS, VERSION } from "./package.js";
import type { Io } from "./terminal/io.js";

export interface Context {
  io: Io;
  env: NodeJS.ProcessEnv;
  json: boolean;
  strict: boolean;
  /** Screen-reader manners: plain numbered choices, digits spelt apart. */
  accessible: boolean;
  /** No cursor to move and no picture to draw: screen-reader manners, or a dumb terminal. */
  plain: boolean;
  /** Whether questions may be asked: a terminal on every side and nobody said no. */
  canAsk: boolean;
  saved: Saved;
  /** The global flags as given. */
  flags: GlobalFlags;
  words: Words;
  /** Answers a person in this language, where nobody has chosen one; a document keeps its own. */
  speak(language: Language): void;
  /** @throws Problem impossible-date. */
  moment(): Moment;
  /** @throws Refusal when an overlay does not pass the gate. */
  directory(): Promise<Directory>;
  /** Parts of the compiled folder, opened when first asked for. */
  open: Openers;
  /** What questions are answered over. @throws as `moment` and `directory`. */
  desk(): Promise<Desk>;
  /** What was answered, as a document. */
  envelope(kind: string, result: unknown, more?: Pick<EnvelopeParts, "query" | "notices">): unknown;
  fail(kind: string, problem: Problem, more?: { issues?: unknown }): void;
}

export const jsonLine = (document: unknown): string => `${JSON.stringify(document)}\n`;

export function contextOf(
  io: Io,
  flags: GlobalFlags,
  language: Language,
  env: NodeJS.ProcessEnv,
  saved: Saved,
): Context {
  const wordsIn = (spoken: Language): Words => wordsOf(spoken, loadMessages(FOLDERS.compiled, spoken));
  const words = wordsIn(language);
  let opened: Promise<Directory> | null = null;
  let known: Directory | null = null;
  const open = async (): Promise<Directory> => {
    const folder = overlayFolder(flags, env, saved);
    if (folder === null) return loadDirectory(FOLDERS.compiled);
    const { openOverlay } = await import("../gate/open-overlay.js");
    const { date } = context.moment();
    return openOverlay(FOLDERS.compiled, folder.value, asksAboutToday(flags, env) ? date : null);
  };
  const parts = (more: Pick<EnvelopeParts, "query" | "notices"> = {}): EnvelopeParts => ({
    words,
    version: VERSION,
    directory: known,
    ...more,
  });
  const context: Context = {
    io,
    env,
    json: flags["--json"] ?? false,
    strict: flags["--strict"] ?? false,
    accessible: isAccessible(flags, env),
    plain: isAccessible(flags, env) || env.TERM === "dumb",
    canAsk: !flags["--json"] && !flags["--no-input"] && io.interactive,
    saved,
    flags,
    words,
    speak(spoken) {
      const chosen = flags["--json"] || flags["--lang"] || env.DOZVON_LANG || saved.lang;
      if (!chosen && spoken !== language) context.words = wordsIn(spoken);
    },
    open: openersOf(FOLDERS),
    moment: () => momentFrom(flags, env, Date.now),
    async directory() {
      opened ??= open();
      known = await opened;
      return known;
    },
    desk: async () => ({ directory: await context.directory(), moment: context.moment(), open: context.open }),
    envelope: (kind, result, more) => success(kind, result, parts(more)),
    fail: (kind, problem, more) => io.out(jsonLine({ ...failure(kind, problem, parts()), ...more })),
  };
  return context;
}
