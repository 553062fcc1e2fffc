/** An accepted authored directory as the engine's Directory, all in memory. */
import { OTHER_OPERATOR } from "../vocabulary.js";
import type { AuthoredDirectory } from "./authored.js";
import { compileParty, summarise } from "./compile.js";
import type { AuthoredTopics } from "./schema.js";
import type { Directory, DirectoryIndex, Party, TopicText } from "./types.js";

export interface Assembled {
  index: DirectoryIndex;
  parties: Party[];
}

const textsOf = (record: AuthoredTopics["prepare"]): Record<string, TopicText> =>
  Object.fromEntries(Object.entries(record).map(([id, { text, unless }]) => [id, { text, unless: unless ?? null }]));

/** The directory's version is the date of its newest check, in calendar form. */
const versionOf = (asOf: string): string => asOf.replaceAll("-", ".");

/** Operators stand in the order of the folder, with the placeholder for an unlisted operator last. */
function inOrder(entries: AuthoredDirectory["parties"]): AuthoredDirectory["parties"] {
  const last = (id: string) => (id === OTHER_OPERATOR ? 1 : 0);
  return [...entries].sort((a, b) => last(a.party.id) - last(b.party.id));
}

export function assemble(authored: AuthoredDirectory, origin: string): Assembled {
  const entries = inOrder(authored.parties);
  const checked = entries.flatMap(({ party }) => party.channels.map((channel) => channel.checkedOn));
  const asOf = checked.sort().at(-1) ?? "1970-01-01";
  return {
    index: {
      version: versionOf(asOf),
      asOf,
      parties: entries.map(({ party, type }) => summarise(party, type, origin)),
      topics: authored.topics.topics,
      prepare: textsOf(authored.topics.prepare),
      limits: textsOf(authored.topics.limits),
      retired: authored.retired,
    },
    parties: entries.map(({ party, type }) => compileParty(party, type, origin)),
  };
}

/** @param open called at most once a party. */
export function directoryOf(index: DirectoryIndex, open: (id: string) => Party): Directory {
  const opened = new Map<string, Party>();
  return {
    ...index,
    party(id) {
      const party = opened.get(id) ?? open(id);
      opened.set(id, party);
      return party;
    },
  };
}

export function inMemory({ index, parties }: Assembled): Directory {
  return directoryOf(index, (id) => {
    const party = parties.find((one) => one.id === id);
    if (!party) throw new Error(`no party ${id}`);
    return party;
  });
}
