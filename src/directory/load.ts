/** Opens the compiled directory. A look-up reads the index and one party, nothing more. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language, Text } from "../vocabulary/language.js";
import { directoryOf } from "./open.js";
import type { Directory, DirectoryIndex, Names, NeverOffered, Party, ValueIndex } from "./types.js";

/** The interface's own words by key; `{name}` marks a value to fill in. */
export type Messages = Readonly<Record<string, string>>;

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

/** @param folder where the build put the compiled directory. */
export function loadDirectory(folder: string): Directory {
  const index = readJson<DirectoryIndex>(join(folder, "index.json"));
  return directoryOf(index, {
    party: (id) => readJson<Party>(join(folder, "parties", `${id}.json`)),
    neverOffered: (id) => readJson<NeverOffered[]>(join(folder, "never-offered", `${id}.json`)),
    replies: () => readJson<Record<string, Text>>(join(folder, "replies.json")),
    values: () => readJson<ValueIndex>(join(folder, "values.json")),
    names: () => readJson<Names>(join(folder, "names.json")),
  });
}

export function loadMessages(folder: string, language: Language): Messages {
  return readJson<Messages>(join(folder, "messages", `${language}.json`));
}
