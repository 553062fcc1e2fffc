import type { Text } from "../../vocabulary/language.js";
import type { AuthoredDirectory, AuthoredDocument, AuthoredEntry } from "../authored.js";
import type { AuthoredChannel, AuthoredSource } from "../schema.js";

export interface Finding {
  file: string;
  /** JSON path inside the file, such as `channels[3].value`. */
  path: string;
  message: Text;
}

/** Something no single record can show to be wrong; one a file, each with its reason and a fixture that breaks it. */
export interface GateRule {
  id: string;
  why: Text;
  /** @param now.today YYYY-MM-DD */
  check(directory: AuthoredDirectory, now: { today: string }): Finding[];
}

const join = (...parts: string[]): string => parts.filter((part) => part !== "").join(".");

export const at = (entry: AuthoredEntry, path: string, message: Text): Finding => ({
  file: entry.file,
  path: join(entry.path, path),
  message,
});

export interface PlacedChannel {
  entry: AuthoredEntry;
  channel: AuthoredChannel;
  /** JSON path of the channel inside its party. */
  path: string;
}

export function channelsOf(directory: AuthoredDirectory): PlacedChannel[] {
  return directory.parties.flatMap((entry) =>
    entry.party.channels.map((channel, index) => ({ entry, channel, path: `channels[${index}]` })),
  );
}

/** Files of records that belong to no party. */
export const documentsOf = ({
  grounds,
  calendar,
  claims,
  checklists,
}: AuthoredDirectory): readonly AuthoredDocument[] => [
  ...grounds,
  ...(calendar ? [calendar] : []),
  ...claims,
  ...checklists,
];

/** Every record below a value, with its JSON path. */
export function recordsIn(value: unknown, path = ""): { record: Record<string, unknown>; path: string }[] {
  if (value === null || typeof value !== "object") return [];
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => recordsIn(item, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, inner]) => recordsIn(inner, join(path, key)));
  return Array.isArray(value) ? below : [{ record: value as Record<string, unknown>, path }, ...below];
}

const isSource = (record: Record<string, unknown>): boolean => "publisher" in record && "tier" in record;

/** Every source of a document with its JSON path. */
export const sourcesIn = (document: AuthoredDocument): { source: AuthoredSource; path: string }[] =>
  recordsIn(document.content).flatMap(({ record, path }) =>
    isSource(record) ? [{ source: record as unknown as AuthoredSource, path }] : [],
  );

/** Every source of a party with its JSON path, channels' and others'. */
export function sourcesOf(entry: AuthoredEntry): { source: AuthoredSource; path: string }[] {
  const { channels, rules, neverOffered, legalEntity } = entry.party;
  const lists = [
    ...channels.map(({ sources }, index) => ({ sources, path: `channels[${index}]` })),
    ...rules.map(({ sources }, index) => ({ sources, path: `rules[${index}]` })),
    ...neverOffered.map(({ sources }, index) => ({ sources, path: `neverOffered[${index}]` })),
    ...(legalEntity ? [{ sources: legalEntity.sources, path: "legalEntity" }] : []),
  ];
  return lists.flatMap(({ sources, path }) =>
    sources.map((source, index) => ({ source, path: `${path}.sources[${index}]` })),
  );
}
