/** A directory whose parts are opened when they are first asked for. */
import type { Text } from "../vocabulary/language.js";
import type { Directory, DirectoryIndex, Names, NeverOffered, Party, ValueIndex } from "./types.js";

/** How the parts of a directory are opened; `party` is called at most once an id. */
interface Openers {
  party(id: string): Party;
  neverOffered(id: string): readonly NeverOffered[];
  replies(): Readonly<Record<string, Text>>;
  values(): ValueIndex;
  names(): Names;
}

export function directoryOf(index: DirectoryIndex, open: Openers): Directory {
  const opened = new Map<string, Party>();
  return {
    ...index,
    neverOffered: open.neverOffered,
    replies: open.replies,
    values: open.values,
    names: open.names,
    party(id) {
      const party = opened.get(id) ?? open.party(id);
      opened.set(id, party);
      return party;
    },
  };
}
