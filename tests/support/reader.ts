/** Reads texts as the built program does, without a process for each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Desk } from "../../src/answers/desk.js";
import { loadDirectory } from "../../src/directory/load.js";
import { openersOf } from "../../src/directory/openers.js";
import type { Dictionaries, WordLists } from "../../src/understanding/dictionaries.js";
import { type Reading, textReader } from "../../src/understanding/read-text.js";
import { decodeModel, type TopicModel } from "../../src/understanding/topic-model.js";
import type { Moment } from "../../src/values/moment.js";

export const BUILT = "dist/understanding";

export const builtModel = (): TopicModel => decodeModel(readFileSync(join(BUILT, "topics.bin")));

function builtDictionaries(): Dictionaries {
  const dictionaries = JSON.parse(readFileSync(join(BUILT, "dictionaries.json"), "utf8"));
  return { ...dictionaries, ...loadDirectory("dist/directory").names() };
}

export const builtReader = (): ((text: string) => Reading) => textReader(builtModel(), builtDictionaries());

/** What the built program answers over. */
export const builtDesk = (moment: Moment): Desk => ({
  directory: loadDirectory("dist/directory"),
  moment,
  open: openersOf<WordLists>({ compiled: "dist/directory", numbering: "dist/numbering", understanding: BUILT }),
});
