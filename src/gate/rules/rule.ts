import type { AuthoredChannel } from "../../schemas/parties.js";
import { onceFor } from "../../values/once.js";
import type { AuthoredDirectory, AuthoredEntry } from "../authored.js";
import { asJson, type Fault, type Finding, fault, formOfWords, inBoth, nearest, say } from "../words.js";

/** A rule: something no single record can show to be wrong, with a fixture that breaks it. @param now.today YYYY-MM-DD */
export type Check = (directory: AuthoredDirectory, now: { today: string }) => Finding[];

export const join = (...parts: string[]): string => parts.filter((part) => part !== "").join(".");

/** A record that stands by itself: a party, or a whole file. */
export interface Placed {
  file: string;
  /** JSON path of the record in its file. */
  path: string;
  content: object;
}

/** @param path inside the record. */
export const at = ({ file, path: holder }: Pick<Placed, "file" | "path">, path: string, wrong: Fault): Finding => ({
  file,
  path: join(holder, path),
  ...wrong,
});

/** Files that are records of no party; the words of messages and examples are none. */
const RECORDS = [
  ...(["retired", "grounds", "claim", "checklist", "calendar", "refund-routes"] as const),
  ...(["numbering-holders", "numbering-regions", "numbering-plan"] as const),
];

/** Every record the directory consists of. */
export const recordsOf = ({ parties, topics, files }: AuthoredDirectory): Placed[] => [
  ...parties.map(({ file, path, party }) => ({ file, path, content: party })),
  { file: "topics.json", path: "", content: topics },
  ...RECORDS.flatMap((role) => files[role].map(({ file, content }) => ({ file, path: "", content }))),
];

/** Every channel, with its party and its JSON path inside it. */
export const channelsOf = ({ parties }: AuthoredDirectory) =>
  parties.flatMap((entry) =>
    entry.party.channels.map((channel, index) => ({ entry, channel, path: `channels[${index}]` })),
  );

export type Json = Readonly<Record<string, unknown>>;

type Inside = { record: Json; path: string };

function collect(value: unknown, path: string, into: Inside[]): Inside[] {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, into);
  else if (value !== null && typeof value === "object") {
    into.push({ record: value as Json, path });
    for (const [key, inner] of Object.entries(value)) collect(inner, join(path, key), into);
  }
  return into;
}

/** A record and all records inside it, with their JSON paths. Several rules look through the same, and an overlay is checked before every answer. */
export const recordsIn = onceFor((content: object): readonly Inside[] => collect(content, "", []));

function walk(value: unknown, path: string, [step, ...rest]: readonly string[]): { id: string; path: string }[] {
  if (step === undefined) return typeof value === "string" ? [{ id: value, path }] : [];
  if (step === "[]")
    return Array.isArray(value) ? value.flatMap((item, index) => walk(item, `${path}[${index}]`, rest)) : [];
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
  const keys = step === "*" ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return keys.flatMap((key) => walk((value as Json)[key], join(path, key), rest));
}

/** @param pattern `steps[].route[].topic`; `*` is any key, `**` at its beginning any record at any depth. @returns the texts that stand there. */
export function select(content: object, pattern: string) {
  const [first = "", ...rest] = pattern.split(/\.|(?=\[)/);
  if (first !== "**") return walk(content, "", [first, ...rest]);
  return recordsIn(content).flatMap(({ record, path }) => walk(record, path, rest));
}

export const idsOf = (content: object, pattern: string): string[] => select(content, pattern).map(({ id }) => id);

type AtKey = Fault & { key?: string | undefined };

/** What is wrong in any record inside any other, each with the key it is at. */
export const inEveryRecord = (directory: AuthoredDirectory, faults: (record: Json) => readonly AtKey[]): Finding[] =>
  recordsOf(directory).flatMap((placed) =>
    recordsIn(placed.content).flatMap(({ record, path }) =>
      faults(record).map(({ key = "", ...wrong }) => at(placed, join(path, key), wrong)),
    ),
  );

/** A rule about each channel by itself, or beside those before it. */
export const inEveryChannel = (
  directory: AuthoredDirectory,
  faults: (channel: AuthoredChannel, entry: AuthoredEntry) => readonly AtKey[],
): Finding[] =>
  channelsOf(directory).flatMap(({ entry, channel, path }) =>
    faults(channel, entry).map(({ key = "value", ...wrong }) => at(entry, join(path, key), wrong)),
  );

const MOST_NAMED = 8;

/** What to say of an id that is not among the known ones: the nearest, or which there are. */
export function unknownAmong(id: string, known: readonly string[]): Fault {
  const near = nearest(id, known);
  const { ru: named } = near === undefined ? formOfWords(known.slice(0, MOST_NAMED)) : asJson(near);
  const more = near === undefined && known.length > MOST_NAMED ? ", …" : "";
  return fault("unknown", { id }, known.length > 0 ? inBoth(named + more) : say("no-reference"));
}

/** The same at its place; nothing where the id is known. */
export const unlessKnown = (id: string, known: readonly string[], path: string): Omit<Finding, "file">[] =>
  known.includes(id) ? [] : [{ path, ...unknownAmong(id, known) }];
