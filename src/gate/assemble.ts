/** An accepted authored directory as the engine's Directory, all in memory. */

import { directoryOf } from "../directory/load.js";
import type { Calendar, Directory, DirectoryIndex, TopicText, UsualCase } from "../directory/types.js";
import type { AuthoredCalendar } from "../schemas/grounds.js";
import type { AuthoredTopics, AuthoredUsual } from "../schemas/topics.js";
import { OTHER_OPERATOR } from "../vocabulary/situation.js";
import { type AuthoredDirectory, only } from "./authored.js";
import { compileNeverOffered, compileParty, summarise } from "./compile.js";
import { compileNames } from "./compile-names.js";
import {
  compileCharge,
  compileChecklist,
  compileClaim,
  compileGround,
  compileRefund,
  compileRoutes,
  summariseChecklist,
} from "./compile-records.js";
import { indexValues } from "./values.js";

const textsOf = (record: AuthoredTopics["prepare"]): Record<string, TopicText> =>
  Object.fromEntries(Object.entries(record).map(([id, { sources: _sources, ...text }]) => [id, text]));

const usualOf = ({ $schema: _schema, ...usual }: AuthoredUsual): UsualCase => usual;

/** The directory's version is the date of its newest check, in calendar form. */
const versionOf = (asOf: string): string => asOf.replaceAll("-", ".");

/** Operators stand in the order of the folder, with the one that stands for any other last. */
function inOrder(entries: AuthoredDirectory["parties"]): AuthoredDirectory["parties"] {
  const last = (id: string) => (id === OTHER_OPERATOR ? 1 : 0);
  return [...entries].sort((a, b) => last(a.party.id) - last(b.party.id));
}

export function assemble(authored: AuthoredDirectory, origin: string) {
  const { topics, files } = authored;
  const entries = inOrder(authored.parties);
  const checked = entries.flatMap(({ party }) => party.channels.map((channel) => channel.checkedOn));
  const asOf = checked.sort().at(-1) ?? "1970-01-01";
  const sellers = new Set(files.merchant.flatMap(({ content }) => (content.charge.generalFor ? [] : [content.id])));
  const index: DirectoryIndex = {
    version: versionOf(asOf),
    asOf,
    parties: entries.map(({ party, type }) => summarise(party, type, sellers.has(party.id), origin)),
    topics: topics.topics.map(({ reply: _reply, ...topic }) => topic),
    usual: usualOf(only("usual", files)),
    prepare: textsOf(topics.prepare),
    limits: textsOf(topics.limits),
    retired: only("retired", files).ids,
    checklists: files.checklist.map(({ content }) => summariseChecklist(content)),
  };
  return {
    index,
    parties: entries.map(({ party, type }) => compileParty(party, type, origin)),
    replies: Object.fromEntries(topics.topics.flatMap(({ id, reply }) => (reply ? [[id, reply]] : []))),
    neverOffered: Object.fromEntries(entries.map(({ party }) => [party.id, compileNeverOffered(party)])),
    grounds: files.grounds.flatMap(({ content }) => content.grounds.map((one) => compileGround(one, content.area))),
    calendar: calendarOf(files.calendar[0]?.content),
    charges: files.merchant.map(({ content }) => compileCharge(content)),
    refunds: files.merchant.map(({ content }) => compileRefund(content)),
    refundRoutes: files["refund-routes"].flatMap(({ content }) => compileRoutes(content)),
    claims: files.claim.map(({ content }) => compileClaim(content)).sort((a, b) => a.order - b.order),
    checklists: files.checklist.map(({ content }) => compileChecklist(content)),
    names: compileNames(authored),
  };
}

export type Assembled = ReturnType<typeof assemble>;

const calendarOf = (authored: AuthoredCalendar | undefined): Calendar => ({
  holidays: authored?.holidays ?? [],
  years: Object.fromEntries(
    Object.entries(authored?.years ?? {}).map(([year, { off, working }]) => [year, { off, working }]),
  ),
});

export function inMemory({ index, parties, replies, neverOffered, names }: Assembled): Directory {
  const known = new Map(parties.map((party) => [party.id, party]));
  return directoryOf(index, {
    party(id) {
      const party = known.get(id);
      if (!party) throw new Error(`no party ${id}`);
      return party;
    },
    neverOffered: (id) => neverOffered[id] ?? [],
    replies: () => replies,
    values: () => indexValues(parties, neverOffered),
    names: () => names,
  });
}
