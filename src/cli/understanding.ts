/** What texts are understood by, opened when the first one comes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { besideReader } from "../answers/find-beside.js";
import type { Dictionaries } from "../understanding/dictionaries.js";
import { type Reading, textReader } from "../understanding/read-text.js";
import { decodeModel } from "../understanding/topic-model.js";
import { FOLDERS } from "./package.js";

export type ReadText = (text: string) => Reading;

const openDictionaries = (): Dictionaries =>
  JSON.parse(readFileSync(join(FOLDERS.understanding, "dictionaries.json"), "utf8"));

/** For a few words rather than a sentence: the dictionaries alone. */
export const openBesideReader = () => besideReader(openDictionaries());

export function openReader(): ReadText {
  const model = decodeModel(readFileSync(join(FOLDERS.understanding, "topics.bin")));
  return textReader(model, openDictionaries());
}
