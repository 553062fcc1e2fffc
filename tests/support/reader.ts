/** Reads texts as the built program does, without a process for each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dictionaries } from "../../src/understanding/dictionaries.js";
import { type Reading, textReader } from "../../src/understanding/read-text.js";
import { decodeModel, type TopicModel } from "../../src/understanding/topic-model.js";

export const BUILT = "dist/understanding";

export const builtModel = (): TopicModel => decodeModel(readFileSync(join(BUILT, "topics.bin")));
const builtDictionaries = (): Dictionaries => JSON.parse(readFileSync(join(BUILT, "dictionaries.json"), "utf8"));

export const builtReader = (): ((text: string) => Reading) => textReader(builtModel(), builtDictionaries());
