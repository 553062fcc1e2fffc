/** The parts of what was built that most answers never read, each opened once, when a question first needs it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once, onceEach } from "../values/once.js";
import { unpackTable } from "./numbering-file.js";
import type { RangeTable } from "./numbering-types.js";
import { PLAN, RANGES, readStored, STORED, TOPIC_MODEL, wordLists } from "./stored.js";

/** Where the build put them. */
export interface Folders {
  compiled: string;
  numbering: string;
  understanding: string;
}

/** @param folder where the build put the numbering. */
export const loadTable = (folder: string): RangeTable => unpackTable(readFileSync(join(folder, RANGES)));

/** `WordLists` is the shape in which the room of understanding has its own lists written. */
export const openersOf = <WordLists>({ compiled, numbering, understanding }: Folders) => ({
  ranges: once(() => loadTable(numbering)),
  plan: once(() => readStored(numbering, PLAN)),
  merchants: once(() => readStored(compiled, STORED.merchants)),
  refundRules: onceEach((id) => readStored(compiled, STORED.refundRules(id))),
  refundRoutes: once(() => readStored(compiled, STORED.refundRoutes)),
  grounds: once(() => new Map(readStored(compiled, STORED.grounds).map((ground) => [ground.id, ground]))),
  calendar: once(() => readStored(compiled, STORED.calendar)),
  checklist: onceEach((id) => readStored(compiled, STORED.checklist(id))),
  claims: once(() => readStored(compiled, STORED.claims)),
  claim: onceEach((id) => readStored(compiled, STORED.claim(id))),
  /** What topics of sentences are told by, as the build packed it. */
  topicModel: once((): Uint8Array => readFileSync(join(understanding, TOPIC_MODEL))),
  wordLists: once(() => readStored(understanding, wordLists<WordLists>())),
});
