/** Opens the compiled directory. A look-up reads the index and one party, nothing more. */
import type { Language } from "../vocabulary/language.js";
import { directoryOf } from "./open.js";
import { type Messages, readStored, STORED } from "./stored.js";
import type { Directory } from "./types.js";

/** @param folder where the build put the compiled directory. */
export const loadDirectory = (folder: string): Directory =>
  directoryOf(readStored(folder, STORED.index), {
    party: (id) => readStored(folder, STORED.party(id)),
    neverOffered: (id) => readStored(folder, STORED.neverOffered(id)),
    replies: () => readStored(folder, STORED.replies),
    values: () => readStored(folder, STORED.values),
    names: () => readStored(folder, STORED.names),
  });

export const loadMessages = (folder: string, language: Language): Messages =>
  readStored(folder, STORED.messages(language));
