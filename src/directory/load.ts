/** Opens the compiled directory. A look-up reads the index and one party, nothing more. */
import { once, onceEach } from "../values/once.js";
import type { Language } from "../vocabulary/language.js";
import { type Messages, readStored, STORED } from "./stored.js";
import type { Directory, DirectoryIndex } from "./types.js";

/** @param open how the parts are opened; each is at most once. */
export const directoryOf = (index: DirectoryIndex, open: Omit<Directory, keyof DirectoryIndex>): Directory => ({
  ...index,
  ...open,
  party: onceEach(open.party),
  values: once(open.values),
  names: once(open.names),
  parts: once(open.parts),
});

/** @param folder where the build put the compiled directory. */
export const loadDirectory = (folder: string): Directory =>
  directoryOf(readStored(folder, STORED.index), {
    party(id) {
      const neverOffered = once(() => readStored(folder, STORED.neverOffered(id)));
      return {
        ...readStored(folder, STORED.party(id)),
        get neverOffered() {
          return neverOffered();
        },
      };
    },
    values: () => readStored(folder, STORED.values),
    names: () => readStored(folder, STORED.names),
    parts: () => readStored(folder, STORED.parts),
  });

/** What answers are worded with, and the rest of the interface's words for when one of those is wanted. */
export const loadMessages = (folder: string, language: Language): [Messages, () => Messages] => [
  readStored(folder, STORED.answerMessages(language)),
  once(() => readStored(folder, STORED.otherMessages(language))),
];
