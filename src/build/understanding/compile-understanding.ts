/** Build step: what `ask` understands by, from data/understanding into dist/understanding. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TOPIC_MODEL, wordLists } from "../../directory/stored.js";
import type { Directory } from "../../directory/types.js";
import type { Files } from "../../gate/authored.js";
import type { Dictionaries } from "../../understanding/dictionaries.js";
import { wordFeature } from "../../understanding/features.js";
import { featureReader } from "../../understanding/parsed.js";
import { normalise, tokens } from "../../understanding/text.js";
import { dictionariesOf } from "./dictionaries.js";
import { type Example, readExamples } from "./examples.js";
import { encodeModel, type Labelled, LEAST_EXAMPLES, train } from "./train.js";

/** Features of the examples. How often a word is written decides how a text is repaired, and comes from the examples as they stand. */
export function labelled(examples: readonly Example[], dictionaries: Dictionaries): Labelled[] {
  const times = new Map<string, number>();
  for (const { text } of examples) {
    for (const word of new Set(tokens(normalise(text)).map(wordFeature))) times.set(word, (times.get(word) ?? 0) + 1);
  }
  const read = featureReader(dictionaries);
  const frequency = (word: string): number => {
    const found = times.get(wordFeature(word)) ?? 0;
    return found < LEAST_EXAMPLES ? 0 : found;
  };
  return examples.map(({ text, label }) => ({ label, features: read(text, frequency) }));
}

/** What the menu calls a topic is understood as typed, whatever else the words may be met in. */
const LABEL_TIMES = 5;

export const withLabels = (examples: readonly Example[], { topics }: Directory): Example[] => {
  const labels = topics.flatMap(({ id, label }) => Object.values(label).map((text) => ({ label: id, text })));
  return [...examples, ...Array.from({ length: LABEL_TIMES }, () => labels).flat()];
};

/** @param data the authored folder: the examples are read line by line. */
export function compileUnderstanding(data: string, files: Files, directory: Directory, to: string): void {
  const dictionaries = dictionariesOf(files);
  const examples = withLabels(readExamples(data), directory);
  const model = train(labelled(examples, { ...dictionaries, ...directory.names() }));
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, TOPIC_MODEL), encodeModel(model));
  writeFileSync(join(to, wordLists().path), JSON.stringify(dictionaries));
}
