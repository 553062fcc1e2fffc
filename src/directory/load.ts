/** Opens the compiled directory. A look-up reads the index and one party, nothing more. */
import { once, onceEach } from "../values/once.js";
import type { Language } from "../vocabulary/language.js";
import { type Messages, readStored, STORED } from "./stored.js";
import type { Directory, DirectoryIndex } from "./types.js";

/** @param open how the parts are opened; a party, the index of values and the names are, at most once. */
export const directoryOf = (index: DirectoryIndex, open: Omit<Directory, keyof DirectoryIndex>): Directory => ({
  ...index,
  ...open,
  party: onceEach(open.party),
  values: once(open.values),
  names: once(open.names),
});

/** @param folder where the build put the compiled directory. */
export const loadDirectory = (folder: string): Directory =>
  directoryOf(readStored(folder, STORED.index), {
    party: (id) => readStored(folder, STORED.party(id)),
    values: () => readStored(folder, STORED.values),
    names: () => readStored(folder, STORED.names),
  });

export const loadMessages = (folder: string, language: Language): Messages =>
  readStored(folder, STORED.messages(language));
