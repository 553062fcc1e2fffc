/**
 * The same answers as the commands give with `--json`, for programs. `loadDirectory` opens the directory; the same directory, question
 * and `asOf` give the same answer, and nothing is written or asked of a network.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { askerOf, learnForeign } from "../answers/whose.js";
import { loadMessages, loadDirectory as openDirectory } from "../directory/load.js";
import { openersOf } from "../directory/openers.js";
import type { Directory } from "../directory/types.js";
import { wordsOf } from "../render/words.js";
import type { WordLists } from "../understanding/dictionaries.js";
import { parseMoment } from "../values/moment.js";
import { onceEach } from "../values/once.js";
import type { Language } from "../vocabulary/language.js";
import { languageOf, textOf } from "./options.js";
import type { Dozvon } from "./questions.js";

// `import.meta.dirname` is not there in CommonJS.
const DIST = dirname(fileURLToPath(import.meta.url));
const FOLDERS = {
  compiled: join(DIST, "directory"),
  numbering: join(DIST, "numbering"),
  understanding: join(DIST, "understanding"),
};

/**
 * Opens the directory that ships with the package, with a company's own folder over it where one is given.
 *
 * @param options.overlay a folder as `dozvon data new-overlay` writes it.
 * @param options.today YYYY-MM-DD: no date in the overlay may lie beyond it; needed with `overlay` only.
 * @throws Refusal (a Problem, `bad-directory`) when the overlay does not pass the gate; what to mend is in `issues`.
 * @throws Problem `bad-directory` when the folder cannot be read.
 */
export async function loadDirectory(options: { overlay?: string; today?: string } = {}): Promise<Dozvon> {
  const directory = options.overlay === undefined ? openDirectory(FOLDERS.compiled) : await overlaid(options);
  const wordsIn = onceEach((language: Language) => wordsOf(language, ...loadMessages(FOLDERS.compiled, language)));
  const words = (lang: unknown) => wordsIn(languageOf(lang));
  const internal = { directory, words, open: openersOf<WordLists>(FOLDERS) };
  // A sentence may ask about a number of any country, and is answered at once.
  await learnForeign(askerOf(internal));
  return { version: directory.version, asOf: directory.asOf, internal };
}

async function overlaid({ overlay, today }: { overlay?: string; today?: string }): Promise<Directory> {
  const folder = textOf(overlay, "overlay");
  if (today === undefined) throw new TypeError("loadDirectory: give today (YYYY-MM-DD) with an overlay");
  const { date } = parseMoment(textOf(today, "today"));
  const { openOverlay } = await import("../gate/overlay.js");
  return openOverlay(FOLDERS.compiled, folder, date);
}

export { Refusal } from "../gate/refusal.js";
export { Problem } from "../values/problem.js";
export type { Facts, PurchaseFacts } from "./options.js";
export * from "./questions.js";
