/** A directory whose parts are opened when they are first asked for. */
import type { Directory, DirectoryIndex } from "./types.js";

export function onceEach<T>(load: (id: string) => T): (id: string) => T {
  const loaded = new Map<string, T>();
  return (id) => {
    const value = loaded.get(id) ?? load(id);
    loaded.set(id, value);
    return value;
  };
}

/** @param open how the parts are opened; a party is, at most once. */
export const directoryOf = (index: DirectoryIndex, open: Omit<Directory, keyof DirectoryIndex>): Directory => ({
  ...index,
  ...open,
  party: onceEach(open.party),
});
