/** What a command is given: streams, words, the directory, the clock. The directory is opened when first asked for. */
import type { Desk } from "../answers/desk.js";
import { loadDirectory, loadMessages } from "../directory/load.js";
import { openersOf } from "../directory/openers.js";
import type { Directory } from "../directory/types.js";
import { type EnvelopeParts, failure, success } from "../render/envelope/json.js";
import { noticesJson } from "../render/route/json.js";
import { type Words, wordsOf } from "../render/words.js";
import type { WordLists } from "../understanding/dictionaries.js";
import type { Moment } from "../values/moment.js";
import type { Problem } from "../values/problem.js";
import type { Language } from "../vocabulary/language.js";
import { asksAboutToday, isAccessible, momentFrom, overlayFolder, type Saved } from "./files/settings.js";
import type { GlobalFlags } from "./line/flags.js";
import { FOLDERS, VERSION } from "./package.js";
import type { Answer } from "./runner.js";
import type { Io } from "./terminal/io.js";

export const jsonLine = (document: unknown): string => `${JSON.stringify(document)}\n`;

export function contextOf(io: Io, flags: GlobalFlags, language: Language, env: NodeJS.ProcessEnv, saved: Saved) {
  const wordsIn = (spoken: Language): Words => wordsOf(spoken, ...loadMessages(FOLDERS.compiled, spoken));
  const words = wordsIn(language);
  const moment = (): Moment => momentFrom(flags, env, Date.now);
  const open = openersOf<WordLists>(FOLDERS);
  let opened: Promise<Directory> | null = null;
  let known: Directory | null = null;
  const opening = async (): Promise<Directory> => {
    const folder = overlayFolder(flags, env, saved);
    if (folder === null) return loadDirectory(FOLDERS.compiled);
    const { openOverlay } = await import("../gate/overlay.js");
    const { date } = moment();
    return openOverlay(FOLDERS.compiled, folder.value, asksAboutToday(flags, env) ? date : null);
  };
  const directory = async (): Promise<Directory> => {
    opened ??= opening();
    known = await opened;
    return known;
  };
  const parts = (): EnvelopeParts => ({ words, version: VERSION, directory: known });
  return {
    io,
    env,
    json: flags["--json"] ?? false,
    strict: flags["--strict"] ?? false,
    /** Screen-reader manners: plain numbered choices, digits spelt apart. */
    accessible: isAccessible(flags, env),
    /** No cursor to move and no picture to draw: screen-reader manners, or a dumb terminal. */
    plain: isAccessible(flags, env) || env.TERM === "dumb",
    /** Whether questions may be asked: a terminal on every side and nobody said no. */
    canAsk: !flags["--json"] && !flags["--no-input"] && io.interactive,
    saved,
    /** The global flags as given. */
    flags,
    words,
    /** Answers a person in this language, where nobody has chosen one; a document keeps its own. */
    speak(spoken: Language): void {
      const chosen = flags["--json"] || flags["--lang"] || env.DOZVON_LANG || saved.lang;
      if (!chosen && spoken !== language) this.words = wordsIn(spoken);
    },
    /** @throws Problem impossible-date. */
    moment,
    /** @throws Refusal when an overlay does not pass the gate. */
    directory,
    /** Parts of the compiled folder, opened when first asked for. */
    open,
    /** What questions are answered over. @throws as `moment` and `directory`. */
    desk: async (): Promise<Desk> => ({ directory: await directory(), moment: moment(), open }),
    document({ kind, result, query, notices = [] }: Omit<Answer, "text">): unknown {
      const asked = query && { query: { asOf: moment().text, ...query } };
      return success(kind, result(), { ...parts(), ...asked, notices: noticesJson(notices, words) });
    },
    fail: (kind: string, problem: Problem, more?: { issues?: unknown }): void =>
      void io.out(jsonLine({ ...failure(kind, problem, parts()), ...more })),
  };
}

export type Context = ReturnType<typeof contextOf>;
