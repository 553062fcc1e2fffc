import type { Text } from "../../vocabulary/language.js";
import type { AuthoredDirectory, AuthoredDocument, AuthoredEntry } from "../authored.js";
import { asJson, type Finding, formOfWords } from "../issue.js";
import { nearest } from "../nearest.js";
import type { AuthoredChannel, AuthoredSource } from "../schema.js";

export type { Finding };

/** Something no single record can show to be wrong; one a file, each with its reason and a fixture that breaks it. */
export interface GateRule {
  id: string;
  why: Text;
  /** @param now.today YYYY-MM-DD */
  check(directory: AuthoredDirectory, now: { today: string }): Finding[];
}

const join = (...parts: string[]): string => parts.filter((part) => part !== "").join(".");

export const at = (entry: AuthoredEntry, path: string, message: Text, instead?: Text): Finding => ({
  file: entry.file,
  path: join(entry.path, path),
  message,
  instead,
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
  beside: { holders, regions, plan },
}: AuthoredDirectory): readonly AuthoredDocument[] => [
  ...grounds,
  ...(calendar ? [calendar] : []),
  ...claims,
  ...checklists,
  ...[holders, regions, plan].flatMap((document) => document ?? []),
];

const MOST_NAMED = 8;
const NOTHING: Text = { ru: "уберите ссылку", en: "nothing: leave the reference out" };

function oneKnown(known: readonly string[]): Text {
  const { ru, en } = formOfWords(known.slice(0, MOST_NAMED));
  return known.length > MOST_NAMED ? { ru: `${ru}, …`, en: `${en}, …` } : { ru, en };
}

/** What to say of an id that is not among the known ones: the nearest, or which there are. */
export function unknownAmong(id: string, ids: Iterable<string>): Pick<Finding, "message" | "instead"> {
  const known = [...ids];
  const near = nearest(id, known);
  return {
    message: { ru: `${id}: такой записи нет`, en: `${id} does not exist` },
    instead: near !== undefined ? asJson(near) : known.length > 0 ? oneKnown(known) : NOTHING,
  };
}

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
