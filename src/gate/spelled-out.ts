/**
 * What authors may write short, spelled out before a file is held against its schema: an uncited witness, a named cost or order of kinds,
 * a part that several letters share, a channel's value in a text. What is no such name stays as it stands, for the schema or a rule to name.
 */

import type { AuthoredChannel } from "../schemas/parties.js";
import { CHANNEL_KINDS } from "../vocabulary/channels.js";
import { UNCITED } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import type { AuthoredDirectory } from "./authored.js";
import { displayOf } from "./compile.js";
import type { AuthoredFile } from "./read.js";
import { isRecord } from "./shape.js";

/** A channel's id in a text, where its value goes: `{acme.voice.short}`. */
export const MENTION = /\{([a-z0-9-]+\.[a-z]+\.[a-z0-9-]+)\}/g;

type Json = Readonly<Record<string, unknown>>;

export const WITNESS = { publisher: UNCITED, url: null, tier: "third-party", date: null };

/** No record of the directory lies deeper; a file made to break the gate may. */
const DEEPEST = 20;

const recordsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const jsonOf = (value: unknown): Json => (isRecord(value) ? value : {});

const named = (value: unknown, names: Json): unknown =>
  typeof value === "string" && Object.hasOwn(names, value) ? names[value] : value;

function textWithValues({ ru, en, ...rest }: Json, values: Known["values"]): Json {
  const filled = (text: unknown, language: keyof Text): unknown =>
    typeof text === "string" ? text.replace(MENTION, (mention, id) => values.get(id)?.[language] ?? mention) : text;
  return { ru: filled(ru, "ru"), en: filled(en, "en"), ...rest };
}

/** Witnesses and values in texts, wherever they stand. */
function everywhere(value: unknown, values: Known["values"], depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((one) => everywhere(one, values, depth + 1));
  if (!isRecord(value)) return value;
  if ("ru" in value && "en" in value) return textWithValues(value, values);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const whole =
        key === "sources" && Array.isArray(inner) ? inner.map((one) => (one === UNCITED ? WITNESS : one)) : inner;
      return [key, everywhere(whole, values, depth + 1)];
    }),
  );
}

/** The same record with a list of records changed one by one; whatever else stands there is the schema's to name. */
const eachOf = (json: Json, list: string, change: (record: Json) => Json): Json => {
  const records = json[list];
  return Array.isArray(records) ? { ...json, [list]: records.map((one) => (isRecord(one) ? change(one) : one)) } : json;
};

const party = (json: Json, { costs }: Known): Json =>
  eachOf(json, "channels", (channel) =>
    "cost" in channel ? { ...channel, cost: named(channel.cost, costs) } : channel,
  );

/** Kinds an order leaves out come last: one that is added later breaks no overlay. */
function topic(json: Json, known: Known): Json {
  const kinds = named(json.kinds, known.orders);
  const spelled = eachOf(json, "parts", (one) => topic(one, known));
  return Array.isArray(kinds)
    ? { ...spelled, kinds: [...kinds, ...CHANNEL_KINDS.filter((kind) => !kinds.includes(kind))] }
    : spelled;
}

/** A part named by its id, or with `as` and what is other than there. */
function part(written: unknown, shared: readonly Json[]): unknown {
  const { as, ...other } = isRecord(written) && "as" in written ? written : { as: written };
  const whole = typeof as === "string" ? shared.find(({ id }) => id === as) : undefined;
  return whole ? { ...whole, ...other } : as;
}

function claim(json: Json, { parts }: Known): Json {
  const inFull = ([key, value]: [string, unknown]): unknown => {
    if (key === "labels") return value === "shared" ? parts.labels : value;
    return Array.isArray(value) ? value.map((one) => part(one, recordsOf(parts[key]))) : value;
  };
  return Object.fromEntries(Object.entries(json).map((entry) => [entry[0], inFull(entry)]));
}

/** How the files of a role are written short, if they are. */
const SHORT: Partial<Record<AuthoredFile["role"], (json: Json, known: Known) => Json>> = {
  operator: party,
  merchant: party,
  emergency: party,
  escalation: (json, known) => eachOf(json, "bodies", (body) => party(body, known)),
  topics: (json, known) => eachOf(json, "topics", (one) => topic(one, known)),
  claim,
};

const channelsIn = ({ json }: AuthoredFile): readonly Json[] =>
  [jsonOf(json), ...recordsOf(jsonOf(json).bodies)].flatMap(({ channels }) => recordsOf(channels));

const isValued = ({ value }: Json): boolean => typeof value === "string" || value === null;

/** What the short forms stand for. */
function knownIn(files: readonly AuthoredFile[], base?: AuthoredDirectory) {
  const jsonOfRole = (role: AuthoredFile["role"]): Json => jsonOf(files.find((file) => file.role === role)?.json);
  const channels = [
    ...(base?.parties ?? []).flatMap((one) => one.party.channels),
    ...files.flatMap(channelsIn).filter(isValued),
  ];
  return {
    costs: base?.files.costs[0]?.content.costs ?? jsonOf(jsonOfRole("costs").costs),
    orders: { ...base?.topics.orders, ...jsonOf(jsonOfRole("topics").orders) },
    /** Lists of parts that letters share, by the name of the list. */
    parts: jsonOfRole("claim-parts"),
    /** By channel. */
    values: new Map(channels.map((channel) => [String(channel.id), displayOf(channel as AuthoredChannel)])),
  };
}

type Known = ReturnType<typeof knownIn>;

/** @param base what an overlay lies over: its names and channels are known too. */
export function spelledOut(files: readonly AuthoredFile[], base?: AuthoredDirectory): AuthoredFile[] {
  const known = knownIn(files, base);
  return files.map((file) =>
    isRecord(file.json)
      ? { ...file, json: everywhere(SHORT[file.role]?.(file.json, known) ?? file.json, known.values) }
      : file,
  );
}
