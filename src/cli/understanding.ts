/** What texts are understood by, opened when the first one comes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { besideReader } from "../answers/find-beside.js";
import type { Directory, Names } from "../directory/types.js";
import type { Dictionaries } from "../understanding/dictionaries.js";
import { type Reading, textReader } from "../understanding/read-text.js";
import { decodeModel } from "../understanding/topic-model.js";
import { FOLDERS } from "./package.js";

export type ReadText = (text: string) => Reading;

const openDictionaries = (): Omit<Dictionaries, keyof Names> =>
  JSON.parse(readFileSync(join(FOLDERS.understanding, "dictionaries.json"), "utf8"));

/** For a few words rather than a sentence: the dictionaries alone. */
export const openBesideReader = () => besideReader(openDictionaries());

/** @param directory whose parties a text may name: those of an overlay too. */
export function openReader(directory: Directory): ReadText {
  const model = decodeModel(readFileSync(join(FOLDERS.understanding, "topics.bin")));
  return textReader(model, { ...openDictionaries(), ...directory.names() });
}
