/** Who has an id, and what refers to it. */
import type { AuthoredDirectory } from "../authored.js";
import { MENTION } from "../spelled-out.js";
import { asJson, type Finding, fault, say } from "../words.js";
import type { Check, Placed } from "./rule.js";
import { at, channelsOf, idsOf, inEveryChannel, inEveryRecord, recordsOf, select, unknownAmong } from "./rule.js";

/** Who is written to: in a letter every other name in braces is a field. */
export const ADDRESSEE = "to";

function idsIn({ parties, topics, files }: AuthoredDirectory) {
  const topicIds = idsOf(topics, "topics[].id");
  return {
    topics: topicIds,
    parts: idsOf(topics, "topics[].parts[].id"),
    prepare: Object.keys(topics.prepare),
    limits: Object.keys(topics.limits),
    operators: parties.flatMap(({ type, party }) => (type === "operator" ? [party.id] : [])),
    grounds: files.grounds.flatMap(({ content }) => idsOf(content, "grounds[].id")),
    checklists: files.checklist.map(({ content }) => content.id),
    regions: files["numbering-regions"].flatMap(({ content }) => idsOf(content, "regions[].id")),
    /** Parties, their channels and topics: what a retired id may lead to. */
    all: [...topicIds, ...parties.flatMap(({ party }) => [party.id, ...idsOf(party, "channels[].id")])],
  };
}

type Ids = ReturnType<typeof idsIn>;

const fields = (_ids: Ids, content: object): string[] => [
  ADDRESSEE,
  ...idsOf(content, "fields[].id"),
  ...idsOf(content, "dates[].id"),
];

/** Where records name others, and which there are to name. */
const REFERENCES: readonly [places: readonly string[], known: (ids: Ids, content: object) => readonly string[]][] = [
  [
    ["conflicts[].chosen[]", "conflicts[].about[]", "conflicts[].candidates[].channel", "neverOffered[].instead"],
    (_ids, content) => idsOf(content, "channels[].id"),
  ],
  [["channels[].topics[]", "rules[].topics[]", "neverOffered[].topics[]"], ({ topics }) => topics],
  [["topics[]", "topic", "steps[].route[].topic"], ({ topics }) => topics],
  [["topics[].prepare[]", "topics[].parts[].prepare[]"], ({ prepare }) => prepare],
  [["topics[].limits[]", "topics[].parts[].limits[]"], ({ limits }) => limits],
  [["channels[].part", "rules[].part", "limits.*.part", "prepare.*.part"], ({ parts }) => parts],
  [["network.host", "steps[].grounds[].operator"], ({ operators }) => operators],
  [["ids[].instead"], ({ all }) => all],
  [["**.ground", "**.grounds[]", "steps[].grounds[].id"], ({ grounds }) => grounds],
  [
    ["means", "explains[]", "cancel[]", "support[]", "also[]", "request[]", "payout[]"].map((key) => `**.${key}`),
    ({ grounds }) => grounds,
  ],
  [["charge.checklist", "charge.shortNumbers"], ({ checklists }) => checklists],
  [
    ["steps[].branches[].goTo.checklist", "steps[].onFail.goTo.checklist"],
    ({ checklists }, content) => checklists.filter((id) => id !== (content as { id: string }).id),
  ],
  [["steps[].branches[].goTo.step", "steps[].onFail.goTo.step"], (_ids, content) => idsOf(content, "steps[].id")],
  [["**.field", "**.fields[]", "**.notBefore", "**.notBefore[]", "recipients[].name", "recipients[].address"], fields],
  [["areaCodes.codes.*[]"], ({ regions }) => regions],
];

function lost(placed: Placed, ids: Ids): Finding[] {
  return REFERENCES.flatMap(([places, known]) => {
    const named = places.flatMap((place) => select(placed.content, place));
    const there = named.length > 0 ? known(ids, placed.content) : [];
    const missing = named.filter(({ id }) => !there.includes(id));
    return missing.map(({ id, path }) => at(placed, path, unknownAmong(id, there)));
  });
}

/** A party that has no channel for the topic of a step would be named and never reached. */
function unserved({ parties, files }: AuthoredDirectory): Finding[] {
  const others = parties.filter(({ type }) => type !== "operator").map(({ party }) => party);
  return files.checklist.flatMap(({ file, content: { steps } }) =>
    steps.flatMap(({ route }, step) =>
      route.flatMap(({ topic, party }, index) => {
        const serving = others.filter(({ channels }) => channels.some(({ topics }) => topics.includes(topic)));
        const ids = serving.map(({ id }) => id);
        const path = `steps[${step}].route[${index}].party`;
        return party === null || ids.includes(party) ? [] : [{ file, path, ...unknownAmong(party, ids) }];
      }),
    ),
  );
}

export const knownReferences: Check = (directory) => {
  const ids = idsIn(directory);
  return [...recordsOf(directory).flatMap((placed) => lost(placed, ids)), ...unserved(directory)];
};

/** Mentions of channels that there are have become their values by now. */
export const mentionsAreKnown: Check = (directory) => {
  const known = channelsOf(directory).map(({ channel }) => channel.id);
  return inEveryRecord(directory, (record) =>
    ["ru", "en"].flatMap((key) =>
      [...String(record[key] ?? "").matchAll(MENTION)].map(([, id = ""]) => ({ key, ...unknownAmong(id, known) })),
    ),
  );
};

/** Told apart in the whole directory, letters and checklists among their own kind. */
const EVERYWHERE = ["id", "channels[].id", "topics[].id", "grounds[].id"];
/** Told apart in the list that they stand in. */
const LISTS = ["rules", "conflicts", "neverOffered", "steps", "steps[].branches", "regions"];
const IN_THEIR_LIST = LISTS.map((list) => `${list}[].id`);
const COMPANIES = "holders[].inn";

const kindOf = ({ file }: Placed): string => /^(claims|checklists)\//.exec(file)?.[0] ?? "";

export const uniqueIds: Check = (directory) => {
  const seen = new Set<string>();
  return recordsOf(directory).flatMap((placed) =>
    [...EVERYWHERE, ...IN_THEIR_LIST, COMPANIES].flatMap((place) =>
      select(placed.content, place).flatMap(({ id, path }) => {
        const list = [placed.file, placed.path, path.replace(/\[\d+\]\.id$/, "")].join(" ");
        const key = [place, IN_THEIR_LIST.includes(place) ? list : kindOf(placed), id].join(" ");
        const taken = seen.has(key);
        seen.add(key);
        const instead = place === COMPANIES ? undefined : asJson(`${id}-2`);
        return taken ? [at(placed, path, fault("id-taken", { id }, instead))] : [];
      }),
    ),
  );
};

export const idsSayWhere: Check = (directory) => {
  const files = recordsOf(directory).flatMap((placed) => {
    const { file, path, content } = placed;
    const [id] = path === "" && file.includes("/") ? idsOf(content, "id") : [];
    if (id === undefined || file.endsWith(`/${id}.json`)) return [];
    return [at(placed, "id", fault("other-file-name", {}, say("file-name", { name: `${id}.json` })))];
  });
  const channels = inEveryChannel(directory, ({ id, kind }, { party }) => {
    const start = `${party.id}.${kind}.`;
    const wrong = fault("id-begins", { start }, asJson(`${start}${id.split(".").at(-1)}`));
    return id.startsWith(start) ? [] : [{ key: "id", ...wrong }];
  });
  return [...files, ...channels];
};
