/** An accepted authored directory as the engine's Directory, all in memory: its schemas have filled in what a record leaves out. */

import { directoryOf } from "../directory/load.js";
import type { Directory, DirectoryIndex, TopicText } from "../directory/types.js";
import type { AuthoredTopics } from "../schemas/topics.js";
import { OTHER_OPERATOR } from "../vocabulary/situation.js";
import { type AuthoredDirectory, only, type Role } from "./authored.js";
import { compileParty, groundOf, summarise, witnessed } from "./compile.js";
import { compileNames } from "./compile-names.js";
import { indexValues } from "./values.js";

const textsOf = (record: AuthoredTopics["prepare"], wanted: (id: string) => boolean): Record<string, TopicText> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([id, { sources: _sources, ...text }]) => (wanted(id) ? [[id, text]] : [])),
  );

/** Operators stand in the order of the folder, with the one that stands for any other last. */
function inOrder(entries: AuthoredDirectory["parties"]): AuthoredDirectory["parties"] {
  const last = (id: string) => (id === OTHER_OPERATOR ? 1 : 0);
  return [...entries].sort((a, b) => last(a.party.id) - last(b.party.id));
}

/** A rule or a way goes by its ground where it has no name of its own. */
const withId = <T extends { id?: string | undefined; ground: string }>(rule: T) => ({
  ...rule,
  id: rule.id ?? rule.ground,
});

export function assemble(authored: AuthoredDirectory) {
  const { topics, files } = authored;
  const all = <One extends Role>(role: One) => files[role].map(({ content }) => content);
  const entries = inOrder(authored.parties);
  const checked = entries.flatMap(({ party }) => party.channels.map((channel) => channel.checkedOn));
  const asOf = checked.sort().at(-1) ?? "1970-01-01";
  const merchants = all("merchant");
  const sellers = new Set(merchants.flatMap(({ id, charge }) => (charge.generalFor ? [] : [id])));
  const { $schema: _schema, ...usual } = only("usual", files);
  const [calendar] = all("calendar");
  const isOfTopic = (limit: string) => topics.topics.some(({ limits }) => limits.includes(limit));
  const index: DirectoryIndex = {
    // The date of its newest check, in calendar form.
    version: asOf.replaceAll("-", "."),
    asOf,
    parties: entries.map(({ party, type }) => summarise(party, type, sellers.has(party.id))),
    topics: topics.topics.map(({ parts: _parts, ...topic }) => topic),
    usual,
    prepare: textsOf(topics.prepare, () => true),
    limits: textsOf(topics.limits, isOfTopic),
    retired: only("retired", files).ids,
    checklists: all("checklist").map(({ id, title, topics: of }) => ({ id, title, topics: of })),
  };
  return {
    index,
    parties: entries.map(({ party, type }) => compileParty(party, type)),
    grounds: all("grounds").flatMap(({ area, grounds }) =>
      grounds.map(({ disputed, ...ground }) => ({ ...witnessed(ground, disputed), area })),
    ),
    calendar: {
      holidays: calendar?.holidays ?? [],
      years: Object.fromEntries(
        Object.entries(calendar?.years ?? {}).map(([year, { off, working }]) => [year, { off, working }]),
      ),
    },
    charges: merchants.map(({ id, name, purpose, aliases, charge, refund }) => {
      const refundEstablished = refund.notEstablished === null;
      return { id, name, purpose, aliases, ...charge, refundEstablished };
    }),
    refunds: merchants.map(({ id, name, refund }) => ({ id, name, ...refund, rules: refund.rules.map(withId) })),
    refundRoutes: all("refund-routes").flatMap(({ routes }) => routes.map(withId)),
    claims: all("claim")
      .map(({ $schema: _schema, ...claim }) => claim)
      .sort((a, b) => a.order - b.order),
    checklists: all("checklist").map(({ $schema: _schema, steps, ...checklist }) => ({
      ...checklist,
      steps: steps.map((step) => ({ ...step, grounds: step.grounds.map(groundOf) })),
    })),
    names: compileNames(authored),
    parts: {
      topics: Object.fromEntries(topics.topics.map(({ id, parts }) => [id, parts])),
      limits: textsOf(topics.limits, (id) => !isOfTopic(id)),
    },
  };
}

export type Assembled = ReturnType<typeof assemble>;

export function inMemory({ index, parties, names, parts }: Assembled): Directory {
  const known = new Map(parties.map((party) => [party.id, party]));
  return directoryOf(index, {
    party(id) {
      const party = known.get(id);
      if (!party) throw new Error(`no party ${id}`);
      return party;
    },
    values: () => indexValues(parties),
    names: () => names,
    parts: () => parts,
  });
}
